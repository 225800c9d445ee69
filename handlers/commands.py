"""All commands in one table: the menu, /help, access and the documentation follow it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aiogram.utils.i18n import gettext as _

from partnership.access import Action


class HelpGroup(StrEnum):
    """What one wants to do."""

    FIND = "find"
    PLAN = "plan"
    RECORD = "record"
    CHANGE = "change"
    PEOPLE = "people"
    SELF = "self"


@dataclass(frozen=True, slots=True)
class CommandInfo:
    """A command, what it needs, and where Telegram's menu shows it."""

    name: str
    action: Action
    group: HelpGroup
    usage: str = ""
    """Arguments as shown in /help, for example `Бурж`."""
    in_groups: bool = False


COMMANDS: tuple[CommandInfo, ...] = (
    CommandInfo("partners", Action.READ, HelpGroup.FIND, in_groups=True),
    CommandInfo("partner", Action.READ, HelpGroup.FIND, "Бурж", in_groups=True),
    CommandInfo("contacts", Action.READ_CONTACTS, HelpGroup.FIND, "Бурж"),
    CommandInfo("history", Action.READ, HelpGroup.FIND, "Бурж", in_groups=True),
    CommandInfo("events", Action.READ, HelpGroup.FIND, "2023", in_groups=True),
    CommandInfo("today", Action.READ, HelpGroup.FIND, in_groups=True),
    CommandInfo("event", Action.READ, HelpGroup.FIND, "12", in_groups=True),
    CommandInfo("week", Action.READ, HelpGroup.FIND, in_groups=True),
    CommandInfo(
        "meeting",
        Action.PLAN_EVENT,
        HelpGroup.PLAN,
        "Бурж 25.06 15:00 онлайн",
        in_groups=True,
    ),
    CommandInfo("checklist", Action.READ, HelpGroup.PLAN, "12", in_groups=True),
    CommandInfo("visit", Action.PLAN_EVENT, HelpGroup.PLAN, "Бурж 1–5 вересня"),
    CommandInfo("signing", Action.PLAN_EVENT, HelpGroup.PLAN, "Бурж 12.09 11:00"),
    CommandInfo("templates", Action.MANAGE_USERS, HelpGroup.PLAN),
    CommandInfo("reminders", Action.READ, HelpGroup.PLAN, "зустріч 7д 1д 60хв", in_groups=True),
    CommandInfo("digest", Action.READ, HelpGroup.PLAN, "on", in_groups=True),
    CommandInfo("upcoming", Action.READ, HelpGroup.PLAN),
    CommandInfo("deliveries", Action.SET_REMINDERS, HelpGroup.PLAN),
    CommandInfo("note", Action.WRITE_NOTE, HelpGroup.RECORD, "Бурж: домовились…", in_groups=True),
    CommandInfo("decision", Action.WRITE_NOTE, HelpGroup.RECORD, "Бурж: …", in_groups=True),
    CommandInfo("action", Action.WRITE_NOTE, HelpGroup.RECORD, "Бурж: …", in_groups=True),
    CommandInfo("notes", Action.READ, HelpGroup.RECORD, "Бурж", in_groups=True),
    CommandInfo(
        "task",
        Action.MANAGE_STEPS,
        HelpGroup.RECORD,
        "Бурж: звіт, відповідальна Чижевська, до 20.06",
        in_groups=True,
    ),
    CommandInfo("tasks", Action.READ, HelpGroup.RECORD, "Бурж", in_groups=True),
    CommandInfo("progress", Action.READ, HelpGroup.RECORD, "Бурж", in_groups=True),
    CommandInfo("minutes", Action.READ, HelpGroup.RECORD, "Бурж", in_groups=True),
    CommandInfo("find", Action.READ, HelpGroup.FIND, "культура; Бурж; 2024", in_groups=True),
    CommandInfo("addpartner", Action.ADD_PARTNER, HelpGroup.CHANGE, "Ульм; Німеччина; Житомир"),
    CommandInfo("editpartner", Action.EDIT_PARTNER, HelpGroup.CHANGE, "Бурж"),
    CommandInfo("addcontact", Action.EDIT_CONTACT, HelpGroup.CHANGE, "Бурж"),
    CommandInfo("areas", Action.EDIT_PARTNER, HelpGroup.CHANGE, "Бурж культура, освіта"),
    CommandInfo("stage", Action.CHANGE_STAGE, HelpGroup.CHANGE, "Бурж меморандум"),
    CommandInfo("archive", Action.ARCHIVE, HelpGroup.CHANGE, "Бурж"),
    CommandInfo("restore", Action.ARCHIVE, HelpGroup.CHANGE, "Бурж"),
    CommandInfo("undo", Action.UNDO, HelpGroup.CHANGE),
    CommandInfo("log", Action.READ_LOG, HelpGroup.CHANGE),
    CommandInfo("handover", Action.HAND_OVER, HelpGroup.PEOPLE, "Сергієнко Чижевська"),
    CommandInfo("users", Action.MANAGE_USERS, HelpGroup.PEOPLE),
    CommandInfo("role", Action.MANAGE_USERS, HelpGroup.PEOPLE, "123456789 coordinator korosten"),
    CommandInfo("revoke", Action.MANAGE_USERS, HelpGroup.PEOPLE, "123456789"),
    CommandInfo("invite", Action.MANAGE_USERS, HelpGroup.PEOPLE, "official korosten"),
    CommandInfo("bind", Action.BIND_CHAT, HelpGroup.PEOPLE, "Бурж", in_groups=True),
    CommandInfo("unbind", Action.BIND_CHAT, HelpGroup.PEOPLE, in_groups=True),
    CommandInfo("explain", Action.MANAGE_USERS, HelpGroup.PEOPLE, "зустріч з Буржем у четвер"),
    CommandInfo("start", Action.CHOOSE_LANGUAGE, HelpGroup.SELF),
    CommandInfo("help", Action.CHOOSE_LANGUAGE, HelpGroup.SELF, in_groups=True),
    CommandInfo("lang", Action.CHOOSE_LANGUAGE, HelpGroup.SELF, "en"),
    CommandInfo("cancel", Action.CHOOSE_LANGUAGE, HelpGroup.SELF),
)


