"""The Word template of «Запис бесіди»."""

from __future__ import annotations

from typing import Any

from tests.support.word_parts import (
    actions_in_short,
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
    close,
    control,
    page,
    row,
    row_control,
    table,
    write,
)


def conversation() -> Any:
    """«Запис бесіди»: internal, one page."""
    document = page(12, left=30, right=10, top=18, bottom=15)
    draft_mark(document)
    write(document, "{{ words.conversation }}", TITLE)
    facts = table(document, (4.5, 12.5), lines=True)
    row(facts, "**{{ words.event }}**", "{{ title }}")
    row(facts, "**{{ words.date }}**", known("date"))
    row(facts, "**{{ words.time }}**", known("hours"))
    row(facts, "**{{ words.place }}**", known("where"))
    people_row(facts)
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
    signatures(document, "minute_taker")
    amendments(document)
    close(document)
    return document


def _what_was_said(document: Any) -> None:
    write(document, "{{ words.said }}", HEADING)
    control(document, "for section in sections")
    for lines in ("section.heard", "section.spoke", "section.resolved"):
        write_lines(document, lines)
    actions_in_short(document)
    control(document, "else")
    write(document, "[[{{ words.unknown }}]]", TEXT)
    control(document, "endfor")
