"""All forms in one router, with the commands and buttons that open them."""

from __future__ import annotations

from aiogram import Router

from handlers import adding, archiving, contacts, editing, staging
from handlers.answers.adding import StartAdding
from handlers.cards.partner import EditFact
from handlers.forms import build_forms
from handlers.forms.adding import adding_flow
from handlers.forms.archiving import archive_flow, restore_flow
from handlers.forms.contact import contact_flow
from handlers.forms.editing import editing_flow
from handlers.forms.partner_areas import areas_flow
from handlers.forms.stage import stage_flow
from handlers.forms.windows import FormDialog
from partnership.access import Action


def build_form_router() -> Router:
    """The forms, and what opens them."""
    openers = (adding, editing, contacts, staging, archiving)
    return build_forms(
        openers=[each.build_router() for each in openers],
        dialogs=[
            FormDialog(adding_flow(), Action.ADD_PARTNER),
            FormDialog(editing_flow(), Action.EDIT_PARTNER),
            FormDialog(areas_flow(), Action.EDIT_PARTNER),
            FormDialog(contact_flow(), Action.EDIT_CONTACT),
            FormDialog(stage_flow(), Action.CHANGE_STAGE),
            FormDialog(archive_flow(), Action.ARCHIVE),
            FormDialog(restore_flow(), Action.ARCHIVE),
        ],
        commands=frozenset().union(*(each.COMMANDS for each in openers)),
        buttons=(EditFact, StartAdding),
    )
