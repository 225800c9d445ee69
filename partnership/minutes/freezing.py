"""The paper as it was agreed, kept whole: later corrections of the registry leave it alone."""

from dataclasses import replace
from functools import cache
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from partnership.minutes.minutes import Minutes
from partnership.minutes.numbering import numbers
from partnership.minutes.paper import Paper, PaperAction, PaperItem, PaperLine, PaperTime

_OWN = frozenset({"points", "agenda"})
"""Fields of minutes that stand in the items of the paper."""
_SAME_NAME = (
    "form",
    "state",
    "number",
    "registered_on",
    "chair",
    "minute_taker",
    "initiative",
    "conclusions",
    "annexes",
    "agreed_on",
    "agreed_by",
    "amendments",
)


def freeze(paper: Paper) -> str:
    """As JSON."""
    return _adapter().dump_json(paper, exclude_defaults=True).decode()


def thaw(frozen: str) -> Paper:
    """The paper that was frozen; its hours in the zones of the parties again."""
    paper = _adapter().validate_json(frozen)
    later = paper.next_meeting_on
    return replace(
        paper,
        times=tuple(_in_its_zone(each) for each in paper.times),
        next_meeting_on=_in_its_zone(later) if later else None,
    )


def amended(before: Paper, old: Minutes, live: Paper, new: Minutes) -> Paper:
    """The agreed paper with what was amended taken from the live one, and nothing else of it."""
    same = {name: getattr(live, name) for name in _SAME_NAME if _differs(name, old, new)}
    if _differs("next_meeting", old, new) or _differs("next_event", old, new):
        for name in ("next_meeting", "next_meeting_on", "next_meeting_day"):
            same[name] = getattr(live, name)
    if any(_differs(name, old, new) for name in _OWN):
        same["items"] = _items(before, old, live, new)
    return replace(before, **same)


def _items(before: Paper, old: Minutes, live: Paper, new: Minutes) -> tuple[PaperItem, ...]:
    """The live items; a point that nobody touched keeps the line that was agreed."""
    lines = {each.number: each for item in before.items for each in _lines_of(item)}
    actions = {each.number: each for item in before.items for each in item.actions}
    moved = _numbers_of_untouched(old, new)

    def line(now: PaperLine) -> PaperLine:
        agreed = lines.get(moved.get(now.number, ""))
        return replace(agreed, number=now.number) if agreed else now

    def action(now: PaperAction) -> PaperAction:
        agreed = actions.get(moved.get(now.number, ""))
        controlled = now.under_control
        return replace(agreed, number=now.number, under_control=controlled) if agreed else now

    return tuple(
        replace(
            item,
            heard=tuple(map(line, item.heard)),
            spoke=tuple(map(line, item.spoke)),
            resolved=tuple(map(line, item.resolved)),
            actions=tuple(map(action, item.actions)),
        )
        for item in live.items
    )


def _numbers_of_untouched(old: Minutes, new: Minutes) -> dict[str, str]:
    """Of each point that stayed as it was: its number now, and the one it had."""
    known = {each.id: replace(each, step=None) for each in old.points}
    before, now = numbers(old), numbers(new)
    return {
        now[each.id]: before[each.id]
        for each in new.points
        if known.get(each.id) == replace(each, step=None)
    }


def _lines_of(item: PaperItem) -> tuple[PaperLine, ...]:
    return (*item.heard, *item.spoke, *item.resolved)


def _differs(field: str, old: Minutes, new: Minutes) -> bool:
    if field in {"chair", "minute_taker"}:
        names = (field, f"{field}_name")
        return any(getattr(old, each) != getattr(new, each) for each in names)
    return bool(getattr(old, field) != getattr(new, field))


def _in_its_zone(time: PaperTime) -> PaperTime:
    zone = ZoneInfo(time.zone)
    end = time.end.astimezone(zone) if time.end else None
    return replace(time, start=time.start.astimezone(zone), end=end)


@cache
def _adapter() -> TypeAdapter[Paper]:
    return TypeAdapter(Paper)
