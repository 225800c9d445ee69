"""The Word template of «Резюме зустрічі / Summary», both languages side by side."""

from __future__ import annotations

import re
from typing import Any

from tests.support.word_parts import PERSON, known
from tests.support.word_pieces import (
    ENGLISH,
    HEADING,
    PLAIN,
    SMALL,
    aligned,
    close,
    control,
    heads,
    page,
    row,
    row_control,
    ruled,
    table,
    write,
)

ACTION_FACTS = ("who", "what", "due")


def summary() -> Any:
    """«Резюме зустрічі / Summary»: both languages side by side, for the partner."""
    document = page(12, left=20, right=15, top=18, bottom=15)
    pairs = table(document, (8.75, 8.75))
    ruled(pairs)
    row_control(pairs, "if draft")
    _pair(pairs, "**{{ words.draft.LANG }}**", where="right")
    row_control(pairs, "endif")
    _pair(pairs, "**{{ words.summary.LANG }}**", where="center")
    _pair(pairs, "**{{ title.LANG }}**", where="center")
    for label, fact in (("date", "date"), ("time", "hours"), ("format", "format")):
        _fact_pair(pairs, label, fact, always=True)
    _fact_pair(pairs, "place", "place")
    _fact_pair(pairs, "interrupted", "interrupted")
    _participants(pairs)
    _fact_pair(pairs, "interpreters", "interpreters")
    _fact_pair(pairs, "facilitator", "facilitator")
    _discussion(pairs)
    _agreed(pairs)
    _action_table(document)
    write(document, "", SMALL)
    ends = table(document, (8.75, 8.75))
    ruled(ends)
    _fact_pair(ends, "next_meeting", "next_meeting", always=True)
    _fact_pair(ends, "status", "status", always=True)
    _fact_pair(ends, "supported_by", "supported_by")
    row_control(ends, "if amendments")
    _pair(ends, "{{ words.amendments.LANG }}", HEADING)
    row_control(ends, "for change in amendments")
    _pair(ends, "{{ change.on.LANG }}, {{ change.by.LANG }}: {{ change.reason.LANG }}")
    _pair(ends, "{{ change.what.LANG }}: «{{ change.before.LANG }}» → «{{ change.after.LANG }}»")
    row_control(ends, "endfor")
    row_control(ends, "endif")
    close(document)
    return document


def _fact_pair(pairs: Any, label: str, fact: str, *, always: bool = False) -> None:
    if not always:
        row_control(pairs, f"if {fact}.uk or {fact}.en")
    _pair(
        pairs, f"**{{{{ words.{label}.LANG }}}}:** " + known(f"{fact}.LANG", "words.unknown.LANG")
    )
    if not always:
        row_control(pairs, "endif")


def _participants(pairs: Any) -> None:
    _pair(pairs, "{{ words.participants.LANG }}", HEADING)
    row_control(pairs, "for side in present")
    row_control(pairs, "if side.party.uk")
    _pair(pairs, "//{{ side.party.LANG }}://")
    row_control(pairs, "endif")
    _pair_of_people(pairs, "side.people")
    row_control(pairs, "for body in side.organisations")
    _pair(pairs, "{{ body.LANG }}")
    row_control(pairs, "endfor")
    row_control(pairs, "else")
    _pair(pairs, "[[{{ words.unknown.LANG }}]]")
    row_control(pairs, "endfor")
    row_control(pairs, "if attendance_unknown")
    _pair(pairs, "[[({{ words.attendance_unknown.LANG }})]]")
    row_control(pairs, "endif")
    row_control(pairs, "if invited")
    _pair(pairs, "//{{ words.invited.LANG }}://")
    _pair_of_people(pairs, "invited")
    row_control(pairs, "endif")


def _pair_of_people(pairs: Any, people: str) -> None:
    row_control(pairs, f"for person in {people}")
    person = PERSON
    for fact in ("person.name", "person.position", "person.note", "words.unknown"):
        person = re.sub(rf"{fact}\b", f"{fact}.LANG", person)
    _pair(pairs, person)
    row_control(pairs, "endfor")


def _discussion(pairs: Any) -> None:
    row_control(pairs, "if sections")
    _pair(pairs, "{{ words.discussion.LANG }}", HEADING)
    row_control(pairs, "for section in sections")
    row_control(pairs, "if section.title.uk or section.title.en")
    title = known("section.title.LANG", "words.untranslated.LANG")
    _pair(pairs, "**{{ section.number }}. **" + title)
    row_control(pairs, "endif")
    row_control(pairs, "for turn in section.turns")
    row_control(pairs, "if turn.party.uk")
    _pair(pairs, "//{{ turn.party.LANG }}://")
    row_control(pairs, "endif")
    _pair_of_lines(pairs, "turn.said", "{% if line.who.LANG %}{{ line.who.LANG }}: {% endif %}")
    row_control(pairs, "endfor")
    row_control(pairs, "endfor")
    row_control(pairs, "endif")


def _agreed(pairs: Any) -> None:
    row_control(pairs, "if resolved")
    _pair(pairs, "{{ words.agreed.LANG }}", HEADING)
    _pair_of_lines(pairs, "resolved")
    row_control(pairs, "endif")


def _pair_of_lines(pairs: Any, lines: str, who: str = "") -> None:
    row_control(pairs, f"for line in {lines}")
    text = known("line.text.LANG", "words.untranslated.LANG")
    _pair(pairs, "{{ line.number.LANG }}. " + who + text)
    row_control(pairs, "endfor")


def _action_table(document: Any) -> None:
    control(document, "if actions")
    write(document, "{{ words.actions.uk }} / {{ words.actions.en }}", HEADING)
    actions = table(document, (1.2, 4.5, 7.6, 4.2), lines=True)
    both = "**{{ words.WORD.uk }} / {{ words.WORD.en }}**"
    row(actions, "**№**", *(both.replace("WORD", each) for each in ("who", "what", "by_when")))
    heads(actions)
    row_control(actions, "for action in actions")
    cells = row(actions, "{{ action.number.uk }}", *(_stacked(each, "uk") for each in ACTION_FACTS))
    for cell, fact in zip(cells[1:], ACTION_FACTS, strict=True):
        write(cell, _stacked(fact, "en"), ENGLISH)
    row_control(actions, "endfor")
    control(document, "endif")


def _stacked(fact: str, language: str) -> str:
    word = "untranslated" if fact == "what" else "unknown"
    return known(f"action.{fact}.{language}", f"words.{word}.{language}")


def _pair(pairs: Any, text: str, style: str = PLAIN, where: str = "left") -> None:
    """A row with the same text in both languages, `LANG` standing for either."""
    cells = row(pairs, text.replace("LANG", "uk"), text.replace("LANG", "en"), style=style)
    if style == PLAIN:
        cells[1].paragraphs[0].style = ENGLISH
    for cell in cells:
        aligned(cell.paragraphs[0], where)
