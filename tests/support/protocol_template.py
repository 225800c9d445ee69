"""The Word template of «Протокол»."""

from __future__ import annotations

from typing import Any

from tests.support.word_parts import (
    PERSON,
    actions,
    agenda_item,
    amendments,
    draft_mark,
    known,
    people_row,
    signatures,
    write_lines,
)
from tests.support.word_pieces import (
    HEADING,
    TEXT,
    TITLE,
    aligned,
    close,
    control,
    page,
    row,
    row_control,
    table,
    write,
)


def protocol() -> Any:
    """«Протокол» of an office: internal, for the file."""
    document = page(14, left=30, right=10)
    draft_mark(document)
    control(document, "if body")
    aligned(write(document, "{{ body }}"), "center")
    control(document, "endif")
    write(document, "{{ words.protocol }}", TITLE)
    _date_place_number(document)
    write(document, "{{ title }}", HEADING)
    _who_was_there(document)
    write(document, "{{ words.agenda }}", HEADING)
    control(document, "for item in agenda")
    write(document, agenda_item(), TEXT)
    control(document, "else")
    write(document, "[[{{ words.unknown }}]]", TEXT)
    control(document, "endfor")
    _sections(document)
    _last_lines(document)
    signatures(document, "chair", "minute_taker")
    amendments(document)
    close(document)
    return document


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
    people_row(people, "{{ words.present }}:")
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
        ("registered", "registered_on"),
    ):
        row_control(people, f"if {fact}")
        row(people, f"{{{{ words.{label} }}}}:", f"{{{{ {fact} }}}}")
        row_control(people, "endif")


def _sections(document: Any) -> None:
    control(document, "for section in sections")
    number = "{% if section.title %}{{ section.number }}. {% endif %}"
    control(document, "if section.title or section.heard")
    write(document, number + "{{ words.heard }}", HEADING)
    control(document, "endif")
    control(document, "if section.title")
    write(document, "{{ section.title }}", TEXT).paragraph_format.keep_with_next = True
    control(document, "endif")
    write_lines(document, "section.heard")
    control(document, "if section.spoke")
    write(document, "{{ words.spoke }}", HEADING)
    write_lines(document, "section.spoke")
    control(document, "endif")
    control(document, "if section.resolved or section.actions")
    write(document, "{{ words.resolved }}", HEADING)
    write_lines(document, "section.resolved")
    actions(document)
    control(document, "endif")
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
