"""The whole matrix: every person, in every place, with every command, button, query and link."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackQueryFilter

from bot.dispatching import build_routers, gated_handlers
from handlers.commands import COMMANDS as COMMAND_TABLE
from tests.handlers.matrix import (
    BUTTONS,
    COMMANDS,
    MEMBERS,
    PEOPLE,
    STRANGER,
    Place,
    Rule,
    Verdict,
)
from tests.support.conversation import Conversation
from tests.support.office import Office
from tests.support.people import Human
from tests.support.shown import Shown

REFUSALS = (
    "це недоступно",
    "Цим ботом користуються ті",
    "лише для своєї громади",
    "Ваша роль цього не дозволяє",
)
TO_PRIVATE = "в особистому чаті"
HINT = "ще не прив’язано"
FAILURE = "Сталася помилка"
BY_ITSELF = ("reminder", "announcement", "undelivered", "sqlite")
"""Tables that are written without anybody asking."""


class Spy:
    """Sees whether anything was changed in the bot's database.

    Reminders are left out: the bot delivers them by itself.
    """

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path)
        names = self._database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        self._tables = [name for (name,) in names if not name.startswith(BY_ITSELF)]
        self._seen = self._rows()

    def _rows(self) -> list[object]:
        return [
            self._database.execute(f'SELECT * FROM "{name}"').fetchall() for name in self._tables
        ]

    def wrote(self) -> bool:
        """Whether something was changed since the last time."""
        before, self._seen = self._seen, self._rows()
        return before != self._seen

    def close(self) -> None:
        """Close the connection."""
        self._database.close()


def read_verdict(texts: Iterable[str]) -> Verdict:
    """What the person experienced, from what they saw."""
    seen = "\n".join(texts)
    if FAILURE in seen:
        return Verdict.FAILURE
    if any(words in seen for words in REFUSALS):
        return Verdict.REFUSED
    if TO_PRIVATE in seen:
        return Verdict.TO_PRIVATE
    if HINT in seen:
        return Verdict.HINT
    return Verdict.DONE if seen.strip() else Verdict.SILENCE


async def chat_of(office: Office, person: Human, place: Place) -> Conversation:
    """The person's view of a private chat, or of a group with everybody in it."""
    if place is Place.PRIVATE:
        await person.start()
        await office.telegram.settled()
        return person.private()
    others = tuple(getattr(office, name) for name in PEOPLE if name != "admin")
    group = office.telegram.group("Робоча група", owner=office.admin, members=others)
    await group.add_bot(office.admin)
    await put_back(office, group.id, place)
    await office.telegram.settled()
    return person.in_group(group)


async def put_back(office: Office, chat: int, place: Place) -> bool:
    """Bind the group to Korosten, or unbind it, whatever was done to it; whether it was."""
    membership = office.app.services.membership
    admin = await membership.who(office.admin.id)
    bound = membership.groups.chat_of(chat)
    if place is Place.BOUND and bound is None:
        await membership.groups.bind(admin, chat, community="korosten")
    elif place is Place.UNBOUND and bound is not None:
        await membership.groups.unbind(admin, chat)
    else:
        return False
    return True


async def command_verdict(chat: Conversation, command: str, arguments: str) -> Verdict:
    """What the person experiences who sends a command."""
    shown = await chat.ask_all(f"/{command} {arguments}".strip())
    return read_verdict(each.text for each in shown)


async def press_verdict(office: Office, chat: Conversation, data: str) -> Verdict:
    """What the person experiences who presses a button; it is answered exactly once."""
    sent = await office.app.bot.send_message(chat.chat.id, "картка")
    await chat.rest()
    answered = len(office.telegram.requests.of("answerCallbackQuery"))
    card = Shown(chat, chat.chat.messages[sent.message_id])
    answer = await card.press(data=data)
    shown = await chat.rest()
    again = len(office.telegram.requests.of("answerCallbackQuery")) - answered
    assert again == 1, f"{data} was answered {again} times"
    return read_verdict([answer.text or "", *(each.text for each in shown)])


@pytest.mark.parametrize("place", Place, ids=lambda place: place.name.lower())
@pytest.mark.parametrize("name", PEOPLE)
async def test_everybody_may_exactly_what_the_matrix_says(
    office: Office, tmp_path: Path, name: str, place: Place
) -> None:
    person: Human = getattr(office, name)
    chat = await chat_of(office, person, place)
    spy = Spy(tmp_path / "mistok.db")
    wrong: dict[str, str] = {}

    async def check(what: str, rule: Rule, seen: Verdict) -> None:
        due = rule.verdict(name, place)
        wrote = spy.wrote()
        if seen is not due:
            wrong[what] = f"{seen.name} instead of {due.name}"
        elif wrote and due is not Verdict.DONE:
            wrong[what] = f"{due.name}, and something was written"
        if await put_back(office, chat.chat.id, place):
            spy.wrote()

    for command, (arguments, rule) in COMMANDS.items():
        await check(f"/{command}", rule, await command_verdict(chat, command, arguments))
    for data, rule in (line for lines in BUTTONS.values() for line in lines):
        await check(data, rule, await press_verdict(office, chat, data))
    spy.close()
    assert wrong == {}


@pytest.mark.parametrize("name", PEOPLE)
async def test_inline_mode_is_for_those_who_were_let_in(office: Office, name: str) -> None:
    person: Human = getattr(office, name)
    results = await person.inline("бурж")
    if name in MEMBERS:
        assert [each.title for each in results] == ["Коростень – Бурж"]
    else:
        assert results == []
        assert results.button is not None
        await person.start(str(results.button["start_parameter"]))
        assert (await person.private().next()).button("Попросити доступ")


@pytest.mark.parametrize("name", PEOPLE)
async def test_a_deep_link_to_a_card_asks_for_the_role(office: Office, name: str) -> None:
    person: Human = getattr(office, name)
    await person.start("p-korosten-bourges")
    answer = await person.private().next()
    if name == STRANGER:
        assert read_verdict([answer.text]) is Verdict.REFUSED
        assert answer.buttons == [["Попросити доступ"]]
    else:
        assert "Бурж (Франція) — Коростень" in answer.text


@pytest.mark.parametrize("name", PEOPLE)
async def test_an_invented_invitation_lets_nobody_in(
    office: Office, tmp_path: Path, name: str
) -> None:
    person: Human = getattr(office, name)
    spy = Spy(tmp_path / "mistok.db")
    await person.start("in-" + "A" * 32)
    assert "вже недійсне" in (await person.private().next()).text
    assert not spy.wrote()
    spy.close()


def known_commands() -> set[str]:
    """Names of the commands that have a handler."""
    return {
        str(name)
        for router in build_routers()
        for _observer, handler in gated_handlers(router)
        for each in handler.filters or ()
        if isinstance(each.callback, Command)
        for name in each.callback.commands
    }


def known_buttons() -> set[str]:
    """Prefixes of the buttons that have a handler."""
    return {
        each.callback.callback_data.__prefix__
        for router in build_routers()
        for _observer, handler in gated_handlers(router)
        for each in handler.filters or ()
        if isinstance(each.callback, CallbackQueryFilter)
    }


def test_every_command_stands_in_the_matrix() -> None:
    assert known_commands() == set(COMMANDS) == {info.name for info in COMMAND_TABLE}


def test_every_kind_of_button_stands_in_the_matrix() -> None:
    assert known_buttons() == set(BUTTONS)
