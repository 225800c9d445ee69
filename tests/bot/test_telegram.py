from __future__ import annotations

import subprocess
import sys

WARM = """
from bot.lean_aiogram import import_aiogram
import_aiogram()
from aiogram import Bot
from aiogram.methods import GetUpdates
from bot.json_session import JsonSession
from bot.telegram import warm_up
bot = Bot("1234567:abcdefghijklmnopqrstuvwxyz", session=JsonSession())
warm_up(bot)
answers = bot.session.hold(GetUpdates)
print(answers.__pydantic_complete__)
"""


def test_what_the_first_update_needs_is_built_before_it_comes() -> None:
    """In a process of its own: here another test may have built it."""
    done = subprocess.run([sys.executable, "-c", WARM], check=True, capture_output=True, text=True)
    assert done.stdout == "True\n"
