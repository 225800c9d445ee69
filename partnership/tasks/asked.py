"""«Постав завдання Москаленку: …», «нагадай у п’ятницю …»: the line of an action item in it."""

import re

from partnership.language.questions import Reading
from partnership.tasks.reading import day_of, days_in_doubt

_HEAD = re.compile(
    r"^\W*(?:(?:будь ласка|please)\W+)?(?:"
    r"(?:постав|створ|дода|да|зада|завед|признач|встанов)\w*\s+(?:нов\w+\s+)?"
    r"(?:завдання|доручення|задачу)(?:\s+для)?"
    r"|(?:create|add|set|give|make)\s+(?:an?\s+|the\s+)?(?:new\s+)?(?:task|action item|to-?do)"
    r"(?:\s+(?:for|to))?"
    r"|нагада\w+(?:\s+(?:мені|нам|йому|їй|всім|про|що|щоб))*"
    r"|remind\s+(?:me|us)(?:\s+(?:to|about|that))?"
    r"|доруч(?:и|іть|ити|аю|аємо)"
    r"|(?:постав|візьм|бер|взят)\w*\s+на\s+контроль"
    r"|(?:треба|потрібно|слід|необхідно)"
    r"|put\s+(?:on|under)\s+control"
    r")\b\s*[:,–—-]?\s*",
    re.IGNORECASE,
)

_NOT_TO_SOMEBODY = re.compile(
    r"^\W*(?:нагада|remind|треба|потрібно|слід|необхідно|(?:постав|візьм|бер|взят)\w*\s+на|put)",
    re.IGNORECASE,
)
"""The name that follows is not of the one who is to do it: it may be of whoever is called."""


def line_asked(reading: Reading) -> str:
    """«Доручити Москаленку: лист подяки, до 17.06.2024»: what /task would be given."""
    when = reading.when
    dated = when is not None and not days_in_doubt(when) and not when.rrule
    undated = when.rest if when is not None and dated else reading.text
    what = _HEAD.sub("", undated, count=1).strip(" ,;:–—-")
    to_somebody = reading.people and not _NOT_TO_SOMEBODY.match(reading.text)
    line = f"доручити {what}" if to_somebody else what
    if when is not None and dated:
        return f"{line}, до {day_of(when):%d.%m.%Y}"
    return line
