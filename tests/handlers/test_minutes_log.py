"""What was changed in minutes, as the log and /undo tell it: over HTTP."""

from __future__ import annotations

from partnership.agreements import Side
from partnership.bilingual import Bilingual
from partnership.minutes import edits
from partnership.minutes.minutes import MinutesForm, Point, PointKind
from tests.support.office import COORDINATOR, Office

MEETING = "ev-online-2024-05-28"
POINT = Point(kind=PointKind.RESOLVED, text=Bilingual("Зустрічатися щокварталу", "Meet quarterly"))


async def test_the_log_shows_what_differs_and_undo_takes_it_back(office: Office) -> None:
    services = office.app.services
    taking, actor = services.minute_taking, await services.membership.who(COORDINATOR)
    minutes = await taking.draft(actor, MEETING, MinutesForm.SUMMARY)
    minutes = await taking.change(actor, minutes.key, edits.add_point(POINT))
    added = minutes.points[-1].id
    await taking.change(actor, minutes.key, edits.set_chair("moskalenko"))
    later = Bilingual("Зустрічатися щомісяця", "Meet monthly")
    await taking.change(actor, minutes.key, edits.set_text(added, later))
    await taking.agree(actor, minutes.key, Side.HOME)
    chat = office.coordinator.private()
    log = (await chat.ask("/log")).text
    about = f"резюме двома мовами, 28.05.2024, № {minutes.id}"
    assert f"— {about}: Стан: проєкт → на розгляді" in log
    assert "Погодили: не внесено → наша сторона" in log
    assert "Зустрічатися щокварталу → Зустрічатися щомісяця" in log
    assert "Голова: не внесено → Володимир Москаленко" in log
    assert "Пункти протоколу: не внесено → Зустрічатися щокварталу" in log
    assert "Додано: протокол «резюме двома мовами, 28.05.2024»" in log
    assert "{" not in log
    undone = (await chat.ask("/undo")).text
    assert "Стан: проєкт ← на розгляді" in undone
    undone = (await chat.ask("/undo")).text
    assert "Зустрічатися щокварталу ← Зустрічатися щомісяця" in undone
