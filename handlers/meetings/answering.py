"""Who comes: the four answers to an invitation, in private and in groups."""

from __future__ import annotations

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Rsvp, StandIn
from handlers.cards.meeting_buttons import open_button
from handlers.meetings.states import Waiting
from handlers.reader import Reader
from handlers.routing import needs
from handlers.screens import Alert, Screen, fill, show
from handlers.words import answer_word
from partnership.access import Action, Role, User
from partnership.calendar.arrangement import Answer
from partnership.calendar.calendar import Calendar
from partnership.calendar.cards import EventCard
from partnership.events import AHEAD, UNDER_WAY
from partnership.membership import Membership

PENDING = "deputy_for"


def register(commands: Router, answers: Router) -> None:
    """Add the handlers of answers."""
    read = needs(Action.READ, once=True)
    commands.callback_query.register(answer_button, Rsvp.filter(), flags=read)
    commands.callback_query.register(stand_in_button, StandIn.filter(), flags=read)
    answers.message.register(deputy_named, Waiting.deputy, flags=read)
    answers.message.register(stand_in_named, Waiting.stand_in, flags=read)


async def answer_button(
    query: CallbackQuery,
    callback_data: Rsvp,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
) -> Alert:
    """Record the answer; of a series for the next meeting only."""
    card = await calendar.card_by_number(reader.viewer, callback_data.id)
    if card.event.state not in AHEAD | UNDER_WAY:
        return Alert(_("This event is over or cancelled."), modal=True)
    answer = callback_data.answer
    await record_answer(card, reader.user, answer, calendar)
    if answer is Answer.DEPUTY and isinstance(query.message, Message):
        await state.set_state(Waiting.deputy)
        await state.update_data({PENDING: card.event.id})
        await query.message.answer(
            _("{name}, who will come instead of you? Reply with the name.").format(
                name=reader.user.name
            )
        )
    return Alert(_("Noted: {answer}").format(answer=answer_word(answer)))


async def deputy_named(
    message: Message,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
    membership: Membership,
) -> None:
    """The name of the deputy, who is reminded instead where they use the bot."""
    number = (await state.get_data()).get(PENDING)
    await state.clear()
    name = " ".join((message.text or "").split())
    card = await calendar.card_by_number(reader.viewer, int(number or 0))
    known = _user_named(name, await membership.store.users())
    await record_answer(card, reader.user, Answer.DEPUTY, calendar, name, known)
    text = _("Noted: {name} will come instead of you.")
    if known is not None:
        text = _("Noted: {name} will come instead of you; I will remind them.")
    await show(message, Screen(fill(text, name=known.name if known else name)))


async def stand_in_button(
    query: CallbackQuery, callback_data: StandIn, reader: Reader, state: FSMContext
) -> None:
    """Ask who is reminded half an hour before, where one has not said «seen»."""
    await state.set_state(Waiting.stand_in)
    await state.update_data({PENDING: callback_data.id})
    text = _(
        "Who should be asked half an hour before, if you do not respond? Name a user of the bot."
    )
    await show(query, Screen(fill(text), [[open_button(callback_data.id)]]))


async def stand_in_named(
    message: Message,
    reader: Reader,
    state: FSMContext,
    calendar: Calendar,
    membership: Membership,
) -> None:
    """Keep who stands in; the person themselves is still taken to come."""
    number = int((await state.get_data()).get(PENDING, 0))
    known = _user_named((message.text or "").strip(), await membership.store.users())
    if known is None:
        text = _("Nobody with access has this name. Write it as it stands in the list: /users")
        await show(message, Screen(fill(text), [[open_button(number)]]))
        return
    await state.clear()
    card = await calendar.card_by_number(reader.viewer, number)
    await record_answer(card, reader.user, Answer.COMING, calendar, known.name, known)
    text = _("Noted: you are coming; {name} will be asked if you do not respond.")
    await show(message, Screen(fill(text, name=known.name), [[open_button(number)]]))


async def record_answer(
    card: EventCard,
    user: User,
    answer: Answer,
    calendar: Calendar,
    deputy: str | None = None,
    known: User | None = None,
) -> None:
    """Keep the answer; of a series for the meeting that the card shows."""
    series = card.event.series is not None and card.occurrence is not None
    await calendar.rsvp(
        user,
        card.event.key,
        answer,
        occurrence=card.occurrence.starts_at if series and card.occurrence else None,
        deputy=deputy,
        deputy_user=known.id if known else None,
    )


def _user_named(name: str, users: list[User]) -> User | None:
    """The one user of the bot whose name or username this is."""
    wanted = name.casefold().lstrip("@")
    known = [each for each in users if each.role is not Role.STRANGER]
    found = [each for each in known if wanted in {each.name.casefold(), each.username}]
    return found[0] if len(found) == 1 else None
