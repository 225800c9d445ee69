"""What is answered to personal documents and restricted information."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.screens import fill, lines


def personal_data_text() -> Markup:
    """What is answered to personal documents and restricted information, wherever they come."""
    return lines(
        [
            fill(_("Personal documents and restricted information are not stored here.")),
            _("Please delete your message and pass the data on through a protected channel."),
            fill(_("<i>(Nothing was saved.)</i>")),
        ]
    )
