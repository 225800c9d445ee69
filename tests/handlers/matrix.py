"""Who may do what, where: one line for every command and every button of the bot.

Written by hand and on purpose not derived from the code: a new command or button without a line
fails `test_matrix`, and so does one whose access changes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto

STRANGER, OFFICIAL, OF_KOROSTEN, OF_ZHYTOMYR, ADMIN = (
    "stranger",
    "official",
    "coordinator",
    "neighbour",
    "admin",
)
"""The people of `tests.support.office.Office`."""
PEOPLE = (STRANGER, OFFICIAL, OF_KOROSTEN, OF_ZHYTOMYR, ADMIN)


class Place(Enum):
    """Where something is asked."""

    PRIVATE = auto()
    UNBOUND = auto()
    """A group that no admin has bound."""
    BOUND = auto()
    """A group bound to Korosten."""


class Verdict(Enum):
    """What somebody experiences."""

    DONE = auto()
    REFUSED = auto()
    """A polite sentence, or an alert."""
    TO_PRIVATE = auto()
    """Sent to the private chat."""
    HINT = auto()
    """An admin is told how to bind the group."""
    SILENCE = auto()
    FAILURE = auto()
    """Never expected: the bot failed."""


@dataclass(frozen=True)
class Rule:
    """For whom something is, and where."""

    people: frozenset[str]
    private_only: bool = False
    open_in_bound: bool = False
    """Whether everybody in a bound group may."""
    binds: bool = False
    """Whether it works where no admin has bound the group yet."""
    in_bound: frozenset[str] | None = None
    """Those who may in a bound group, where that is not the same."""
    elsewhere: frozenset[str] = frozenset()
    """Those who have the role, but for another community."""

    def verdict(self, person: str, place: Place) -> Verdict:
        """What this person is to experience there."""
        if place is Place.UNBOUND and not (self.binds and person in self.people):
            return Verdict.HINT if person == ADMIN else Verdict.SILENCE
        if place is Place.BOUND and self.open_in_bound:
            return Verdict.DONE
        if place is Place.BOUND and self.private_only and person in self.people | self.elsewhere:
            return Verdict.TO_PRIVATE
        people = self.people
        if place is Place.BOUND and self.in_bound is not None:
            people = self.in_bound
        return Verdict.DONE if person in people else Verdict.REFUSED


MEMBERS = frozenset(PEOPLE) - {STRANGER}
ANYBODY = Rule(frozenset(PEOPLE))
ASKING = Rule(frozenset(PEOPLE), private_only=True)
READERS = Rule(MEMBERS, open_in_bound=True)
WRITERS = Rule(MEMBERS)
PERSONAL = Rule(MEMBERS, private_only=True)
KOROSTEN = Rule(frozenset({OF_KOROSTEN, ADMIN}), elsewhere=frozenset({OF_ZHYTOMYR}))
"""Coordinators, for their own community only."""
KOROSTEN_IN_PRIVATE = replace(KOROSTEN, private_only=True)
ZHYTOMYR_IN_PRIVATE = Rule(
    frozenset({OF_ZHYTOMYR, ADMIN}), elsewhere=frozenset({OF_KOROSTEN}), private_only=True
)
COORDINATORS = Rule(frozenset({OF_KOROSTEN, OF_ZHYTOMYR, ADMIN}))
COORDINATORS_IN_PRIVATE = Rule(frozenset({OF_KOROSTEN, OF_ZHYTOMYR, ADMIN}), private_only=True)
OWN_PREFERENCES = Rule(MEMBERS, in_bound=frozenset({OF_KOROSTEN, ADMIN}))
"""Everybody for themselves, in a group those who plan for its community."""
ADMINS = Rule(frozenset({ADMIN}), private_only=True)
BINDING = Rule(frozenset({ADMIN}), binds=True)

COMMANDS: dict[str, tuple[str, Rule]] = {
    "partners": ("", READERS),
    "partner": ("Бурж", READERS),
    "contacts": ("Бурж", PERSONAL),
    "history": ("Бурж", READERS),
    "events": ("2023", READERS),
    "today": ("", READERS),
    "week": ("", READERS),
    "event": ("1", READERS),
    "note": ("Бурж: обговорили програму", WRITERS),
    "decision": ("Бурж: програму погоджено", WRITERS),
    "action": ("Бурж: надіслати програму", WRITERS),
    "notes": ("Бурж", READERS),
    "minutes": ("", READERS),
    "find": ("програму", READERS),
    "checklist": ("10", READERS),
    "upcoming": ("", READERS),
    "reminders": ("", READERS),
    "digest": ("", READERS),
    "deliveries": ("", COORDINATORS),
    "meeting": ("Бурж завтра 10:00", KOROSTEN),
    "visit": ("Бурж завтра 10:00", KOROSTEN),
    "signing": ("Бурж завтра 10:00", KOROSTEN),
    "task": ("Бурж: надіслати каталоги", KOROSTEN),
    "tasks": ("", READERS),
    "progress": ("", READERS),
    "addpartner": ("Ульм; Німеччина; Коростень", KOROSTEN_IN_PRIVATE),
    "editpartner": ("Бурж", KOROSTEN_IN_PRIVATE),
    "addcontact": ("Бурж", KOROSTEN_IN_PRIVATE),
    "areas": ("Бурж культура", KOROSTEN_IN_PRIVATE),
    "stage": ("Бурж меморандум", KOROSTEN_IN_PRIVATE),
    "archive": ("Бурж", KOROSTEN_IN_PRIVATE),
    "restore": ("Бурж", COORDINATORS_IN_PRIVATE),
    "undo": ("", COORDINATORS_IN_PRIVATE),
    "log": ("", COORDINATORS_IN_PRIVATE),
    "handover": ("", COORDINATORS_IN_PRIVATE),
    "templates": ("", ADMINS),
    "users": ("", ADMINS),
    "role": ("103 official Житомир", ADMINS),
    "revoke": ("103", ADMINS),
    "invite": ("official Коростень", ADMINS),
    "explain": ("зустріч з Буржем у четвер", ADMINS),
    "bind": ("Коростень", BINDING),
    "unbind": ("", BINDING),
    "start": ("", ANYBODY),
    "help": ("", ANYBODY),
    "lang": ("uk", ANYBODY),
    "cancel": ("", ANYBODY),
}
"""What follows the command, and who may."""

BUTTONS: dict[str, tuple[tuple[str, Rule], ...]] = {
    "help": (("help:find", ANYBODY),),
    "lang": (("lang:uk", ANYBODY),),
    "lng": (("lng:00000000:0", ANYBODY),),
    "ask": (("ask", ASKING),),
    "apr": (("apr:999:o:korosten", ADMINS),),
    "dcl": (("dcl:999", ADMINS),),
    "acm": (("acm", READERS),),
    "gvc": (("gvc:999:korosten", ADMINS),),
    "usr": (("usr:0", ADMINS),),
    "rvk": (("rvk:999", ADMINS),),
    "uc": (("uc:103", ADMINS),),
    "up": (("up:103:-", ADMINS),),
    "hop": (("hop:000000:s:u103", COORDINATORS_IN_PRIVATE),),
    "hpg": (("hpg:000000:s:0", COORDINATORS_IN_PRIVATE),),
    "hod": (("hod:000000:no", COORDINATORS_IN_PRIVATE), ("hod::keep", ADMINS)),
    "hta": (("hta:nothing", ADMINS),),
    "bnd": (("bnd:c:korosten", BINDING),),
    "bpg": (("bpg:0", BINDING),),
    "glg": (("glg:uk", BINDING),),
    "p": (
        ("p:korosten-bourges:c:0", READERS),
        ("p:korosten-bourges:k:0", PERSONAL),
    ),
    "vc": (("vc:nobody", PERSONAL),),
    "pl": (("pl:0:::::", READERS),),
    "let": (("let:augsburg-proposal:close", ZHYTOMYR_IN_PRIVATE),),
    "dr": (("dr:0000:ok:", COORDINATORS),),
    "ev": (("ev:1:c", READERS), ("ev:10:m", KOROSTEN)),
    "sg": (("sg:today:", READERS),),
    "ed": (("ed:10:cx:", COORDINATORS),),
    "rs": (("rs:10:coming", READERS),),
    "pv": (("pv:999:0:y", READERS),),
    "cl": (("cl:10:OUT:0", READERS),),
    "ck": (("ck:10:nothing:d", KOROSTEN),),
    "so": (("so:meeting:", READERS),),
    "ro": (("ro", READERS),),
    "ns": (("ns:p:korosten-bourges:0", READERS),),
    "nt": (("nt:999:o", READERS), ("nt:999:c", WRITERS), ("nt:999:b", WRITERS)),
    "np": (("np:999:p:korosten-bourges", WRITERS),),
    "fn": (("fn:0", READERS),),
    "si": (("si:10", READERS),),
    "tk": (
        ("tk:11:o:", READERS),
        ("tk:11:s:", READERS),
        ("tk:11:w:", KOROSTEN),
        ("tk:11:u:", KOROSTEN),
        ("tk:11:p:", KOROSTEN),
        ("tk:11:k:", KOROSTEN),
        ("tk:11:x:", KOROSTEN),
    ),
    "tl": (("tl:a::0", READERS),),
    "ta": (("ta:0", COORDINATORS),),
    "pg": (("pg:korosten-bourges:", READERS),),
    "dc": (("dc:s:", WRITERS), ("dc:n:korosten-bourges", KOROSTEN)),
    "md": (("md:10:protocol", KOROSTEN),),
    "me": (("me:10", READERS),),
    "mw": (("mw:10:", KOROSTEN),),
    "mn": (
        ("mn:999:o:", READERS),
        ("mn:999:s:", COORDINATORS_IN_PRIVATE),
        ("mn:999:r:0", COORDINATORS_IN_PRIVATE),
        ("mn:999:R:yes.nobody", COORDINATORS_IN_PRIVATE),
        ("mn:999:g:0", COORDINATORS_IN_PRIVATE),
        ("mn:999:y:0", COORDINATORS_IN_PRIVATE),
        ("mn:999:z:1", COORDINATORS_IN_PRIVATE),
    ),
    "ml": (("ml:0", READERS),),
    "add": (("add:Ульм; Німеччина; Коростень", KOROSTEN_IN_PRIVATE),),
    "rm": (("rm:999999:60", READERS),),
    "dg": (("dg:week:1", OWN_PREFERENCES),),
    "tp": (("tp:ONL:open::0", ADMINS),),
    "rl": (("rl:u:0", READERS),),
    "ef": (("ef:korosten-bourges:areas", KOROSTEN_IN_PRIVATE),),
    "un": (("un:nothing", COORDINATORS_IN_PRIVATE),),
    "log": (("log:0:", COORDINATORS_IN_PRIVATE),),
}
"""Data of each kind of button, and who may press it. A kind may hold several rights."""
