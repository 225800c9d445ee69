"""Answers about partnerships: cards, lists, counts, stages, areas."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from aiogram.utils.i18n import gettext as _
from aiogram.utils.i18n import ngettext
from markupsafe import Markup

from handlers.answers.places import partnerships_named, places_named
from handlers.cards.names import pair_name
from handlers.cards.partner import PartnerView
from handlers.cards.partner_lines import lines_by_stage
from handlers.cards.views import partner_view
from handlers.findings import choose, not_in_registry, with_remark
from handlers.formats import country_name, short_date
from handlers.reader import Reader
from handlers.screens import Screen, fill, lines
from handlers.words import area_list, stage_word, status_word
from partnership.coverage import partners_by_country
from partnership.language.questions import Intent, Reading
from partnership.language.stems import stems
from partnership.partnerships import Partnership
from partnership.queries import PartnerFilter, partnerships
from partnership.registry import Registry

VIEWS = {
    Intent.CARD: PartnerView.CARD,
    Intent.HISTORY: PartnerView.HISTORY,
    Intent.AGREEMENT: PartnerView.AGREEMENT,
}


async def partner_answer(reading: Reading, reader: Reader) -> Screen:
    """A view of the one partnership that is meant, or a choice."""
    view = VIEWS[reading.intent]
    named = places_named(reading, reader)
    found = partnerships_named(named.sure, reader)
    if named.doubtful:
        offered = partnerships_named(named.doubtful, reader)
        return choose(fill(_("Which one do you mean?")), offered, reader, view)
    if not found:
        return not_in_registry(_unknown_name(reading, reader), reader)
    if len(found) > 1:
        if view is PartnerView.CARD and any(place.home for place in named.sure):
            return list_answer(reading, reader)
        return choose(fill(_("Which partnership?")), found, reader, view)
    screen = await partner_view(reader, found[0].id, view)
    if named.corrected:
        return with_remark(screen, named.corrected[0].name.text(reader.language))
    return screen


def _unknown_name(reading: Reading, reader: Reader) -> str:
    if reading.places:
        return reader.registry.places[reading.places[0].name_id].name.text(reader.language)
    return reading.rest or reading.text


def list_answer(reading: Reading, reader: Reader) -> Screen:
    """Partners of a community, of a country, of a stage, or all: how many, and which."""
    found, heading = _listed(reading, reader)
    if found:
        of_one_home = len({each.home for each in found}) == 1 and bool(_homes(reading, reader))
        return Screen(lines([heading, *lines_by_stage(found, reader, home=not of_one_home)]))
    told = [heading, fill(_("No such partners are recorded."))]
    of_others, others = _listed(replace(reading, mine=False), reader)
    if reading.mine and of_others:
        told += [fill(_("Other communities have some.")), others]
        told += lines_by_stage(of_others, reader, home=True)
    return Screen(lines(told))


def by_area_answer(reading: Reading, reader: Reader) -> Screen:
    """Partners in an area that is named in other words than those of the registry."""
    areas = areas_said(reading.rest, reader.registry)
    if areas:
        return list_answer(replace(reading, areas=areas), reader)
    none = fill(_("No partnership with the area “{words}” is recorded."), words=reading.rest)
    hint = fill(_("Notes and events can be searched: {command}"), command=f"/find {reading.rest}")
    return Screen(lines([none, hint]))


def areas_said(words: str, registry: Registry) -> tuple[str, ...]:
    """Ids of the areas whose names hold one of the words: «вода» is in «очищення води»."""
    said = set(stems(words))
    return tuple(
        area.id
        for area in registry.areas.values()
        if said & {stem for name in (area.name.uk, area.name.en) if name for stem in stems(name)}
    )


def country_partnerships(countries: Collection[str], reader: Reader) -> list[Partnership]:
    """Partnerships with these countries (ISO codes)."""
    known = partnerships(reader.registry, PartnerFilter())
    return [each for each in known if _countries(each, reader) & set(countries)]


def _listed(reading: Reading, reader: Reader) -> tuple[list[Partnership], Markup]:
    named = places_named(reading, reader)
    homes = _homes(reading, reader)
    foreign = {place.id for place in named.sure if not place.home}
    stages, statuses = set(reading.stages), set(reading.statuses)
    found = [
        each
        for each in partnerships(reader.registry, PartnerFilter())
        if (not homes or each.home in homes)
        and (not foreign or foreign & set(each.foreign))
        and (not reading.countries or _countries(each, reader) & set(reading.countries))
        and (not stages or each.stage in stages)
        and (not statuses or each.status in statuses)
        and (not reading.areas or set(reading.areas) & set(each.areas))
    ]
    return found, _heading(reading, reader, homes, len(found))


def _homes(reading: Reading, reader: Reader) -> list[str]:
    """The communities asked about: named ones, else «ours» where the question says so."""
    named = [place.id for place in places_named(reading, reader).sure if place.home]
    return named or (list(reader.user.communities) if reading.mine else [])


def _countries(partnership: Partnership, reader: Reader) -> set[str]:
    return {reader.registry.places[each].country for each in partnership.foreign}


def _heading(reading: Reading, reader: Reader, homes: list[str], count: int) -> Markup:
    """«Житомир, Місто-побратим: 4 партнерства»: what was asked, and how many."""
    registry, language = reader.registry, reader.language
    named = places_named(reading, reader)
    asked = [
        *(registry.places[each].name.text(language) for each in homes),
        *(place.name.text(language) for place in named.sure if not place.home),
        *(country_name(each, language) for each in reading.countries),
        *(stage_word(each) for each in reading.stages),
        *(status_word(each) for each in reading.statuses),
        *(registry.areas[each].name.text(language) for each in reading.areas),
    ]
    number = ngettext("{count} partnership", "{count} partnerships", count).format(count=count)
    subject = " · ".join(asked) or _("The registry")
    heading = fill("<b>{subject}: {number}</b>", subject=subject, number=number)
    if named.corrected:
        name = named.corrected[0].name.text(language)
        return lines([fill(_("<i>Showing: {name}</i>"), name=name), heading])
    return heading


def countries_answer(reading: Reading, reader: Reader) -> Screen:
    """In how many countries there are partners, ours or all, and how many in each."""
    ours = reader.user.communities if reading.mine else ()
    known = partnerships(reader.registry, PartnerFilter())
    found = [each for each in known if not ours or each.home in ours]
    counted = partners_by_country(reader.registry, found)
    title = ngettext("{count} country", "{count} countries", len(counted))
    rows = [
        fill("• {country}: {count}", country=country_name(code, reader.language), count=count)
        for code, count in counted.items()
    ]
    return Screen(lines([fill("<b>{title}</b>", title=title.format(count=len(counted))), *rows]))


def stage_answer(reading: Reading, reader: Reader) -> Screen:
    """How formal a partnership is, and on what that rests."""
    found = partnerships_named(places_named(reading, reader).sure, reader)
    if not found:
        return not_in_registry(_unknown_name(reading, reader), reader)
    return Screen(lines([_stage_line(each, reader) for each in found]))


def _stage_line(partnership: Partnership, reader: Reader) -> Markup:
    as_of = partnership.as_of
    when = (
        _("as of {day}").format(day=short_date(as_of, reader.language))
        if as_of
        else _("date of the data not recorded")
    )
    proof = (
        _("confirmed by a document")
        if partnership.confirmed_by_document
        else _("no document recorded")
    )
    line = fill(
        "<b>{pair}</b>: {stage}, {status} ({when}; {proof})",
        pair=pair_name(partnership, reader.registry, reader.language),
        stage=stage_word(partnership.stage),
        status=status_word(partnership.status),
        when=when,
        proof=proof,
    )
    return lines([line, *_goals(partnership)])


def _goals(partnership: Partnership) -> list[Markup]:
    goals = []
    if partnership.next_stage is not None:
        stage = stage_word(partnership.next_stage)
        goals.append(fill(_("In preparation: {stage}"), stage=stage))
    if partnership.long_term_goal is not None:
        goal = stage_word(partnership.long_term_goal)
        goals.append(fill(_("Long-term goal: {goal}"), goal=goal))
    return goals


def areas_answer(reading: Reading, reader: Reader) -> Screen:
    """What a partnership is about."""
    found = partnerships_named(places_named(reading, reader).sure, reader)
    if not found:
        return list_answer(reading, reader)
    return Screen(lines([_areas_line(each, reader) for each in found]))


def _areas_line(partnership: Partnership, reader: Reader) -> Markup:
    return fill(
        _("<b>{pair}</b>, areas of cooperation: {areas}"),
        pair=pair_name(partnership, reader.registry, reader.language),
        areas=area_list(partnership.areas, reader.registry, reader.language) or _("not recorded"),
    )
