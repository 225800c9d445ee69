"""Questions that the registry in memory answers without waiting."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from partnership.agreements import STAGE_PROVED_BY, Agreement
from partnership.entities import Kind
from partnership.events import Event
from partnership.letters import REPLIED, Letter
from partnership.partnerships import Partnership
from partnership.people import Assignment
from partnership.registry import Registry
from partnership.stages import Stage, StageFacts, Status
from partnership.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFilter:
    """Which partnerships are wanted; None is «any»."""

    country: str | None = None
    community: str | None = None
    stage: Stage | None = None
    status: Status | None = None
    area: str | None = None
    text: str | None = None
    """Part of the name of one of its places, in any language."""
    archived: bool = False


def partnerships(registry: Registry, wanted: PartnerFilter | None = None) -> list[Partnership]:
    """Partnerships that fit, by the Ukrainian names of the home place and the partner."""
    chosen = wanted or PartnerFilter()
    return [each for each in registry.partnerships_in_order() if _fits(registry, each, chosen)]


def _fits(registry: Registry, partnership: Partnership, wanted: PartnerFilter) -> bool:
    """Cheap comparisons first: a list goes through all partnerships."""
    return (
        (partnership.archived_at is not None) == wanted.archived
        and (wanted.community is None or wanted.community == partnership.home)
        and (wanted.stage is None or wanted.stage == partnership.stage)
        and (wanted.status is None or wanted.status == partnership.status)
        and (wanted.area is None or wanted.area in partnership.areas)
        and (wanted.country is None or wanted.country in _countries(registry, partnership))
        and (wanted.text is None or _mentions(registry, partnership, wanted.text))
    )


def _countries(registry: Registry, partnership: Partnership) -> list[str]:
    return [registry.places[each].country for each in partnership.foreign]


def _mentions(registry: Registry, partnership: Partnership, text: str) -> bool:
    part = text.casefold()
    places = [registry.places[each] for each in partnership.places]
    return any(
        part in name.casefold()
        for place in places
        for name in (place.name.uk, place.name.en, place.name_de, *place.aliases)
        if name
    )


def partnerships_between(registry: Registry, home: str, foreign: str) -> list[Partnership]:
    """Partnerships of two places that are neither archived nor over: the same thing twice."""
    over = {Status.DECLINED, Status.ENDED}
    return [
        each
        for each in registry.partnerships_of(Kind.PLACE, foreign)
        if each.home == home
        and foreign in each.foreign
        and each.archived_at is None
        and each.status not in over
    ]


def posts_of(registry: Registry, person: str, on: date | None = None) -> list[Assignment]:
    """Posts of a person, the latest known first; with a day, those held on it."""
    posts = [
        registry.assignments[each]
        for each in registry.pointing_to(Kind.PERSON, person, Kind.ASSIGNMENT)
    ]
    held = [post for post in posts if on is None or post.holds_on(on)]
    return sorted(held, key=lambda post: post.as_of or post.since or date.min, reverse=True)


def agreements_of(registry: Registry, partnership: str) -> list[Agreement]:
    """Agreements of a partnership, the latest signed or planned first."""
    found = [
        registry.agreements[each]
        for each in registry.pointing_to(Kind.PARTNERSHIP, partnership, Kind.AGREEMENT)
    ]
    return sorted(found, key=lambda each: each.signed_on or each.planned_on or date.min)[::-1]


def letters_of(registry: Registry, partnership: str) -> list[Letter]:
    """Letters of a partnership, the latest first; those without a date come last."""
    found = [
        registry.letters[each]
        for each in registry.pointing_to(Kind.PARTNERSHIP, partnership, Kind.LETTER)
    ]
    return sorted(found, key=lambda each: each.sent_on or date.min, reverse=True)


def awaiting_letters(
    registry: Registry, communities: Collection[str] | None = None
) -> list[Letter]:
    """Letters without an answer, of some communities or of all."""
    return [
        letter
        for letter in registry.letters.values()
        if letter.awaits_reply
        and (communities is None or registry.partnerships[letter.partnership].home in communities)
    ]


def communities_of(registry: Registry, record: Event | Step) -> frozenset[str]:
    """Home places to which an event or a step belongs."""
    linked = record.partnerships if isinstance(record, Event) else (record.partnership,)
    homes = {registry.partnerships[each].home for each in linked if each is not None}
    return frozenset(homes | ({record.community} if record.community else set()))


def stage_facts(registry: Registry, partnership: Partnership, *, event_held: bool) -> StageFacts:
    """What is recorded that can prove a stage of this partnership."""
    letters = letters_of(registry, partnership.id)
    return StageFacts(
        country_codes=frozenset(registry.places[each].country for each in partnership.foreign),
        letter_recorded=bool(letters),
        reply_recorded=any(each.state in REPLIED or each.reply_on for each in letters),
        event_held=event_held,
        signed_stages=frozenset(
            STAGE_PROVED_BY[each.kind]
            for each in agreements_of(registry, partnership.id)
            if each.is_signed
        ),
    )
