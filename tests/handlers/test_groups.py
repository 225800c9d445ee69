"""Working groups: silent until an admin binds them, and in the language that was chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.sandbox.errors import bad_request
from bot.sandbox.methods.sending import METHODS as SENDING
from partnership.membership_records import BoundChat, ChatLanguage
from partnership.people import Channel, ChannelKind
from tests.support.group import Group
from tests.support.office import Office
from tests.support.people import Human

QUESTION = "/partner Бурж"
PHONE = "+380 41 424 00 00"
CARD_UK, CARD_EN = "Бурж (Франція) — Коростень", "Bourges (France) — Korosten"


async def group_of(office: Office, *, topics: tuple[str, ...] = (), by: Human | None = None):
    """A group with everybody in it, to which the admin has added the bot."""
    everybody = (office.coordinator, office.neighbour, office.official, office.stranger)
    group = office.telegram.group(
        "Робоча група", owner=office.admin, members=everybody, topics=topics
    )
    await group.add_bot(by or office.admin)
    await office.telegram.settled()
    return group


async def bound_group(office: Office, language: str = "") -> Group:
    """A group bound to Korosten."""
    group = await group_of(office)
    shown = await office.admin.in_group(group).ask("/bind Коростень")
    if language:
        await shown.press(language)
        await office.telegram.settled()
    return group


def give_everybody_a_phone(office: Office) -> None:
    """The example registry has no phone numbers."""
    registry = office.app.services.registry
    phone = Channel(kind=ChannelKind.PHONE, value=PHONE)
    for person in list(registry.people.values()):
        registry.put(replace(person, channels=(phone,)))


def binding(office: Office, group: Group, thread: int | None = None) -> BoundChat | None:
    """What the group is bound to by now."""
    return office.app.services.membership.groups.chat_of(group.id, thread)


async def test_an_unbound_group_is_silent_for_its_members(office: Office) -> None:
    group = await group_of(office)
    for person in (office.stranger, office.official, office.coordinator):
        chat = person.in_group(group)
        for text in (QUESTION, "/bind Бурж", "/help", "/lang en", "/users"):
            assert await chat.ask_all(text) == [], f"{person.id}: {text}"


async def test_an_admin_is_told_how_to_bind(office: Office) -> None:
    group = await group_of(office)
    chat = office.admin.in_group(group)
    assert chat.last.text == "Прив’яжіть цю групу: /bind Бурж"
    assert (await chat.ask(QUESTION)).text.endswith("Прив’яжіть її: /bind Бурж")


async def test_added_by_a_stranger_the_bot_says_so_and_leaves(office: Office) -> None:
    group = office.telegram.group("Чужа група", owner=office.stranger)
    await group.add_bot(office.stranger)
    await office.telegram.settled()
    said = [each.text for each in office.stranger.in_group(group).history]
    assert "Цей бот працює лише в групах тих, хто має до нього доступ. До побачення!" in said
    assert not group.bot_is_member


async def test_the_bot_leaves_a_stranger_even_where_it_may_not_write(office: Office) -> None:
    refusal = bad_request("not enough rights to send text messages to the chat")
    office.telegram.faults.refuse(refusal, "sendMessage")
    group = office.telegram.group("Чужа група", owner=office.stranger)
    await group.add_bot(office.stranger)
    await office.telegram.settled()
    assert not group.bot_is_member


async def test_added_by_an_official_the_bot_asks_for_an_admin(office: Office) -> None:
    group = await group_of(office, by=office.official)
    last = office.official.in_group(group).last
    assert last.text == "Спершу цю групу має прив’язати адміністратор: /bind Бурж"
    assert group.bot_is_member


async def test_a_group_is_bound_by_name_and_answers_everybody_in_it(office: Office) -> None:
    group = await group_of(office)
    shown = await office.admin.in_group(group).ask("/bind Буржем")
    assert "Коростень – Бурж" in shown.text
    bound = binding(office, group)
    assert bound is not None
    assert (bound.partnership, bound.title) == ("korosten-bourges", "Робоча група")
    assert CARD_UK in (await office.stranger.in_group(group).ask(QUESTION)).text


async def test_a_group_is_bound_by_button_page_by_page(office: Office) -> None:
    group = await group_of(office)
    choice = await office.admin.in_group(group).ask("/bind")
    assert choice.buttons[:2] == [["Житомир"], ["Коростень"]]
    await choice.press("›")
    assert choice.now.buttons[-1] == ["‹", "2/2"]
    await choice.now.press("Луцьк – Детмольд")
    bound = binding(office, group)
    assert bound is not None
    assert bound.partnership == "lutsk-detmold"


async def test_what_is_not_found_is_said_and_the_choice_offered(office: Office) -> None:
    group = await group_of(office)
    choice = await office.admin.in_group(group).ask("/bind Атлантида")
    assert choice.text.startswith("«Атлантида» не знайдено.")
    assert ["Коростень"] in choice.buttons


async def test_somebody_elses_choice_binds_nothing(office: Office) -> None:
    group = await group_of(office)
    choice = await office.admin.in_group(group).ask("/bind")
    for person in (office.stranger, office.official, office.coordinator):
        answer = await choice.press("Коростень", by=person)
        assert not answer.text or answer.show_alert
    assert binding(office, group) is None


@pytest.mark.parametrize("topic", ["Візити", None])
async def test_a_topic_is_bound_apart_from_general(office: Office, topic: str | None) -> None:
    group = await group_of(office, topics=("Візити", "Листування"))
    chat = office.admin.in_group(group, topic=topic)
    choice = await chat.ask("/bind")
    await choice.press("Коростень")
    thread = group.topic(topic).id if topic else None
    bound = binding(office, group, thread)
    assert bound is not None
    assert (bound.thread, bound.community) == (thread, "korosten")
    other = binding(office, group, group.topic("Листування").id)
    assert (other is None) == (topic is not None)
    answer = await chat.ask(QUESTION)
    assert answer.body.get("message_thread_id") == thread
    threads = [
        each.parameters.get("message_thread_id")
        for method in SENDING
        for each in office.telegram.requests.of(method)
    ]
    assert 1 not in threads
    assert "1" not in threads


@pytest.mark.parametrize(
    ("language", "present", "absent"),
    [("Українська", CARD_UK, CARD_EN), ("English", CARD_EN, CARD_UK)],
)
async def test_a_group_has_its_own_language(
    office: Office, language: str, present: str, absent: str
) -> None:
    group = await group_of(office)
    shown = await office.admin.in_group(group).ask("/bind Коростень")
    await shown.press(language)
    answer = await office.official.in_group(group).ask(QUESTION)
    assert present in answer.text
    assert absent not in answer.text


async def test_both_languages_are_one_message_ukrainian_first(office: Office) -> None:
    group = await bound_group(office, "Українська + English")
    chat = office.official.in_group(group)
    (answer,) = await chat.ask_all(QUESTION)
    assert 0 < answer.text.index(CARD_UK) < answer.text.index(CARD_EN)
    assert len(answer.text) <= 4096
    assert "Історія / History" in [text for row in answer.buttons for text in row]
    await answer.press("Історія / History")
    (turned,) = await chat.rest()
    assert turned.id == answer.id
    assert "Назад / Back" in [text for row in turned.buttons for text in row]


@pytest.mark.parametrize(
    ("text", "uk", "en"),
    [
        ("/partners Франція", "1 партнерство", "1 partnership"),
        ("/today", "12.06.2024", "12 Jun"),
        ("/contacts Бурж", "Зробімо це в особистому чаті.", "Let us do this in private."),
        ("/users", "це недоступно", "not open to your role"),
        ("/partner Атлантида", "немає", "not in the registry"),
        ("/unbind", "це недоступно", "not open to your role"),
    ],
)
async def test_every_answer_to_such_a_group_is_in_both(
    office: Office, text: str, uk: str, en: str
) -> None:
    group = await bound_group(office, "Українська + English")
    (answer,) = await office.official.in_group(group).ask_all(text)
    assert uk in answer.text
    assert en in answer.text
    assert answer.text.index(uk) < answer.text.index(en)


async def test_the_choice_of_a_language_is_confirmed_in_it(office: Office) -> None:
    group = await group_of(office)
    shown = await office.admin.in_group(group).ask("/bind Коростень")
    await shown.press("English")
    assert shown.now.text.startswith("This group is bound: Korosten. Language: English.")
    await shown.press("Українська + English")
    assert "Korosten" in shown.now.text
    assert shown.now.text.startswith("Групу прив’язано: Коростень.")
    bound = binding(office, group)
    assert bound is not None
    assert bound.language is ChatLanguage.BOTH


async def test_a_language_survives_another_binding(office: Office) -> None:
    group = await bound_group(office, "English")
    await office.admin.in_group(group).ask("/bind Бурж")
    bound = binding(office, group)
    assert bound is not None
    assert (bound.partnership, bound.language) == ("korosten-bourges", ChatLanguage.EN)


async def test_a_binding_follows_a_group_that_becomes_a_supergroup(office: Office) -> None:
    group = office.telegram.group(
        "Мала група", owner=office.admin, members=(office.stranger,), supergroup=False
    )
    await group.add_bot(office.admin)
    await office.admin.in_group(group).ask_all("/bind Коростень")
    old = group.id
    failed = len([each for each in office.telegram.requests.all if each.error_code])
    await group.upgrade(office.stranger)
    await office.telegram.settled()
    assert group.id != old
    assert office.app.services.membership.groups.chat_of(old) is None
    assert CARD_UK in (await office.stranger.in_group(group).ask(QUESTION)).text
    assert len([each for each in office.telegram.requests.all if each.error_code]) == failed


async def test_removal_forgets_the_binding_and_tells_the_coordinators(office: Office) -> None:
    group = await bound_group(office)
    for person in (office.coordinator, office.neighbour):
        await person.private().ask("/start")
    with office.neighbour.private().silence(), office.official.private().silence():
        await group.remove_bot(office.stranger)
        await office.telegram.settled()
    assert binding(office, group) is None
    told = office.coordinator.private().last.text
    assert told == "Мене вилучено з групи «Робоча група»: туди більше нічого не надходитиме."


async def test_a_coordinator_who_never_started_the_bot_is_passed_over(office: Office) -> None:
    group = await bound_group(office)
    await group.remove_bot(office.stranger)
    await office.telegram.settled()
    assert binding(office, group) is None
    assert office.coordinator.private().history == []


async def test_an_anonymous_admin_is_sent_to_the_private_chat(office: Office) -> None:
    group = await bound_group(office)
    chat = office.admin.in_group(group, anonymous=True)
    answer = await chat.ask("/bind Бурж")
    assert answer.text == "Ви пишете від імені групи, тож я не знаю, хто ви."
    bot = office.telegram.sandbox.world.bot.username
    assert answer.url("До особистого чату") == f"https://t.me/{bot}"
    bound = binding(office, group)
    assert bound is not None
    assert bound.community == "korosten"


@pytest.mark.parametrize("language", ["Українська", "Українська + English"])
@pytest.mark.parametrize(
    "text", ["/contacts Бурж", "@{bot} контакти Буржа", "@{bot} телефон координатора Бурж"]
)
async def test_personal_details_stay_out_of_groups(
    office: Office, text: str, language: str
) -> None:
    give_everybody_a_phone(office)
    group = await bound_group(office, language)
    await group.add_bot(office.admin, admin=True)
    bot = office.telegram.sandbox.world.bot.username
    (shown,) = await office.official.in_group(group).ask_all(text.format(bot=bot))
    assert PHONE not in shown.text
    assert PHONE in (await office.official.private().ask("/contacts Бурж")).text


async def test_an_unbound_group_falls_silent_again(office: Office) -> None:
    group = await bound_group(office, "Українська + English")
    (said,) = await office.admin.in_group(group).ask_all("/unbind")
    assert "Групу відв’язано" in said.text
    assert "no longer bound" in said.text
    assert await office.official.in_group(group).ask_all(QUESTION) == []


async def test_binding_is_for_groups(office: Office) -> None:
    chat = office.admin.private()
    shown = await chat.ask("/bind Бурж")
    assert shown.text == "Надішліть /bind у групі, яку хочете прив’язати."
    answer = await shown.press(data="bnd:c:korosten")
    assert answer.text == shown.text
    assert office.app.services.membership.groups.all() == []
