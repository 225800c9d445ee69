"""What holds for every conversation: nothing breaks a message, nothing is cut, nothing is lost."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.sandbox import pressing
from bot.sandbox.callbacks import TOO_OLD
from bot.sandbox.errors import bad_request
from handlers.long_texts import TEXT_LIMIT
from partnership.access import Role, User
from partnership.membership import Membership
from partnership.overview import Overview
from tests.handlers.test_matrix import known_commands
from tests.support.conversation import Conversation
from tests.support.office import OFFICIAL, Office

TYPED = st.one_of(
    st.text(st.sampled_from("абвЖєabc <>&\"'{}%_*`\\/;,:-0129\n\u202e😀"), max_size=60),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
    st.builds(lambda sign, times: sign * times, st.sampled_from("&<я😀"), st.integers(0, 2000)),
)
FAILURE = "Сталася помилка"
FEW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def refused(office: Office) -> list[str]:
    """What Telegram would not take from the bot."""
    return [
        f"{each.method}: {each.description}"
        for each in office.telegram.requests.all
        if each.error_code == 400
    ]


@FEW
@given(command=st.sampled_from(sorted(known_commands())), typed=TYPED)
async def test_nothing_typed_after_a_command_breaks_an_answer(
    office: Office, command: str, typed: str
) -> None:
    shown = await office.admin.private().ask_all(f"/{command} {typed}".strip())
    assert shown != []
    assert [each.text for each in shown if FAILURE in each.text] == []
    assert refused(office) == []


@FEW
@given(typed=TYPED)
async def test_nothing_written_in_plain_words_breaks_an_answer(office: Office, typed: str) -> None:
    if not typed.strip():
        return
    shown = await office.official.private().ask_all(typed)
    assert [each.text for each in shown if FAILURE in each.text] == []
    assert refused(office) == []


@FEW
@given(typed=TYPED)
async def test_nothing_typed_in_inline_mode_breaks_the_list(office: Office, typed: str) -> None:
    await office.official.inline(typed[:200])
    assert refused(office) == []


@pytest.mark.parametrize("name", ["<b>Ім’я</b>", "a & b", "</code>'\"<", "{name} %s", "я" * 64])
async def test_a_name_is_shown_as_it_is(office: Office, name: str) -> None:
    members = office.app.stores.members
    await members.save_user(User(id=OFFICIAL, role=Role.OFFICIAL, name=name))
    chat = office.admin.private()
    assert name in (await chat.ask("/users")).text
    assert name in (await chat.ask(f"/revoke {OFFICIAL}")).text
    guest = office.telegram.person(900, name)
    await (await guest.private().ask("/start")).press("Попросити доступ")
    assert name in (await chat.next()).text


async def read_pages(chat: Conversation, text: str) -> list[str]:
    """All pages of the answer to a text, turned in one message."""
    (shown,) = await chat.ask_all(text)
    pages = [shown.text]
    while "›" in [label for row in shown.now.buttons for label in row]:
        await shown.now.press("›")
        (turned,) = await chat.rest()
        assert turned.id == shown.id
        pages.append(turned.text)
    return pages


async def test_an_answer_longer_than_a_message_is_paged(office: Office) -> None:
    typed = " ".join(["атлантида"] * 408)
    pages = await read_pages(office.official.private(), f"/partner {typed}")
    assert len(pages) == 2
    assert all(len(page) <= TEXT_LIMIT for page in pages)
    assert "".join("".join(pages).split()).count("атлантида") >= 408


async def test_the_pages_of_a_long_answer_ask_for_the_role_again(office: Office) -> None:
    chat = office.official.private()
    shown = await chat.ask("/partner " + "атлантида " * 408)
    membership = office.app.services.membership
    await membership.revoke(await membership.who(office.admin.id), OFFICIAL)
    answer = await shown.press("›")
    assert answer.show_alert
    assert shown.now.text == shown.text


async def test_a_forgotten_page_says_that_it_is_out_of_date(office: Office) -> None:
    shown = await office.official.private().ask("/partner Бурж")
    assert (await shown.press(data="lng:0badc0de:1")).text == "Ця кнопка застаріла."


async def fail(*_args: object, **_values: object) -> None:
    """A use case with an error of ours."""
    raise RuntimeError("an error of ours")


async def test_a_failure_is_said_with_the_code_that_stands_in_the_log(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = office.official.private()
    card = await chat.ask("/partner Бурж")
    monkeypatch.setattr(Overview, "card", fail)
    with capture_logs() as logged:
        answer = await chat.ask("/partner Бурж")
        alert = await card.press(data="p:korosten-bourges:c:0")
    codes = [line["code"] for line in logged if line["event"] == "update failed"]
    assert len(set(codes)) == 2
    assert codes[0] in answer.text
    assert codes[1] in str(alert.text)
    assert alert.show_alert
    assert card.now.text == card.text


async def test_a_failing_inline_query_is_answered_with_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Overview, "card", fail)
    with capture_logs():
        assert await office.official.inline("бурж") == []


async def test_a_failure_loses_nothing_that_was_typed_into_a_form(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = office.coordinator.private()
    await chat.ask_all("/addpartner")
    monkeypatch.setattr(Overview, "card", fail)
    with capture_logs():
        assert FAILURE in (await chat.ask("/partner Бурж")).text
    monkeypatch.undo()
    assert (await chat.ask("/cancel")).text == "Скасовано. Нічого не збережено."


async def test_somebody_who_cannot_be_recognised_is_told_so_and_a_group_is_spared(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = office.telegram.group("Група", owner=office.admin, members=(office.stranger,))
    await group.add_bot(office.admin)
    await office.telegram.settled()

    async def broken(_self: Membership, _user: int) -> User:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(Membership, "who", broken)
    with capture_logs():
        assert FAILURE in (await office.stranger.private().ask("/start")).text
        assert await office.stranger.in_group(group).ask_all("/partners") == []


async def test_a_button_answered_too_late_still_does_its_work(office: Office) -> None:
    chat = office.official.private()
    card = await chat.ask("/partner Бурж")
    office.telegram.faults.refuse(bad_request(TOO_OLD), "answerCallbackQuery")
    with capture_logs() as logged:
        person, data = office.official.person, "p:korosten-bourges:h:0"
        pressing.press(office.telegram.sandbox, person, chat.chat, card.id, data)
        (turned,) = await chat.rest()
    assert turned.id == card.id
    assert [line for line in logged if line["log_level"] == "error"] == []


@pytest.mark.parametrize("text", ["/", "/ ", "/@", "/  users", "//", "/\u0456"])
async def test_a_lone_slash_is_met_with_help(office: Office, text: str) -> None:
    assert FAILURE not in (await office.official.private().ask(text)).text