def describe(command: str) -> str:
    """What a command does, in the current language: for the menu and for /help."""
    return {
        "partners": _("List of partners, with filters"),
        "partner": _("Card of a partner"),
        "contacts": _("Contacts of a partner"),
        "history": _("History of a partnership"),
        "events": _("Events of a partner or a period"),
        "today": _("What is on today and what is open"),
        "event": _("Card of an event"),
        "week": _("What is planned for a week"),
        "meeting": _("Plan a meeting"),
        "checklist": _("How far the preparation has come"),
        "visit": _("Plan a visit"),
        "signing": _("Plan a signing"),
        "templates": _("Templates of checklists"),
        "reminders": _("When to remind, and quiet hours"),
        "digest": _("Regular digests: week, day, overdue, grant calls"),
        "upcoming": _("What will be sent next, and to whom"),
        "deliveries": _("What was sent, late, or failed, and why"),
        "note": _("Write down a note"),
        "decision": _("Write down a decision"),
        "action": _("Write down what is to be done"),
        "notes": _("Notes of a partner"),
        "task": _("Put an action item under control"),
        "tasks": _("Action items and their due dates"),
        "progress": _("Share of action items closed, as a picture"),
        "minutes": _("Write a meeting down, and its minutes"),
        "find": _("Search notes, letters, events and steps"),
        "addpartner": _("Add a partner"),
        "editpartner": _("Change the card of a partner"),
        "addcontact": _("Add a contact person"),
        "areas": _("Set the areas of cooperation"),
        "stage": _("Set the stage of a partnership"),
        "archive": _("Move a partnership to the archive"),
        "restore": _("Bring a partnership back from the archive"),
        "undo": _("Take back my last change"),
        "log": _("Who changed what"),
        "handover": _("Hand over everything to a successor"),
        "users": _("People who may use the bot"),
        "role": _("Change the role of a person"),
        "revoke": _("Take away a person’s access"),
        "invite": _("Link that lets one person in"),
        "bind": _("Bind this group to a community or a partnership"),
        "unbind": _("Unbind this group"),
        "explain": _("How the bot reads a sentence"),
        "start": _("What this bot does"),
        "help": _("What you can do here"),
        "lang": _("Language of the bot"),
        "cancel": _("Drop what is not finished"),
    }[command]


def group_title(group: HelpGroup) -> str:
    """Heading of a part of /help."""
    return {
        HelpGroup.FIND: _("Find out"),
        HelpGroup.PLAN: _("Plan"),
        HelpGroup.RECORD: _("Write down"),
        HelpGroup.CHANGE: _("Keep the registry"),
        HelpGroup.PEOPLE: _("People and groups"),
        HelpGroup.SELF: _("My bot"),
    }[group]
