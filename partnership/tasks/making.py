"""From an action item that was heard to the step that is kept."""

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.language.text import is_cyrillic, words
from partnership.notes.note import Belongs
from partnership.notes.proposing import Proposal
from partnership.queries import posts_of
from partnership.registry import Registry
from partnership.steps import Step, StepKind, StepState


def action_item(key: str, heard: Proposal, belongs: Belongs, registry: Registry) -> Step:
    """The step of an action item, not stored yet."""
    return Step(
        key=key,
        kind=StepKind.ACTION,
        what=in_its_language(heard.what),
        state=StepState.OPEN,
        partnership=belongs.partnership,
        community=belongs.community,
        owner_side=side_of(heard.person, belongs.partnership, registry),
        owner_person=heard.person,
        owner=in_its_language(heard.owner) if heard.owner else None,
        event=belongs.event,
        due=heard.due,
    )


def side_of(person: str | None, partnership: str | None, registry: Registry) -> Side | None:
    """On whose side a person works; None where no post says so."""
    pair = registry.partnerships.get(partnership or "")
    if person is None or pair is None:
        return None
    for post in posts_of(registry, person):
        place = registry.organisations[post.organisation].place
        if place == pair.home:
            return Side.HOME
        if place in pair.foreign:
            return Side.FOREIGN
    return None


def in_its_language(text: str) -> Bilingual:
    """The text as Ukrainian or English, by its first word."""
    first = next(iter(words(text)), "")
    return Bilingual(uk=text) if is_cyrillic(first) else Bilingual(en=text)
