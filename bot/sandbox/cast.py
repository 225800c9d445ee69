"""The people and the group that `make run` begins with; all invented."""

from __future__ import annotations

from bot.sandbox import groups
from bot.sandbox.model import Person
from bot.sandbox.sandbox import Sandbox

ADMIN_ID = 101
COORDINATOR_ID = 102
OFFICIAL_ID = 103
STRANGER_ID = 104

GROUP_TITLE = "Робоча група Коростень – Бурж"
TOPICS = ("Візити", "Листування")


def cast() -> tuple[Person, Person, Person, Person]:
    """An administrator, a coordinator, an official and a stranger."""
    return (
        Person(
            ADMIN_ID,
            "Дарина",
            "Верхогляд",
            "daryna_verkhohliad",
            "uk",
            {"uk": "адміністраторка бота", "en": "administrator of the bot"},
        ),
        Person(
            COORDINATOR_ID,
            "Тарас",
            "Лісничук",
            "taras_lisnychuk",
            "uk",
            {"uk": "координатор, Коростень", "en": "coordinator, Korosten"},
        ),
        Person(
            OFFICIAL_ID,
            "Ярина",
            "Тетерівська",
            "yaryna_teterivska",
            "uk",
            {"uk": "посадова особа, Житомир", "en": "official, Zhytomyr"},
        ),
        Person(
            STRANGER_ID,
            "Alex",
            "Newman",
            None,
            "en",
            {"uk": "стороння людина", "en": "a stranger"},
        ),
    )


def invite_cast(sandbox: Sandbox) -> None:
    """Let them in, and open their working group: two topics, and the bot as an administrator."""
    admin, coordinator, official, stranger = cast()
    for person in (admin, coordinator, official, stranger):
        sandbox.world.add_person(person)
    group = groups.create_group(sandbox, coordinator, GROUP_TITLE, list(TOPICS))
    group.members |= {admin.id: "administrator", official.id: "member"}
    groups.add_bot(sandbox, group, admin, status="administrator")
