"""Make the Word template of the brief for a successor: python -m tests.support.handover_template

In LibreOffice or Word an office makes its own; this script only saves us the clicks.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx.shared import Pt

from tests.support.word_pieces import (
    HEADING,
    PLAIN,
    SMALL,
    TITLE,
    control,
    heads,
    page,
    row,
    row_control,
    table,
    write,
)

UNKNOWN = "[[{{ words.unknown }}]]"


def handover() -> Any:
    """«Передавання справ»: for the file and for the successor."""
    document = page(12, left=25, right=15, top=18, bottom=15)
    write(document, "{{ words.title }}", TITLE)
    head = table(document, (5.0, 12.0))
    for label in ("leaving", "successor", "date"):
        row(head, f"{{{{ words.{label} }}}}:", f"**{{{{ {label} }}}}**")
    control(document, "for partnership in partnerships")
    write(document, "{{ partnership.number }}. {{ partnership.title }}", HEADING)
    _facts(document)
    _list(document, "contacts", _contact())
    _list(document, "letters", _letter())
    _actions(document, "partnership.actions", "actions", always=True)
    _events(document, "partnership.events", "events", always=True)
    control(document, "else")
    write(document, "{{ words.nothing }}")
    control(document, "endfor")
    _actions(document, "actions", "other_actions")
    _events(document, "events", "other_events")
    return document


def _facts(document: Any) -> None:
    facts = table(document, (4.5, 12.5), lines=True)
    row_control(facts, "for fact in partnership.facts")
    row(facts, "{{ fact.name }}", _known("fact.value"))
    row_control(facts, "endfor")


def _list(document: Any, name: str, text: str) -> None:
    _subheading(document, name)
    control(document, f"for one in partnership.{name}")
    write(document, text)
    control(document, "else")
    write(document, UNKNOWN)
    control(document, "endfor")


def _subheading(document: Any, word: str, style: str = PLAIN) -> None:
    """A bold line, kept together with what follows."""
    form = write(document, f"**{{{{ words.{word} }}}}**", style).paragraph_format
    form.space_before, form.keep_with_next = Pt(8), True


def _contact() -> str:
    return (
        "– {% if one.coordinates %}**{{ one.who }}**{% else %}{{ one.who }}{% endif %}"
        "{% if one.as_of %} ({{ one.as_of }}){% endif %}"
        "{% if one.channels %}: {{ one.channels }}{% endif %}"
    )


def _letter() -> str:
    return "– {{ one.subject }}; {{ one.sent }}{% if one.due %}; {{ one.due }}{% endif %}"


def _actions(document: Any, actions: str, word: str, *, always: bool = False) -> None:
    if not always:
        control(document, f"if {actions}")
    _subheading(document, word, PLAIN if always else HEADING)
    if always:
        control(document, f"if {actions}")
    lines = table(document, (1.2, 7.3, 4.8, 3.7), lines=True)
    row(lines, *(f"**{{{{ words.{each} }}}}**" for each in ("number", "what", "who", "by_when")))
    heads(lines)
    row_control(lines, f"for one in {actions}")
    row(
        lines,
        "{{ one.number }}",
        "{{ one.what }}"
        + ("" if always else "{% if one.where %} ({{ one.where }}){% endif %}")
        + "{% if one.state %} – //{{ one.state }}//{% endif %}",
        _known("one.who") + "{% if one.helpers %}, {{ one.helpers }}{% endif %}",
        _known("one.due") + "{% if one.late %}, **{{ one.late }}**{% endif %}",
    )
    row_control(lines, "endfor")
    if always:
        control(document, "else")
        write(document, UNKNOWN)
    control(document, "endif")


def _events(document: Any, events: str, word: str, *, always: bool = False) -> None:
    if not always:
        control(document, f"if {events}")
    _subheading(document, word, PLAIN if always else HEADING)
    control(document, f"for one in {events}")
    number = "({{ words.number }} {{ one.number }})"
    write(document, "– {{ one.when }}: **{{ one.title }}** " + number + ", {{ one.state }}")
    control(document, "if one.lines")
    write(document, "{{ words.lines }}:", SMALL)
    control(document, "for line in one.lines")
    write(
        document,
        "☐ {{ line.text }}{% if line.due %} – {{ line.due }}{% endif %}"
        "{% if line.late %}, **{{ line.late }}**{% endif %}"
        "{% if line.who %} ({{ line.who }}){% endif %}",
        SMALL,
    )
    control(document, "endfor")
    control(document, "endif")
    control(document, "else")
    write(document, UNKNOWN)
    control(document, "endfor")
    if not always:
        control(document, "endif")


def _known(fact: str) -> str:
    return f"{{% if {fact} %}}{{{{ {fact} }}}}{{% else %}}{UNKNOWN}{{% endif %}}"


if __name__ == "__main__":
    root = Path(__file__).resolve().parents[2]
    handover().save(root / "examples" / "templates" / "handover.docx")
