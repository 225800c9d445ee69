"""The words of the trade in the reader's language: roles, stages, statuses, kinds."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache, wraps
from typing import TypeVar

from aiogram.utils.i18n import get_i18n
from aiogram.utils.i18n import gettext as _

from handlers.formats import listed
from partnership.access import Role
from partnership.agreements import AgreementState, Side
from partnership.calendar.arrangement import Answer
from partnership.cards import MissingFact
from partnership.entities import Kind
from partnership.events import EventKind
from partnership.language.questions import Post
from partnership.letters import LetterState
from partnership.registry import Registry
from partnership.stages import Stage, Status

Value = TypeVar("Value", bound=Hashable)
KEPT = 1_024


def remembered(word: Callable[[Value], str]) -> Callable[[Value], str]:
    """Keeps a word in each language: the catalogue would be asked for a whole table each time."""

    @lru_cache(KEPT)
    def in_language(_language: str, value: Value) -> str:
        return word(value)

    @wraps(word)
    def ask(value: Value) -> str:
        return in_language(get_i18n().current_locale, value)

    return ask


@remembered
def role_word(role: Role) -> str:
    """Name of a role."""
    return {
        Role.STRANGER: _("no access"),
        Role.OFFICIAL: _("official"),
        Role.COORDINATOR: _("partnership coordinator"),
        Role.ADMIN: _("administrator"),
    }[role]


@remembered
def stage_word(stage: Stage) -> str:
    """Name of a stage, as the domain document has it."""
    return {
        Stage.SEARCH: _("Partner search"),
        Stage.CONTACT: _("First contact"),
        Stage.EXPLORATION: _("Exploratory talks"),
        Stage.INTENT: _("Letter of intent"),
        Stage.COOPERATION: _("Working cooperation"),
        Stage.PROJECT: _("Project partnership"),
        Stage.SOLIDARITY: _("Solidarity partnership"),
        Stage.MEMORANDUM: _("Memorandum"),
        Stage.AGREEMENT: _("Partnership agreement"),
        Stage.TWINNING: _("Twinning"),
    }[stage]


@remembered
def status_word(status: Status) -> str:
    """Name of a status."""
    return {
        Status.PROSPECT: _("prospective"),
        Status.PREPARING: _("in preparation"),
        Status.ACTIVE: _("active"),
        Status.DORMANT: _("dormant"),
        Status.SUSPENDED: _("suspended"),
        Status.DECLINED: _("declined"),
        Status.ENDED: _("ended"),
    }[status]


@remembered
def event_kind_word(kind: EventKind) -> str:
    """Name of a kind of event."""
    return {
        EventKind.ONLINE_MEETING: _("Online meeting"),
        EventKind.HYBRID_MEETING: _("Hybrid meeting"),
        EventKind.MEETING: _("Meeting"),
        EventKind.SEMINAR: _("Seminar"),
        EventKind.WORKING_VISIT: _("Working visit"),
        EventKind.STUDY_VISIT: _("Study visit"),
        EventKind.KICK_OFF_VISIT: _("Familiarisation visit"),
        EventKind.RETURN_VISIT: _("Return visit"),
        EventKind.SITE_VISIT: _("Site visit"),
        EventKind.SIGNING: _("Signing"),
        EventKind.DECISION_STEP: _("Decision step"),
    }[kind]


@remembered
def missing_word(fact: MissingFact) -> str:
    """A fact that nobody has recorded, as it stands after «не внесено:»."""
    return {
        MissingFact.AREAS: _("areas"),
        MissingFact.HOME_COORDINATOR: _("our coordinator"),
        MissingFact.FOREIGN_COORDINATOR: _("the partner’s coordinator"),
        MissingFact.SINCE: _("start of the partnership"),
        MissingFact.AS_OF: _("date of the data"),
        MissingFact.DOCUMENT: _("signed document"),
        MissingFact.LEGAL_PARTIES: _("parties of the agreement"),
        MissingFact.REPLY: _("reply to the letter"),
        MissingFact.OUTCOME: _("outcome of an event"),
        MissingFact.EVENT_DATE: _("date of an event"),
    }[fact]


@remembered
def side_word(side: Side) -> str:
    """Whose step it is."""
    return {
        Side.HOME: _("our side"),
        Side.FOREIGN: _("the partner’s side"),
        Side.THIRD: _("a third party"),
    }[side]


@remembered
def letter_state_word(state: LetterState) -> str:
    """Where a letter stands."""
    return {
        LetterState.DRAFT: _("draft"),
        LetterState.SIGNED: _("signed"),
        LetterState.REGISTERED: _("registered"),
        LetterState.SENT: _("sent"),
        LetterState.AWAITING_REPLY: _("awaiting a reply"),
        LetterState.REPLIED_POSITIVE: _("positive reply"),
        LetterState.REPLIED_NEUTRAL: _("neutral reply"),
        LetterState.REPLIED_NEGATIVE: _("negative reply"),
        LetterState.NO_REPLY: _("no reply"),
        LetterState.RECEIVED: _("received"),
        LetterState.ASSIGNED: _("assigned"),
        LetterState.ANSWERED: _("answered"),
        LetterState.CLOSED: _("closed"),
    }[state]


@remembered
def agreement_state_word(state: AgreementState) -> str:
    """Where an agreement stands on its path."""
    return {
        AgreementState.DRAFT: _("draft"),
        AgreementState.PARTNER_APPROVAL: _("the partner’s side is approving the draft"),
        AgreementState.TEXTS_AGREED: _("texts agreed"),
        AgreementState.INTERNAL_CLEARANCE: _("internal clearance"),
        AgreementState.SUBMITTED_TO_MINISTRY: _("submitted to the Ministry"),
        AgreementState.IN_REVIEW: _("under review at the Ministry"),
        AgreementState.APPROVED: _("approved by the Ministry"),
        AgreementState.RETURNED: _("returned for revision"),
        AgreementState.REFUSED: _("refused by the Ministry"),
        AgreementState.COMMITTEE: _("in a committee of the council"),
        AgreementState.COUNCIL_DECISION: _("decision of the council adopted"),
        AgreementState.REJECTED: _("rejected by the council"),
        AgreementState.READY_TO_SIGN: _("ready to be signed"),
        AgreementState.SIGNED: _("signed"),
        AgreementState.SUBMITTED_FOR_REGISTRATION: _("submitted for registration"),
        AgreementState.REGISTERED: _("registered"),
        AgreementState.IN_FORCE: _("in force"),
        AgreementState.AMENDED: _("amended"),
        AgreementState.EXPIRED: _("expired"),
        AgreementState.TERMINATED: _("terminated"),
    }[state]


def area_list(areas: Iterable[str], registry: Registry, language: str) -> str:
    """Areas by name, as a list in a sentence; empty where there are none."""
    return listed((registry.areas[each].name.text(language) for each in areas), language)


@remembered
def post_word(post: Post) -> str:
    """Name of a post that was asked for."""
    return {
        Post.MAYOR: _("mayor"),
        Post.DEPUTY_MAYOR: _("deputy mayor"),
        Post.SECRETARY: _("secretary of the council"),
        Post.COORDINATOR: _("coordinator of partnerships"),
        Post.DIRECTOR: _("director"),
        Post.EXPERT: _("expert"),
        Post.INTERPRETER: _("interpreter"),
        Post.SIGNATORY: _("signatory"),
    }[post]


@remembered
def kind_word(kind: Kind) -> str:
    """Name of a kind of record, as it stands in the change log."""
    return {
        Kind.SOURCE: _("source"),
        Kind.PLACE: _("city"),
        Kind.AREA: _("area"),
        Kind.ORGANISATION: _("organisation"),
        Kind.PERSON: _("person"),
        Kind.ASSIGNMENT: _("post"),
        Kind.PARTNERSHIP: _("partnership"),
        Kind.AGREEMENT: _("agreement"),
        Kind.LETTER: _("letter"),
        Kind.DECISION: _("decision"),
        Kind.AID: _("aid"),
        Kind.EVENT: _("event"),
        Kind.WORKING_GROUP: _("working group"),
        Kind.STEP: _("step"),
        Kind.MINUTES: _("minutes of a meeting"),
        Kind.HANDOVER: _("handover"),
    }[kind]


@remembered
def field_word(field: str) -> str:
    """Name of a field of a record; the field itself where nobody edits it by hand."""
    return {
        "label": _("Name in the press"),
        "stage": _("Stage"),
        "status": _("Status"),
        "as_of": _("Data as of"),
        "since": _("Partners since"),
        "home_coordinator": _("Our coordinator"),
        "foreign_coordinator": _("Partner’s coordinator"),
        "long_term_goal": _("Long-term goal"),
        "next_stage": _("Next stage"),
        "next_stage_on": _("Next stage planned for"),
        "next_stage_period": _("Planned time"),
        "areas": _("Areas"),
        "note": _("Note"),
        "archived_at": _("In the archive since"),
        "foreign": _("Partners"),
        "signed_on": _("Signed"),
        "number": _("Number"),
        "state": _("State"),
        "channels": _("Phone and e-mail"),
        "home": _("Home community"),
        "reply_on": _("Reply of"),
        "planned": _("Planned for"),
        "actual": _("Took place"),
        "series": _("Repetition"),
        "zone": _("Time zone"),
        "programme": _("Programme"),
        "participants": _("Participants"),
        "order": _("Order"),
        "reserve_date": _("Reserve date"),
        "minutes_waived": _("No minutes are needed"),
        "outcomes": _("Results"),
        "topics": _("Topics"),
        "partnerships": _("Partnerships"),
        "place": _("Place"),
        "kind": _("Kind"),
        "title": _("Title"),
        "interruption": _("Interruption"),
        "owner_person": _("Responsible"),
        "due": _("Due"),
        "due_text": _("Due, in words"),
        "result": _("Result"),
        "asked_until": _("Extension asked for until"),
        "asked_why": _("Reason of the request"),
        "owner": _("Responsible, in words"),
        "owner_organisations": _("Responsible organisations"),
        "owner_group": _("Responsible group"),
        "point": _("Item of the minutes"),
        "helpers": _("Helpers"),
        "controller": _("Control"),
        "access_taken": _("Access taken away"),
        "agenda": _("Agenda"),
        "points": _("Points of the minutes"),
        "registered_on": _("Registered"),
        "chair": _("Chair"),
        "chair_name": _("Chair"),
        "minute_taker": _("Minute-taker"),
        "minute_taker_name": _("Minute-taker"),
        "initiative": _("On the initiative of"),
        "conclusions": _("Conclusions and proposals"),
        "next_meeting": _("Next meeting"),
        "next_event": _("Next meeting"),
        "annexes": _("Annexes"),
        "agreed_on": _("Agreed on"),
        "agreed_by": _("Agreed by"),
        "amendments": _("Amendments"),
        "published_at": _("Short summary sent"),
    }.get(field, field)


@remembered
def answer_word(answer: Answer) -> str:
    """What somebody said to an invitation."""
    return {
        Answer.ASKED: _("no answer yet"),
        Answer.COMING: _("coming"),
        Answer.NOT_COMING: _("not coming"),
        Answer.LATER: _("will say later"),
        Answer.DEPUTY: _("sending a deputy"),
    }[answer]
