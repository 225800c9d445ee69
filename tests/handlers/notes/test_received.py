"""Notes of what others wrote: replies in groups, forwarded messages, files with a caption."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.handlers.dialogue import pressed, said
from tests.support.conversation import Conversation
from tests.support.group import Group
from tests.support.office import Office, open_office
from tests.support.shown import Shown


async def a_bound_group(office: Office, bind: str = "/bind Бурж") -> Group:
    members = (office.coordinator, office.official, office.stranger)
    group = office.telegram.group("Робоча група", owner=office.admin, members=members)
    await group.add_bot(office.admin)
    await said(office.admin.in_group(group), bind)
    return group


async def replied(chat: Conversation, text: str, to: Shown) -> Shown:
    await chat.rest()
    await chat.send(text, reply_to=to)
    return (await chat.rest())[-1]


async def test_a_reply_in_a_group_keeps_whose_words_they_are_and_where(office: Office) -> None:
    group = await a_bound_group(office)
    words = await office.stranger.in_group(group).send("Привеземо хор восени")
    answer = await replied(office.coordinator.in_group(group), "/decision", words)
    assert answer.text == "Рішення записано (Коростень – Бурж)."
    (note,) = await office.app.stores.notes.notes(None, 10, 0)
    assert (note.text, note.said_by, note.author_name) == ("Привеземо хор восени", "Alex", "Тарас")
    assert note.source is not None
    assert note.source.link is not None
    assert note.source.link.endswith(f"/{words.id}")


async def test_the_same_message_is_written_down_once(office: Office) -> None:
    group = await a_bound_group(office)
    words = await office.stranger.in_group(group).send("Привеземо хор восени")
    for who in (office.coordinator, office.official):
        await replied(who.in_group(group), "/note", words)
    assert await office.app.stores.notes.count(None) == 1


async def test_in_a_group_only_those_with_a_role_write(office: Office) -> None:
    group = await a_bound_group(office)
    await office.stranger.in_group(group).send("/note Привеземо хор восени")
    await office.telegram.settled()
    assert await office.app.stores.notes.count(None) == 0


async def test_a_group_is_shown_the_notes_of_its_own_partnership_only(office: Office) -> None:
    await said(office.admin.private(), "/note Дортмунд: таємний план виставки")
    await said(office.admin.private(), "/note Бурж: план виставки")
    group = await a_bound_group(office)
    chat = office.stranger.in_group(group)
    assert "таємний" not in (await said(chat, "/find виставка")).text
    assert "план виставки" in (await said(chat, "/notes")).text
    assert "лише нотатки її партнерства" in (await said(chat, "/notes Дортмунд")).text
    listed = await said(chat, "/notes")
    alert = await listed.press(data="nt:1:o")
    assert alert.text == "Нотатки № 1 тут немає."


async def test_a_group_in_both_languages_gets_one_note_and_both_texts(office: Office) -> None:
    group = await a_bound_group(office)
    bound = group.chat.id
    chat = office.admin.in_group(group)
    choice = await said(chat, "/bind Бурж")
    await choice.press("Українська + English")
    await chat.rest()
    answer = await said(chat, "/note привеземо хор")
    assert answer.text == (
        "Нотатку збережено (Коростень – Бурж).\n\nThe note is saved (Korosten – Bourges)."
    )
    (note,) = await office.app.stores.notes.notes(None, 10, 0)
    assert note.source is not None
    assert note.source.chat == bound


async def test_a_forwarded_message_is_a_note_in_the_words_of_its_author(office: Office) -> None:
    group = await a_bound_group(office)
    words = await office.stranger.in_group(group).send("Бурж чекає на програму")
    chat = office.coordinator.private()
    await chat.forward(words)
    assert (await chat.next()).text == "Нотатку збережено (Коростень – Бурж)."
    (note,) = await office.app.stores.notes.notes(None, 10, 0)
    assert (note.said_by, note.author_name) == ("Alex", "Тарас")


async def test_a_document_with_a_caption_is_kept_by_its_id_and_sent_again(office: Office) -> None:
    chat = office.coordinator.private()
    await chat.send_document("програма.pdf", b"%PDF-1.4", "Бурж: програма візиту")
    assert (await chat.next()).text == "Нотатку збережено (Коростень – Бурж)."
    found = await said(chat, "/find програму")
    opened = await pressed(found, "№ 1")
    assert "Файл: програма.pdf" in opened.text
    await opened.press("Файл")
    assert (await chat.rest())[-1].file == ("програма.pdf", b"%PDF-1.4")


async def test_a_program_is_not_kept(office: Office) -> None:
    chat = office.coordinator.private()
    await chat.send_document("виставка.exe", b"MZ", "Бурж: програма")
    assert "офісні документи" in (await chat.next()).text
    assert await office.app.stores.notes.count(None) == 0


async def test_a_file_without_words_is_no_note(office: Office) -> None:
    chat = office.coordinator.private()
    await chat.send_document("програма.pdf", b"%PDF-1.4")
    assert "З підписом цей файл" in (await chat.next()).text
    assert await office.app.stores.notes.count(None) == 0


async def test_a_mention_in_a_group_writes_one_note_even_in_two_languages(office: Office) -> None:
    group = await a_bound_group(office)
    chat = office.admin.in_group(group)
    await (await said(chat, "/bind Бурж")).press("Українська + English")
    await chat.rest()
    await group.add_bot(office.admin, admin=True)
    me = office.telegram.sandbox.world.bot.username
    answer = await said(chat, f"@{me} запиши: привеземо хор")
    assert "Нотатку збережено" in answer.text
    assert "The note is saved" in answer.text
    assert await office.app.stores.notes.count(None) == 1


async def test_a_member_without_a_role_is_told_that_they_may_not(office: Office) -> None:
    group = await a_bound_group(office)
    await group.add_bot(office.admin, admin=True)
    me = office.telegram.sandbox.world.bot.username
    answer = await said(office.stranger.in_group(group), f"@{me} запиши: привеземо хор")
    assert "роль" in answer.text
    assert await office.app.stores.notes.count(None) == 0


async def test_what_waits_to_be_corrected_survives_a_restart(
    office: Office, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chat = office.coordinator.private()
    await (await said(chat, "/note Бурж: хор")).press("Виправити")
    await chat.rest()
    folder = tmp_path_factory.mktemp("again")
    with (
        closing(sqlite3.connect(tmp_path / "mistok.db")) as old,
        closing(sqlite3.connect(folder / "mistok.db")) as new,
    ):
        old.backup(new)
    async with open_office(folder, None, office.clock) as again:
        corrected = await said(again.coordinator.private(), "хор і оркестр")
        assert "Нотатка № 2" in corrected.text
