"""The forms of /archive and /restore: which partnership, and is that meant?"""

from __future__ import annotations

from aiogram.fsm.state import State, StatesGroup
from aiogram.utils.i18n import gettext as _

from handlers.cards.changes import changed_screen, undo_button
from handlers.cards.names import pair_name, partner_button_name
from handlers.forms.engine import Again, Flow, Form, Question, Step
from handlers.forms.facts import partnership_of
from handlers.forms.partners import ask_partner, read_partner
from handlers.screens import Screen, fill, lines
from partnership.access import Action, may
from partnership.entities import Kind
from partnership.finding import PLACES
from partnership.partnerships import Partnership
from partnership.queries import PartnerFilter, partnerships

ARCHIVE, DELETE, RESTORE = "archive", "delete", "restore"


class Archiving(StatesGroup):
    """Steps of the way into the archive."""

    partner = State()
    confirm = State()


class Restoring(StatesGroup):
    """Steps of the way back."""

    partner = State()
    confirm = State()


def archive_flow() -> Flow:
    """The form of /archive."""
    return Flow(
        steps=(
            Step(Archiving.partner, ask_partner, read_partner),
            Step(Archiving.confirm, ask_archive),
        ),
        following=archive_following,
        finish=finish_archive,
    )


def restore_flow() -> Flow:
    """The form of /restore."""
    return Flow(
        steps=(
            Step(Restoring.partner, ask_archived, read_archived),
            Step(Restoring.confirm, ask_restore),
        ),
        following=restore_following,
        finish=finish_restore,
    )


def archive_following(form: Form) -> State | None:
    """The partnership, then whether that is meant."""
    if "partner" not in form.answers:
        return Archiving.partner
    return None if "confirm" in form.answers else Archiving.confirm


def restore_following(form: Form) -> State | None:
    """The partnership, then whether that is meant."""
    if "partner" not in form.answers:
        return Restoring.partner
    return None if "confirm" in form.answers else Restoring.confirm


def ask_archive(form: Form) -> Question:
    """Asks before a partnership disappears from the lists."""
    text = lines(
        [
            fill(_("Move to the archive: <b>{pair}</b>?"), pair=_pair(form)),
            fill(_("It leaves the lists; its history stays, and /restore brings it back.")),
        ]
    )
    choices = [(ARCHIVE, _("Move to the archive"))]
    if may(form.reader.user, Action.DELETE):
        choices.append((DELETE, _("Delete for good")))
    return Question(text, choices)


async def finish_archive(form: Form) -> Screen:
    """Archive; or delete what has no history. Raises HasHistoryError."""
    editing, reader, partner = form.service("editing"), form.reader, form.answers["partner"]
    if form.answers["confirm"] == ARCHIVE:
        return changed_screen(await editing.archive(reader.user, partner), partner, reader)
    pair = _pair(form)
    deleted = await editing.delete(reader.user, Kind.PARTNERSHIP, partner)
    return Screen(fill(_("Deleted: <b>{pair}</b>."), pair=pair), [[undo_button(deleted.batch)]])


def ask_archived(form: Form) -> Question:
    """What lies in the archive and is the person's own."""
    reader = form.reader
    return Question(
        fill(_("What should be brought back from the archive?")),
        [
            (each.id, partner_button_name(each, reader.registry, reader.language))
            for each in archived(form)
        ],
    )


def read_archived(form: Form, text: str) -> str:
    """An archived partnership by the name of one of its places."""
    found = archived_named(form, text)
    if len(found) != 1:
        raise Again(fill(_("«{name}» is not in the archive."), name=text))
    return found[0].id


def archived_named(form: Form, text: str) -> list[Partnership]:
    """Archived partnerships that a name may mean."""
    places = {each.name_id for each in form.service("names").look_up(text, PLACES)}
    return [each for each in archived(form) if places & set(each.places)]


def archived(form: Form) -> list[Partnership]:
    """What lies in the archive and is the person's own to bring back."""
    reader = form.reader
    found = partnerships(reader.registry, PartnerFilter(archived=True))
    return [each for each in found if may(reader.user, Action.ARCHIVE, each.home)]


def ask_restore(form: Form) -> Question:
    """Asks once more, since a name may be misread."""
    text = fill(_("Bring back from the archive: <b>{pair}</b>?"), pair=_pair(form))
    return Question(text, [(RESTORE, _("Bring back"))])


async def finish_restore(form: Form) -> Screen:
    """Take it out of the archive."""
    partner = form.answers["partner"]
    edited = await form.service("editing").restore(form.reader.user, partner)
    return changed_screen(edited, partner, form.reader)


def _pair(form: Form) -> str:
    return pair_name(partnership_of(form), form.reader.registry, form.reader.language)
