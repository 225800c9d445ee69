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
def answer_word(answer: Answer) -> str:
    """What somebody said to an invitation."""
    return {
        Answer.ASKED: _("no answer yet"),
        Answer.COMING: _("coming"),
        Answer.NOT_COMING: _("not coming"),
        Answer.LATER: _("will say later"),
        Answer.DEPUTY: _("sending a deputy"),
    }[answer]
