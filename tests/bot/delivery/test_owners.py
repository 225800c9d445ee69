"""What a killed process had in hand goes out as soon as the next one runs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from bot.delivery.owners import is_gone, new_owner
from bot.delivery.reminders import LEASE
from partnership.reminders.model import ReminderState
from storage.reminder_claims import SqlReminderClaims
from tests.support.clocks import MONDAY_MORNING as NOW
from tests.support.delivery import SendingDesk
from tests.support.reminders import reminder, to_user

HERE = socket.gethostname()


@pytest.fixture
def dead() -> int:
    """The number of a process that has ended."""
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_each_process_has_a_name_of_its_own() -> None:
    assert new_owner() != new_owner()


def test_only_what_has_surely_ended_is_gone(dead: int) -> None:
    assert is_gone(f"{HERE}/{dead}/x")
    assert is_gone(f"{HERE}/{os.getpid()}/the life before in this container")
    assert not is_gone(f"{HERE}/{os.getppid()}/x")
    assert not is_gone(f"elsewhere/{dead}/x")
    assert not is_gone("named otherwise")


async def test_what_a_killed_process_held_is_sent_without_waiting_for_its_lease(
    desk: SendingDesk, dead: int
) -> None:
    chat, other = desk.person(1).private(), desk.person(2)
    await desk.plan(reminder("e", to_user(1), NOW))
    await SqlReminderClaims(desk.database, f"{HERE}/{dead}/x").claim(NOW, LEASE)
    await desk.plan(reminder("held", to_user(other.id), NOW))
    await SqlReminderClaims(desk.database, f"{HERE}/{os.getppid()}/x").claim(NOW, LEASE)
    desk.delivery.start()
    assert (await chat.next()).text == "e event:-1d"
    assert (await desk.row(2)).state is ReminderState.CLAIMED
    assert desk.texts(other.id) == []
