"""Make partnership/language/names/ordinary_words.txt: words that are no names.

Development time only: needs `pip install wordfreq pymorphy3 pymorphy3-dicts-uk` and a gazetteer.
A word is taken if it is frequent and has a reading that is no proper name; a rarer one, if it
comes within one letter of a town.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

import pymorphy3
from wordfreq import top_n_list

from partnership.gazetteer.columns import load_columns
from partnership.language.names.cases import case_forms
from partnership.language.names.countries import country_names
from partnership.language.names.index import NameIndex
from partnership.language.names.model import Name, NameKind
from partnership.language.text import is_cyrillic, normal_word, words

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "partnership" / "language" / "names" / "ordinary_words.txt"
FREQUENT = {"uk": 9_000, "en": 3_500}
RARER = {"uk": 30_000, "en": 8_000}
BIG = 20_000
# English words that are English-speaking towns («Hope») stay words unless the town is a big one.
BIG_ENGLISH = 100_000
FAR = frozenset({"IN", "CN", "BR", "MX", "AR", "JP", "KR", "KZ"})
ENGLISH = frozenset({"GB", "US", "CA", "AU", "IE"})
HEAD = """\
# Words that are no names, however close they come to one: frequent ones, and rarer ones that
# are a letter away from a town. Chosen by docs/gazetteer/build_ordinary_words.py from the lists of
# wordfreq (CC BY-SA 4.0), with the words of our own commands (docs/gazetteer/ordinary_extra.txt).
"""


def main() -> None:
    towns = [row.split("\t") for row in load_columns().places]
    towns.sort(key=lambda cells: -int(cells[6] or 0))
    extra = set((HERE / "ordinary_extra.txt").read_text(encoding="utf-8").split())
    proper = proper_words(towns) - extra
    # The words chosen last time would hide the towns that they come close to.
    TARGET.write_text(HEAD, encoding="utf-8")
    index = NameIndex(
        Name(str(at), NameKind.PLACE, cells[0] or None, cells[1])
        for at, cells in enumerate(towns[:12_000])
    )
    chosen = {normal_word(word) for word in extra}
    for language in ("uk", "en"):
        ours = [w for w in top_n_list(language, RARER[language]) if ordinary(w, language, proper)]
        often = set(top_n_list(language, FREQUENT[language]))
        chosen |= {word for word in ours if word in often or misread(word, index)}
    lines = [" ".join(group) for _, group in groupby(sorted(chosen), key=lambda word: word[:2])]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(chosen)} words, {TARGET.stat().st_size} bytes\n")


def misread(word: str, index: NameIndex) -> bool:
    """Whether a town is read into the word, be it at the beginning of a sentence."""
    return bool(index.find(word) or index.find(word.capitalize() + " дуже"))


def proper_words(towns: list[list[str]]) -> set[str]:
    """Forms of big towns, of countries and of peoples: no frequency makes them ordinary."""
    names = [name for cells in towns if is_big(cells) for name in cells[:2] if name]
    for country in country_names():
        if country.aliases:
            names += [country.uk or "", country.en or "", *country.aliases]
    single = [row[0] for row in map(words, names) if len(row) == 1]
    return {form for word in single for form in (case_forms(word) if is_cyrillic(word) else [word])}


def is_big(cells: list[str]) -> bool:
    country, population = cells[3], int(cells[6] or 0)
    return country not in FAR and population >= (BIG_ENGLISH if country in ENGLISH else BIG)


def ordinary(word: str, language: str, proper: set[str]) -> bool:
    """Whether a word of the list is one that no name should be read into."""
    if word in proper or not word.isalpha() or len(word) < 2:
        return False
    if language == "en":
        return word.isascii()
    return is_cyrillic(word) and any(map(common, MORPHOLOGY.parse(word)))


def common(reading: pymorphy3.analyzer.Parse) -> bool:
    """Whether a reading is of a known word that is neither a name nor made of a place name."""
    tag = str(reading.tag)
    if not reading.is_known or any(mark in tag for mark in ("Surn", "Name", "Patr")):
        return False
    if tag.startswith("NOUN"):
        return tag.startswith(("NOUN,inan", "NOUN,anim"))
    return not reading.normal_form.endswith(("ський", "цький", "зький"))


MORPHOLOGY = pymorphy3.MorphAnalyzer(lang="uk")

if __name__ == "__main__":
    main()
