"""«Зроби протокол зустрічі з Буржем», «що треба для протоколу?», «резюме по Буржу»."""

from __future__ import annotations

import inspect
import re

from aiogram.utils.i18n import gettext as _

from handlers.answers.events import discussed_answer
from handlers.answers.places import partnerships_named, places_named
from handlers.desk import Desk
from handlers.minutes.choosing_event import Meant, choice_screen, is_of_group
from handlers.minutes.finding import form_named, meetings_meant
from handlers.minutes.listing import list_screen
from handlers.minutes.minutes_buttons import EventMinutes
from handlers.minutes.minutes_screens import forms_screen, minutes_screen
from handlers.screens import Screen, button, fill
from partnership.events import Event
from partnership.language.questions import Reading
from partnership.minutes.minutes import MinutesForm
from partnership.minutes.taking import MinuteTaking

_SEVERAL = re.compile(r"\bпротокол(?:и|ів|ами|ах)\b|\ball (?:the )?minutes\b", re.IGNORECASE)

_ENDS = re.compile(
    r"\b(?:за|с|при)?(?:верш|упин|кінч|пин)\w*\s+(?:запис|протокол)|\bstop\b|\bend\b",
    re.IGNORECASE,
)


async def minutes_asked(reading: Reading, desk: Desk) -> Screen:
    """A draft of the meeting that is meant, the latest one; drafted at once for who writes it."""
    reader, taking = desk.reader, _taking(desk)
    if _SEVERAL.search(reading.text) and not reading.places:
        assert desk.dictating is not None
        bound = desk.notepad.bound if desk.notepad is not None else None
        return await list_screen(0, reader, taking, desk.dictating, bound)
    event = await _meeting(reading, desk)
    if event is None:
        return Screen(fill(_("No meeting took place yet that minutes could be about.")))
    form = form_named(reading.text)
    known = await taking.minutes_of(event.key)
    may_write = taking.may_write(reader.user, event)
    if form is None and len(known) == 1:
        form = known[0].form
    if form is None or not reader.private:
        return forms_screen(reader.sees(event), known, reader, may_write=may_write)
    if may_write:
        made = await taking.draft(reader.user, event.key, form)
        return await minutes_screen(made, reader, taking)
    return await _read_only(event, form, desk)


async def discussed_in(reading: Reading, desk: Desk) -> Screen | None:
    """«Протокол зустрічі з Буржем»: the minutes where there are any, else what was discussed."""
    reader = desk.reader
    form = form_named(reading.text)
    event = await _meeting(reading, desk) if form is not None and reader.private else None
    if form is None or event is None:
        return None
    taking = _taking(desk)
    known = await taking.minutes_of(event.key)
    meant = next((each for each in known if each.form is form), next(iter(known), None))
    if meant is not None:
        return await minutes_screen(meant, reader, taking)
    said = discussed_answer(reading, reader)
    screen = await said if inspect.isawaitable(said) else said
    if not taking.may_write(reader.user, event):
        return screen
    draft = button(_("Draft the minutes"), EventMinutes(event=event.id).pack())
    return Screen(screen.text, [*screen.buttons, [draft]])


async def dictation_asked(reading: Reading, desk: Desk) -> Screen | None:
    """«Почни запис зустрічі з Буржем»: one tap more, since from then on all words are points.

    None where it is to be ended, which a command does.
    """
    reader, dictating = desk.reader, desk.dictating
    if dictating is None or _ENDS.search(reading.text):
        return None
    bound = desk.notepad.bound if desk.notepad is not None else None
    known = tuple(_partnerships(reading, desk))
    communities = (bound.community or "",) if bound is not None else reader.user.communities
    events = [
        each
        for each in await dictating.candidates(known, communities)
        if is_of_group(each, bound, reader)
    ]
    return choice_screen(Meant(known, tuple(reader.sees(each) for each in events)), reader)


async def _meeting(reading: Reading, desk: Desk) -> Event | None:
    """The latest meeting that began: of the partner named, of the group, of one's communities."""
    reader, meant = desk.reader, _partnerships(reading, desk)
    if reading.places and not meant:
        return None
    period = reading.period
    since, until = (period.start, period.end) if period is not None else (None, None)
    communities = reader.user.communities
    found = await meetings_meant(meant, communities, _taking(desk), since, until)
    return next(iter(found), None)


def _partnerships(reading: Reading, desk: Desk) -> list[str]:
    """Those that are named, one's own first; where nobody is, that of the group."""
    reader = desk.reader
    named = partnerships_named(places_named(reading, reader).sure, reader)
    own = [each for each in named if each.home in reader.user.communities]
    bound = desk.notepad.bound if desk.notepad is not None else None
    if not named and bound is not None and bound.partnership is not None:
        return [bound.partnership]
    return [each.id for each in own or named]


async def _read_only(event: Event, form: MinutesForm, desk: Desk) -> Screen:
    """For whoever does not write minutes: what there is."""
    reader, taking = desk.reader, _taking(desk)
    known = await taking.minutes_of(event.key)
    meant = next((each for each in known if each.form is form), None)
    if meant is not None:
        return await minutes_screen(meant, reader, taking)
    return forms_screen(reader.sees(event), known, reader, may_write=False)


def _taking(desk: Desk) -> MinuteTaking:
    assert desk.minute_taking is not None
    return desk.minute_taking
