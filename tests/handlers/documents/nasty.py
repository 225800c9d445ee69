"""Texts that would break a document, or do something in it, if they were anything but texts."""

from __future__ import annotations

from dataclasses import replace

from partnership.bilingual import Bilingual
from partnership.minutes.minutes import MinutesForm
from partnership.minutes.paper import Paper, PaperAction, PaperItem
from tests.support.papers import DAY, a_paper, said

LONGEST = "Слово, яке повторюється в дуже довгій промові. " * 110
NASTY = {
    "ampersand": "Іванов & сини &amp; &#123; &nbsp;",
    "markup of Word": "</w:t></w:r></w:p><w:p><w:t>чужий абзац",
    "expression of Jinja": "{{ 7*7 }} {{ config }} {{ words.draft }}",
    "statement of Jinja": "{% for each in facts %}{% endfor %} {# примітка #} {%p if x %}",
    "spellings of docxtpl": "{_{ 7*7 }_} {_% if %_} {%tr for x in y %}",
    "function of typst": '#link("https://example.org")[тут] #read("/etc/passwd") #panic()',
    "markup of typst": "*жирний* _курсив_ `код` $x^2$ <мітка> @посилання \\ // коментар",
    "quotes": "«Лапки» “quotes” \"прямі\" 'одинарні' ‘ще’ п’ять",
    "smile": "Домовилися 😀 👍🏽 🇺🇦",
    "right to left": "Початок \u200f\u05e9\u05dc\u05d5\u05dd\u200e кінець",
    "backslashes": "C:\\temp\\new %s %(x)s $HOME ~ ^",
    "long": LONGEST.strip(),
}
UNPRINTABLE = "До\x0bкінця\x00 \ud800року\ufffe\x07"
"""What is left of it: «Докінця року»."""


def a_nasty_paper(form: MinutesForm = MinutesForm.PROTOCOL) -> Paper:
    """Minutes in which every text is one of these."""
    texts = {name: Bilingual(text, f"EN {text}") for name, text in NASTY.items()}
    pick = texts["expression of Jinja"]
    lines = [
        said(f"1.{place}", text.uk or "", text.en)
        for place, text in enumerate(texts.values(), start=1)
    ]
    item = PaperItem(
        number=1,
        title=texts["ampersand"],
        heard=tuple(replace(line, speaker=pick) for line in lines[:2]),
        spoke=tuple(lines[2:6]),
        resolved=tuple(lines[6:]),
        actions=(PaperAction(number="1.99", what=texts["quotes"], who=pick, due=DAY),),
    )
    return a_paper(
        form,
        number="{{ 1 }}&<7>",
        title=texts["markup of Word"],
        place=texts["markup of typst"],
        initiative=texts["function of typst"],
        conclusions=texts["long"],
        next_meeting=texts["spellings of docxtpl"],
        annexes=(texts["statement of Jinja"],),
        supported_by=(texts["ampersand"],),
        items=(item,),
    )
