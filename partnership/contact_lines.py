"""A contact as it is written in one line: «Констанс Бондюель; заступниця мера; +33…; e-mail»."""

import re
from dataclasses import dataclass

_FEWEST_DIGITS = 6
_LABEL = re.compile(
    r"^(?:тел\w*\.?|моб\w*\.?|phone|tel\.?|e-?mail|ел\w*\.?\s*пошта|пошта)[:\s]+", re.I
)


@dataclass(frozen=True, slots=True)
class ContactLine:
    """The parts of a line, told by what they look like; None is what it leaves open."""

    name: str | None = None
    position: str | None = None
    phone: str | None = None
    email: str | None = None


def read_contact(pieces: list[str]) -> ContactLine:
    """What the pieces of a line are: an address, a number, and the name before the post."""
    phone = email = None
    words: list[str] = []
    for piece in pieces:
        bare = _LABEL.sub("", piece)
        if "@" in bare and email is None:
            email = bare
        elif _is_number(bare) and phone is None:
            phone = bare
        else:
            words.append(piece)
    name = words[0] if words else None
    position = ", ".join(words[1:]) or None
    return ContactLine(name, position, phone, email)


def _is_number(text: str) -> bool:
    digits = sum(letter.isdigit() for letter in text)
    letters = sum(letter.isalpha() for letter in text)
    return digits >= _FEWEST_DIGITS and letters < digits
