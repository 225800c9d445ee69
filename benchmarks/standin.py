"""The stand-in server in a process of its own, on the other core, told what to do by lines."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import TracebackType
from typing import Any, Self

CORES = sorted(os.sched_getaffinity(0))


class StandIn:
    """Starts `benchmarks.standin_process` and talks to it."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.standin_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        pin(self._process.pid, -1)
        told = self._answer()
        self.base_url: str = told["base_url"]
        self.token: str = told["token"]
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate(timeout=30)

    def do(self, what: str, **details: object) -> Any:
        """Have something done, and wait for its result."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": what, **details}) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the stand-in has ended")
        return json.loads(line)


def pin(pid: int, which: int) -> None:
    """Keep a process on one core: 0 is the first, -1 the last."""
    os.sched_setaffinity(pid, {CORES[which]})
