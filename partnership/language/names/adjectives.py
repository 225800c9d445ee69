"""Adjectives made of place names: «дортмундський», «бурзький», «баранівський»."""

from __future__ import annotations

from functools import lru_cache

from partnership.language.names import cases

_VOWELS = "аеєиіїоуюя"
_CONSONANT_BEFORE = {
    **dict.fromkeys("гґжз", "зьк"),
    **dict.fromkeys("кчц", "цьк"),
    **dict.fromkeys("хшс", "ськ"),
}
_KEPT_VOWELS = "ую"
_ADJECTIVAL = ("ськ", "цьк", "зьк")
# What the rules cannot know, from the official names of oblasts and city councils.
_IRREGULAR = {
    "чернівці": "чернівецьк",
    "ялта": "ялтинськ",
    "баку": "бакинськ",
    "рим": "римськ",
    "афіни": "афінськ",
    "торонто": "торонтськ",
}


@lru_cache(maxsize=4096)
def adjective_stems(place: str) -> tuple[str, ...]:
    """Stems of the adjectives a place name may give, without the adjective's own ending."""
    if place in _IRREGULAR:
        return (_IRREGULAR[place],)
    base = place.rstrip("ий" if place.endswith("ий") else "аеєиіїоуюяй")
    if base.endswith(_ADJECTIVAL):
        return (base,)
    return tuple(dict.fromkeys(_made_from(base, place)))


def compound_adjectives(first: str, second: str) -> list[str]:
    """Adjectives of a name of adjective and noun: Кривий Ріг, «криворізький»."""
    if not first.endswith(("ий", "ій", "а", "е", "і")):
        return []
    stem = first.rstrip("ийіае")
    return [f"{stem}о{made}ий" for made in adjective_stems(second)]


@lru_cache(maxsize=4096)
def adjective_forms(place: str) -> frozenset[str]:
    """Every case form of the adjectives of a place name."""
    return frozenset(
        form for stem in adjective_stems(place) for form in cases.case_forms(stem + "ий")
    )


def _made_from(base: str, place: str) -> list[str]:
    hard = base.rstrip("ь")
    if len(hard) < 2:
        return []
    if place.endswith("ія"):
        made = [hard + "ійськ", hard + "іанськ", hard + "ськ"]
        return [*made, *_softened_if_needed(hard, place)]
    if place[-1] in _KEPT_VOWELS:
        return [*_softened_if_needed(hard, place), hard + "ськ", place + "ськ"]
    if hard[-1] in _CONSONANT_BEFORE:
        return _softened(hard, place)
    if hard.endswith("кв"):
        return [hard[:-1] + "івськ"]
    if hard[-1] == "л" and place.endswith(("ль", "ля", "лі")):
        return [hard + "ьськ"]
    if hard[-1] == "н" and hard[-2] not in _VOWELS:
        return [hard[:-1] + "енськ", hard + "ськ", hard + "енськ"]
    if hard.endswith(("ов", "ев")) and place.endswith(("о", "а", "е")):
        return [hard[:-2] + "івськ", hard + "ськ"]
    if place.endswith(("й", "я")) and base[-1] in _VOWELS:
        return [hard + "йськ"]
    return [hard + "ськ"]


def _softened_if_needed(hard: str, place: str) -> list[str]:
    return _softened(hard, place) if hard[-1] in _CONSONANT_BEFORE else []


def _softened(hard: str, place: str) -> list[str]:
    """Stems whose last consonant changes before the suffix: Прага, «празький»."""
    made = [hard[:-1] + _CONSONANT_BEFORE[hard[-1]]]
    if hard[-1] == "к" and place.endswith(("ка", "ки")):
        made.append(hard[:-1] + "ськ")
    if hard[-1] == "ц" and hard[-2] not in _VOWELS:
        made.append(hard[:-1] + "ецьк")
    return made
