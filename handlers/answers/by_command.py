"""What has a command of its own: somebody asked for it in plain words is told which, and how."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from handlers.reader import Reader
from handlers.screens import Screen, fill
from partnership.language.questions import Reading


def undo_told(_reading: Reading, _reader: Reader) -> Screen:
    """«Видали останню нотатку»: which one is meant is not guessed."""
    return Screen(
        fill(
            _(
                "Nothing was removed. A note is taken back with the button under the message that "
                "confirmed it, and any other change of the last day with /undo."
            )
        )
    )


def digests_told(_reading: Reading, _reader: Reader) -> Screen:
    """«Підпиши мене на дайджест», «дайджест вимкни»: they are chosen one by one."""
    return Screen(
        fill(
            _(
                "What is sent regularly is chosen with /digest: plan of the week, plan of the "
                "day, action items, grant calls. Nothing was changed yet."
            )
        )
    )


def dictation_told(_reading: Reading, reader: Reader) -> Screen:
    """«Почни протокол», «заверши запис»."""
    text = _(
        "To write a meeting down, send {start}, and after it each point as a message. "
        "To finish, send {stop}."
    )
    example = "/minutes start"
    own = [
        each
        for each in reader.registry.partnerships.values()
        if each.home in reader.user.communities
    ]
    if reader.private and len(own) == 1:
        place = reader.registry.places[own[0].foreign[0]]
        example = f"/minutes start {place.name.text(reader.language)}"
    return Screen(fill(text, start=example, stop="/minutes stop"))
