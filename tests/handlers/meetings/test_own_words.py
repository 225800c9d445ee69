"""What officials write about meetings, and the facts that the answer must show.

A meeting with Bourges stands on 25.06.2024 at 15:00; a fact in brackets is a button.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.support.office import Office

TABLE = Path(__file__).parents[2] / "tables" / "meeting_messages.tsv"


def messages() -> list[tuple[str, list[str]]]:
    """Each message with its facts."""
    with TABLE.open(encoding="utf-8", newline="") as rows:
        found = csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["message"], row["answer"].split(" | ")) for row in found]


@pytest.mark.parametrize(("message", "facts"), messages())
async def test_a_message_about_a_meeting_gets_its_facts(
    office: Office, message: str, facts: list[str]
) -> None:
    chat = office.coordinator.private()
    await chat.ask("/meeting Бурж 2024-06-25 15:00 онлайн")
    answer = await chat.ask(message)
    shown = answer.text + "".join(f"[{text}]" for row in answer.buttons for text in row)
    for fact in facts:
        assert fact in shown
