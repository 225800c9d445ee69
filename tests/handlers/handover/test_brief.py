"""The brief as a Word file: every fact, both languages, and no text that is more than a text."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from bot.catalogues import load_i18n
from handlers.documents.handover_brief import brief_document
from handlers.reader import Reader
from partnership.bilingual import Bilingual
from partnership.checklists.model import TemplateCode
from partnership.handover.brief import Brief, Briefing
from partnership.handover.handovers import Handovers, build_handovers
from partnership.language.names import NameIndex
from partnership.letters import Direction, Letter, LetterState
from partnership.people import Assignment, Channel, ChannelKind
from partnership.steps import Step, StepKind, StepState
from tests.handlers.documents.nasty import NASTY
from tests.support.builders import ADMIN, OF_KOROSTEN, World, open_world
from tests.support.calendars import BOURGES, Desk, kyiv, open_desk
from tests.support.office_suite import missing_office, printed
from tests.support.word_reading import lines_of

TODAY = date(2024, 6, 12)
I18N = load_i18n("uk")


class Leaving:
    """The coordinator of Korosten on the last day."""

    def __init__(self, world: World, desk: Desk, handovers: Handovers) -> None:
        self.world = world
        self.desk = desk
        self.handovers = handovers

    async def brief(self) -> Brief:
        """Everything they hold, for somebody of the registry."""
        leaving = await self.handovers.party(user=OF_KOROSTEN.id)
        successor = await self.handovers.party(person="chyzhevska")
        holdings = await self.handovers.holding.of(leaving)
        briefing = Briefing(self.world.registry, self.world.overview, self.desk.calendar)
        now = self.world.clock.now()
        return await briefing.brief(leaving, successor, holdings, now, TODAY)

    async def document(self, language: str) -> bytes:
        """The brief as a file."""
        zone, now = ZoneInfo("Europe/Kyiv"), self.world.clock.now()
        registry, overview = self.world.registry, self.world.overview
        with I18N.context(), I18N.use_locale(language):
            reader = Reader(ADMIN, language, now, zone, registry, overview)
            return await brief_document(await self.brief(), reader)

    async def plan(self) -> None:
        """A call with Bourges and its checklist."""
        event = await self.desk.plan_call(kyiv(2024, 6, 25, 15))
        await self.desk.calendar.add_checklist(OF_KOROSTEN, event.key, TemplateCode.ONLINE)


def a_step(what: str) -> Step:
    """An action item of Korosten – Bourges, overdue by two days."""
    return Step(
        key=f"st-{abs(hash(what))}",
        kind=StepKind.ACTION,
        what=Bilingual(what, f"EN {what}"),
        state=StepState.OPEN,
        partnership=BOURGES,
        owner_person="moskalenko",
        due=date(2024, 6, 10),
    )


@pytest.fixture
async def leaving(tmp_path: Path, template: Path) -> AsyncIterator[Leaving]:
    """Over a copy of the example registry."""
    database = Path(shutil.copy(template, tmp_path / "mistok.db"))
    async with open_world(database) as world:
        desk = await open_desk(world)
        handovers = build_handovers(
            world.transfer.batches,
            desk.calendar,
            world.stores.steps,
            world.membership,
            NameIndex(),
        )
        yield Leaving(world, desk, handovers)


async def test_every_fact_stands_in_the_document(leaving: Leaving) -> None:
    await leaving.plan()
    person = leaving.world.registry.people["moskalenko"]
    mail = Channel(kind=ChannelKind.EMAIL, value="mer@korosten.example")
    await leaving.world.put(
        replace(person, channels=(mail,)),
        Letter(
            id="letter",
            partnership=BOURGES,
            direction=Direction.OUTGOING,
            state=LetterState.AWAITING_REPLY,
            subject=Bilingual("Програма візиту", "Programme of the visit"),
            sent_on=date(2024, 6, 3),
            reply_due_on=date(2024, 6, 20),
        ),
        a_step("Підготувати звіт"),
    )
    text = "\n".join(lines_of(await leaving.document("uk")))
    for fact in (
        "ДОВІДКА ПРО ПЕРЕДАНІ СПРАВИ",
        "Наталія Чижевська",
        "12 червня 2024 року",
        "1. Бурж (Франція) — Коростень",
        "Співпраця без оформленого статусу",
        "11.06.2024",
        "культура",
        "Володимир Москаленко, Коростенський міський голова (станом на 28.05.2024)",
        "mer@korosten.example",
        "Програма візиту; надіслано: 03.06.2024; відповідь очікується до 20.06.2024",
        "Підготувати звіт",
        "10.06.2024, прострочено",
        "25.06.2024 (вівторок), 15:00 Київ / 14:00 Париж: Онлайн-зустріч Коростень – Бурж",
        "☐ Надіслати порядок денний двома мовами – до 18.06.2024",
        "координатор партнера",
    ):
        assert fact in text, fact
    assert text.count("03.06.2024") == 2, "the letter is the last contact as well"


async def test_in_english_nothing_is_left_in_ukrainian(leaving: Leaving) -> None:
    await leaving.plan()
    lines = lines_of(await leaving.document("en"))
    assert "HANDOVER BRIEF" in lines
    assert "1. Bourges (France) — Korosten" in lines
    named = ("Коростень", "Констанс Бондюель")
    left = [each for each in lines if any("а" <= letter <= "я" for letter in each.lower())]
    assert [each for each in left if not any(name in each for name in named)] == []


async def test_what_nobody_recorded_is_said(leaving: Leaving) -> None:
    (partnership,) = (await leaving.brief()).partnerships
    assert partnership.card.missing
    lines = lines_of(await leaving.document("uk"))
    assert lines[lines.index("Угода") + 1] == "не внесено"
    assert lines[lines.index("Листи без відповіді") + 1] == "не внесено"


async def test_a_former_post_is_no_contact(leaving: Leaving) -> None:
    posts = leaving.world.registry.assignments.values()
    post = next(each for each in posts if each.person == "moskalenko")
    assert isinstance(post, Assignment)
    await leaving.world.put(replace(post, until=date(2024, 6, 1)))
    text = "\n".join(lines_of(await leaving.document("uk")))
    assert "Володимир Москаленко" not in text


async def test_whatever_is_typed_stays_a_text(leaving: Leaving, tmp_path: Path) -> None:
    texts = [text for name, text in NASTY.items() if name != "long"]
    await leaving.world.put(*(a_step(each) for each in texts))
    document = await leaving.document("uk")
    text = "\n".join(lines_of(document))
    assert [each for each in texts if each not in text] == []
    if missing_office():
        pytest.skip("LibreOffice is not installed")
    file = tmp_path / "brief.docx"
    file.write_bytes(document)
    printed([file], tmp_path)
    pages = PdfReader(BytesIO((tmp_path / "brief.pdf").read_bytes())).pages
    squeezed = "".join("".join(page.extract_text() for page in pages).split())
    assert "ДОВІДКАПРОПЕРЕДАНІСПРАВИ" in squeezed
    assert "".join(NASTY["expression of Jinja"].split()) in squeezed
