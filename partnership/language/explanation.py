"""How the bot reads a line, in plain values: for `mistok explain` and for admins in the chat."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from partnership.gazetteer import Gazetteer, PlaceFound
from partnership.language.dates import Doubt, Period, When
from partnership.language.names import Match, NameIndex
from partnership.language.questions import Reading, understand
from partnership.registry import Registry

PLACES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains lines against a registry; `zone` is where the writer's wall clock hangs."""

    registry: Registry
    names: NameIndex
    zone: str

    def explain(self, text: str, now: datetime) -> dict[str, Any]:
        """The first reading of the line, with further ones under `also`, guesses under `offers`."""
        understanding = understand(
            text, names=self.names, now=now, zone=self.zone, partner_zone_of=self._zone_of
        )
        first, *others = (self._plain(reading) for reading in understanding.readings)
        explained = {"text": text} | first
        if others:
            explained["also"] = others
        if understanding.doubtful:
            explained["offers"] = [reading.intent.value for reading in understanding.doubtful]
        return explained

    def _zone_of(self, place: str) -> str | None:
        found = self.registry.places.get(place)
        return found.zone if found else None

    def _plain(self, reading: Reading) -> dict[str, Any]:
        return {
            "intent": reading.intent.value,
            "partners": self._named(reading.places),
            "people": self._named(reading.people),
            "when": _when(reading, self.zone),
            "rest": reading.rest,
        } | _said(self._slots(reading))

    def _slots(self, reading: Reading) -> dict[str, Any]:
        return {
            "organisations": self._named(reading.organisations),
            "countries": list(reading.countries),
            "areas": list(reading.areas),
            "stages": list(reading.stages),
            "statuses": list(reading.statuses),
            "event_kinds": list(reading.event_kinds),
            "posts": list(reading.posts),
            "mine": reading.mine,
            "direction": reading.direction.value if reading.direction.value != "any" else None,
        }

    def _named(self, matches: Iterable[Match]) -> list[dict[str, Any]]:
        return [self._match(match) for match in matches]

    def _match(self, match: Match) -> dict[str, Any]:
        name = self.names.name(match.name_id, match.kind)
        shown = (name.uk or name.en) if name else None
        return {
            "id": match.name_id,
            "name": shown or match.name_id,
            "how": match.how.value,
            "score": match.score,
        }


def explain_places(text: str, gazetteer: Gazetteer) -> dict[str, Any]:
    """The places of the gazetteer that the line may name, best first."""
    found = gazetteer.find(text, limit=PLACES_SHOWN)
    return {"text": text, "places": [_place(place) for place in found]}


def _place(place: PlaceFound) -> dict[str, Any]:
    return {
        "uk": place.uk,
        "en": place.en,
        "country": place.country,
        "region": place.region_uk or place.region_en,
        "zone": place.zone,
        "population": place.population,
        "how": place.how.value,
        "score": place.score,
    }


def _said(slots: dict[str, Any]) -> dict[str, Any]:
    """Only what the line says."""
    return {slot: value for slot, value in slots.items() if value}


def _when(reading: Reading, zone: str) -> dict[str, Any] | None:
    """The time of an act, or the days a question is about."""
    if reading.period is not None and (reading.when is None or not reading.when.doubts):
        return _of_period(reading.period, reading.when, zone)
    return _of_moment(reading.when) if reading.when is not None else None


def _of_period(period: Period, when: When | None, zone: str) -> dict[str, Any]:
    if when is not None and (when.rrule or not when.all_day):
        return _of_moment(when)
    return {
        "start": _local(period.start),
        "end": _local(period.end) if period.end != period.start else None,
        "all_day": True,
        "rrule": None,
        "zone": zone,
        "doubts": [],
    }


def _of_moment(when: When) -> dict[str, Any]:
    plain = {
        "start": _local(when.start),
        "end": _local(when.end),
        "all_day": when.all_day,
        "rrule": when.rrule,
        "zone": when.zone,
        "doubts": [doubt.kind.value for doubt in when.doubts],
    }
    choices = [_choices(doubt) for doubt in when.doubts]
    return plain | ({"choices": choices} if choices else {})


def _choices(doubt: Doubt) -> list[dict[str, Any]]:
    return [
        {"start": _local(choice.start), "end": _local(choice.end), "rrule": choice.rrule}
        for choice in doubt.choices
    ]


def _local(moment: date | datetime | None) -> str | None:
    """Local ISO time without an offset; a day without a time is a date."""
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%dT%H:%M")
    return moment.isoformat() if moment is not None else None
