"""Changes of the registry that are wished in plain words: the command that makes each of them.

Nothing is changed here: what is meant stands in the command already, ready to be sent.
"""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _

from handlers.answers.places import places_named
from handlers.reader import Reader
from handlers.refusals import refusal
from handlers.screens import Screen, button, fill, lines
from handlers.start import LANGUAGE_NAMES, ChooseLanguage
from handlers.words import post_word, stage_word
from partnership.access import Action, may
from partnership.language.questions import Reading
from partnership.stage_words import read_stage


def contact_wished(reading: Reading, reader: Reader) -> Screen:
    """«Додай контакт до Буржа: Жан Дюпон, директор музею», «у Буржа новий мер Ян Галю»."""
    details = _said_after_colon(reading).replace(",", ";")
    if not details and reading.unfound:
        posts = [post_word(each) for each in reading.posts[:1]]
        details = "; ".join([" ".join(reading.unfound), *posts])
    known = details or _("name and surname; position; phone; e-mail")
    told = fill(_("Nothing has been recorded yet. To add a contact, send:"))
    return _told(
        told, Action.EDIT_CONTACT, f"/addcontact {_place(reading, reader)}; {known}", reader
    )


def stage_wished(reading: Reading, reader: Reader) -> Screen:
    """«Переведи Бурж на етап меморандум»."""
    wanted = read_stage(reading.text).stage
    stage = stage_word(wanted).lower() if wanted is not None else ""
    told = fill(_("Nothing has been changed yet. To change the stage, send:"))
    command = f"/stage {_place(reading, reader)} {stage}".strip()
    return _told(told, Action.CHANGE_STAGE, command, reader)


def areas_wished(reading: Reading, reader: Reader) -> Screen:
    """«Прибери напрям культура у Буржа»: the areas are ticked in the form of /areas."""
    told = fill(_("Nothing has been changed yet. To choose the areas, send:"))
    return _told(told, Action.EDIT_PARTNER, f"/areas {_place(reading, reader)}", reader)


def language_wished(reading: Reading, reader: Reader) -> Screen:
    """«Зміни мову на англійську»: the buttons of /lang."""
    rows = [[button(n, ChooseLanguage(language=c).pack())] for c, n in LANGUAGE_NAMES.items()]
    return Screen(fill(_("Choose a language:")), rows)


def changes_told(reading: Reading, reader: Reader) -> Screen:
    """«Хто змінив картку Буржа?»: the change log tells."""
    told = fill(_("Who changed what stands in the change log:"))
    return _told(told, Action.READ_LOG, f"/log {_place(reading, reader)}".strip(), reader)


def archiving_wished(reading: Reading, reader: Reader) -> Screen:
    """«Видали Монтану»: a partner is put into the archive, with all its history."""
    told = fill(_("Nothing has been changed yet. To put a partner into the archive, send:"))
    return _told(told, Action.ARCHIVE, f"/archive {_place(reading, reader)}", reader)


def access_told(_reading: Reading, reader: Reader) -> Screen:
    """«Дай доступ Іваненку», «хто має доступ?»."""
    told = fill(_("Who has access, a change of role, and taking access back: /users"))
    invited = fill(_("To give access to somebody new by a link: /invite"))
    if not may(reader.user, Action.MANAGE_USERS):
        return Screen(fill(_("Access is given and taken back by an administrator.")))
    return Screen(lines([told, invited]))


def binding_told(reading: Reading, reader: Reader) -> Screen:
    """«Прив’яжи групу до Буржа»: it is done in the group itself."""
    told = fill(_("A group is bound in the group itself. Send there:"))
    return _told(told, Action.BIND_CHAT, f"/bind {_place(reading, reader)}".strip(), reader)


def _told(told: str, action: Action, command: str, reader: Reader) -> Screen:
    if not may(reader.user, action):
        return refusal(reader.user, private=reader.private)
    return Screen(lines([told, fill("<code>{command}</code>", command=command)]))


def _place(reading: Reading, reader: Reader) -> str:
    """The partner that is named; of two places the foreign one."""
    named = places_named(reading, reader).sure
    abroad = [place for place in named if not place.home] or list(named)
    return abroad[0].name.text(reader.language) if abroad else ""


def _said_after_colon(reading: Reading) -> str:
    return reading.text.partition(":")[2].strip()
