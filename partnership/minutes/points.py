"""From a step or a note to a point of the minutes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from partnership.access import User
from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.events import Event
from partnership.language.names import NameIndex, NameKind, Sure, verdict
from partnership.language.stems import stems
from partnership.minutes.minutes import Minutes, Point, PointKind
from partnership.notes.addressing import addressed
from partnership.notes.note import Belongs, Note, NoteKind
from partnership.notes.proposing import propose
from partnership.registry import Registry
from partnership.steps import Step, StepKind, StepState
from partnership.tasks.making import action_item, in_its_language, side_of

_PEOPLE = frozenset({NameKind.PERSON})
ABOUT = 0.6
"""The part of a title’s words that a point must hold to be put under it."""

_KINDS = {
    StepKind.ACTION: PointKind.ACTION,
    StepKind.DELIVERABLE: PointKind.ACTION,
    StepKind.SUBSCRIPTION: PointKind.ACTION,
}
"""What was asked for or promised to be delivered; everything else is what somebody said."""
_AGAIN = {
    "weekly": Bilingual("щотижня", "weekly"),
    "monthly": Bilingual("щомісяця", "monthly"),
    "quarterly": Bilingual("щокварталу", "quarterly"),
    "yearly": Bilingual("щороку", "yearly"),
}
"""How often something is delivered, as minutes say it."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """What is known of who may have said something."""

    event: Event
    registry: Registry
    names: NameIndex
    users: Sequence[User]
    """Users of the bot, some of them people of the registry."""
    minute_taker: str | None = None
    """Writes down what others say."""

    def side(self, person: str) -> Side | None:
        """Whose person it is: as a participant, else by the post."""
        for each in self.event.participants:
            if each.person == person and each.side is not None:
                return each.side
        sides = (side_of(person, each, self.registry) for each in self.event.partnerships)
        return next((each for each in sides if each is not None), None)

    def author(self, note: Note) -> str | None:
        """The author, if they took part and did not write for others."""
        known = (each.person for each in self.users if each.id == note.author)
        person = next(known, None) if note.said_by is None else None
        took_part = any(each.person == person for each in self.event.participants)
        return person if took_part and person != self.minute_taker else None

    def user(self, handle: str | None) -> User | None:
        """Whose name in Telegram this is: «@taras_k»."""
        wanted = (handle or "").removeprefix("@").casefold()
        known = (each for each in self.users if (each.username or "").casefold() == wanted)
        return next(known, None) if handle and handle.startswith("@") else None

    def named(self, text: str) -> str | None:
        """The person of the registry whose name this is."""
        found = verdict(self.names.look_up(text, _PEOPLE))
        return found.match.name_id if isinstance(found, Sure) and not found.remark else None


def point_of_step(step: Step) -> Point | None:
    """What was agreed as a step; None for what was never said or is called off."""
    if step.derived or step.state is StepState.CANCELLED:
        return None
    joint = step.kind is StepKind.COMMITMENT and step.owner_side is None
    kind = PointKind.RESOLVED if joint else _KINDS.get(step.kind, PointKind.SPOKE)
    point = Point(kind=kind, text=step.what, side=step.owner_side)
    if kind is not PointKind.ACTION:
        return replace(point, speaker=step.requested_by, step=step.key)
    return replace(
        point,
        owner=step.owner_person,
        owner_name=step.owner,
        owner_organisations=step.owner_organisations,
        helpers=step.helpers,
        due=step.due,
        due_text=step.due_text or _AGAIN.get(step.recurrence or ""),
        step=step.key,
    )


def point_of_note(note: Note, step: Step | None, speakers: Speakers, zone: str) -> Point:
    """A decision is resolved, an action item is one, everything else was said by somebody."""
    made = point_of_step(step) if step is not None else None
    if made is not None:
        return replace(made, notes=(note.key,))
    if note.kind is NoteKind.DECISION:
        return Point(kind=PointKind.RESOLVED, text=_sentence(note.text), notes=(note.key,))
    if note.kind is NoteKind.ACTION:
        return _heard_action(note, speakers, zone)
    return _said(note, speakers)


def _heard_action(note: Note, speakers: Speakers, zone: str) -> Point:
    heard = propose(note, speakers.names, zone)
    if heard is None:
        return Point(kind=PointKind.ACTION, text=_sentence(note.text), notes=(note.key,))
    known = speakers.user(heard.owner)
    if known is not None:
        named = None if known.person else known.name or heard.owner
        heard = replace(heard, person=known.person, owner=named)
    partnership = note.belongs.partnership or next(iter(speakers.event.partnerships), None)
    belongs = Belongs(partnership=partnership, event=speakers.event.key)
    step = action_item(None, heard, belongs, speakers.registry)
    point = point_of_step(step)
    assert point is not None
    return replace(point, text=_sentence(heard.what), notes=(note.key,), step=None)


def _said(note: Note, speakers: Speakers) -> Point:
    """«Бондюель: організує візит» was said by her; else by whose message it was."""
    to, name = addressed(note.text, speakers.names), note.said_by
    person, text = (to.person, to.rest) if to else (None, note.text)
    if person is None:
        person = speakers.named(name) if name else speakers.author(note)
    return Point(
        kind=PointKind.SPOKE,
        text=_sentence(text),
        notes=(note.key,),
        side=speakers.side(person) if person else None,
        speaker=person,
        speaker_name=None if person else name,
    )


def _sentence(text: str) -> Bilingual:
    """What was noted in haste, as it stands in a document: with a capital letter."""
    first, _space, _rest = text.partition(" ")
    return in_its_language(text[:1].upper() + text[1:] if first.islower() else text)


def item_about(minutes: Minutes, point: Point) -> int:
    """The one item of the agenda whose words the point repeats; 0 where that is not clear."""
    said = set(stems(point.text.text("uk")))
    shares = sorted(((_share(each.title, said), each.id) for each in minutes.agenda), reverse=True)
    if not shares or shares[0][0] < ABOUT:
        return 0
    clear = len(shares) == 1 or shares[1][0] < shares[0][0]
    return shares[0][1] if clear else 0


def _share(title: Bilingual, said: set[str]) -> float:
    """The part of the words of a title that was said; one word alone says too little."""
    words = set(stems(title.text("uk")))
    return len(words & said) / len(words) if len(words) > 1 else 0


def same_point(minutes: Minutes, point: Point) -> Point | None:
    """The point of these minutes that says the same thing already: nothing in it contradicts."""
    wanted = _plain(point)
    return next(
        (each for each in minutes.points if _plain(each) == wanted and _agree(each, point)), None
    )


def _plain(point: Point) -> tuple[PointKind, str]:
    words = "".join(each for each in point.text.text("uk").casefold() if each.isalnum())
    return point.kind, words


def _agree(one: Point, other: Point) -> bool:
    """Whether both name the same doer, day and action item, as far as they name any."""
    facts = (
        (one.owner or one.owner_name, other.owner or other.owner_name),
        (one.due, other.due),
        (one.step, other.step),
    )
    return all(first is None or second is None or first == second for first, second in facts)
