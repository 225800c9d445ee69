"""Who may do what: roles, the list of everything that can be done, and one rule."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a user of the bot is, from nobody to everything."""

    STRANGER = "stranger"
    OFFICIAL = "official"
    COORDINATOR = "coordinator"
    ADMIN = "admin"


class Action(StrEnum):
    """Everything one may want to do; each command, button and query needs one of these."""

    ASK_FOR_ACCESS = "ask_for_access"
    CHOOSE_LANGUAGE = "choose_language"
    READ = "read"
    """Partners, history, events, letters, agreements, coverage."""
    READ_CONTACTS = "read_contacts"
    WRITE_NOTE = "write_note"
    REPORT_DONE = "report_done"
    ADD_PARTNER = "add_partner"
    EDIT_PARTNER = "edit_partner"
    EDIT_CONTACT = "edit_contact"
    CHANGE_STAGE = "change_stage"
    CORRECT_STAGE = "correct_stage"
    ARCHIVE = "archive"
    DELETE = "delete"
    UNDO = "undo"
    READ_LOG = "read_log"
    PLAN_EVENT = "plan_event"
    SEE_EMBARGOED = "see_embargoed"
    MANAGE_STEPS = "manage_steps"
    WRITE_MINUTES = "write_minutes"
    HAND_OVER = "hand_over"
    SET_REMINDERS = "set_reminders"
    BIND_CHAT = "bind_chat"
    MANAGE_USERS = "manage_users"
    IMPORT = "import"
    EXPORT = "export"


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person known to the bot, by Telegram id. A stranger has no row in the store."""

    id: int
    role: Role = Role.STRANGER
    name: str = ""
    username: str | None = None
    communities: tuple[str, ...] = ()
    """Ids of home places: whose partnerships are «наші»."""
    language: str | None = None
    """What the person chose with /lang; None follows Telegram's own."""
    added_at: datetime | None = None
    person: str | None = None
    """Id of the person of the registry who this is; None while nobody said so."""

    @property
    def standing(self) -> tuple[Role, tuple[str, ...], str | None]:
        """What decides who is reminded of what."""
        return self.role, self.communities, self.person


_EVERYBODY = frozenset({Action.ASK_FOR_ACCESS, Action.CHOOSE_LANGUAGE})
_OFFICIAL = _EVERYBODY | {
    Action.READ,
    Action.READ_CONTACTS,
    Action.WRITE_NOTE,
    Action.REPORT_DONE,
}
_COORDINATOR = _OFFICIAL | {
    Action.ADD_PARTNER,
    Action.EDIT_PARTNER,
    Action.EDIT_CONTACT,
    Action.CHANGE_STAGE,
    Action.ARCHIVE,
    Action.UNDO,
    Action.READ_LOG,
    Action.PLAN_EVENT,
    Action.SEE_EMBARGOED,
    Action.MANAGE_STEPS,
    Action.WRITE_MINUTES,
    Action.HAND_OVER,
    Action.SET_REMINDERS,
    Action.EXPORT,
}

PERMITTED: dict[Role, frozenset[Action]] = {
    Role.STRANGER: _EVERYBODY,
    Role.OFFICIAL: _OFFICIAL,
    Role.COORDINATOR: _COORDINATOR,
    Role.ADMIN: frozenset(Action),
}

IN_OWN_COMMUNITY_ONLY = frozenset(
    {
        Action.ADD_PARTNER,
        Action.EDIT_PARTNER,
        Action.EDIT_CONTACT,
        Action.CHANGE_STAGE,
        Action.ARCHIVE,
        Action.PLAN_EVENT,
        Action.SEE_EMBARGOED,
        Action.MANAGE_STEPS,
        Action.WRITE_MINUTES,
        Action.HAND_OVER,
        Action.SET_REMINDERS,
    }
)
"""What a coordinator does only for the communities given to them."""


IN_PRIVATE_ONLY = frozenset(
    {
        Action.ASK_FOR_ACCESS,
        Action.READ_CONTACTS,
        Action.ADD_PARTNER,
        Action.EDIT_PARTNER,
        Action.EDIT_CONTACT,
        Action.CHANGE_STAGE,
        Action.CORRECT_STAGE,
        Action.ARCHIVE,
        Action.DELETE,
        Action.UNDO,
        Action.READ_LOG,
        Action.HAND_OVER,
        Action.MANAGE_USERS,
        Action.IMPORT,
        Action.EXPORT,
    }
)
"""What is never answered in a group: personal details and the upkeep of the registry."""

OPEN_IN_BOUND_GROUP = frozenset({Action.READ})
"""What every member of a bound group may do there: what is shown, all of them see anyway."""


def may(user: User, action: Action, community: str | None = None) -> bool:
    """Whether `user` may do `action`, for `community` where it concerns one.

    Without a community the question is whether they may do so for any at all: enough to
    show a command, not to carry it out.
    """
    if action not in PERMITTED[user.role]:
        return False
    if user.role == Role.ADMIN or action not in IN_OWN_COMMUNITY_ONLY:
        return True
    return bool(user.communities) if community is None else community in user.communities
