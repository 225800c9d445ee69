"""Names of people as documents have them."""

from __future__ import annotations

import re

PATRONYMIC = re.compile(r"(вич|вна|ївна|ич)$")
WITH_PATRONYMIC = 3


def signature_name(name: str) -> str:
    """«Наталія ЧИЖЕВСЬКА»: given name, then the surname in capitals (ДСТУ 4163:2020).

    A patronymic is left out. «Чижевська Наталія Петрівна» is known by its patronymic; otherwise
    the last word is the surname, as the registry writes names.
    """
    words = name.split()
    if len(words) == WITH_PATRONYMIC and PATRONYMIC.search(words[2]):
        words = [words[1], words[0]]
    elif len(words) == WITH_PATRONYMIC and PATRONYMIC.search(words[1]):
        words = [words[0], words[2]]
    return " ".join([*words[:-1], *(word.upper() for word in words[-1:])])
