"""What passes to a successor, what cannot, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum

from partnership.access import Role
from partnership.calendar.arrangement import Answer, Attendance
from partnership.checklists.model import ChecklistLine
from partnership.handover.holdings import Holdings
from partnership.handover.party import Party
from partnership.handover.record import AnswerBefore, Handover, LineBefore
from partnership.partnerships import Partnership
from partnership.steps import Step


class Obstacle(StrEnum):
    """Why something stays where it is."""

    NO_PERSON = "no_person"
    """Nobody said which person of the registry the successor is."""
    NO_USER = "no_user"
    """The successor does not use the bot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """What passes from one to the other, in their new states."""

    partnerships: tuple[tuple[Partnership, Partnership], ...] = ()
    """Before and after."""
    steps: tuple[tuple[Step, Step], ...] = ()
    record: Handover
    obstacles: frozenset[Obstacle] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change at all."""
        record = self.record
        beside = (record.communities, record.given, record.role_before)
        calendar = (record.organised, record.lines, record.answers, record.deputised)
        return not any((self.partnerships, self.steps, *beside, *calendar))


def moves_of(
    holdings: Holdings,
    leaving: Party,
    successor: Party,
    asked: Iterable[Attendance],
    *,
    key: str,
    at: datetime,
    language: str,
) -> Moves:
    """What a handover at this moment would do; names are kept in `language`.

    `asked` are the invitations that the successor has already.
    """
    person = successor.person.id if successor.person is not None else None
    record = Handover(
        key=key,
        at=at,
        leaving_name=leaving.name(language),
        successor_name=successor.name(language),
        leaving_person=leaving.person.id if leaving.person is not None else None,
        leaving_user=leaving.user.id if leaving.user is not None else None,
        successor_person=person,
        successor_user=successor.user.id if successor.user is not None else None,
        lines=tuple(_line_before(each) for each in holdings.lines),
    )
    return Moves(
        partnerships=tuple(
            (each, replace(each, home_coordinator=person))
            for each in holdings.partnerships
            if person is not None and each.home_coordinator != person
        ),
        steps=tuple(_steps(holdings, leaving, person)),
        record=_with_rights(record, holdings, leaving, successor, asked),
        obstacles=frozenset(_obstacles(holdings, successor)),
    )


def _steps(holdings: Holdings, leaving: Party, person: str | None) -> Iterator[tuple[Step, Step]]:
    if leaving.person is None or person is None:
        return
    for step in holdings.steps:
        yield step, _step_after(step, leaving.person.id, person)


def _step_after(step: Step, old: str, new: str) -> Step:
    owner = new if step.owner_person == old else step.owner_person
    helpers = (new if each == old else each for each in step.helpers)
    return replace(
        step,
        owner_person=owner,
        controller=new if step.controller == old else step.controller,
        helpers=tuple(each for each in dict.fromkeys(helpers) if each != owner),
    )


def _with_rights(
    record: Handover,
    holdings: Holdings,
    leaving: Party,
    successor: Party,
    asked: Iterable[Attendance],
) -> Handover:
    """Communities, role, events and invitations: only a user of the bot can have them."""
    user = successor.user
    if user is None:
        return record
    given = tuple(each for each in holdings.communities if each not in user.communities)
    raised = bool(holdings.communities) and user.role == Role.OFFICIAL
    own = [each for each in holdings.answers if each.user == record.leaving_user]
    known = {(each.event, each.occurrence) for each in asked if each.user == user.id}
    return replace(
        record,
        communities=holdings.communities if leaving.user is not None else (),
        given=given,
        role_before=user.role if raised else None,
        organised=tuple(each.key for each in holdings.events if each.key in holdings.organised),
        answers=tuple(_answer_before(each) for each in own),
        invited=tuple(
            AnswerBefore(
                event=each.event,
                user=user.id,
                occurrence=each.occurrence,
                name=user.name,
                answer=Answer.ASKED.value,
            )
            for each in own
            if (each.event, each.occurrence) not in known
        ),
        deputised=tuple(_answer_before(each) for each in holdings.answers if each not in own),
    )


def _obstacles(holdings: Holdings, successor: Party) -> Iterator[Obstacle]:
    if successor.person is None and (holdings.partnerships or holdings.steps):
        yield Obstacle.NO_PERSON
    if successor.user is None and (holdings.communities or holdings.organised):
        yield Obstacle.NO_USER


def _line_before(line: ChecklistLine) -> LineBefore:
    return LineBefore(event=line.event, line=line.line, person=line.person, user=line.user)


def _answer_before(answer: Attendance) -> AnswerBefore:
    values = {each.name: getattr(answer, each.name) for each in fields(Attendance)}
    return AnswerBefore(**values | {"answer": answer.answer.value})


def answer_before(before: AnswerBefore) -> Attendance:
    """An invitation as it was."""
    values = {each.name: getattr(before, each.name) for each in fields(AnswerBefore)}
    return Attendance(**values | {"answer": Answer(before.answer)})


def deputy_after(before: AnswerBefore, handover: Handover) -> Attendance:
    """An invitation of somebody for whom the successor comes now."""
    return replace(
        answer_before(before),
        deputy=handover.successor_name,
        deputy_user=handover.successor_user,
    )
