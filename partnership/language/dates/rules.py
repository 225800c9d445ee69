"""What a rule for dates is, and the pieces that its patterns are made of."""

from collections.abc import Callable
from dataclasses import dataclass

from .calendar_days import Days, Today
from .line import Found, Line
from .model import Expectation

DAY_NUMBER = r"[NO](?P<d>\d{1,2}) "
DAY_NUMBER_2 = r"[NO](?P<d2>\d{1,2}) "
# «2024 року», «дві тисячі двадцять п’ятого», «цього року»: see `Reading.year`.
YEAR = (
    r"(?:(?:on )?[NO](?P<y>(?:19|20)\d\d) (?:UY )?|N2 thousand [NO](?P<yy>\d{1,2}) (?:UY )?"
    r"|(?P<which_year>this|next|last) UY )?"
)
MONTH = r"(?:of |- )?M(?P<m>\d+)[egn] (?:UM )?(?:- )?"
WEEKDAY_BEFORE = r"(?:(?:next |this )?W(?P<w>\d) (?:on )?)?"
WEEKDAY_AFTER = r"(?:(?:on )?W(?P<w2>\d) )?"
TO = r"(?:-|to|po|do|til|by) "
TO_TIME = r"(?:-|to|po|do|til|and) "
ABOUT = r"(?P<about>near |(?:not|neg) later (?:than )?)?"
ROLE = ABOUT + r"(?:(?P<role>on|in|for|do|til|to|by|from|za|po|after|before|eveof) )?"

# What follows a bare number that counts things and is no hour or day.
NOUNS = frozenset({"w", "money", "their", "rep", "ttl", "neg", "street"})
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
    def year(self) -> int | None:
        """The year that was said, None if it goes without saying."""
        if (after_2000 := self.number("yy")) is not None:
            return 2000 + after_2000
        which = self.group("which_year")
        if which is not None:
            return self.today.day.year + {"next": 1, "last": -1}.get(which, 0)
        return self.number("y")

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
