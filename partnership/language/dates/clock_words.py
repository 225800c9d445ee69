"""Every way to say a time, put into one form: «о пів на третю», 3 pm, «о 15-й», «о 7 вечора»."""

import re

from .clocks import NOON, OFFICE_OPENS, said_hour
from .line import Found, Line
from .rules import TO_TIME


def spell_clocks(line: Line, *, dated: bool) -> None:
    """Puts a `T` code in place of every way to say a time, so that ranges are simple."""
    for found in line.search(r"(?:(?:on|at|near|do|after|before|by) )?C(?P<h>\d+):00 "):
        # Midnight is the end of the day that was named, or its beginning: a doubt, as 24:00 is.
        line.rewrite(found, f"T{found.given('h') or 24}:00!")
        break
    _halves_and_quarters(line)
    _range_with_part(line)
    _with_part(line)
    _after_at(line)
    _pairs(line, dated=dated)


def _with_part(line: Line) -> None:
    pattern = (
        r"(?:(?:at|on|from|by) )?(?:T(?P<h>\d+):(?P<min>\d\d)[!?]|P(?P<hp>\d+)\.(?P<minp>\d\d)"
        r"|[NO](?P<hn>\d{1,2})) (?:UH |oclock )?(?:in )?(?P<part>am|pm|Y\w+|UDg) "
    )
    while found := next(line.search(pattern), None):
        groups = found.groups
        hour = said_hour(
            int(groups["h"] or groups["hp"] or groups["hn"] or 0), groups["part"] or ""
        )
        minutes = int(groups["min"] or groups["minp"] or 0)
        _put(line, found, hour * 60 + minutes, sure=True)


def _range_with_part(line: Line) -> None:
    """«3–4 pm», «з 2 до 4 дня»: both hours are of that part of the day, or the first is before."""
    pattern = (
        r"(?:(?:at|from|between|on) )?N(?P<h>\d{1,2}) "
        + TO_TIME
        + r"(?:N(?P<h2>\d{1,2})|[PT](?P<ht>\d{1,2})[.:](?P<min>\d\d)[!?]?) (?:UH )?(?:in )?"
        r"(?P<part>am|pm|Y\w+|UDg) "
    )
    for found in line.search(pattern):
        first, part = found.given("h"), found.groups["part"] or ""
        last = found.number("h2") or found.number("ht") or 0
        if last > 12 or first > 12:
            continue
        start, end = said_hour(first, part), said_hour(last, part)
        start = start if start < end else first
        line.rewrite(found, f"T{start}:00! - T{end}:{found.number('min') or 0:02}!")
        break


def _put(line: Line, found: Found, minutes: int, *, sure: bool) -> None:
    line.rewrite(found, f"T{minutes // 60}:{minutes % 60:02}{'!' if sure else '?'}")


def _unsure(line: Line, found: Found, minutes: int) -> None:
    """A time said in words or by a bare hour: the early ones are rather of the afternoon."""
    if minutes < 60:
        # «о пів на першу» is half past twelve.
        minutes += NOON
    _put(line, found, minutes, sure=minutes >= OFFICE_OPENS * 60)


AT = r"(?:(?:at|on) )?"
# «о 17 з половиною»
LAST_SPOKEN_HOUR = 23
# In words only: «10 to 3» is from ten until three.
TEN_TO_THREE = r"(?<!from )(?<!between )N(?P<n>5|10|20|25) to N(?P<h>\d{1,2}) "
# Each with the minutes that are added to the hour; `n` is a number of minutes said aloud.
SAID = (
    (AT + r"half (?:on )?" + r"O(?P<h>\d{1,2}) ", -30),
    (r"at N(?P<h>\d{1,2}) (?:UH )?from half ", 30),
    (AT + r"chv (?:do|to) O(?P<h>\d{1,2}) ", -15),
    (AT + r"half (?:on )?N(?P<h>\d{1,2}) (?!U)", -30),
    (AT + r"half po [NO](?P<h>\d{1,2}) ", 30),
    (AT + r"chv po [NO](?P<h>\d{1,2}) ", 15),
    (AT + r"N(?P<n>5|10|15|20|25) (?:Umin )?po O(?P<h>\d{1,2}) ", 1),
    (AT + r"half last N(?P<h>\d{1,2}) ", 30),
    (AT + r"(?:a )?(?:UQ|chv) last N(?P<h>\d{1,2}) ", 15),
    (AT + r"(?:a )?UQ (?:to|bez) N(?P<h>\d{1,2}) ", -15),
    (AT + r"chv on O(?P<h>\d{1,2}) ", -45),
    (AT + r"(?:za|bez) chv [NO](?P<h>\d{1,2}) ", -15),
    (AT + r"N(?P<n>5|10|15|20|25) (?:Umin )?last N(?P<h>\d{1,2}) ", 1),
    (r"at N(?P<n>5|10|15|20|25) (?:Umin )?to N(?P<h>\d{1,2}) ", -1),
    (TEN_TO_THREE, -1),
    (AT + r"(?:za|bez) N(?P<n>5|10|15|20|25) (?:Umin )?O(?P<h>\d{1,2}) ", -1),
)


