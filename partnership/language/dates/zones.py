"""Whose clock a time is read on: «за Києвом», «за їхнім часом», Berlin time, CET, UTC+2."""

from collections.abc import Mapping
from dataclasses import dataclass

from .line import Found, Line
from .words import fold

PLACE = r"(?:new (?:- )?)?Z(?P<zone>\S+) "
PATTERNS = (
    r"(?:za |by |on )?" + PLACE + r"time ",
    r"(?:za |on )time " + PLACE,
    r"za " + PLACE,
    r"(?<=[!?] )Z(?P<zone>Europe/Kyiv) ",
    r"(?:za )?K(?P<zone>\S+) (?:time )?",
)
THEIRS = r"(?:za |by |on |in )?(?P<whose>their|our|local) time "
CLOCK = r"T\d+:\d\d[!?] (?:za |by |on )?(?:new (?:- )?)?[ZK]\S+ (?:time )?"
# Cities of the caller's registry, which the list of capitals does not have.
PARTNERS = r"(?:za |by |on )?(?P<name>w) time |za (?:time )?(?P<name2>w) "
# As much of a name is compared as all its case forms share: «Бурж», «Буржем».
STEM = 4


@dataclass(frozen=True, slots=True)
class SaidZone:
    """The zone of a time; several `choices` if the words fit more than one."""

    zone: str
    choices: tuple[str, ...] = ()
    said: bool = True


def _take_second_clock(line: Line) -> None:
    """«15:00 за Києвом (14:00 за Берліном)» and «15:00 Київ / 14:00 Париж» say one time twice."""
    clocks = list(line.search(CLOCK))
    if len(clocks) > 1:
        for found in clocks[1:]:
            line.take(found)


def take_zone(line: Line, home: str, partner_zones: Mapping[str, str]) -> SaidZone:
    """Takes the words about the zone out of the line; `home` if there are none."""
    if " T" in line.row:
        _take_second_clock(line)
    for pattern in PATTERNS:
        for found in line.search(pattern):
            line.take(found)
            return SaidZone(found.groups["zone"] or home)
    if " time " in line.row:
        for found in line.search(THEIRS):
            line.take(found)
            return _whose(found.groups["whose"] or "", home, partner_zones)
    if partner_zones:
        for found in line.search(PARTNERS):
            if zone := _partner(line, found, partner_zones):
                line.take(found)
                return SaidZone(zone)
    return SaidZone(home, said=False)


def _whose(whose: str, home: str, partner_zones: Mapping[str, str]) -> SaidZone:
    theirs = tuple(dict.fromkeys(partner_zones.values()))
    if whose == "our" or (whose == "local" and not theirs):
        return SaidZone(home)
    if whose == "their" and len(theirs) == 1:
        return SaidZone(theirs[0])
    choices = theirs if whose == "their" else (home, *theirs)
    return SaidZone(choices[0] if choices else home, choices or (home,))


def _partner(line: Line, found: Found, partner_zones: Mapping[str, str]) -> str | None:
    words = [token for token in line.tokens[found.first : found.last + 1] if token.code == "w"]
    for name, zone in partner_zones.items():
        stem = fold(name)[: max(STEM, len(name) - 2)]
        if any(fold(word.text).startswith(stem) for word in words):
            return zone
    return None
