"""Finds every date on a line and settles which one is meant."""

import re
from dataclasses import dataclass, replace

from . import exact, holidays, periods, ranges, relative, weekdays
from .calendar_days import DAY, DayDoubt, Days, Span, Today, one, week_of
from .line import Found, Line
from .model import DoubtKind, Expectation, Precision
from .rules import Reading, Rule
from .wordings import EVE_OF, about_words

RULES: tuple[Rule, ...] = (
    *ranges.RULES,
    *exact.RULES,
    *exact.NUMBER_RULES,
    *holidays.RULES,
    *relative.RULES,
    *weekdays.RULES,
    *periods.RULES,
)
FINENESS = list(Precision)


@dataclass(frozen=True, slots=True)
class Mention:
    """A date and where on the line it stands."""

    days: Days
    found: Found


def take_days(line: Line, today: Today, expect: Expectation) -> Days | None:
    """Takes the date that is meant out of the line: the finest, with doubts if there are several.

    The words of coarser ones («восени» beside «до 1 липня») stay in the text.
    """
    mentions = _mentions(line, today, expect)
    if not mentions and expect is Expectation.DATE:
        mentions = _apply(exact.ASKED, line, today, expect)
    if not mentions:
        return None
    finest = min(FINENESS.index(mention.days.precision) for mention in mentions)
    finer = [mention for mention in mentions if FINENESS.index(mention.days.precision) == finest]
    night = next(line.search(EVE_OF), None)
    for mention in finer:
        line.take(mention.found)
    for found in line.search("(?<=~ )incl "):
        line.take(found)
    days = _settled(line, finer)
    return replace(days, doubts=(*days.doubts, *about_words(line, night, days)))


def _settled(line: Line, mentions: list[Mention]) -> Days:
    """One date of those that were found, with a doubt if it is one of several."""
    mentions = [each for each in mentions if not _is_end_of_day(each)] or mentions
    first = mentions[0].days
    joined = _range(mentions)
    moved = " move " in line.row or mentions[-1].days.role in {"on", "for"}
    if moved and ((joined or first).role == "from" or mentions[-1].days.role == "to"):
        # «перенести з четверга на п’ятницю», from 5 to 6 July: the second is meant.
        days = mentions[-1].days
        return replace(days, span=one(days.span.last))
    if joined is not None:
        return joined
    if len(mentions) == 1:
        return _counted_from(line, mentions[0])
    spans = dict.fromkeys(mention.days.span for mention in mentions)
    if len(spans) == 1:
        return first
    if _same_weekdays(line, mentions):
        return max((each.days for each in mentions), key=lambda days: days.span.first)
    doubt = DayDoubt(DoubtKind.SEVERAL_DATES, tuple(spans))
    return replace(first, doubts=(*first.doubts, doubt))


def _is_end_of_day(mention: Mention) -> bool:
    """«1 липня, до кінця дня»: of the day that was named, not of today."""
    return mention.found.groups.get("edge") == "end" and mention.found.groups.get("u") == "D"


def _same_weekdays(line: Line, mentions: list[Mention]) -> bool:
    """«27–29 вересня (пт–нд)»: the weekdays of a range said again."""
    days = [mention.days for mention in mentions]
    ranges = {(each.span.first.weekday(), each.span.last - each.span.first) for each in days}
    exact_days = all(each.precision is Precision.DAY and each.span.end for each in days)
    texts = [line.tokens[mention.found.first].text for mention in mentions]
    in_words = any(not any(map(str.isdigit, text)) for text in texts)
    return len(days) == 2 and len(ranges) == 1 and exact_days and in_words


def _range(mentions: list[Mention]) -> Days | None:
    """«від сьогодні до п’ятниці»: from one date to another."""
    if len(mentions) != 2:
        return None
    first, second = mentions[0].days, mentions[1].days
    ordered = first.span.last < second.span.last
    if first.role != "from" or second.role not in {"do", "til", "to", "po"} or not ordered:
        return None
    doubts = (*first.doubts, *second.doubts)
    return Days(Span(first.span.first, second.span.last), first.precision, doubts, "from")


def _mentions(line: Line, today: Today, expect: Expectation) -> list[Mention]:
    mentions: list[Mention] = []
    for rule in RULES:
        if rule.needs and rule.needs not in line.row:
            continue
        mentions += _apply(rule, line, today, expect)
    return sorted(mentions, key=lambda mention: mention.found.first)


def _apply(rule: Rule, line: Line, today: Today, expect: Expectation) -> list[Mention]:
    """Every date of one rule; what was read is hidden from the rules after it."""
    mentions = []
    skipped: set[int] = set()
    while found := next(
        (one for one in line.search(rule.pattern) if one.first not in skipped), None
    ):
        days = rule.build(Reading(line, found, today, expect))
        if days is None:
            skipped.add(found.first)
            continue
        line.hide(found)
        mentions.append(Mention(days, found))
    return mentions


def _counted_from(line: Line, mention: Mention) -> Days:
    """«за два дні до п’ятниці», a week from Friday: so long before or after the day."""
    week = next(line.search(r"UW (?:of |beg )?(?=~)"), None)
    if week is not None and mention.days.role in {"", "from"} and _opens(line, week, mention):
        first = mention.days.span.first
        span = Span(first, first + 6 * DAY) if mention.days.role else week_of(first)
        line.take(week)
        return replace(mention.days, span=span, role="from")
    sign = {"do": -1, "before": -1, "from": 1, "after": 1}.get(mention.days.role)
    if sign is None:
        return mention.days
    for found in line.search(r"(?:za |after )?(?:N(?P<n>\d{1,3}) |a )?U(?P<u>[DWM])g? (?=~)"):
        english = line.tokens[found.last].text.isascii()
        counted = line.codes[found.first] in {"za", "after"}
        steps = relative.step(found.groups["u"] or "D", sign * (found.number("n") or 1))
        later = one(mention.days.span.first + steps)
        if sign > 0 and mention.days.role == "from" and not (english or counted):
            # «два дні з 1 липня» is how long, a week from Friday how far, «від» may be either.
            if not line.tokens[mention.found.first].text.casefold().startswith("від "):
                continue
            either = DayDoubt(DoubtKind.WHICH_DAY, (mention.days.span, later))
            return replace(mention.days, doubts=(*mention.days.doubts, either))
        if line.code_before(found) in {"for", "lasts"}:
            # for three days from 2 July
            continue
        if mention.found.first - found.last <= 1:
            line.take(found)
            return replace(mention.days, span=later, role="")
    return mention.days


def _opens(line: Line, week: Found, mention: Mention) -> bool:
    """«тиждень з 24 червня» and the week of 24 June; a week from Friday is counted."""
    if line.code_before(week) in {"after", "za", "a", "on"} or re.match(
        r"N|half", line.code_before(week)
    ):
        return False
    english = line.tokens[week.first].text.isascii()
    starts = line.tokens[mention.found.first].text.casefold().startswith("start")
    return not english or starts or line.codes[week.last] != "UW"
