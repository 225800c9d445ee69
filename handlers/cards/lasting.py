"""Since when a partnership exists, in a day or in the words of the source."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.formats import short_date
from handlers.screens import fill
from partnership.partnerships import Partnership


def lasting_line(partnership: Partnership, language: str) -> Markup | None:
    """«Партнерство з 23.02.2023» or «Триває: понад два роки»; None where nobody has said."""
    if partnership.since is not None:
        return fill(_("Partners since {day}"), day=short_date(partnership.since, language))
    if partnership.duration is not None:
        return fill(_("Has lasted: {words}"), words=partnership.duration.text(language))
    if partnership.cooperation_agreed_on is not None:
        day = short_date(partnership.cooperation_agreed_on, language)
        return fill(_("Cooperation agreed on {day}"), day=day)
    return None
