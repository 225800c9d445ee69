"""What is written while a dictation runs: points, their corrections, and what is taken back."""

from __future__ import annotations

from contextlib import suppress

from aiogram import F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message, ReactionTypeEmoji
from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.minutes.dictation_buttons import DictationButton, DictationDeed, pressing
from handlers.minutes.dictation_desk import DictationDesk, at_desk
from handlers.minutes.dictation_filters import is_corrected, is_dictated, is_taken_back
from handlers.notes.received import source_of
from handlers.personal_data import personal_data_text
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, show
from partnership.access import Action
from partnership.minutes.dictating import Taken
from partnership.minutes.dictation import Dictation
from partnership.notes.note import Note

WRITTEN = "✍"
"""The reaction that says that a message became a point."""
NUMBERS_LENGTH = 50
"""Characters for which a button has room."""


def register(commands: Router, plain: Router) -> None:
    """Add the handlers of messages and of the buttons under the running summary."""
    write = needs(Action.WRITE_NOTE)
    plain.message.register(take_back_by_reply, is_taken_back, at_desk, flags=write)
    plain.message.register(take_point, is_dictated, at_desk, flags=write)
    plain.edited_message.register(correct_point, is_corrected, at_desk, flags=write)
    press = commands.callback_query.register
    press(
        take_back_last, DictationButton.filter(F.deed == DictationDeed.LAST), at_desk, flags=write
    )
    press(bring_again, DictationButton.filter(F.deed == DictationDeed.BRING), at_desk, flags=write)
    press(go_on, DictationButton.filter(F.deed == DictationDeed.GO_ON), flags=write)


async def take_point(
    message: Message,
    dictation: Dictation,
    desk: DictationDesk,
) -> None:
    """Each line is kept as a note before anything is shown."""
    text = message.text or ""
    taken = await desk.dictating.take(desk.reader.user, dictation, source_of(message), text)
    if taken.refused:
        await show(message, desk.worded(lambda _reader: Screen(_refused(taken))))
    if taken.changed:
        with suppress(TelegramAPIError):
            await message.react([ReactionTypeEmoji(emoji=WRITTEN)])
        await desk.refresh(dictation)


async def correct_point(
    message: Message,
    dictation: Dictation,
    desk: DictationDesk,
) -> None:
    """The points of an edited message are superseded; what is no longer said is taken back."""
    text = message.text or ""
    taken = await desk.dictating.take(desk.reader.user, dictation, source_of(message), text)
    if taken.refused:
        await show(message, desk.worded(lambda _reader: Screen(_refused(taken))))
    if not taken.changed:
        return
    points = await desk.dictating.points(dictation)
    above = [each.message for each in points[: dictation.shown]]
    if message.message_id in above or desk.running is None:
        await show(message, desk.worded(lambda _reader: _corrected(taken.notes)))
    await desk.refresh(dictation)


async def take_back_by_reply(
    message: Message,
    dictation: Dictation,
    desk: DictationDesk,
) -> None:
    """The points of the message that is replied to; of the bot's own the last one."""
    replied = message.reply_to_message
    assert replied is not None
    own = replied.from_user is not None and replied.from_user.id == desk.bot.id
    gone = await desk.dictating.take_back(
        desk.reader.user, dictation, None if own else replied.message_id
    )
    await show(message, desk.worded(lambda _reader: _taken_back(gone)))
    await desk.refresh(dictation)


async def take_back_last(
    query: CallbackQuery,
    desk: DictationDesk,
) -> Alert | None:
    """The last point, with a way back."""
    running = desk.running
    if running is None:
        return Alert(_("Nothing is being written down here."))
    gone = await desk.dictating.take_back(desk.reader.user, running, None)
    if not gone:
        return Alert(_("No points were written down."))
    if isinstance(query.message, Message):
        await show(query.message, desk.worded(lambda _reader: _taken_back(gone)))
    await desk.refresh(running)
    return None


async def bring_again(
    query: CallbackQuery,
    callback_data: DictationButton,
    desk: DictationDesk,
) -> None:
    """What was taken back stands again."""
    for number in callback_data.target.split(","):
        await desk.dictating.notes.bring_again(desk.reader.user, int(number))
    await show(query, desk.worded(lambda _reader: Screen(fill(_("It stands again.")))))
    if (running := desk.running) is not None:
        await desk.refresh(running)


async def go_on(query: CallbackQuery) -> None:
    """It was not forgotten: the question is answered."""
    await show(query, Screen(fill(_("Good, I go on writing down."))))


def _refused(taken: Taken) -> Markup:
    if not taken.notes:
        return personal_data_text()
    text = ngettext(
        "{count} line was not written down: personal documents and restricted information are "
        "not stored here. Please delete it from your message; the rest is written down.",
        "{count} lines were not written down: personal documents and restricted information are "
        "not stored here. Please delete them from your message; the rest is written down.",
        taken.refused,
    )
    return fill(text, count=taken.refused)


def _corrected(notes: tuple[Note, ...]) -> Screen:
    if not notes:
        return Screen(fill(_("Corrected: these points are taken back.")))
    said = "; ".join(each.text for each in notes)
    return Screen(fill(_("Corrected: {text}"), text=said))


def _taken_back(gone: list[Note]) -> Screen:
    if not gone:
        return Screen(fill(_("There is no point of this message.")))
    text = fill(_("Taken back: {text}"), text="; ".join(each.text for each in gone))
    numbers = ",".join(str(each.id) for each in gone)
    if len(numbers) > NUMBERS_LENGTH:
        return Screen(text)
    return Screen(text, [[button(_("Bring again"), pressing(DictationDeed.BRING, numbers))]])
