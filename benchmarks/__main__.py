"""`make bench`: prints every table, or those named: `python -m benchmarks sending language`."""

from __future__ import annotations

import sys

from benchmarks import answers, claims, dispatch, language, minutes, notes, sending
from bot.logs import set_up_logs
from bot.settings import LogFormat, LogLevel

TABLES = {
    "answers": answers.measure,
    "language": language.measure,
    "sending": sending.measure,
    "dispatch": dispatch.measure,
    "claims": claims.measure,
    "notes": notes.measure,
    "minutes": minutes.measure,
}


def main(wanted: list[str]) -> int:
    """Measure and print; a slow result is no failure."""
    unknown = [name for name in wanted if name not in TABLES]
    if unknown:
        print(f"no table {', '.join(unknown)}; there are {', '.join(TABLES)}")
        return 2
    set_up_logs(LogLevel.WARNING, LogFormat.CONSOLE)
    for name in wanted or TABLES:
        print(TABLES[name](), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
