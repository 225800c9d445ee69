"""The names of the rules by which reminders are made, as they stand in a row."""

from datetime import time, timedelta

from partnership.reminders.offsets import Offset

IMMEDIATE = "event:now"
"""Sent at once, where an event is planned so late that nothing else would be."""
DAY_PROGRAMME = "visit:day-programme"
SUMMARY_SOON = "event:+30m:summary"
SUMMARY_NEXT_DAY = "event:+1d:summary"
OUTCOME_SOON = "event:+30m:outcome"
OUTCOME_NEXT_DAY = "event:+1d:outcome"
MINUTES_NEXT_DAY = "event:+1d:minutes"
MINUTES_LATE = "event:late:minutes"
"""Minutes are still missing so many days after the end as the office has set."""
MISSING_LINK = "event:-1d:link"
ESCALATION = "event:-30m:escalation"
"""To the deputy of somebody who did not say that they saw the reminder; see `escalation`."""
SNOOZE = "snooze"
CHECKLIST = "checklist:due"
STEP_OVERDUE = ("step:+1d", "step:+7d")
STEP_OUTCOME = "step:+1d:outcome"

PROGRAMME_AT = time(8)
MORNING = time(9)
SUMMARY_AFTER = timedelta(minutes=30)
MINUTES_AFTER = timedelta(days=5)
"""When missing minutes are asked for again, unless set otherwise (domain document, 1.9)."""
ESCALATION_BEFORE = timedelta(minutes=30)
ASKED_UNTIL = timedelta(days=14)
"""How long after its due time a question about the outcome is still worth sending."""
IMMINENT_MINUTES = 60
"""Up to so many minutes before, quiet hours do not count."""


def event_rule(offset: Offset) -> str:
    """`event:-1d`."""
    return f"event:{offset}"


def escalation(person: int) -> str:
    """`event:-30m:escalation:102`: the deputy is asked for the person with this number."""
    return f"{ESCALATION}:{person}"


def step_rule(offset: Offset) -> str:
    """`step:-7d`."""
    return f"step:{offset}"


def is_call(rule: str) -> bool:
    """Whether it says that something begins, rather than asking for something."""
    asks = rule == MISSING_LINK or rule.startswith(ESCALATION)
    return rule.startswith("event:-") and not asks


def is_snooze(rule: str) -> bool:
    """Whether a person asked to be reminded again."""
    return rule.startswith(f"{SNOOZE}:")
