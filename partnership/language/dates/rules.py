"""What a rule for dates is, and the pieces that its patterns are made of."""

from collections.abc import Callable
from dataclasses import dataclass

from .calendar_days import Days, Today
from .line import Found, Line
from .model import Expectation

DAY = r"[NO](?P<d>\d{1,2}) "
DAY_2 = r"[NO](?P<d2>\d{1,2}) "
YEAR = r"(?:(?:on )?[NO](?P<y>(?:19|20)\d\d) (?:UY )?)?"
MONTH = r"(?:of |- )?M(?P<m>\d+)[egn] (?:- )?"
WEEKDAY_BEFORE = r"(?:W(?P<w>\d) (?:on )?)?"
WEEKDAY_AFTER = r"(?:(?:on )?W(?P<w2>\d) )?"
TO = r"(?:-|to|po|do|til|by) "
TO_TIME = r"(?:-|to|po|do|til|and) "
ABOUT = r"(?:near |(?:not|neg) later (?:than )?)?"
ROLE = ABOUT + r"(?:(?P<role>on|in|for|do|til|by|from|za|po|after|before) )?"

DEADLINES = frozenset({"do", "til", "by", "before"})


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a rule may look at."""

    line: Line
    found: Found
    today: Today
    expect: Expectation

    def number(self, name: str) -> int | None:
        """A group as a number."""
        return self.found.number(name)

    def given(self, name: str) -> int:
        """A group that the pattern always has, as a number."""
        return self.found.given(name)

    def group(self, name: str) -> str | None:
        """A group as it was written, None if it took no part."""
        return self.found.groups.get(name)

    @property
    def role(self) -> str:
        """The preposition before the date."""
        return self.found.groups.get("role") or ""

    @property
    def asked(self) -> bool:
        """Whether a date was asked for, so that a bare number is one."""
        return self.expect is Expectation.DATE


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the letter without which it cannot match, and what it means.

    `build` returns None where the words only look like a date.
    """

    needs: str
    pattern: str
    build: Callable[[Reading], Days | None]
