"""Parts that several Word templates of minutes share."""

from __future__ import annotations

from typing import Any

from docx.shared import Pt

from tests.support.word_pieces import (
    HEADING,
    PLAIN,
    TEXT,
    aligned,
    control,
    row,
    table,
    underlined,
    write,
)

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


def draft_mark(document: Any) -> None:
    """«ПРОЄКТ» in the corner of what is not agreed."""
    control(document, "if draft")
    aligned(write(document, "**{{ words.draft }}**"), "right")
    control(document, "endif")


def people_row(people: Any, label: str = "**{{ words.participants }}**") -> None:
    """A row with the people of both sides, by side."""
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


def agenda_item() -> str:
    """An item of the agenda; one of an earlier meeting says so."""
    carried = "{% if item.carried_over %} //({{ words.carried_over }})//{% endif %}"
    return "{{ item.number }}. {{ item.title }}" + carried


def write_lines(document: Any, lines: str) -> None:
    """What was said or decided, line by line."""
    control(document, f"for line in {lines}")
    write(document, LINE, TEXT)
    control(document, "endfor")


def actions(document: Any) -> None:
    """Action items of a section: what, who and by when, a line each."""
    control(document, "for action in section.actions")
    write(document, "{{ action.number }}. {{ action.what }}", TEXT)
    write(document, RESPONSIBLE, TEXT)
    write(document, DUE, TEXT)
    control(document, "endfor")


def actions_in_short(document: Any) -> None:
    """The same with who and by when in one line."""
    control(document, "for action in section.actions")
    write(document, "{{ action.number }}. {{ action.what }}", TEXT)
    write(document, f"{RESPONSIBLE}. {DUE}", TEXT)
    control(document, "endfor")


def signatures(document: Any, *who: str) -> None:
    """A line to sign on for each, above no page break."""
    lines = table(document, (5.5, 5.0, 6.5))
    for label in who:
        word = "recorded_by" if len(who) == 1 else label
        name = f"{{% if {label} %}}{{{{ {label}.signs }}}}{{% else %}}{BLANK}{{% endif %}}"
        cells = row(lines, f"{{{{ words.{word} }}}}", "", name)
        underlined(cells[1])
        for cell in cells:
            cell.paragraphs[0].paragraph_format.space_before = Pt(18)
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def amendments(document: Any) -> None:
    """What was changed after the approval; nothing where nothing was."""
    control(document, "if amendments")
    write(document, "{{ words.amendments }}:", HEADING)
    control(document, "for change in amendments")
    write(document, "{{ change.on }}, {{ change.by }}: {{ change.reason }}", PLAIN)
    write(document, "{{ change.what }}: «{{ change.before }}» → «{{ change.after }}»", PLAIN)
    control(document, "endfor")
    control(document, "endif")
