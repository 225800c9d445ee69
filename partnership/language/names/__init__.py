"""Finding names: places, people, organisations, countries, in any form officials write them."""

from partnership.language.names.countries import country_names
from partnership.language.names.index import NameIndex
from partnership.language.names.model import How, Match, Name, NameKind
from partnership.language.names.verdict import Ask, Nothing, Sure, Verdict, by_span, verdict

__all__ = [
    "Ask",
    "How",
    "Match",
    "Name",
    "NameIndex",
    "NameKind",
    "Nothing",
    "Sure",
    "Verdict",
    "by_span",
    "country_names",
    "verdict",
]
