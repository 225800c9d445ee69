"""Names that somebody wrote where people are asked for."""

from __future__ import annotations

from dataclasses import dataclass

from partnership.language.names import Ask, NameIndex, Sure, by_span, verdict
from partnership.notes.others_named import PEOPLE, people_in_a_row


@dataclass(frozen=True, slots=True)
class Written:
    """Ids of the people who are meant, or of those of whom one is; neither for an unknown name."""

    people: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


def people_written(text: str, names: NameIndex) -> Written:
    """«Чижевській», «Ткачук і Сергієнко», «Tkachuk»."""
    row = people_in_a_row(text, names)
    if len(row) > 1:
        return Written(tuple(each.person for each in row))
    match verdict(names.look_up(text.strip(), PEOPLE)):
        case Sure(found):
            return Written((found.name_id,))
        case Ask(candidates):
            return Written(rivals=tuple(dict.fromkeys(each.name_id for each in candidates)))
    return Written(tuple(each.person for each in row))


def people_said(text: str, names: NameIndex) -> tuple[str, ...]:
    """The people named somewhere in a sentence, in their order."""
    found = [verdict(matches) for matches in by_span(names.find(text, PEOPLE))]
    sure = [each.match.name_id for each in found if isinstance(each, Sure)]
    return tuple(dict.fromkeys(sure)) or people_written(text, names).people
