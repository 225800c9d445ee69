"""Taking into a draft what the bot knows: once each, and never over what was written by hand."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from partnership.bilingual import Bilingual
from partnership.minutes.minutes import AgendaItem, Minutes, Point, PointKind
from partnership.minutes.points import item_about, point_of_step, same_point
from partnership.steps import Step


@dataclass(frozen=True, slots=True)
class HeardNote:
    """A note as a point; `keys` are its own and those of the notes it corrects, latest first."""

    keys: tuple[str, ...]
    point: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a meeting and belongs in its minutes."""

    carried: tuple[Step, ...] = ()
    """Open action items of the meeting before."""
    topics: tuple[Bilingual, ...] = ()
    notes: tuple[HeardNote, ...] = ()
    """In the order in which they were written."""
    withdrawn: tuple[tuple[str, ...], ...] = ()
    """Keys of each note that was taken back, with those of the notes that it corrected."""
    steps: tuple[Step, ...] = ()
    outcomes: tuple[Bilingual, ...] = ()
    next_event: str | None = None


def take_in(minutes: Minutes, known: Known) -> Minutes:
    """The draft with all of it; doing it twice changes nothing the second time.

    What was taken in before and removed by hand does not come back. A corrected note changes its
    point, and one that was taken back takes it away, unless somebody changed it by hand.
    """
    taking = _Taking(minutes)
    for step in known.carried:
        taking.item(f"carried:{step.key}", step.what, step.key)
    for topic in known.topics:
        taking.item(f"topic:{topic.text('uk')}", topic)
    for keys in known.withdrawn:
        taking.withdraw(keys)
    for note in known.notes:
        taking.note(note)
    for step in known.steps:
        taking.step(step)
    for outcome in known.outcomes:
        point = Point(kind=PointKind.RESOLVED, text=outcome)
        taking.point([f"outcome:{outcome.text('uk')}"], point)
    if known.next_event is not None:
        taking.next_event(known.next_event)
    return taking.minutes


@dataclass(slots=True)
class _Taking:
    """Minutes that grow, one thing after another."""

    minutes: Minutes

    def item(self, mark: str, title: Bilingual, step: str | None = None) -> None:
        """An item of the agenda, unless it was there before."""
        if not self._is_new([mark]):
            return
        if any(each.title == title for each in self.minutes.agenda):
            return
        item = AgendaItem(title=title, id=self._next_id(), step=step)
        self.minutes = replace(self.minutes, agenda=(*self.minutes.agenda, item))

    def withdraw(self, keys: tuple[str, ...]) -> None:
        """Nobody says it any more; should it be said again, it is new."""
        holding = self._holding(keys)
        if holding is None or holding.by_hand:
            return
        left = tuple(each for each in holding.notes if each not in keys)
        marks = {f"note:{each}" for each in keys} | {f"step:{holding.step}"}
        taken = tuple(each for each in self.minutes.taken if each not in marks)
        self.minutes = replace(self.minutes, taken=taken)
        if left:
            self._put(replace(holding, notes=left))
        else:
            points = (each for each in self.minutes.points if each.id != holding.id)
            self.minutes = replace(self.minutes, points=tuple(points))

    def note(self, heard: HeardNote) -> None:
        """A note; a correction goes where the first wording stood, if nobody else said that."""
        marks = [f"note:{each}" for each in heard.keys]
        known = any(mark in self.minutes.taken for mark in marks)
        holding = self._holding(heard.keys)
        if heard.point.step is not None:
            marks.append(f"step:{heard.point.step}")
        if holding is not None and len(holding.notes) > 1 and heard.keys[0] not in holding.notes:
            left = tuple(each for each in holding.notes if each not in heard.keys)
            self._put(replace(holding, notes=left))
            holding, known = None, False
        self._is_new(marks)
        if holding is not None:
            self._put(_corrected(holding, heard.point))
        elif not known:
            self._add(heard.point)

    def step(self, step: Step) -> None:
        """A step of the meeting, unless it was made of one of its notes or points."""
        point, mark = point_of_step(step), f"step:{step.key}"
        held = any(each.step == step.key for each in self.minutes.points)
        if point is None or held:
            self._is_new([mark] if held else [])
            return
        self.point([mark], point)

    def point(self, marks: Iterable[str], point: Point) -> None:
        """A point at the end; where it is said already, it is only completed."""
        if self._is_new(list(marks)):
            self._add(point)

    def _add(self, point: Point) -> None:
        same = same_point(self.minutes, point)
        if same is not None:
            self._put(_completed(same, point))
            return
        new = replace(point, id=self._next_id(), item=item_about(self.minutes, point))
        self.minutes = replace(self.minutes, points=(*self.minutes.points, new))

    def next_event(self, event: str) -> None:
        """The next meeting, where nobody has said anything about it."""
        if self._is_new([f"next:{event}"]) and self.minutes.next_event is None:
            self.minutes = replace(self.minutes, next_event=event)

    def _holding(self, keys: Collection[str]) -> Point | None:
        """The point that comes from one of these notes."""
        points = self.minutes.points
        return next((each for each in points if set(each.notes) & set(keys)), None)

    def _is_new(self, marks: list[str]) -> bool:
        """Whether none of the marks was there; all of them are from now on."""
        new = [each for each in marks if each not in self.minutes.taken]
        if new:
            self.minutes = replace(self.minutes, taken=(*self.minutes.taken, *new))
        return len(new) == len(marks)

    def _next_id(self) -> int:
        self.minutes = replace(self.minutes, last_id=self.minutes.last_id + 1)
        return self.minutes.last_id

    def _put(self, point: Point) -> None:
        points = (point if each.id == point.id else each for each in self.minutes.points)
        self.minutes = replace(self.minutes, points=tuple(points))


def _completed(point: Point, other: Point) -> Point:
    """A point with what the same thing, said again, adds to it."""
    return replace(
        point,
        notes=tuple(dict.fromkeys((*point.notes, *other.notes))),
        step=point.step or other.step,
        owner=point.owner or (None if point.owner_name else other.owner),
        owner_name=point.owner_name or (None if point.owner else other.owner_name),
        due=point.due or other.due,
    )


def _corrected(before: Point, now: Point) -> Point:
    """The point after its note was corrected, or put on the list of action items.

    What somebody wrote by hand stays, and so does what others who noted the same have added.
    """
    step = before.step or now.step
    if before.by_hand:
        return replace(before, notes=now.notes, step=step)
    if len(before.notes) > 1:
        return replace(before, step=step)
    return replace(now, id=before.id, item=before.item, step=step)
