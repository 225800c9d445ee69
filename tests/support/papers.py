"""Minutes ready to be rendered: a whole meeting, one of which little is known, a long one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.events import Capacity, EventFormat, EventKind
from partnership.minutes.minutes import Amendment, MinutesForm, MinutesState
from partnership.minutes.paper import (
    Paper,
    PaperAction,
    PaperItem,
    PaperLine,
    PaperPerson,
    PaperSide,
    PaperTime,
)

DAY = date(2024, 6, 25)
KOROSTEN = Bilingual("Коростень", "Korosten")
COMMUNITY = Bilingual(
    "Коростенська міська територіальна громада", "Korosten urban territorial community"
)
BOURGES = Bilingual("Бурж", "Bourges")
HEAD_OF_OFFICE = PaperPerson(
    name=Bilingual("Дарина Верхогляд", "Daryna Verkhohliad"),
    position=Bilingual(
        "начальниця відділу міжнародного співробітництва", "head of international cooperation"
    ),
    capacity=Capacity.SPEAKER,
    attended=True,
)
COORDINATOR = PaperPerson(
    name=Bilingual("Тарас Лісничук", "Taras Lisnychuk"),
    position=Bilingual("координатор партнерств громади", "partnership coordinator"),
    capacity=Capacity.MINUTE_TAKER,
    attended=True,
)
FRENCH_OFFICER = PaperPerson(
    name=Bilingual("Клер Моро", None),
    position=Bilingual(
        "відповідальна за міжнародні зв’язки, Бурж", "international relations officer, Bourges"
    ),
    attended=True,
)
ADVISER = PaperPerson(
    name=Bilingual("Люк Бернар", None),
    position=Bilingual("радник муніципалітету Бурж", "adviser to the municipality of Bourges"),
    attended=False,
)
FACILITATOR = PaperPerson(
    name=Bilingual("Ірина Стеценко", "Iryna Stetsenko"),
    position=Bilingual("експертка з муніципальної співпраці", "expert in municipal cooperation"),
    attended=True,
)


SLIP = Amendment(
    at=datetime(2024, 7, 2, 9, 0, tzinfo=UTC),
    by=1,
    by_name="Тарас Лісничук",
    reason="описка",
    field="number",
    before="",
    after="8",
)


def a_paper(form: MinutesForm = MinutesForm.PROTOCOL, **given: Any) -> Paper:
    """Agreed minutes of an online meeting of Korosten and Bourges in which nothing is missing."""
    usual: dict[str, Any] = {
        "form": form,
        "state": MinutesState.AGREED,
        "number": "7",
        "registered_on": date(2024, 6, 26),
        "title": Bilingual(
            "Двостороння онлайн-зустріч Коростень – Бурж",
            "Bilateral online meeting Korosten – Bourges",
        ),
        "kind": EventKind.ONLINE_MEETING,
        "format": EventFormat.ONLINE,
        "first_day": DAY,
        "last_day": DAY,
        "times": (_hours("Europe/Kyiv", KOROSTEN, 15), _hours("Europe/Paris", BOURGES, 14)),
        "place": None,
        "parties": (KOROSTEN, BOURGES),
        "sides": _sides(),
        "chair": HEAD_OF_OFFICE,
        "minute_taker": COORDINATOR,
        "interpreters": (PaperPerson(name=Bilingual("Павло Гай", "Pavlo Hai")),),
        "facilitator": Bilingual("Асоціація міст України", "Association of Ukrainian Cities"),
        "supported_by": (
            Bilingual("GIZ", "GIZ"),
            Bilingual("U-LEAD з Європою, фаза II", "U-LEAD with Europe, Phase II"),
        ),
        "initiative": Bilingual("за пропозицією Коростеня", "proposed by Korosten"),
        "interrupted": None,
        "items": (_culture(), _visit()),
        "conclusions": Bilingual(
            "Сторони готові до спільного проєкту.", "Both sides are ready for a joint project."
        ),
        "next_meeting": Bilingual("онлайн, раз на місяць", "online, once a month"),
        "next_meeting_on": _hours("Europe/Kyiv", KOROSTEN, 15, date(2024, 7, 23)),
        "next_meeting_day": date(2024, 7, 23),
        "annexes": (Bilingual("Перелік напрямів обміну досвідом", "List of areas of exchange"),),
        "agreed_on": date(2024, 6, 28),
        "agreed_by": (Side.HOME, Side.FOREIGN),
    }
    return Paper(**usual | given)


def a_bare_paper(form: MinutesForm = MinutesForm.PROTOCOL, **given: Any) -> Paper:
    """A draft of which nothing is known but the title."""
    unknown: dict[str, Any] = dict.fromkeys(
        (
            "number", "registered_on", "format", "first_day", "last_day", "place", "chair",
            "minute_taker", "facilitator", "initiative", "conclusions", "next_meeting",
            "next_meeting_on", "next_meeting_day", "agreed_on",
        )
    )  # fmt: skip
    none: dict[str, Any] = dict.fromkeys(
        (
            "times", "parties", "sides", "interpreters", "supported_by", "items", "annexes",
            "agreed_by",
        ),
        (),
    )  # fmt: skip
    return a_paper(form, **unknown | none | {"state": MinutesState.DRAFT} | given)


def a_long_paper(points: int, form: MinutesForm = MinutesForm.PROTOCOL) -> Paper:
    """Ten items of the agenda with as many points altogether, a third of them action items."""
    each = range(1, points // 10 + 1)
    return a_paper(form, items=tuple(_long_item(number, each) for number in range(1, 11)))


def said(number: str, uk: str, en: str | None = None, **given: Any) -> PaperLine:
    """A line of the minutes."""
    return PaperLine(number=number, text=Bilingual(uk, en), **given)


def _hours(zone: str, place: Bilingual, hour: int, day: date = DAY) -> PaperTime:
    start = datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(zone))
    return PaperTime(
        zone=zone, place=place, start=start, end=start.replace(hour=hour + 1, minute=30)
    )


def _sides() -> tuple[PaperSide, ...]:
    return (
        PaperSide(
            side=Side.HOME,
            party=COMMUNITY,
            people=(HEAD_OF_OFFICE, COORDINATOR),
            organisations=(COMMUNITY,),
        ),
        PaperSide(side=Side.FOREIGN, party=BOURGES, people=(FRENCH_OFFICER, ADVISER)),
        PaperSide(side=None, party=None, people=(FACILITATOR,)),
    )


def _culture() -> PaperItem:
    return PaperItem(
        number=1,
        title=Bilingual("Співпраця в культурному напрямі", "Cooperation in culture"),
        heard=(
            said(
                "1.1",
                "Підсумовано візит 2023 року до Буржа: відвідано станцію очищення води й школи.",
                "The 2023 visit to Bourges was reviewed: a water treatment plant and schools.",
                speaker=COORDINATOR.name,
                side=Side.HOME,
            ),
        ),
        spoke=(
            said(
                "1.2",
                "Музика – спільна мова обох міст; запрошуємо колектив на фестиваль.",
                "Music is the common language of both cities; a group is invited to the festival.",
                speaker=FRENCH_OFFICER.name,
                side=Side.FOREIGN,
            ),
        ),
        resolved=(
            said(
                "1.3",
                "Провести спільний онлайн-концерт дитячих колективів.",
                "To hold a joint online concert of children’s groups.",
            ),
        ),
        actions=(
            PaperAction(
                number="1.4",
                what=Bilingual("Подати список колективів.", "Submit the list of groups."),
                who=COORDINATOR.name,
                side=Side.HOME,
                due=date(2024, 7, 15),
            ),
        ),
    )


def _visit() -> PaperItem:
    return PaperItem(
        number=2,
        title=Bilingual("Наступний візит до Франції", "The next visit to France"),
        carried_over=True,
        heard=(said("2.1", "Візит заплановано на осінь.", "The visit is planned for autumn."),),
        resolved=(
            said("2.2", "Погодити склад делегації.", "To agree on the members of the delegation."),
        ),
        actions=(
            PaperAction(
                number="2.3",
                what=Bilingual("Надіслати офіційне запрошення.", "Send an official invitation."),
                who=BOURGES,
                side=Side.FOREIGN,
                due_text=Bilingual("до кінця липня", "by the end of July"),
            ),
            PaperAction(
                number="2.4",
                what=Bilingual(
                    "Підготувати перелік напрямів обміну досвідом.",
                    "Prepare the list of areas for the exchange of experience.",
                ),
                who=None,
                side=Side.HOME,
                helpers=(COORDINATOR.name,),
            ),
        ),
    )


def _long_item(number: int, each: range) -> PaperItem:
    def lines(kind: int) -> tuple[PaperLine, ...]:
        some = (point for point in each if point % 3 == kind)
        return tuple(
            said(f"{number}.{point}", f"Точка {point}. " * 12, f"Point {point}. " * 12)
            for point in some
        )

    return PaperItem(
        number=number,
        title=Bilingual(f"Питання {number}", f"Item {number}"),
        spoke=lines(0),
        resolved=lines(1),
        actions=tuple(
            PaperAction(number=line.number, what=line.text, who=COORDINATOR.name, due=DAY)
            for line in lines(2)
        ),
    )
