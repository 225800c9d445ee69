"""Where the bot may write, and what it hears where it may not."""

from __future__ import annotations

import pytest

from bot.sandbox import groups
from tests.sandbox.client import Answer, BotClient
from tests.support.group import Group
from tests.support.people import Human
from tests.support.telegram import TelegramStandIn


@pytest.fixture
def olena(telegram: TelegramStandIn) -> Human:
    return telegram.person(11, "Олена")


@pytest.fixture
def group(telegram: TelegramStandIn, olena: Human) -> Group:
    made = telegram.group("Група", owner=olena, topics=("Візити",))
    made.chat.bot_status = "member"
    return made


@pytest.fixture
def basic(telegram: TelegramStandIn, olena: Human) -> Group:
    made = telegram.group("Мала група", owner=olena, supergroup=False)
    made.chat.bot_status = "member"
    return made


async def written(bot: BotClient, chat_id: int, **more: object) -> Answer:
    return await bot.call("sendMessage", chat_id=chat_id, text="x", **more)


async def test_an_unknown_chat_is_not_found(bot: BotClient) -> None:
    answer = await written(bot, 404)

    assert (answer.status, answer.description) == (400, "Bad Request: chat not found")


async def test_people_are_not_spoken_to_first(bot: BotClient, olena: Human) -> None:
    answer = await written(bot, olena.id)
    assert (answer.status, answer.description) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )

    await olena.private().send("/start")
    assert (await written(bot, olena.id)).result["text"] == "x"


async def test_who_blocked_the_bot_or_is_gone_is_not_reached(
    telegram: TelegramStandIn, bot: BotClient, olena: Human
) -> None:
    await olena.private().send("/start")
    olena.private().chat.bot_blocked = True
    blocked = await written(bot, olena.id)
    olena.person.deactivated = True
    deactivated = await written(bot, olena.id)

    assert blocked.description == "Forbidden: bot was blocked by the user"
    assert deactivated.description == "Forbidden: user is deactivated"


@pytest.mark.parametrize(
    ("status", "why"),
    [
        ("kicked", "bot was kicked from the supergroup chat"),
        ("left", "bot is not a member of the supergroup chat"),
    ],
)
async def test_a_group_without_the_bot_is_forbidden(
    bot: BotClient, group: Group, status: str, why: str
) -> None:
    group.chat.bot_status = status
    answer = await written(bot, group.id)

    assert (answer.status, answer.description) == (403, f"Forbidden: {why}")


async def test_a_deleted_group_and_one_where_the_bot_is_muted(bot: BotClient, group: Group) -> None:
    group.chat.bot_can_post = False
    assert (await written(bot, group.id)).description == (
        "Bad Request: not enough rights to send text messages to the chat"
    )
    group.chat.deleted = True
    assert (await written(bot, group.id)).description == "Forbidden: the group chat was deleted"


async def test_an_upgraded_group_names_its_successor(
    bot: BotClient, basic: Group, olena: Human
) -> None:
    old = basic.id
    basic.upgrade_unnoticed(by=olena)

    answer = await written(bot, old)

    assert answer.description == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer.body["parameters"] == {"migrate_to_chat_id": basic.id}
    assert (await written(bot, basic.id)).result["chat"]["type"] == "supergroup"


async def test_both_sides_of_an_upgrade_are_told(
    telegram: TelegramStandIn, bot: BotClient, basic: Group, olena: Human
) -> None:
    old = basic.id
    telegram.sandbox.updates.clear()
    fresh, _ = groups.upgrade(telegram.sandbox, basic.chat, olena.person)
    first, second = [update["message"] for update in await bot.updates()]

    assert (first["chat"]["id"], first["migrate_to_chat_id"]) == (old, fresh.id)
    assert (second["chat"]["id"], second["migrate_from_chat_id"]) == (fresh.id, old)


async def test_topics_are_found_or_not(bot: BotClient, group: Group) -> None:
    topic = group.topic("Візити").id

    inside = await written(bot, group.id, message_thread_id=topic)
    assert (inside.result["message_thread_id"], inside.result["is_topic_message"]) == (topic, True)
    for missing in (1, 999):
        answer = await written(bot, group.id, message_thread_id=missing)
        assert answer.description == "Bad Request: message thread not found"


async def test_a_closed_topic_refuses_and_a_deleted_one_is_not_found(
    bot: BotClient, group: Group, olena: Human
) -> None:
    topic = group.topic("Візити").id
    group.close_topic("Візити", by=olena)
    closed = await written(bot, group.id, message_thread_id=topic)
    group.delete_topic("Візити")
    deleted = await written(bot, group.id, message_thread_id=topic)

    assert closed.description == "Bad Request: TOPIC_CLOSED"
    assert deleted.description == "Bad Request: message thread not found"


