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
_ADJECTIVAL = ("ськ", "цьк", "зьк")
# What the rules cannot know, from the official names of oblasts and city councils.
_IRREGULAR = {
    "чернівці": "чернівецьк",
    "ялта": "ялтинськ",
    "баку": "бакинськ",
    "рим": "римськ",
    "афіни": "афінськ",
    "біла": "білоцерківськ",
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
    last = hard[-1]
    if last in _CONSONANT_BEFORE:
        made = [hard[:-1] + _CONSONANT_BEFORE[last]]
        if last == "к" and place.endswith(("ка", "ки")):
            made.append(hard[:-1] + "ськ")
        if last == "ц" and hard[-2] not in _VOWELS:
            made.append(hard[:-1] + "ецьк")
        return made
    if last == "л" and place.endswith(("ль", "ля", "лі")):
        return [hard + "ьськ"]
    if last == "н" and hard[-2] not in _VOWELS:
        return [hard[:-1] + "енськ", hard + "ськ", hard + "енськ"]
    if hard.endswith(("ов", "ев")) and place.endswith(("о", "а", "е")):
        return [hard[:-2] + "івськ", hard + "ськ"]
    if place.endswith("ія"):
        return [hard + "ійськ", hard + "ськ"]
    if place.endswith(("й", "я")) and base[-1] in _VOWELS:
        return [hard + "йськ"]
    return [hard + "ськ"]
