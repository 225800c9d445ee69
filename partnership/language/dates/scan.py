"""Finds every date on a line and settles which one is meant."""

from dataclasses import dataclass, replace

from . import exact, periods, ranges, relative, weekdays
from .calendar_days import DayDoubt, Days, Today, one
from .line import Found, Line
from .model import DoubtKind, Expectation, Precision
from .rules import Reading, Rule

RULES: tuple[Rule, ...] = (
    *ranges.RULES,
    *exact.RULES,
    *exact.NUMBER_RULES[:-1],
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
        mentions = _apply(exact.NUMBER_RULES[-1], line, today, expect)
    if not mentions:
        return None
    finest = min(FINENESS.index(mention.days.precision) for mention in mentions)
    finer = [mention for mention in mentions if FINENESS.index(mention.days.precision) == finest]
    chosen = _moved_to(line, finer) or _counted_back(line, finer[0])
    for mention in finer:
        line.take(mention.found)
    for found in line.search("(?<=~ )incl "):
        line.take(found)
    others = [mention.days.span for mention in finer if mention.days.span != chosen.days.span]
    if not others or len(finer) == 1 or _moved_to(line, finer):
        return chosen.days
    several = DayDoubt(DoubtKind.SEVERAL_DATES, (chosen.days.span, *dict.fromkeys(others)))
    return replace(chosen.days, doubts=(*chosen.days.doubts, several))


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


def _counted_back(line: Line, mention: Mention) -> Mention:
    """«за два дні до п’ятниці», a week from Friday: so long before or after the day."""
    sign = {"do": -1, "before": -1, "from": 1, "after": 1}.get(mention.days.role)
    if sign is None:
        return mention
    for found in line.search(r"(?:za |after )?(?:N(?P<n>\d+) |a )?U(?P<u>[DWM])g? (?=~)"):
        if mention.found.first - found.last <= 1:
            line.take(found)
            back = relative.step(found.groups["u"] or "D", sign * (found.number("n") or 1))
            day = mention.days.span.first + back
            return replace(mention, days=replace(mention.days, span=one(day)))
    return mention


def _moved_to(line: Line, mentions: list[Mention]) -> Mention | None:
    """«перенести з четверга на п’ятницю»: the second is meant, the first is where it was."""
    if len(mentions) != 2 or mentions[0].days.role != "from":
        return None
    second = mentions[1]
    return second if second.days.role in {"on", "for"} else None
