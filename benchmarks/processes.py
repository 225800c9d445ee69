"""A bot in a process of its own, and what it costs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.standin import pin

TICK = os.sysconf("SC_CLK_TCK")


class BotProcess:
    """One of `benchmarks.bots` on the first core; `born` is in monotonic seconds."""

    def __init__(self, *arguments: str) -> None:
        self._arguments = arguments

    def __enter__(self) -> Self:
        self.born = time.monotonic()
        command = [sys.executable, "-m", "benchmarks.bots", *self._arguments]
        self._process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        pin(self._process.pid, 0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def cpu(self) -> float:
        """Seconds of processor time so far, all threads."""
        fields = self._read("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def peak_memory(self) -> float:
        """Most resident memory so far, MB."""
        line = next(one for one in self._read("status").splitlines() if one.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def _read(self, what: str) -> str:
        return Path(f"/proc/{self._process.pid}/{what}").read_text("utf-8")
