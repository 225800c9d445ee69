"""Make the Word templates anew: python -m tests.support.word_templates

They were made by this script and may be edited in Word; what they say is filled in by docxtpl.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx.shared import Pt

from tests.support.word_pieces import (
    ENGLISH,
    HEADING,
    PLAIN,
    SMALL,
    TEXT,
    TITLE,
    aligned,
    control,
    heads,
    page,
    row,
    row_control,
    ruled,
    table,
    underlined,
    write,
)

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "templates"
BLANK = "____________________"
PERSON = (
    "{{ person.name }}"
    "{% if person.position %} – {{ person.position }}"
    "{% elif person.position_unknown %} – [[{{ words.unknown }}]]{% endif %}"
    "{% if person.note %} [[({{ person.note }})]]{% endif %}"
)
LINE = "{{ line.number }}. {% if line.who %}{{ line.who }}: {% endif %}{{ line.text }}"


def known(fact: str, word: str = "words.unknown") -> str:
    """A fact, or the grey word for an unknown one."""
    return f"{{% if {fact} %}}{{{{ {fact} }}}}{{% else %}}[[{{{{ {word} }}}}]]{{% endif %}}"


RESPONSIBLE = (
    "{{ words.responsible }}: "
    + known("action.who")
    + "{% if action.helpers %} ({{ words.helpers }}: {{ action.helpers }}){% endif %}"
)
DUE = "{{ words.due }}: " + known("action.due")


def protocol() -> Any:
    """«Протокол» of an office: internal, for the file."""
    document = page(14, left=30, right=10)
    _draft_mark(document)
    control(document, "if body")
    aligned(write(document, "{{ body }}"), "center")
    control(document, "endif")
    write(document, "{{ words.protocol }}", TITLE)
    _date_place_number(document)
    write(document, "{{ title }}", HEADING)
    _who_was_there(document)
    write(document, "{{ words.agenda }}", HEADING)
    control(document, "for item in agenda")
    write(document, _agenda_item(), TEXT)
    control(document, "else")
    write(document, "[[{{ words.unknown }}]]", TEXT)
    control(document, "endfor")
    _sections(document)
    _last_lines(document)
    _signatures(document, "chair", "minute_taker")
    _amendments(document)
    return document


def conversation() -> Any:
    """«Запис бесіди»: internal, one page."""
    document = page(12, left=30, right=10, top=18, bottom=15)
    _draft_mark(document)
    write(document, "{{ words.conversation }}", TITLE)
    facts = table(document, (4.5, 12.5), lines=True)
    row(facts, "**{{ words.event }}**", "{{ title }}")
    row(facts, "**{{ words.date }}**", known("date"))
    row(facts, "**{{ words.time }}**", known("hours"))
    row(facts, "**{{ words.place }}**", known("where"))
    _people_row(facts)
    row_control(facts, "if interpreters")
    row(facts, "**{{ words.interpreters }}**", "{{ interpreters }}")
    row_control(facts, "endif")
    row(facts, "**{{ words.initiative }}**", known("initiative"))
    topics = row(facts, "**{{ words.topics }}**", "{%p for item in agenda %}")[1]
    write(topics, "{{ item.number }}. {{ item.title }}")
    control(topics, "else")
    write(topics, "[[{{ words.unknown }}]]")
    control(topics, "endfor")
    _what_was_said(document)
    write(document, "{{ words.conclusions }}", HEADING)
    write(document, known("conclusions"), TEXT)
    _signatures(document, "minute_taker")
    _amendments(document)
    return document


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
    return document


TEMPLATES: dict[str, Callable[[], Any]] = {
    "protocol.docx": protocol,
    "summary.docx": summary,
    "conversation.docx": conversation,
}


def _draft_mark(document: Any) -> None:
    control(document, "if draft")
    aligned(write(document, "**{{ words.draft }}**"), "right")
    control(document, "endif")


def _date_place_number(document: Any) -> None:
    line = table(document, (6.5, 5.5, 5.0))
    number = "{% if number %}{{ number }}{% else %}________{% endif %}"
    cells = row(line, known("date"), known("where"), "{{ words.number_sign }} " + number)
    aligned(cells[1].paragraphs[0], "center")
    aligned(cells[2].paragraphs[0], "right")


def _who_was_there(document: Any) -> None:
    people = table(document, (4.0, 13.0))
    for label in ("chair", "minute_taker"):
        one = PERSON.replace("person", label)
        row(
            people,
            "{{ words.LABEL }}:".replace("LABEL", label),
            f"{{% if {label} %}}{one}{{% else %}}[[{{{{ words.unknown }}}}]]{{% endif %}}",
        )
    _people_row(people, "{{ words.present }}:")
    for label in ("absent", "invited"):
        row_control(people, f"if {label}")
        cell = row(people, f"{{{{ words.{label} }}}}:", f"{{%p for person in {label} %}}")[1]
        write(cell, PERSON)
        control(cell, "endfor")
        row_control(people, "endif")
    for label, fact in (
        ("interpreters", "interpreters"),
        ("facilitator", "facilitator"),
        ("time", "hours"),
        ("interrupted", "interrupted"),
    ):
        row_control(people, f"if {fact}")
        row(people, f"{{{{ words.{label} }}}}:", f"{{{{ {fact} }}}}")
        row_control(people, "endif")


def _people_row(people: Any, label: str = "**{{ words.participants }}**") -> None:
    cell = row(people, label, "{%p for side in present %}")[1]
    control(cell, "if side.party")
    write(cell, "//{{ side.party }}://")
    control(cell, "endif")
    control(cell, "for person in side.people")
    write(cell, PERSON)
    control(cell, "endfor")
    control(cell, "for body in side.organisations")
    write(cell, "{{ body }}")
    control(cell, "endfor")
    control(cell, "if not side.people and not side.organisations")
    write(cell, "[[{{ words.unknown }}]]")
    control(cell, "endif")
    control(cell, "else")
    write(cell, "[[{{ words.unknown }}]]")
    control(cell, "endfor")
    control(cell, "if attendance_unknown")
    write(cell, "[[({{ words.attendance_unknown }})]]")
    control(cell, "endif")


def _agenda_item() -> str:
    carried = "{% if item.carried_over %} //({{ words.carried_over }})//{% endif %}"
    return "{{ item.number }}. {{ item.title }}" + carried


def _sections(document: Any) -> None:
    control(document, "for section in sections")
    number = "{% if section.title %}{{ section.number }}. {% endif %}"
    control(document, "if section.title or section.heard")
    write(document, number + "{{ words.heard }}", HEADING)
    control(document, "endif")
    control(document, "if section.title")
    write(document, "{{ section.title }}", TEXT).paragraph_format.keep_with_next = True
    control(document, "endif")
    _lines(document, "section.heard")
    control(document, "if section.spoke")
    write(document, "{{ words.spoke }}", HEADING)
    _lines(document, "section.spoke")
    control(document, "endif")
    control(document, "if section.resolved or section.actions")
    write(document, "{{ words.resolved }}", HEADING)
    _lines(document, "section.resolved")
    _actions(document)
    control(document, "endif")
    control(document, "endfor")


def _lines(document: Any, lines: str) -> None:
    control(document, f"for line in {lines}")
    write(document, LINE, TEXT)
    control(document, "endfor")


def _actions(document: Any) -> None:
    control(document, "for action in section.actions")
    write(document, "{{ action.number }}. {{ action.what }}", TEXT)
    write(document, RESPONSIBLE, TEXT)
    write(document, DUE, TEXT)
    control(document, "endfor")


def _actions_in_short(document: Any) -> None:
    control(document, "for action in section.actions")
    write(document, "{{ action.number }}. {{ action.what }}", TEXT)
    write(document, f"{RESPONSIBLE}. {DUE}", TEXT)
    control(document, "endfor")


def _what_was_said(document: Any) -> None:
    write(document, "{{ words.said }}", HEADING)
    control(document, "for section in sections")
    for lines in ("section.heard", "section.spoke", "section.resolved"):
        _lines(document, lines)
    _actions_in_short(document)
    control(document, "else")
    write(document, "[[{{ words.unknown }}]]", TEXT)
    control(document, "endfor")


def _last_lines(document: Any) -> None:
    for label in ("next_meeting", "supported_by"):
        control(document, f"if {label}")
        write(document, f"**{{{{ words.{label} }}}}:** {{{{ {label} }}}}", TEXT)
        control(document, "endif")
    control(document, "if annexes")
    write(document, "{{ words.annexes }}:", HEADING)
    control(document, "for annex in annexes")
    write(document, "{{ loop.index }}. {{ annex }}", TEXT)
    control(document, "endfor")
    control(document, "endif")


def _signatures(document: Any, *who: str) -> None:
    lines = table(document, (5.5, 5.0, 6.5))
    for label in who:
        word = "recorded_by" if len(who) == 1 else label
        name = f"{{% if {label} %}}{{{{ {label}.signs }}}}{{% else %}}{BLANK}{{% endif %}}"
        cells = row(lines, f"{{{{ words.{word} }}}}", "", name)
        underlined(cells[1])
        for cell in cells:
            cell.paragraphs[0].paragraph_format.space_before = Pt(18)
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _amendments(document: Any) -> None:
    control(document, "if amendments")
    write(document, "{{ words.amendments }}:", HEADING)
    control(document, "for change in amendments")
    write(document, "{{ change.on }}, {{ change.by }}: {{ change.reason }}", PLAIN)
    write(document, "{{ change.what }}: «{{ change.before }}» → «{{ change.after }}»", PLAIN)
    control(document, "endfor")
    control(document, "endif")


def _pair(pairs: Any, text: str, style: str = PLAIN, where: str = "left") -> None:
    """A row with the same text in both languages, `LANG` standing for either."""
    cells = row(pairs, text.replace("LANG", "uk"), text.replace("LANG", "en"), style=style)
    if style == PLAIN:
        cells[1].paragraphs[0].style = ENGLISH
    for cell in cells:
        aligned(cell.paragraphs[0], where)


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


ACTION_FACTS = ("who", "what", "due")


def _stacked(fact: str, language: str) -> str:
    word = "untranslated" if fact == "what" else "unknown"
    return known(f"action.{fact}.{language}", f"words.{word}.{language}")


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in TEMPLATES.items():
        make().save(FOLDER / name)


if __name__ == "__main__":
    main()
