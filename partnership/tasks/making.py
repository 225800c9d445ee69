"""From an action item that was heard, or is known in its parts, to the step that is kept."""

import secrets

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.language.text import is_cyrillic, words
from partnership.notes.note import Belongs
from partnership.notes.proposing import Proposal
from partnership.partnerships import Partnership
from partnership.queries import posts_of
from partnership.registry import Registry
from partnership.steps import Step, StepKind, StepState
from partnership.tasks.drafts import TaskDraft


def action_item(key: str | None, heard: Proposal, belongs: Belongs, registry: Registry) -> Step:
    """The step of an action item that was heard, not stored yet; None gives it a new key."""
    draft = TaskDraft(
        key=key,
        what=in_its_language(heard.what),
        partnership=belongs.partnership,
        community=belongs.community,
        person=heard.person,
        owner=in_its_language(heard.owner) if heard.owner else None,
        side=Side.FOREIGN if heard.of_partner else None,
        helpers=heard.helpers,
        controller=heard.controller,
        due=heard.due,
        event=belongs.event,
    )
    return step_of(draft, registry)


def step_of(draft: TaskDraft, registry: Registry) -> Step:
    """The step of an action item that is known in its parts, not stored yet."""
    side = side_of(draft.person, draft.partnership, registry) or draft.side
    return Step(
        key=draft.key or f"t-{secrets.token_hex(6)}",
        kind=StepKind.ACTION,
        what=draft.what,
        state=StepState.OPEN,
        partnership=draft.partnership,
        community=draft.community,
        owner_side=side,
        owner_person=draft.person,
        owner=draft.owner,
        helpers=without(draft.helpers, draft.person),
        controller=draft.controller,
        event=draft.event,
        minutes=draft.minutes,
        point=draft.point,
        due=draft.due,
        due_text=draft.due_text if draft.due is None else None,
    )


def without(helpers: tuple[str, ...], person: str | None) -> tuple[str, ...]:
    """The helpers, each once, without the one who answers for it."""
    return tuple(dict.fromkeys(each for each in helpers if each != person))


def side_of(person: str | None, partnership: str | None, registry: Registry) -> Side | None:
    """On whose side a person works; None where neither a duty nor a post says so."""
    pair = registry.partnerships.get(partnership or "")
    if person is None or pair is None:
        return None
    if person == pair.home_coordinator:
        return Side.HOME
    if person == pair.foreign_coordinator:
        return Side.FOREIGN
    for post in posts_of(registry, person):
        place = registry.organisations[post.organisation].place
        if place == pair.home:
            return Side.HOME
        if place is not None and _is_abroad(place, pair, registry):
            return Side.FOREIGN
    return None


def _is_abroad(place: str, pair: Partnership, registry: Registry) -> bool:
    """The partner's town, or another one of the partner's country: an association in Paris."""
    countries = {registry.places[each].country for each in pair.foreign}
    return place in pair.foreign or registry.places[place].country in countries


def in_its_language(text: str) -> Bilingual:
    """The text as Ukrainian or English, by most of its words: «AFCCRE готова» is Ukrainian."""
    said = [is_cyrillic(word) for word in words(text)]
    return Bilingual(uk=text) if 2 * sum(said) >= max(len(said), 1) else Bilingual(en=text)
