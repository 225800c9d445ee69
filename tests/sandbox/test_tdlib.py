"""The text parser where it is not installed, and from tests."""

from __future__ import annotations

import sys

import pytest

from bot.sandbox.errors import ApiError
from bot.sandbox.tdlib import TdlibMissing, TextParser
from tests.support.texts import shown_text


def test_without_tdjson_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tdjson", None)

    with pytest.raises(TdlibMissing, match=r"pip install 'mistok\[sandbox\]'"):
        TextParser()


def test_tests_can_read_markup_as_people_do() -> None:
    assert shown_text("<b>Дортмунд</b> &amp; Житомир") == "Дортмунд & Житомир"
    with pytest.raises(ApiError, match="can't parse entities"):
        shown_text("<b>Дортмунд")