def _halves_and_quarters(line: Line) -> None:
    if not any(word in line.row for word in (" half ", " chv ", " UQ ", " last ", " za ", " to ")):
        return
    for pattern, shift in SAID:
        for found in line.search(pattern):
            hour = found.given("h")
            if "пів" not in line.text.casefold() and r"half (?:on )?N" in pattern:
                # half 9 is half past nine in Britain and half past eight in Berlin.
                continue
            aloud = line.tokens[found.first].text.isalpha()
            if not 1 <= hour <= LAST_SPOKEN_HOUR or not (aloud or pattern is not TEN_TO_THREE):
                continue
            spoken = found.number("n")
            _unsure(line, found, hour * 60 + (shift if spoken is None else shift * spoken))
            break


def _after_at(line: Line) -> None:
    """«о 15-й», «о третій», at 3: the hour alone, if no noun of its own stands behind."""
    patterns = (
        # «о десятій нуль п’ять»
        r"(?:at|on) O(?P<h>\d{1,2}) N0 N(?P<min>\d) ",
        r"at O(?P<h>\d{1,2}) (?:UH )?(?:N(?P<min>[0-5]?\d) (?:Umin )?)?",
        r"on O(?P<h>\d{1,2}) N(?P<min>[1-5]?[05]) (?!U|M|w)",
        r"at [NO](?P<h>\d{1,2}) UH (?:and )?N(?P<min>[0-5]?\d) Umin ",
        # «з 9-30 до 11-30»
        r"from N(?P<h>\d{1,2}) - N(?P<min>0|15|30|45) (?=do |to |po |til )",
        r"(?<=[!?] do )N(?P<h>\d{1,2}) - N(?P<min>0|15|30|45) ",
        r"at N(?P<h>\d{1,2}) (?:- )?N(?P<min>0|15|[3-5]\d) (?!UH|M|-)",
        r"(?:at )?N(?P<h>\d{1,2}) oclock ",
        r"at N(?P<h>\d{1,2}) (?:UH )?",
    )
    for pattern in patterns:
        for found in list(line.search(pattern)):
            if _counts_things(line, found) or found.given("h") > 29:
                continue
            minutes = found.given("h") * 60 + (found.number("min") or 0)
            _unsure(line, found, minutes)


def _counts_things(line: Line, found: Found) -> bool:
    """«о другій темі», «о 15 учасниках», at 3 schools: the number belongs to the noun."""
    code, text = line.code_after(found), line.text_after(found).casefold()
    number = line.tokens[found.last].text
    if code in {"neg", "money"} or next(line.search(r"at [NO]\d+ w street "), None):
        return True
    if number.isascii() and number.isalpha() and (line.codes[found.last][0] == "O" or code == "w"):
        # «at first», «at one point»
        return True
    if code != "w":
        return False
    if text.isascii():
        return text.endswith("s") and not text.endswith("ss")
    return text.endswith(("ій", "ах", "ях", "ії", "ті", "мі", "ні", "чі", "сі", "ці", "рі"))


def _pairs(line: Line, *, dated: bool) -> None:
    """15.00 is a time after «о», or beside a date."""
    if not dated and not re.search(r" (?:at|from|between) P", line.row):
        return
    for found in list(line.search(r"P(?P<h>\d{1,2})\.(?P<min>[0-5]\d) ")):
        if found.given("h") < 24 and line.code_after(found) != "money":
            minutes = found.given("h") * 60 + (found.number("min") or 0)
            _put(line, found, minutes, sure=True)