async def test_an_administrator_bot_manages_topics(bot: BotClient, group: Group) -> None:
    create = {"chat_id": group.id, "name": "Листи"}
    assert (await bot.call("createForumTopic", **create)).description == (
        "Bad Request: not enough rights to create a topic"
    )
    group.chat.bot_status = "administrator"
    topic = (await bot.call("createForumTopic", **create)).result["message_thread_id"]
    place = {"chat_id": group.id, "message_thread_id": topic}

    assert (await bot.call("closeForumTopic", **place)).result is True
    assert (await bot.call("closeForumTopic", **place)).description.endswith("TOPIC_NOT_MODIFIED")
    assert (await bot.call("reopenForumTopic", **place)).result is True
    assert (await bot.call("deleteForumTopic", **place)).result is True
    assert topic not in group.chat.topics


async def test_members_are_told_apart(bot: BotClient, group: Group, olena: Human) -> None:
    async def status(user_id: int) -> str:
        member = await bot.call("getChatMember", chat_id=group.id, user_id=user_id)
        return str(member.result["status"])

    me = (await bot.call("getMe")).result["id"]
    administrators = await bot.call("getChatAdministrators", chat_id=group.id)

    assert (await status(olena.id), await status(me)) == ("creator", "member")
    assert [one["user"]["id"] for one in administrators.result] == [olena.id]
    assert (await bot.call("getChatMemberCount", chat_id=group.id)).result == 2


async def test_the_bot_leaves(bot: BotClient, group: Group) -> None:
    assert (await bot.call("leaveChat", chat_id=group.id)).result is True
    assert not group.bot_is_member
    assert (await bot.call("leaveChat", chat_id=group.id)).description.startswith("Forbidden")


async def test_pins_need_an_administrator(bot: BotClient, group: Group) -> None:
    message_id = (await written(bot, group.id)).result["message_id"]
    pin = {"chat_id": group.id, "message_id": message_id}

    assert (await bot.call("pinChatMessage", **pin)).description.startswith(
        "Bad Request: not enough rights"
    )
    group.chat.bot_status = "administrator"
    assert (await bot.call("pinChatMessage", **pin)).result is True
    pinned = (await bot.call("getChat", chat_id=group.id)).result["pinned_message"]
    assert pinned["message_id"] == message_id
    assert (await bot.call("unpinChatMessage", **pin)).result is True


async def test_a_bot_sets_one_reaction(bot: BotClient, group: Group) -> None:
    message_id = (await written(bot, group.id)).result["message_id"]
    thumb = {"type": "emoji", "emoji": "👍"}
    place = {"chat_id": group.id, "message_id": message_id}

    assert (await bot.call("setMessageReaction", **place, reaction=[thumb])).result is True
    assert (await bot.call("setMessageReaction", **place, reaction=[thumb] * 2)).status == 400


async def test_contacts_and_venues_are_sent(bot: BotClient, olena: Human) -> None:
    await olena.private().send("/start")
    contact = await bot.call("sendContact", chat_id=11, phone_number="+380", first_name="Ярина")
    place = {"latitude": 47.08, "longitude": 2.39, "title": "Ратуша", "address": "Бурж"}
    venue = await bot.call("sendVenue", chat_id=11, **place)
    nowhere = await bot.call("sendVenue", chat_id=11, **place | {"latitude": 91})

    assert contact.result["contact"] == {"phone_number": "+380", "first_name": "Ярина"}
    assert venue.result["venue"]["title"] == "Ратуша"
    assert nowhere.status == 400


async def test_typing_is_shown(telegram: TelegramStandIn, bot: BotClient, olena: Human) -> None:
    await olena.private().send("/start")
    seen = []
    telegram.sandbox.hub.watch(lambda happening: seen.append(happening.kind))

    assert (await bot.call("sendChatAction", chat_id=11, action="typing")).result is True
    assert (await bot.call("sendChatAction", chat_id=11, action="thinking")).status == 400
    assert seen == ["typing"]


async def test_an_upgraded_group_can_still_be_looked_at(
    telegram: TelegramStandIn, bot: BotClient, basic: Group, olena: Human
) -> None:
    old = basic.id
    basic.upgrade_unnoticed(by=olena)
    member = {"chat_id": old, "user_id": olena.id}

    assert (await bot.call("getChat", chat_id=old)).result["title"] == "Мала група"
    assert "upgraded" in (await bot.call("getChatMember", **member)).description


async def test_messages_to_who_blocked_the_bot_can_still_be_edited(
    bot: BotClient, olena: Human
) -> None:
    await olena.private().send("/start")
    message_id = (await written(bot, olena.id)).result["message_id"]
    olena.private().chat.bot_blocked = True
    edit = {"chat_id": olena.id, "message_id": message_id, "text": "y"}

    assert (await bot.call("editMessageText", **edit)).result["text"] == "y"


async def test_a_thread_is_ignored_where_there_are_no_topics(bot: BotClient, basic: Group) -> None:
    answer = await written(bot, basic.id, message_thread_id=5)

    assert "message_thread_id" not in answer.result
