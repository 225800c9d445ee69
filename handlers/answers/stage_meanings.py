"""What each stage of a partnership means, in a sentence or two."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.screens import fill
from handlers.words import stage_word
from partnership.stages import Stage


def stage_meaning(stage: Stage) -> Markup:
    """«Меморандум — …»: how formal it is, and what proves it (domain document, 1.3)."""
    meaning = {
        Stage.SEARCH: _("a partner is being looked for; a decision or a profile says so."),
        Stage.CONTACT: _("a letter of proposal has been sent to a city."),
        Stage.EXPLORATION: _("the parties have answered each other and are getting acquainted."),
        Stage.INTENT: _(
            "the parties have signed that they intend to work together; it binds nobody yet."
        ),
        Stage.COOPERATION: _("joint events and oral agreements without a signed document."),
        Stage.PROJECT: _("an agreement on one project, for as long as the project lasts."),
        Stage.SOLIDARITY: _(
            "support of a Ukrainian community by a partner city during the war, supported by "
            "SKEW since April 2022; it need not be formal and may grow into twinning."
        ),
        Stage.MEMORANDUM: _("a signed memorandum on areas of cooperation, limited in time."),
        Stage.AGREEMENT: _("a signed partnership agreement with decisions of both councils."),
        Stage.TWINNING: _(
            "the highest form: a twinning charter with decisions of both councils, without an "
            "end date."
        ),
    }[stage]
    return fill("<b>{stage}</b> — {meaning}", stage=stage_word(stage), meaning=meaning)
