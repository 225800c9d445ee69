"""How the bot says no: to strangers, to wrong roles, to what the rules of the trade forbid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineQueryResultsButton
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.calendar_refusals import CALENDAR_EXPLANATIONS
from handlers.formats import country_name, listed
from handlers.handover_refusals import HANDOVER_EXPLANATIONS
from handlers.minutes_refusals import MINUTES_EXPLANATIONS
from handlers.no_community import lacks_community, no_community
from handlers.note_refusals import NOTE_EXPLANATIONS
from handlers.screens import Screen, button, fill
from handlers.task_refusals import TASK_EXPLANATIONS
from handlers.words import role_word, stage_word, status_word
from partnership import errors
from partnership.access import Action, Role, User, may
from partnership.registry import Registry
from partnership.stages import StageRefusal

INLINE_BUTTON_LIMIT = 64


class AskForAccess(CallbackData, prefix="ask"):
    """The stranger's only button."""


def refusal(user: User, *, private: bool) -> Screen:
    """Answer to a command that this person may not use."""
    if lacks_community(user):
        return no_community()
    if user.role is not Role.STRANGER:
        return Screen(fill(_("This is not open to your role ({role})."), role=role_word(user.role)))
    text = fill(_("This bot is for people to whom an administrator has given access."))
    return Screen(text, [[button(_("Ask for access"), AskForAccess().pack())]] if private else [])


def anonymous(bot_username: str) -> Screen:
    """Answer to an admin who writes in the name of the group: nobody knows who that is."""
    text = _("You write in the name of the group, so I cannot tell who you are.")
    return Screen(fill(text), [[_private_chat(bot_username)]])


def unbound_group(user: User) -> Screen:
    """A group that no admin has bound is not answered; an admin is told how to bind it."""
    if not may(user, Action.BIND_CHAT):
        return Screen(Markup())
    return Screen(fill(_("This group is not bound yet. Bind it: /bind Бурж")))


def in_private_only(bot_username: str) -> Screen:
    """Longer work, and what concerns people, belongs in the private chat."""
    return Screen(fill(_("Let us do this in private.")), [[_private_chat(bot_username)]])


def _private_chat(bot_username: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=_("To the private chat"), url=f"https://t.me/{bot_username}")


def inline_button(screen: Screen) -> InlineQueryResultsButton:
    """What inline mode shows to somebody without access; Telegram shows 64 characters."""
    text = screen.text.striptags()
    short = text if len(text) <= INLINE_BUTTON_LIMIT else _("No access. Ask for it here")
    return InlineQueryResultsButton(text=short, start_parameter="access")


def unexpected(code: str) -> Screen:
    """An error of ours: one sentence, and a code that stands in the log too."""
    text = _(
        "Something went wrong on our side. Nothing you wrote is lost: please try again, "
        "or tell an administrator the code <code>{code}</code>."
    )
    return Screen(fill(text, code=code))


def is_explained(error: errors.MistokError) -> bool:
    """Whether there are words for this refusal."""
    return isinstance(error, tuple(_EXPLANATIONS))


def explain(error: errors.MistokError, registry: Registry, language: str) -> Screen:
    """What a rule of the trade refused, and what to do next; see `is_explained`."""
    words = next(words for kind, words in _EXPLANATIONS.items() if isinstance(error, kind))
    return Screen(words(error, registry, language))


def _not_permitted(error: errors.NotPermittedError, registry: Registry, language: str) -> Markup:
    if error.community is None:
        return fill(_("Your role does not allow this."))
    name = registry.places[error.community].name.text(language)
    return fill(
        _("You may do this only for your own community. Community: {community}."), community=name
    )


def _not_found(*_args: Any) -> Markup:
    return fill(_("There is no such record any more. Please look it up again."))


def _aggressor(error: errors.AggressorStateError, registry: Registry, language: str) -> Markup:
    text = _(
        "A partnership with a town of an aggressor state cannot be recorded: the law on "
        "international territorial cooperation forbids it. Country: {country}."
    )
    return fill(text, country=country_name(error.country, language))


