"""The tables of rules and words hold together."""

from partnership.language.questions import Intent
from partnership.language.questions.lexicon import concepts_of, known_concepts
from partnership.language.questions.rules import FACTS, derived, intents_of, rules


def test_every_concept_of_a_rule_comes_from_a_word_or_a_fact() -> None:
    known = known_concepts() | set(FACTS.split()) | {concept for concept, _ in derived()}
    used = {one for rule in rules() for need in (*rule.needs, rule.excluded) for one in need}
    assert used <= known, used - known


def test_every_derived_concept_follows_from_known_ones() -> None:
    known = known_concepts() | set(FACTS.split())
    for concept, sources in derived():
        assert sources <= known | {name for name, _ in derived()}, concept


def test_every_intent_has_a_rule_but_the_one_for_what_is_not_understood() -> None:
    assert set(Intent) - {rule.intent for rule in rules()} == {Intent.UNKNOWN}


def test_the_surest_rule_comes_first() -> None:
    intents = [intent for intent, _ in intents_of(frozenset({"WHO", "PARTNER", "PLACE", "QUERY"}))]
    assert intents[:2] == [Intent.LIST, Intent.CARD]


def test_a_longer_stem_beats_a_shorter_one() -> None:
    assert "PARTNERSHIP" in concepts_of("партнерство")
    assert "PARTNER" not in concepts_of("партнерство")


def test_one_typing_error_in_a_long_word_is_forgiven() -> None:
    assert concepts_of("зустрч") == concepts_of("зустріч")


def test_a_typing_error_in_a_short_word_is_not() -> None:
    assert concepts_of("лост") == frozenset()
