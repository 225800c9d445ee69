"""Who does a line of a checklist, in words."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from partnership.checklists.model import ChecklistRole


def checklist_role_word(role: ChecklistRole) -> str:
    """Name of a role."""
    return {
        ChecklistRole.COORDINATOR: _("coordinator"),
        ChecklistRole.HEAD: _("head of the delegation"),
        ChecklistRole.MAYOR: _("mayor"),
        ChecklistRole.MEMBER: _("member of the delegation"),
        ChecklistRole.LEGAL: _("legal department"),
        ChecklistRole.FINANCE: _("finance department"),
        ChecklistRole.HR: _("human resources"),
        ChecklistRole.LOGISTICS: _("logistics"),
        ChecklistRole.PROTOCOL: _("protocol"),
        ChecklistRole.SAFETY: _("safety officer"),
        ChecklistRole.PRESS: _("press service"),
        ChecklistRole.IT: _("IT department"),
        ChecklistRole.SPEAKERS: _("speakers"),
        ChecklistRole.MODERATOR: _("moderator"),
        ChecklistRole.SECRETARY: _("secretary of the meeting"),
        ChecklistRole.COUNCIL: _("council"),
        ChecklistRole.GROUP: _("working group"),
        ChecklistRole.BOT: _("the chat bot"),
    }[role]
