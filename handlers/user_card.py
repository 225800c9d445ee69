"""A user of the bot, and which person of the registry they are."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram import Router
from aiogram.filters import StateFilter
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.access import describe_member
from handlers.linking import ASKED, NOBODY, UserPerson, proposal
from handlers.reader import Reader
from handlers.routing import Subjects, WaitingRouter, needs, subject_router
from handlers.screens import Alert, Screen, button, fill, lines, show
from handlers.waited_names import is_a_name
from partnership.access import Action, User
from partnership.errors import UnknownUserError
from partnership.language.names import Ask, NameIndex, NameKind, Sure, verdict
from partnership.membership import Membership
from partnership.people import Person
from partnership.queries import posts_of

WHO = "user_card"
IN_A_ROW = 2


class UserCard(CallbackData, prefix="uc"):
    """Shows a user."""

    user: int


class PersonWaiting(StatesGroup):
    """The next plain text is a name; a command ends the waiting by itself."""

    name = State()


def build_router() -> Router:
    """The router of users as people of the registry."""
    manage = needs(Action.MANAGE_USERS)
    commands = subject_router("user card", buttons=(UserCard, UserPerson))
    commands.callback_query.register(card_button, UserCard.filter(), flags=manage)
    commands.callback_query.register(person_button, UserPerson.filter(), flags=manage)
    answers = WaitingRouter(name="user card answers")
    answers.message.register(name_written, StateFilter(PersonWaiting.name), is_a_name, flags=manage)
    router = Subjects(name="user cards")
    router.include_routers(commands, answers)
    return router


async def card_button(
    query: CallbackQuery, callback_data: UserCard, reader: Reader, membership: Membership
) -> None:
    """Who it is, what they may, and which person of the registry."""
    user = await _member(callback_data.user, reader, membership)
    await show(query, user_screen(user, reader))


async def person_button(
    query: CallbackQuery,
    callback_data: UserPerson,
    reader: Reader,
    membership: Membership,
    state: FSMContext,
) -> Alert | None:
    """Ask who it is, or keep what was chosen."""
    user, person = callback_data.user, callback_data.person
    if person == ASKED:
        member = await _member(user, reader, membership)
        await state.set_state(PersonWaiting.name)
        await state.update_data({WHO: user})
        await show(query, _question(member))
        return None
    if person != NOBODY and person not in reader.registry.people:
        return Alert(_("This button is out of date."))
    await state.clear()
    chosen = None if person == NOBODY else person
    await show(query, user_screen(await membership.link(reader.user, user, chosen), reader))
    return None


async def name_written(
    message: Message,
    reader: Reader,
    names: NameIndex,
    membership: Membership,
    state: FSMContext,
) -> None:
    """A name in any form; several who may be meant are offered."""
    user = int((await state.get_data()).get(WHO, 0))
    member = await _member(user, reader, membership)
    text = message.text or ""
    match verdict(names.look_up(text, {NameKind.PERSON})):
        case Sure(found):
            await state.clear()
            linked = await membership.link(reader.user, user, found.name_id)
            await show(message, user_screen(linked, reader))
        case Ask(candidates):
            people = dict.fromkeys(each.name_id for each in candidates)
            rows = [[_choice(user, reader.registry.people[each], reader)] for each in people]
            await show(message, Screen(fill(_("Which one do you mean?")), [*rows, _back(user)]))
        case _:
            unknown = fill(_("«{name}» is not in the registry. Add them: /addcontact"), name=text)
            again = _question(member)
            await show(message, Screen(lines([unknown, again.text]), again.buttons))


def user_screen(user: User, reader: Reader) -> Screen:
    """The card with its buttons; a person of exactly the same name is proposed."""
    person = reader.registry.people.get(user.person or "")
    about = [
        describe_member(user, reader.registry, reader.language),
        fill("<code>{id}</code>{name}", id=user.id, name=_handle(user)),
        _person_line(person, reader),
    ]
    back = button(_("Back"), "usr:0")
    if person is not None:
        other = button(_("Somebody else"), UserPerson(user=user.id).pack())
        unlink = button(_("Unlink"), UserPerson(user=user.id, person=NOBODY).pack())
        return Screen(lines(about), [[other, unlink], [back]])
    ask = button(_("Who is it in the registry"), UserPerson(user=user.id).pack())
    return Screen(lines(about), [proposal(user, reader.registry, reader.language), [ask], [back]])


def card_rows(users: Sequence[User]) -> list[list[InlineKeyboardButton]]:
    """A button for each user, which opens the card."""
    buttons = [button(_named(each), UserCard(user=each.id).pack()) for each in users]
    return [buttons[at : at + IN_A_ROW] for at in range(0, len(buttons), IN_A_ROW)]


def _question(user: User) -> Screen:
    text = fill(_("Which person of the registry is {name}? Write the surname."), name=_named(user))
    return Screen(text, [_back(user.id)])


def _choice(user: int, person: Person, reader: Reader) -> InlineKeyboardButton:
    return button(_described(person, reader), UserPerson(user=user, person=person.id).pack())


def _back(user: int) -> list[InlineKeyboardButton]:
    return [button(_("Back"), UserCard(user=user).pack())]


def _person_line(person: Person | None, reader: Reader) -> Markup:
    known = _("not recorded") if person is None else _described(person, reader)
    return fill(_("In the registry: {who}"), who=known)


def _described(person: Person, reader: Reader) -> str:
    """A name with the post of today."""
    name = person.name.text(reader.language)
    posts = posts_of(reader.registry, person.id, reader.today)
    return f"{name}, {posts[0].position.text(reader.language)}" if posts else name


def _handle(user: User) -> str:
    return f" · @{user.username}" if user.username else ""


def _named(user: User) -> str:
    return user.name or str(user.id)


async def _member(user: int, reader: Reader, membership: Membership) -> User:
    """Raises UnknownUserError where they have no access any more."""
    for each in await membership.users(reader.user):
        if each.id == user:
            return each
    raise UnknownUserError(user)
