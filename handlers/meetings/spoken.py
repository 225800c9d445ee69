"""What is said about one event in plain words: who comes, I come, the link, it took place."""

from __future__ import annotations

import re
from datetime import timedelta

from aiogram.utils.i18n import gettext as _

from handlers.cards.event_buttons import Deed, EventDeed
from handlers.cards.meeting import event_card, heading, when_of
from handlers.cards.meeting_buttons import may_plan, open_button
from handlers.desk import Desk
from handlers.meetings.answering import record_answer
from handlers.meetings.finding import day_meant, events_meant
from handlers.meetings.viewing import people_text
from handlers.screens import Screen, button, fill, lines
from handlers.words import answer_word
from partnership.calendar.arrangement import Answer
from partnership.calendar.cards import EventCard
from partnership.calendar.meeting_links import find_link
from partnership.events import AHEAD, UNDER_WAY
from partnership.language.questions import Reading
from partnership.language.text import APOSTROPHES

RECENT = timedelta(days=14)
"""How long ago something may have been that somebody reports."""
_NO_APOSTROPHES = str.maketrans("", "", APOSTROPHES)

WHO_COMES = re.compile(
    r"\bхто (?:буде|прийде|підключиться|підтверди|відповів|іде|йде)|хто з .* буде"
    r"|\bwho(?:s| is| will be| has)? (?:coming|there|attending|confirmed|be at)"
)
NOT_COMING = re.compile(
    r"\bне (?:зможу|буду|прийду|візьму участ|встигн|зможемо)|\bпропущу\b|замість мене"
    r"|\b(?:cant|cannot|can not|wont|will not) (?:make|come|attend|join|be)\b"
)
COMING = re.compile(
    r"\b(?:буду|прийду|підключуся|підключусь|долучуся|долучусь|візьму участь|зможу бути)\b"
    r"|\b(?:ill|i will|im|i am) (?:be there|coming|come|attend|attending|join|joining|be at)"
)
LINK = re.compile(r"\b(?:посилання|лінк|ссылк|link)")
REPORTED = re.compile(
    r"\b(?:відбулася|відбувся|відбулось|відбулося|пройшла|пройшов|перервала|перервано|перервали)\b"
    r"|\b(?:took place|was held|interrupted)\b"
)


async def propose(reading: Reading, desk: Desk) -> Screen | None:
    """The answer, where somebody speaks of an event that there is; None leaves it to others."""
    if not (reading.event_kinds or reading.places):
        return None
    said = reading.text.translate(_NO_APOSTROPHES).casefold()
    if REPORTED.search(said) and "?" not in said:
        return await _reported(reading, desk)
    known = (WHO_COMES, LINK, NOT_COMING, COMING)
    found = next((each for each in known if each.search(said)), None)
    if found is None or (found in {NOT_COMING, COMING} and "?" in said):
        return None
    card = await _nearest(reading, desk)
    if card is None:
        return None
    if found is WHO_COMES:
        if not card.answers:
            return None
        return Screen(people_text(card, desk.reader), [[open_button(card.event.id)]])
    if found is LINK:
        return await _link(card, reading.text, desk)
    if "замість мене" in said:
        return _ask_deputy(card, desk)
    answer = Answer.NOT_COMING if found is NOT_COMING else Answer.COMING
    return await _answered(card, answer, desk)


async def _nearest(reading: Reading, desk: Desk) -> EventCard | None:
    found = await events_meant(reading, desk, day_meant(reading, desk.reader))
    if not found:
        return None
    return await desk.calendar.card(desk.reader.viewer, found[0][1].key)


async def _answered(card: EventCard, answer: Answer, desk: Desk) -> Screen:
    await record_answer(card, desk.reader.user, answer, desk.calendar)
    text = lines(
        [
            fill(_("Noted: {answer}"), answer=answer_word(answer)),
            heading(card, desk.reader),
            fill("{when}", when=when_of(card, desk.reader)),
        ]
    )
    return Screen(text, [[open_button(card.event.id)]])


def _ask_deputy(card: EventCard, desk: Desk) -> Screen:
    """Who comes instead is asked by the button of the card."""
    screen = event_card(card, desk.reader)
    ask = fill(_("Somebody comes instead of you? Press «Sending a deputy»."))
    return Screen(lines([ask, screen.text]), screen.buttons)


async def _link(card: EventCard, text: str, desk: Desk) -> Screen:
    """Kept, where one is written and the person may; else given, in private."""
    reader, key = desk.reader, card.event.key
    if not reader.private:
        hint = _("The link is given in the private chat: /event {number}")
        return Screen(fill(hint, number=card.event.id))
    if find_link(text) is not None and may_plan(card, reader):
        await desk.calendar.set_link(reader.user, key, text)
        card = await desk.calendar.card(reader.viewer, key)
        said = fill(_("Link kept. I do not show it in groups."))
        return Screen(lines([said, heading(card, reader)]), [[open_button(card.event.id)]])
    link = await desk.calendar.link_of(reader.user, key)
    if link is None:
        said = fill(_("The link is not recorded yet."))
        rows = [[open_button(card.event.id)]]
        if may_plan(card, reader):
            data = EventDeed(id=card.event.id, deed=Deed.LINK).pack()
            rows.insert(0, [button(_("Record the link"), data)])
        return Screen(lines([heading(card, reader), said]), rows)
    told = fill(_("To join: {link}"), link=link)
    return Screen(lines([heading(card, reader), told]), [[open_button(card.event.id)]])


async def _reported(reading: Reading, desk: Desk) -> Screen | None:
    """What took place or was interrupted these days, with the buttons that record it."""
    reader = desk.reader
    recent = await events_meant(reading, desk, since=reader.today - RECENT)
    begun = [
        event
        for at, event in recent
        if at.starts_at <= reader.now and event.state in AHEAD | UNDER_WAY
    ]
    if not begun:
        return None
    card = await desk.calendar.card(reader.viewer, begun[-1].key)
    if not may_plan(card, reader):
        return None
    number = card.event.id
    row = [
        button(_("It took place"), EventDeed(id=number, deed=Deed.HELD).pack()),
        button(_("Interrupted"), EventDeed(id=number, deed=Deed.INTERRUPT).pack()),
    ]
    text = lines([heading(card, reader), fill(_("What shall I record?"))])
    return Screen(text, [row, [open_button(number)]])


async def link_named(reading: Reading, desk: Desk) -> Screen | None:
    """«Додай посилання https://… до зустрічі з Буржем»: a link, and not a new meeting."""
    if reading.when is not None or find_link(reading.text) is None:
        return None
    card = await _nearest(reading, desk)
    return None if card is None else await _link(card, reading.text, desk)
