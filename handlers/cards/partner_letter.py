"""A polite letter that reminds the partner of what was agreed: to copy, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from aiogram.utils.i18n import I18n
from aiogram.utils.i18n import gettext as _
from babel.dates import format_date
from markupsafe import Markup

from handlers.cards.names import pair_name
from handlers.cards.task_basis import agreed_at
from handlers.formats import babel_locale
from handlers.languages import BOTH
from handlers.reader import Reader
from handlers.screens import Screen, fill
from partnership.events import Event
from partnership.queries import posts_of
from partnership.steps import Step


def letter_screen(task: Step, event: Event | None, reader: Reader, i18n: I18n) -> Screen:
    """Both letters, each to be copied as a whole, and what has to be put right before sending."""
    told = fill(_("A reminder to the partner, in both languages: tap a letter to copy it."))
    letters = []
    for language in BOTH:
        with i18n.use_locale(language):
            text = letter_text(task, event, replace(reader, language=language, private=False))
        letters.append(fill("<pre>{text}</pre>", text=text))
    return Screen(Markup("\n\n").join([told, *_remarks(task, reader), *letters]))


def letter_text(task: Step, event: Event | None, reader: Reader) -> str:
    """The letter in the reader's language: what is recorded, and no sentence about the rest."""
    late = task.overdue_on(reader.today)
    asks = _("We would be grateful if you could let us know how the matter stands.")
    if late:
        asks = _(
            "As we have not yet received word of its completion, we would be grateful if you "
            "could let us know how the matter stands and by when we may expect the result."
        )
    parts = [
        "\n".join(_head(task, reader)),
        _("Dear colleagues,"),
        _("Thank you for your cooperation. May we kindly remind you of what was agreed:"),
        "\n".join(_facts(task, event, reader)),
        asks,
        _("Should you need any information or assistance from us, we will gladly provide it."),
        "\n".join([_("Yours sincerely,"), *_signature(task, reader)]),
    ]
    return "\n\n".join(parts)


def _head(task: Step, reader: Reader) -> Iterator[str]:
    registry, language = reader.registry, reader.language
    person = registry.people.get(task.owner_person or "")
    if person is not None:
        yield _("Attention: {name}").format(name=person.name.text(language))
    pair = registry.partnerships.get(task.partnership or "")
    if pair is not None:
        yield _("Subject: partnership {pair}, reminder").format(
            pair=pair_name(pair, registry, language)
        )


def _facts(task: Step, event: Event | None, reader: Reader) -> Iterator[str]:
    language = reader.language
    yield _("What was agreed: {what}").format(what=task.what.text(language))
    if event is not None:
        yield _("Agreed at: {event}").format(event=agreed_at(event, reader))
    if task.due is not None:
        yield _("To be done by: {day}").format(day=_in_full(task.due, language))
    elif task.due_text is not None:
        yield _("To be done by: {day}").format(day=task.due_text.text(language))


def _signature(task: Step, reader: Reader) -> Iterator[str]:
    """The person of the registry who the reader is, with their post, and the home place."""
    registry, language = reader.registry, reader.language
    person = registry.people.get(reader.user.person or "")
    if person is not None:
        yield person.name.text(language)
        for post in posts_of(registry, person.id, reader.today)[:1]:
            yield post.position.text(language)
    pair = registry.partnerships.get(task.partnership or "")
    home = registry.places.get(pair.home if pair is not None else task.community or "")
    if home is not None:
        ours = (registry.organisations[each] for each in (pair.legal_parties if pair else ()))
        office = next((each for each in ours if each.place == home.id), None)
        yield (office or home).name.text(language)


def _remarks(task: Step, reader: Reader) -> Iterator[Markup]:
    """What the writer has to see to."""
    missing = [language for language in BOTH if not task.what.has(language)]
    for language in missing:
        text = {
            "uk": _("The item has no Ukrainian text: translate it in the letter."),
            "en": _("The item has no English text: translate it in the letter."),
        }[language]
        yield fill(text)
    person = reader.registry.people.get(task.owner_person or "")
    if person is not None and not person.name.has("en"):
        text = _("The Latin spelling of the name is not recorded: {name}")
        yield fill(text, name=person.name.text("uk"))
    if task.due is None:
        yield fill(_("No due date is recorded, so the letter names none."))


def _in_full(day: date, language: str) -> str:
    """«1 липня 2024 року», "1 July 2024": a letter writes its dates in full."""
    pattern = "d MMMM y 'року'" if language == "uk" else "d MMMM y"
    return format_date(day, pattern, locale=babel_locale(language))
