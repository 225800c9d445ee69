"""Answers about people: contacts, posts, who somebody is."""

from __future__ import annotations

from aiogram.utils.i18n import gettext as _
from markupsafe import Markup

from handlers.answers.organisations import definition_answer
from handlers.answers.partners import country_partnerships, list_answer
from handlers.answers.places import partnerships_named, places_named
from handlers.cards.contacts import contact_buttons, contacts_text
from handlers.formats import country_name, listed, short_date
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from handlers.words import post_word
from partnership.contacts import Contact
from partnership.language.names import Match, by_span
from partnership.language.questions import Reading
from partnership.organisations import Organisation
from partnership.people import Assignment, Person
from partnership.posts import holders
from partnership.queries import posts_of


def contact_answer(reading: Reading, reader: Reader) -> Screen:
    """Whom to call: a person, the coordinators of a community, both sides of a partnership."""
    if reading.people:
        return _people(reading.people, reader)
    named = places_named(reading, reader).sure
    if not named and reading.organisations:
        return definition_answer(reading, reader)
    if not named and reading.areas:
        return list_answer(reading, reader)
    if not named and reading.countries:
        return _of_countries(reading, reader)
    if not named:
        return Screen(fill(_("Name the city, for example: {example}"), example="/contacts Бурж"))
    homes = [place for place in named if place.home]
    if len(homes) == len(named) == 1:
        found = reader.overview.community_contacts(homes[0].id)
        title = homes[0].name.text(reader.language)
    else:
        found = [
            contact
            for each in partnerships_named(named, reader)
            for contact in reader.overview.contacts(each.id)
        ]
        title = listed((place.name.text(reader.language) for place in named), reader.language)
    return _contacts(found, title, reader)


def _of_countries(reading: Reading, reader: Reader) -> Screen:
    """The contacts of all partnerships with a country, each once; without any the partnerships."""
    partners = country_partnerships(reading.countries, reader)
    found = {
        (contact.person, contact.organisation): contact
        for each in partners
        for contact in reader.overview.contacts(each.id)
    }
    if not found:
        return list_answer(reading, reader)
    names = (country_name(each, reader.language) for each in reading.countries)
    return _contacts(list(found.values()), listed(names, reader.language), reader)


def _contacts(found: list[Contact], title: str, reader: Reader) -> Screen:
    people = [each.person for each in found if each.person]
    text = contacts_text(found, title, reader.language, private=reader.private)
    supporters = [_supporters(person, reader) for person in dict.fromkeys(people)]
    buttons = contact_buttons(found, reader.language) if reader.private else []
    return Screen(lines([text, *supporters]), buttons)


def who_answer(reading: Reading, reader: Reader) -> Screen:
    """Who somebody is, or who holds a post."""
    if reading.people:
        return _people(reading.people, reader)
    if reading.organisations and not reading.posts:
        return definition_answer(reading, reader)
    named = places_named(reading, reader).sure
    if reading.posts and not named and not reading.unfound:
        post = post_word(reading.posts[0])
        text = _("Of which city? For example: {example}")
        return Screen(fill(text, example=f"{post}, Бурж"))
    if not (named and reading.posts):
        return nobody_called(reading.rest or reading.text)
    rows = []
    for place in named:
        for post in reading.posts:
            found = holders(reader.registry, place.id, post)
            name = place.name.text(reader.language)
            if found:
                rows += [_person(person, reader) for person in found]
            else:
                text = fill(_("{post} ({place}): not recorded."), post=post_word(post), place=name)
                rows.append(text)
    return Screen(lines(rows))


def nobody_called(name: str) -> Screen:
    """Nobody of the name is recorded; notes may still tell of them."""
    none = fill(_("«{name}» is not recorded: neither a person nor a partner."), name=name)
    hint = fill(_("Notes and events can be searched: {command}"), command=f"/find {name}")
    return Screen(lines([none, hint]))


def _people(matches: tuple[Match, ...], reader: Reader) -> Screen:
    """Each person that is named; rivals for the same words are all shown."""
    ids = dict.fromkeys(each.name_id for rivals in by_span(matches) for each in rivals)
    return Screen(lines(_person(reader.registry.people[each], reader) for each in ids))


def _person(person: Person, reader: Reader) -> Markup:
    posts = posts_of(reader.registry, person.id)
    held = [_post(each, reader) for each in posts] or [fill(_("position not recorded"))]
    name = person.name.text(reader.language)
    rows = [fill("<b>{name}</b> — {post}", name=name, post=post) for post in held]
    return lines([*rows, _channels(person, reader), _supporters(person, reader)])


def _channels(person: Person, reader: Reader) -> Markup | None:
    """How to reach somebody; in a group it is not even said whether that is known."""
    if not reader.private:
        return None
    values = ", ".join(each.value for each in person.channels)
    return fill(_("Phone and e-mail: {values}"), values=values or _("not recorded"))


def _post(post: Assignment, reader: Reader) -> Markup:
    position = post.position.text(reader.language)
    if post.as_of is not None:
        return fill(
            _("{position} (as of {day})"),
            position=position,
            day=short_date(post.as_of, reader.language),
        )
    return fill(_("{position} (date of the data not recorded)"), position=position)


def _supporters(person: Person, reader: Reader) -> Markup | None:
    if not person.supported_by:
        return None
    names = (_short(reader.registry.organisations[e], reader.language) for e in person.supported_by)
    return fill(_("Supported by: {names}"), names=listed(names, reader.language))


def _short(organisation: Organisation, language: str) -> str:
    short = organisation.abbreviation
    return short.text(language) if short else organisation.name.text(language)
