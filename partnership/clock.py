"""What time it is: always asked of a clock, so that tests and the sandbox can turn it."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Something that knows the time."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...
