"""What is written while a dictation runs: points, their corrections, and what is taken back."""

from __future__ import annotations

from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.enums import MessageEntityType
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message, ReactionTypeEmoji
from aiogram.types import User as TelegramUser
from aiogram.utils.i18n import I18n, ngettext
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.minutes.dictation_buttons import DictationButton, DictationDeed, pressing
from handlers.minutes.dictation_desk import DictationDesk
from handlers.minutes.dictation_place import place_of
from handlers.minutes.running_summary import RunningSummaries
from handlers.notes.received import source_of
from handlers.personal_data import personal_data_text
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, button, fill, show
from partnership.access import Action, User, may
from partnership.membership_records import BoundChat
from partnership.minutes.dictating import Dictating, Taken
from partnership.minutes.dictation import Dictation
from partnership.notes.note import Note

WRITTEN = "✍"
"""The reaction that says that a message became a point."""
NUMBERS_LENGTH = 50
"""Characters for which a button has room."""
TAKE_BACK = frozenset(
    {"видалити", "видали", "прибрати", "прибери", "скасувати", "delete", "remove"}
)


def register(commands: Router, plain: Router) -> None:
    """Add the handlers of messages and of the buttons under the running summary."""
    write = needs(Action.WRITE_NOTE)
    plain.message.register(take_back_by_reply, is_taken_back, flags=write)
    plain.message.register(take_point, is_dictated, flags=write)
    plain.edited_message.register(correct_point, is_corrected, flags=write)
    press = commands.callback_query.register
    press(take_back_last, DictationButton.filter(F.deed == DictationDeed.LAST), flags=write)
    press(bring_again, DictationButton.filter(F.deed == DictationDeed.BRING), flags=write)
    press(go_on, DictationButton.filter(F.deed == DictationDeed.GO_ON), flags=write)


async def is_dictated(
    message: Message, user: User, dictating: Dictating, bot: Bot
) -> bool | dict[str, Dictation]:
    """Whether a message is a point: no command, no question to the bot, from a note-taker."""
    dictation = dictating.running_in(*place_of(message))
    if dictation is None or not message.text or message.text.startswith("/"):
        return False
    if not may(user, Action.WRITE_NOTE) or is_question(message, await bot.me()):
        return False
    return {"dictation": dictation}


async def is_taken_back(
    message: Message, user: User, dictating: Dictating
) -> bool | dict[str, Dictation]:
    """A reply «видалити», to a point or to what the bot shows."""
    dictation = dictating.running_in(*place_of(message))
    if dictation is None or message.reply_to_message is None:
        return False
    said = (message.text or "").strip(" .!").casefold()
    if said not in TAKE_BACK or not may(user, Action.WRITE_NOTE):
        return False
    return {"dictation": dictation}


async def is_corrected(
    message: Message, user: User, dictating: Dictating, bot: Bot
) -> bool | dict[str, Dictation]:
    """An edited message that is a point, or would have been one."""
    if not message.text or not may(user, Action.WRITE_NOTE):
        return False
    dictation = await dictating.store.of_message(message.chat.id, message.message_id)
    if dictation is not None:
        return {"dictation": dictation}
    running = await is_dictated(message, user, dictating, bot)
    late = isinstance(running, dict) and message.date >= running["dictation"].started_at
    return running if late else False


def is_question(message: Message, me: TelegramUser) -> bool:
    """Whether the bot is asked: «?…», a mention, one line with «?» in private or to the bot."""
    text = (message.text or "").strip()
    if text.startswith("?"):
        return True
    asks = text.endswith("?") and "\n" not in text and not text.startswith(("-", "–", "—"))
    if message.chat.type == "private":
        return asks
    mention = f"@{me.username}"
    if any(
        each.type == MessageEntityType.MENTION and each.extract_from(message.text or "") == mention
        for each in message.entities or ()
    ):
        return True
    replied = message.reply_to_message
    to_us = replied is not None and replied.from_user is not None and replied.from_user.id == me.id
    return to_us and asks


async def take_point(
    message: Message,
    dictation: Dictation,
    reader: Reader,
    dictating: Dictating,
    running_summaries: RunningSummaries,
    bound_chat: BoundChat | None,
    bot: Bot,
    i18n: I18n,
) -> None:
    """Each line is kept as a note before anything is shown."""
    desk = DictationDesk(message, reader, bound_chat, dictating, running_summaries, bot, i18n)
    text = message.text or ""
    taken = await dictating.take(reader.user, dictation, source_of(message), text)
    if taken.refused:
        await show(message, desk.worded(lambda _reader: Screen(_refused(taken))))
    if taken.changed:
        with suppress(TelegramAPIError):
            await message.react([ReactionTypeEmoji(emoji=WRITTEN)])
        await desk.refresh(dictation)


async def correct_point(
    message: Message,
    dictation: Dictation,
    reader: Reader,
    dictating: Dictating,
    running_summaries: RunningSummaries,
    bound_chat: BoundChat | None,
    bot: Bot,
    i18n: I18n,
) -> None:
    """The points of an edited message are superseded; what is no longer said is taken back."""
    desk = DictationDesk(message, reader, bound_chat, dictating, running_summaries, bot, i18n)
    text = message.text or ""
    taken = await dictating.take(reader.user, dictation, source_of(message), text)
    if taken.refused:
        await show(message, desk.worded(lambda _reader: Screen(_refused(taken))))
    if not taken.changed:
        return
    points = await dictating.points(dictation)
    above = [each.message for each in points[: dictation.shown]]
    if message.message_id in above or desk.running is None:
        await show(message, desk.worded(lambda _reader: _corrected(taken.notes)))
    await desk.refresh(dictation)


async def take_back_by_reply(
    message: Message,
    dictation: Dictation,
    reader: Reader,
    dictating: Dictating,
    running_summaries: RunningSummaries,
    bound_chat: BoundChat | None,
    bot: Bot,
    i18n: I18n,
) -> None:
    """The points of the message that is replied to; of the bot's own the last one."""
    desk = DictationDesk(message, reader, bound_chat, dictating, running_summaries, bot, i18n)
    replied = message.reply_to_message
    assert replied is not None
    own = replied.from_user is not None and replied.from_user.id == bot.id
    gone = await dictating.take_back(reader.user, dictation, None if own else replied.message_id)
    await show(message, desk.worded(lambda _reader: _taken_back(gone)))
    await desk.refresh(dictation)


async def take_back_last(
    query: CallbackQuery,
    reader: Reader,
    dictating: Dictating,
    running_summaries: RunningSummaries,
    bound_chat: BoundChat | None,
    bot: Bot,
    i18n: I18n,
) -> Alert | None:
    """The last point, with a way back."""
    desk = DictationDesk(query, reader, bound_chat, dictating, running_summaries, bot, i18n)
    running = desk.running
    if running is None:
        return Alert(_("Nothing is being written down here."))
    gone = await dictating.take_back(reader.user, running, None)
    if not gone:
        return Alert(_("No points were written down."))
    if isinstance(query.message, Message):
        await show(query.message, desk.worded(lambda _reader: _taken_back(gone)))
    await desk.refresh(running)
    return None


async def bring_again(
    query: CallbackQuery,
    callback_data: DictationButton,
    reader: Reader,
    dictating: Dictating,
    running_summaries: RunningSummaries,
    bound_chat: BoundChat | None,
    bot: Bot,
    i18n: I18n,
) -> None:
    """What was taken back stands again."""
    desk = DictationDesk(query, reader, bound_chat, dictating, running_summaries, bot, i18n)
    for number in callback_data.target.split(","):
        await dictating.notes.bring_again(reader.user, int(number))
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
