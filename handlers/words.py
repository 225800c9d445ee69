"""The words of the trade in the reader's language: roles, stages, statuses, kinds."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from partnership.access import Role
from partnership.events import EventKind
from partnership.stages import Stage, Status


def role_word(role: Role) -> str:
    """Name of a role."""
    return {
        Role.STRANGER: _("no access"),
        Role.OFFICIAL: _("official"),
        Role.COORDINATOR: _("partnership coordinator"),
        Role.ADMIN: _("administrator"),
    }[role]


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