def _stage(error: errors.StageRefusedError, registry: Registry, language: str) -> Markup:
    refused = error.refusal
    text = {
        StageRefusal.SAME: _("The stage is already «{wanted}»."),
        StageRefusal.AGGRESSOR_STATE: _("A partnership with an aggressor state is forbidden."),
        StageRefusal.NEEDS_LETTER: _(
            "For the stage «{wanted}» a letter to the partner must be recorded first. Now: «{now}»."
        ),
        StageRefusal.NEEDS_REPLY_OR_EVENT: _(
            "For the stage «{wanted}» the partner’s reply or a first meeting must be recorded "
            "first. Now: «{now}»."
        ),
        StageRefusal.NEEDS_AGREEMENT: _(
            "The stage «{wanted}» needs a signed agreement (date, number). Now: «{now}»."
        ),
        StageRefusal.NOT_NEXT: _(
            "The stage «{wanted}» does not follow «{now}». Possible now: {possible}."
        ),
        StageRefusal.BACK_NEEDS_CORRECTION: _(
            "A step back from «{now}» to «{wanted}» is possible only as a correction of an "
            "error, with a reason."
        ),
        StageRefusal.CORRECTION_NEEDS_ADMIN: _("Only an administrator can correct a stage."),
    }[refused.reason]
    possible = [stage_word(stage) for stage in sorted(refused.possible, key=lambda s: s.rank)]
    return fill(
        text,
        wanted=stage_word(refused.wanted),
        now=stage_word(refused.now),
        possible=listed(possible, language) or "—",
    )


def _status(error: errors.StatusRefusedError, registry: Registry, language: str) -> Markup:
    if error.needs_reason:
        return fill(
            _("For the status «{wanted}» please give a reason."), wanted=status_word(error.wanted)
        )
    return fill(
        _("The status «{wanted}» cannot follow «{now}»."),
        wanted=status_word(error.wanted),
        now=status_word(error.now),
    )


def _has_history(*_args: Any) -> Markup:
    return fill(_("A record with a history is not deleted. In the archive it can still be found."))


def _nothing_to_undo(*_args: Any) -> Markup:
    return fill(_("There is no change of yours within the last day that could be taken back."))


def _undo_conflict(*_args: Any) -> Markup:
    return fill(_("Somebody has changed the same thing since: see /log."))


def _invitation(error: errors.InvitationError, registry: Registry, language: str) -> Markup:
    if error.problem == "own":
        return fill(_("This invitation is for somebody else: send them the link. It still holds."))
    return fill(
        _("This invitation is no longer valid. Please ask the administrator for a new one.")
    )


def _last_admin(*_args: Any) -> Markup:
    return fill(_("This is the last administrator: appoint another one first."))


def _no_request(*_args: Any) -> Markup:
    return fill(_("This request has already been answered."))


def _unknown_user(error: errors.UnknownUserError, registry: Registry, language: str) -> Markup:
    return fill(_("Nobody with the id {id} has access. See /users."), id=error.user)


def _wrong_value(error: errors.WrongValueError, registry: Registry, language: str) -> Markup:
    return fill(
        _("«{value}» does not fit here. Please check it and send it once more."),
        value=error.value,
    )


def _unknown_field(*_args: Any) -> Markup:
    return fill(_("This cannot be changed here."))


_EXPLANATIONS: dict[type[errors.MistokError], Callable[[Any, Registry, str], Markup]] = {
    errors.NotPermittedError: _not_permitted,
    errors.NotFoundError: _not_found,
    errors.AggressorStateError: _aggressor,
    errors.StageRefusedError: _stage,
    errors.StatusRefusedError: _status,
    errors.HasHistoryError: _has_history,
    errors.NothingToUndoError: _nothing_to_undo,
    errors.UndoConflictError: _undo_conflict,
    errors.InvitationError: _invitation,
    errors.LastAdminError: _last_admin,
    errors.NoRequestError: _no_request,
    errors.UnknownUserError: _unknown_user,
    errors.WrongValueError: _wrong_value,
    errors.UnknownFieldError: _unknown_field,
    **CALENDAR_EXPLANATIONS,
    **NOTE_EXPLANATIONS,
    **TASK_EXPLANATIONS,
    **MINUTES_EXPLANATIONS,
    **HANDOVER_EXPLANATIONS,
}
