"""Make the Word templates anew: python -m tests.support.word_templates

They were made by these scripts, and may be edited in Word; docxtpl fills them in.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.support.conversation_template import conversation
from tests.support.handover_template import handover
from tests.support.protocol_template import protocol
from tests.support.summary_template import summary

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "templates"
TEMPLATES: dict[str, Callable[[], Any]] = {
    "protocol.docx": protocol,
    "summary.docx": summary,
    "conversation.docx": conversation,
    "handover.docx": handover,
}


def main() -> None:
    """Write all of them."""
    FOLDER.mkdir(exist_ok=True)
    for name, make in TEMPLATES.items():
        make().save(FOLDER / name)


if __name__ == "__main__":
    main()
