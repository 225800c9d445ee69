"""The particulars of a question that follow from its concepts: kinds, stages, posts, direction."""

from __future__ import annotations

from partnership.events import EventKind
from partnership.language.questions.lexicon import Concepts
from partnership.language.questions.model import Direction, Intent, Post
from partnership.stages import Stage, Status

MEETINGS = (EventKind.MEETING, EventKind.ONLINE_MEETING, EventKind.HYBRID_MEETING)
VISITS = (
    EventKind.WORKING_VISIT,
    EventKind.STUDY_VISIT,
    EventKind.KICK_OFF_VISIT,
    EventKind.RETURN_VISIT,
    EventKind.SITE_VISIT,
)

_STAGES = {
    "TWIN": Stage.TWINNING,
    "SOLIDARITY": Stage.SOLIDARITY,
    "MEMORANDUM": Stage.MEMORANDUM,
    "INTENT": Stage.INTENT,
    "PROJECT": Stage.PROJECT,
}
_STATUSES = {
    "PREPARING": Status.PREPARING,
    "DORMANT": Status.DORMANT,
    "ACTIVE": Status.ACTIVE,
    "SUSPENDED": Status.SUSPENDED,
    "ENDED": Status.ENDED,
    "DECLINED": Status.DECLINED,
}
_POSTS = {
    "SECRETARY": Post.SECRETARY,
    "COORDINATOR": Post.COORDINATOR,
    "DIRECTOR": Post.DIRECTOR,
    "EXPERT": Post.EXPERT,
    "INTERPRETER": Post.INTERPRETER,
    "SIGNED": Post.SIGNATORY,
}
_BY_STAGE = frozenset({Intent.LIST, Intent.COUNT, Intent.STAGE, Intent.DEFINITION, Intent.COVERAGE})
_BY_STATUS = frozenset({Intent.LIST, Intent.COUNT})
_BY_POST = frozenset({Intent.WHO, Intent.CONTACT, Intent.ADD_CONTACT})
_BY_TENSE = frozenset({Intent.WHEN, Intent.EVENTS, Intent.COUNT, Intent.TAKING_PART})


def stages_of(intent: Intent, concepts: Concepts) -> tuple[Stage, ...]:
    """The stages by which a list is narrowed, or which are asked about."""
    if intent not in _BY_STAGE:
        return ()
    found = tuple(stage for concept, stage in _STAGES.items() if concept in concepts)
    meant_at_all = intent is Intent.DEFINITION and "AGREEMENT" in concepts
    return found or ((Stage.AGREEMENT,) if meant_at_all else ())


def statuses_of(intent: Intent, concepts: Concepts) -> tuple[Status, ...]:
    """The statuses by which a list is narrowed."""
    if intent not in _BY_STATUS:
        return ()
    return tuple(status for concept, status in _STATUSES.items() if concept in concepts)


def posts_of(intent: Intent, concepts: Concepts) -> tuple[Post, ...]:
    """The posts whose holder is asked for."""
    if intent not in _BY_POST:
        return ()
    found = [post for concept, post in _POSTS.items() if concept in concepts]
    if "DEPUTY" in concepts:
        found.append(Post.DEPUTY_MAYOR)
    elif "MAYOR" in concepts:
        found.append(Post.MAYOR)
    return tuple(found)


def kinds_of(intent: Intent, concepts: Concepts) -> tuple[EventKind, ...]:
    """The kinds of event that are meant; none when every kind is.

    A delegation is a visit where nothing else is said, in «зустріч з делегацією» it is not.
    """
    if intent in _BY_POST:
        return ()
    kinds = _signings(concepts) + _visits(concepts) + _meetings(concepts) + _others(concepts)
    return VISITS if not kinds and "DELEGATION" in concepts else kinds


def direction_of(intent: Intent, concepts: Concepts) -> Direction:
    """Which way a question looks: «наступна» and «буде» ahead, «остання» and «були» back."""
    if intent is Intent.DISCUSSED:
        return Direction.LAST if "LAST" in concepts else Direction.ANY
    if intent not in _BY_TENSE:
        return Direction.ANY
    ahead = "NEXT" in concepts
    back = "LAST" in concepts or "PAST" in concepts
    if ahead == back:
        return Direction.ANY
    return Direction.NEXT if ahead else Direction.LAST


def _signings(concepts: Concepts) -> tuple[EventKind, ...]:
    """«Хто підписує…» asks about the signing too."""
    asked = "SIGNING" in concepts or {"SIGNED", "WHO"} <= concepts
    return (EventKind.SIGNING,) if asked else ()


def _visits(concepts: Concepts) -> tuple[EventKind, ...]:
    if "RETURN" in concepts:
        return (EventKind.RETURN_VISIT,)
    if "VISIT" not in concepts:
        return ()
    if "STUDY" in concepts:
        return (EventKind.STUDY_VISIT,)
    return (EventKind.WORKING_VISIT,) if "WORKING" in concepts else VISITS


def _meetings(concepts: Concepts) -> tuple[EventKind, ...]:
    if "HYBRID" in concepts:
        return (EventKind.HYBRID_MEETING,)
    if "ONLINE" in concepts:
        return (EventKind.ONLINE_MEETING,)
    return MEETINGS if "MEETING" in concepts else ()


def _others(concepts: Concepts) -> tuple[EventKind, ...]:
    kinds = {"SEMINAR": EventKind.SEMINAR, "DECISION": EventKind.DECISION_STEP}
    return tuple(kind for concept, kind in kinds.items() if concept in concepts)
