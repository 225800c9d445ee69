"""Why minutes stay as they were, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.screens import fill
from partnership.errors import MistokError
from partnership.minutes.errors import MinutesProblem, MinutesRefusedError, NoSuchMinutesError
from partnership.registry import Registry


def _refused(error: MinutesRefusedError, registry: Registry, language: str) -> Markup:
    text = {
        MinutesProblem.NOT_HELD: _(
            "The meeting has not begun yet, so there is nothing to put into minutes. If it took "
            "place, say so on its card: /event"
        ),
        MinutesProblem.CALLED_OFF: _("The meeting was called off: it has no minutes."),
        MinutesProblem.AGREED: _("These minutes are agreed: they change by amendments only."),
        MinutesProblem.NOT_AGREED: _("These minutes are not agreed yet: simply change them."),
        MinutesProblem.NOT_IN_REVIEW: _("These minutes are not under review."),
        MinutesProblem.NOT_A_DRAFT: _("These minutes are no longer a draft."),
        MinutesProblem.NEEDS_REASON: _("Please give a reason: it stays in the minutes."),
        MinutesProblem.EMPTY: _("There is no point in these minutes yet: add one first."),
        MinutesProblem.OTHER_SIDE: _("This form needs no agreement of the partner."),
        MinutesProblem.NO_SUCH_PART: _("This point is gone: somebody removed it meanwhile."),
    }[error.problem]
    return fill(text)


def _unknown(error: NoSuchMinutesError, registry: Registry, language: str) -> Markup:
    return fill(_("There are no such minutes here. All of them: /minutes"))


MINUTES_EXPLANATIONS: dict[type[MistokError], Callable[[Any, Registry, str], Markup]] = {
    MinutesRefusedError: _refused,
    NoSuchMinutesError: _unknown,
}
"""Words for each refusal, for `handlers.refusals`."""
