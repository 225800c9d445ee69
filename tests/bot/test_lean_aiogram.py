"""aiogram imported lean is the same aiogram; versions nobody tried are imported plainly."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Iterator

import aiogram
from aiogram import methods, types
from aiogram.methods.base import TelegramMethod
from pydantic import BaseModel

from bot import lean_aiogram

LEAN = """
from bot.lean_aiogram import import_aiogram
import_aiogram()
from aiogram import types
models = [each for each in vars(types).values() if hasattr(each, "__pydantic_complete__")]
print(sum(each.__pydantic_complete__ for each in models), len(models))
"""
UNSUPPORTED = """
import sys
from pydantic import BaseModel
from bot import lean_aiogram
lean_aiogram.SUPPORTED = "2.0"
before = vars(BaseModel)["model_rebuild"]
lean_aiogram.import_aiogram()
print(vars(BaseModel)["model_rebuild"] is before, "aiogram" in sys.modules)
"""


def models() -> Iterator[type[BaseModel]]:
    """Every model that aiogram exports."""
    for module in (types, methods):
        for each in vars(module).values():
            if inspect.isclass(each) and issubclass(each, BaseModel) and each is not TelegramMethod:
                yield each


def test_every_class_builds() -> None:
    found = list(models())
    for model in found:
        model.model_rebuild(raise_errors=True)
    assert [model.__name__ for model in found if not model.__pydantic_complete__] == []
    assert len(found) > 400


def test_types_of_a_model_are_the_real_ones() -> None:
    chat = {"id": 3, "type": "private"}
    answered = {"message_id": 1, "date": 0, "chat": chat}
    bold = {"type": "bold", "offset": 0, "length": 1}
    message = answered | {"text": "x", "reply_to_message": answered, "entities": [bold]}
    update = types.Update.model_validate({"update_id": 1, "message": message})
    assert update.message is not None
    assert type(update.message.reply_to_message) is types.Message
    assert type((update.message.entities or [])[0]) is types.MessageEntity


def test_the_pinned_version_is_the_supported_one() -> None:
    assert aiogram.__version__.startswith(lean_aiogram.SUPPORTED + ".")


def printed(code: str) -> list[str]:
    """The words that a fresh process prints."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.split()


def test_a_lean_import_builds_next_to_nothing() -> None:
    built, all_of_them = map(int, printed(LEAN))
    assert built < all_of_them / 10


def test_another_version_is_left_to_a_plain_import() -> None:
    untouched, imported = printed(UNSUPPORTED)
    assert (untouched, imported) == ("True", "False")
