"""Cuts a text into tokens and gives each the code that the patterns are written in.

Codes: `N5` number, `O5` ordinal, `M6g` month (genitive; `l` locative, `n` other, `e` English),
`W2` weekday (Monday is 0), `V2` weekdays in the plural, `E2` «щосереди», `D2024-6-25` date with a
year, `F5/6/2024` the same with slashes, `P25.06` and `L05/06` pairs, `T15:00!` clock time (`?` if
it may mean the afternoon), `U…` unit, `R…` «щодня», `A1` days from today, `Y…` part of the day,
`S1` season, `Q3` quarter, `Z…` place with a clock, `K…` zone abbreviation. Other words with a
meaning have lower-case codes (`at`, `on`, `next`), the rest are `w`, punctuation has no code.
"""

import re
from dataclasses import dataclass
from functools import cache

from . import zone_names
from .words import code_of, fold

# «ІІ квартал» in Latin and Cyrillic letters; a Latin I alone is a pronoun.
ROMAN = {"II": 2, "III": 3, "IV": 4, "І": 1, "ІІ": 2, "ІІІ": 3, "ІV": 4}
# Months and quarters in Roman numerals: «5.VII.2024», in the letters of either alphabet.
MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
TO_LATIN = str.maketrans("ІХ", "IX")
# Words that change nothing about a time: «першого ж понеділка», «саме в п’ятницю».
PARTICLES = frozenset({"the", "t", "літнім", "стандартним", "ж", "же", "аж", "саме"})
LEADING_NUMBER = r"^\d+"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text from `start` up to `end` and its code; "" if it means nothing."""

    code: str
    text: str
    start: int
    end: int


@cache
def _scanner() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<other>https?://\S+ | \b[\w-]+\.(?:com|org|net|ua|eu|gov|de|pl|fr)\b
            | \S+@\S+\.\w+ | \+\d[\d\s()-]{7,}\d
            | \(?\b0\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}\b
            | \d+(?:\.\d+){3,} | \b\d{1,3}(?:[ \u00a0]\d{3})+(?!\d|[:.]\d)
            | \b\w*[^\W\d]\w*\d\w*[^\W\d]\w*\b(?<![ap]m) | [^\W\d]{1,6}\d{2,} )
      | (?P<iso>\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:T(?=\d\d:)|(?!\d|[-./]\d)))
      | (?P<roman>\d{1,2}(?:[./-](?-i:[IVXІХ]{1,4})[./-]|\ (?-i:[IVXІХ]{1,4})\ (?=20))
            (?:\d{4}|\d{2})(?!\w) | \d{1,2}\.(?-i:[IVXІХ]{1,4})(?![\w-]|\.\w))
      | (?P<month>(?:0\d|1[0-2])[./](?:19|20)\d\d(?!\d|[./-]\d))
      | (?P<quarter>\b[QqHh][1-4]\b(?=\ *(?:20\d\d|\W|$)))
      | (?P<dmy>(?:\d{1,2}\.\d{1,2}\.|\d{1,2}-\d{1,2}-)(?:\d{4}|\d{2})(?!\d|[.-]\d))
      | (?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?!\d|/\d))
      | (?P<decimal>\d{1,2}(?:[.]\d{3,}|,\d+)|\d+(?:\.\d+){2,})
      | (?P<clock>\d{1,2}h\d{2}\b
            | \d{1,2}:\d{2}(?::\d{2})?(?!\d|:\d)|(?<![\d-])\d{1,2}-00(?![\d-]))
      | (?P<pair>\d{1,2}\.\d{1,2}(?!\d|\.\d))
      | (?P<slash>\d{1,2}/\d{1,2}(?!\d|/\d))
      | (?P<offset>\b(?:UTC|GMT)\s?[+-]\s?\d{1,2}(?![\d:]))
      | (?P<ordinal>\d{1,4}(?:st|nd|rd|th
            |-?(?:й|го|те|ге|ме|ше|е|ій|їм|им|ї|ої|ого|ому|му|та|ша|га|тя|а|у|ту))\b)
      | (?P<number>\d+)
      | (?P<meridiem>(?<=[\d\s])[ap]\.?m\b\.?)
      | (?P<word>[^\W\d_]+(?:['’ʼ`‘′][^\W\d_]+)*)
      | (?P<dash>[-–—−])
      | (?P<negative>[№#])
      | (?P<money>[%€$₴£])
      | (?P<stop>[.,;:!?()«»"“”/+@\n])
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def tokenize(text: str) -> list[Token]:
    """The tokens of `text`, numbers in words put together («двадцять п’ятого»)."""
    tokens: list[Token] = []
    for found in _scanner().finditer(text):
        kind = found.lastgroup or "other"
        code, *more = _code(kind, found.group(), at_start=not tokens).split() or [""]
        token = Token(code, found.group(), found.start(), found.end())
        if kind == "word" and tokens and (joined := _joined(tokens[-1], token)):
            tokens[-1] = joined
            continue
        tokens.append(token)
        # «півгодини» and Q3 are two words in one: the second has a code of its own and no text.
        tokens += [Token(extra, "", found.end(), found.end()) for extra in more]
    return tokens


def _joined(tens: Token, ones: Token) -> Token | None:
    """«двадцять» and «п’ятого» as one number, in words only: «20 5» stays two."""
    if tens.code not in {"N20", "N30", "N40", "N50"} or tens.text.isdigit():
        return None
    if not re.fullmatch(r"[NO][1-9]", ones.code):
        return None
    number = int(tens.code[1:]) + int(ones.code[1:])
    return Token(f"{ones.code[0]}{number}", f"{tens.text} {ones.text}", tens.start, ones.end)


def _code(kind: str, text: str, *, at_start: bool) -> str:
    if kind == "word":
        return _word_code(text, at_start=at_start)
    if kind == "roman":
        return _roman_code(text)
    if kind == "quarter":
        return f"O{text[1]} UQ" if text[0] in "Qq" else f"O{text[1]} half UY"
    if kind in {"iso", "month", "dmy", "slashed", "clock", "offset"}:
        return _numeric_code(kind, text)
    simple = {
        "pair": f"P{text}", "slash": f"L{text}", "dash": "-", "negative": "neg", "money": "money",
        "stop": "@" if text == "@" else "", "decimal": _decimal(text),
        "meridiem": text[0].lower() + "m",
    }  # fmt: skip
    if kind == "ordinal":
        return f"O{int(re.findall(LEADING_NUMBER, text)[0])}"
    if kind == "number":
        return f"N{int(text)}" if len(text) <= 4 else "w"
    return simple.get(kind, "w")


def _decimal(text: str) -> str:
    """«1,5» is an amount, «3.14.1» a version."""
    return "w" if text.count(".") > 1 else "N" + text.replace(",", ".")


def _roman_code(text: str) -> str:
    """«5.VII.2024» and «5.VII»; a numeral that is no month stays unread."""
    day, numeral, *year = re.split(r"[./ -]", text.translate(TO_LATIN))
    if numeral not in MONTHS:
        return "w"
    month = MONTHS.index(numeral) + 1
    if not year:
        return f"P{day}.{month:02}"
    return _numeric_code("dmy", f"{day}.{month}.{year[0]}")


def _numeric_code(kind: str, text: str) -> str:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    if kind == "clock":
        sure = "!" if numbers[0] >= 8 or text.startswith("0") else "?"
        return f"T{numbers[0]}:{numbers[1]:02}{sure}"
    if kind == "month":
        return "M{}n N{}".format(*numbers)
    if kind == "offset":
        # The signs of the Etc zones are the other way round (POSIX).
        if numbers[0] > (14 if "+" in text else 12):
            return "w"
        return f"KEtc/GMT{'-' if '+' in text else '+'}{numbers[0]}"
    if kind == "iso":
        return "D{}-{}-{}".format(*numbers)
    day, month, year = numbers
    year += 2000 if year < 100 else 0
    return f"F{day}/{month}/{year}" if kind == "slashed" else f"D{year}-{month}-{day}"


def _word_code(text: str, *, at_start: bool) -> str:
    if text in zone_names.ABBREVIATIONS:
        return "K" + zone_names.ABBREVIATIONS[text]
    folded = fold(text)
    if folded in PARTICLES:
        return ""
    if text in ROMAN:
        return f"O{ROMAN[text]}"
    code = code_of(folded) or "w"
    if code[0] == "W" and not at_start and text.istitle() and _is_surname_form(folded):
        return "w"
    return code


def _is_surname_form(folded: str) -> bool:
    """«до Середи» names a person; days are written in lower case, and «у Середу» is a slip."""
    return not folded.isascii() and not folded.endswith(("у", "ю", "к", "р", "г"))
