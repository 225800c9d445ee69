"""What is asked, what would pass, and what has passed, as screens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.cards.changes import undo_button
from handlers.cards.event_names import event_name
from handlers.cards.events import event_when
from handlers.cards.names import pair_name
from handlers.formats import listed, quoted
from handlers.handover.handover_buttons import (
    Deed,
    HandoverDeed,
    PartyChosen,
    PartyPage,
    Role,
    TakeAccess,
    key_of,
)
from handlers.paging import page_buttons, page_of
from handlers.reader import Reader
from handlers.screens import Screen, button, fill, lines
from handlers.words import role_word
from partnership.access import Action, may
from partnership.access import Role as AccessRole
from partnership.handover.handovers import HandedOver, Preview
from partnership.handover.moves import Obstacle
from partnership.handover.party import Party
from partnership.queries import posts_of

PAGE = 8
LONGEST_POST = 44
"""Characters of a post on a button."""
SHOWN = 6
"""Names in a line of the preview; what is more is counted."""


def who_screen(
    parties: Sequence[Party], role: Role, page: int, token: str, leaving: str, reader: Reader
) -> Screen:
    """Who hands over, or who takes over; a name may be written instead."""
    shown = page_of(parties, page, PAGE)
    if role is Role.LEAVING:
        question = fill(_("<b>Who hands over?</b> Choose, or write the name."))
    else:
        text = _("<b>Who takes over?</b> Handing over: {name}. Choose, or write the name.")
        question = fill(text, name=leaving)
    rows = [
        [button(_label(each, reader), PartyChosen(token=token, role=role, who=key_of(each)).pack())]
        for each in shown.items
    ]
    turning = page_buttons(
        shown, lambda number: PartyPage(token=token, role=role, page=number).pack()
    )
    stop = button(_("Do not hand over"), HandoverDeed(token=token, deed=Deed.STOP).pack())
    return Screen(question, [*rows, turning, [stop]])


def preview_screen(preview: Preview, token: str, reader: Reader) -> Screen:
    """What would pass, what cannot and why; nothing happens before the button."""
    moves = not preview.moves.is_empty
    rows = list(_passing(preview, reader)) if moves else []
    parts = [
        fill(_("<b>Handing over</b>")),
        fill(_("From: {name}"), name=_described(preview.leaving, reader)),
        fill(_("To: {name}"), name=_described(preview.successor, reader)),
        *([Markup(""), fill(_("<b>This passes on:</b>")), *rows] if rows else []),
        *_staying(preview, reader),
    ]
    stop = button(_("Do not hand over"), HandoverDeed(token=token, deed=Deed.STOP).pack())
    if not moves:
        return Screen(lines(parts), [[stop]])
    note = fill(_("What was done so far stays in the history. It can be taken back: /undo"))
    go = button(_("Hand over"), HandoverDeed(token=token, deed=Deed.GO).pack())
    return Screen(lines([*parts, Markup(""), note]), [[go, stop]])


def done_screen(result: HandedOver, reader: Reader) -> Screen:
    """What has passed, and how to take it back."""
    return Screen(done_text(result.preview, reader), [[undo_button(result.batch)]])


def access_screen(result: HandedOver, reader: Reader) -> Screen | None:
    """Whether the one who left is to keep access; None for whoever cannot take it away."""
    leaving = result.handover.leaving_user
    if leaving in {None, reader.user.id} or not may(reader.user, Action.MANAGE_USERS):
        return None
    name = result.handover.leaving_name
    question = fill(_("Take access to the chat bot away from {name}?"), name=name)
    take = button(_("Take access away"), TakeAccess(handover=result.handover.key).pack())
    keep = HandoverDeed(token="", deed=Deed.KEEP_ACCESS).pack()
    return Screen(question, [[take, button(_("Leave access"), keep)]])


def done_text(preview: Preview, reader: Reader) -> Markup:
    """What has passed from whom to whom."""
    return lines(
        [
            fill(
                _("<b>Handed over: {leaving} → {successor}</b>"),
                leaving=preview.leaving.name(reader.language),
                successor=preview.successor.name(reader.language),
            ),
            *_passing(preview, reader),
            *_staying(preview, reader),
        ]
    )


def _label(party: Party, reader: Reader) -> str:
    """A name, and what tells it from another: the role in the bot, or the post."""
    name = party.name(reader.language)
    if party.user is not None:
        return _("{name}, {what}").format(name=name, what=role_word(party.user.role))
    post = shorten(_post(party, reader), LONGEST_POST, placeholder="…")
    return _("{name}, {what}").format(name=name, what=post) if post else name


def _described(party: Party, reader: Reader) -> str:
    """A name with post and role, as far as they are known."""
    parts = [party.name(reader.language), _post(party, reader)]
    if party.user is not None:
        parts.append(role_word(party.user.role))
        parts.append(f"@{party.user.username}" if party.user.username else "")
    else:
        parts.append(_("does not use the chat bot"))
    return ", ".join(each for each in parts if each)


def _post(party: Party, reader: Reader) -> str:
    if party.person is None:
        return ""
    posts = posts_of(reader.registry, party.person.id, reader.today)
    return posts[0].position.text(reader.language) if posts else ""


def _passing(preview: Preview, reader: Reader) -> Iterator[Markup]:
    """One line for each kind of thing that changes hands."""
    holdings, moves, record = preview.holdings, preview.moves, preview.moves.record
    registry, language = reader.registry, reader.language
    pairs = [pair_name(new, registry, language) for _old, new in moves.partnerships]
    places = (registry.places.get(each) for each in record.given or record.communities)
    towns = [each.name.text(language) for each in places if each is not None]
    steps = [_("no. {number}").format(number=new.id) for _old, new in moves.steps]
    letters = [each.subject.text(language) for each in holdings.letters]
    groups = [quoted(each.title or str(each.chat), language) for each in holdings.groups]
    yield from _line(_("Partnerships: {count} ({names})"), pairs, reader)
    yield from _line(_("Communities: {count} ({names})"), towns, reader)
    yield from _events(preview, reader)
    yield from _line(_("Action items: {count} ({names})"), steps, reader)
    yield from _line(_("Letters awaiting a reply: {count} ({names})"), letters, reader)
    yield from _counted(_("Checklist lines: {count}"), len(record.lines))
    yield from _counted(_("Invitations: {count}"), len(record.answers) + len(record.deputised))
    if record.given or record.communities:
        yield from _line(_("Working groups: {count} ({names})"), groups, reader)
        yield from _counted(_("Polls about a date: {count}"), len(holdings.polls))
    if record.role_before is not None:
        new_role = role_word(AccessRole.COORDINATOR)
        text = _("{name} becomes: {role}")
        name = preview.successor.name(language)
        yield fill("• {line}", line=fill(text, name=name, role=new_role))


def _events(preview: Preview, reader: Reader) -> Iterator[Markup]:
    """Each with its day; nobody is asked about them who does not use the bot."""
    events = preview.holdings.events
    if preview.successor.user is None or not events:
        return
    yield fill("• {line}", line=fill(_("Events ahead: {count}"), count=len(events)))
    for event in events[:SHOWN]:
        name = event_name(event, reader.registry, reader.language)
        yield fill("   – {when}: {name}", when=event_when(event, reader.language), name=name)
    if len(events) > SHOWN:
        yield fill("   – {more}", more=_("{count} more").format(count=len(events) - SHOWN))


def _line(text: str, names: Sequence[str], reader: Reader) -> Iterator[Markup]:
    if not names:
        return
    shown = list(names[:SHOWN])
    if len(names) > SHOWN:
        shown.append(_("{count} more").format(count=len(names) - SHOWN))
    yield fill(
        "• {line}",
        line=fill(text, count=len(names), names=listed(shown, reader.language)),
    )


def _counted(text: str, count: int) -> Iterator[Markup]:
    if count:
        yield fill("• {line}", line=fill(text, count=count))


def _staying(preview: Preview, reader: Reader) -> Iterator[Markup]:
    """What cannot pass, why, and what to do."""
    if not preview.moves.obstacles:
        return
    name = preview.successor.name(reader.language)
    yield Markup("")
    yield fill(_("<b>This stays where it is:</b>"))
    if Obstacle.NO_PERSON in preview.moves.obstacles:
        text = _(
            "• partnerships and action items: nobody has said which person of the registry"
            " {name} is. An administrator says so in /users; then hand over once more."
        )
        yield fill(text, name=name)
    if Obstacle.NO_USER in preview.moves.obstacles:
        text = _(
            "• communities, reminders and events: {name} does not use the chat bot. Invite them"
            " (/invite), say in /users who they are, then hand over once more."
        )
        yield fill(text, name=name)
