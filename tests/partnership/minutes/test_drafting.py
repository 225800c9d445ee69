"""The draft: made of all that is known, once each, and never over what was written by hand."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from partnership.agreements import Side
from partnership.bilingual import Bilingual, Language
from partnership.errors import NotPermittedError
from partnership.events import EventKind, EventState, Span, VisitDirection
from partnership.minutes import edits
from partnership.minutes.errors import MinutesProblem, MinutesRefusedError
from partnership.minutes.minutes import MinutesForm, MinutesState, Point, PointKind
from partnership.notes.errors import RestrictedTextError
from partnership.notes.note import NoteKind
from tests.partnership.minutes.conftest import MEETING, Desk
from tests.support.builders import OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL, an_event, named


async def test_a_draft_holds_the_agenda_and_what_was_agreed_at_the_meeting(desk: Desk) -> None:
    minutes = await desk.draft()
    event = await desk.event()
    assert minutes.id > 0
    assert [each.title for each in minutes.agenda] == list(event.topics)
    actions = {each.step for each in minutes.points if each.kind is PointKind.ACTION}
    assert actions == {
        "st-exchange-topics",
        "st-next-visit",
        "st-funding-guide",
        "st-monthly-calls",
    }
    assert [each.text for each in minutes.points if each.kind is PointKind.RESOLVED] == list(
        event.outcomes
    )
    assert (minutes.partnerships, minutes.day) == (("korosten-bourges",), date(2024, 5, 28))
    assert (minutes.chair, minutes.number, minutes.next_event) == (None, None, None)
    assert event.state is EventState.MINUTES_DRAFT


async def test_a_point_stands_under_the_item_whose_words_it_repeats(desk: Desk) -> None:
    minutes = await desk.draft()
    title = {each.id: each.title.uk for each in minutes.agenda}
    placed = {each.step: title.get(each.item) for each in minutes.points if each.step}
    assert placed["st-culture"] == "співпраця в культурному напрямку"
    assert placed["st-monthly-calls"] == "щомісячні підбірки конкурсів"
    assert placed["st-afccre-ready"] is None


async def test_the_same_draft_is_found_again_and_brought_up_to_date(desk: Desk) -> None:
    first = await desk.draft()
    await desk.note("Погодили формат щоквартальних зустрічей", NoteKind.DECISION)
    again = await desk.draft()
    assert again.key == first.key
    assert [each.text.uk for each in again.points if each not in first.points] == [
        "Погодили формат щоквартальних зустрічей"
    ]
    other = await desk.draft(MinutesForm.SUMMARY)
    assert other.key != first.key
    assert {each.key for each in await desk.taking.minutes_of(MEETING)} == {first.key, other.key}


async def test_notes_become_what_they_are(desk: Desk) -> None:
    await desk.note("Бондюель: візит організує муніципалітет")
    await desk.note("Зустрічатися щокварталу", NoteKind.DECISION)
    await desk.note(
        "підготувати бюджет візиту, відповідальна Чижевська, до 20 червня", NoteKind.ACTION
    )
    points = {each.kind: each for each in (await desk.draft()).points if each.notes}
    spoke, action = points[PointKind.SPOKE], points[PointKind.ACTION]
    assert (spoke.speaker, spoke.side) == ("bondiuel", Side.FOREIGN)
    assert spoke.text.uk == "Візит організує муніципалітет"
    assert points[PointKind.RESOLVED].text.uk == "Зустрічатися щокварталу"
    assert (action.owner, action.due, action.side) == ("chyzhevska", date(2024, 6, 20), Side.HOME)
    assert action.text.uk == "Підготувати бюджет візиту"
    assert action.step is None


async def test_who_wrote_a_note_is_no_speaker_unless_they_took_part(desk: Desk) -> None:
    await desk.note("обговорили бюджет")
    (point,) = [each for each in (await desk.draft()).points if each.notes]
    assert (point.speaker, point.speaker_name, point.side) == (None, None, None)
    await desk.world.stores.members.save_user(replace(OF_KOROSTEN, person="chyzhevska"))
    await desk.note("є потреба в автобусах")
    (point,) = [each for each in (await desk.draft(MinutesForm.SUMMARY)).points if each.notes][1:]
    assert (point.speaker, point.side) == ("chyzhevska", Side.HOME)


async def test_what_two_people_noted_is_one_point_and_what_differs_are_two(desk: Desk) -> None:
    for text in ("Зустрічатися щокварталу", "зустрічатися щокварталу!"):
        await desk.note(text, NoteKind.DECISION)
    for text in (
        "надіслати фото, до 20.06",
        "Чижевська: надіслати фото",
        "надіслати фото, до 30.06",
    ):
        await desk.note(text, NoteKind.ACTION)
    points = [each for each in (await desk.draft()).points if each.notes]
    assert [(each.text.uk, each.owner, each.due) for each in points] == [
        ("Зустрічатися щокварталу", None, None),
        ("Надіслати фото", "chyzhevska", date(2024, 6, 20)),
        ("Надіслати фото", None, date(2024, 6, 30)),
    ]


async def test_of_two_who_noted_the_same_each_may_correct_or_take_back_their_own(
    desk: Desk,
) -> None:
    one = await desk.note("Зустрічатися щокварталу", NoteKind.DECISION)
    two = await desk.note("зустрічатися щокварталу", NoteKind.DECISION)
    minutes = await desk.draft()

    async def noted() -> set[str | None]:
        fresh = await desk.taking.refresh(OF_KOROSTEN, minutes.key)
        return {each.text.uk for each in fresh.points if each.notes}

    two = await desk.notes.correct(OF_KOROSTEN, two.id, "Зустрічатися щомісяця")
    assert await noted() == {"Зустрічатися щокварталу", "Зустрічатися щомісяця"}
    await desk.notes.take_back(OF_KOROSTEN, two.id)
    assert await noted() == {"Зустрічатися щокварталу"}
    await desk.notes.take_back(OF_KOROSTEN, one.id)
    assert await noted() == {"Зустрічатися щокварталу"}


async def test_a_user_is_known_by_the_name_in_telegram(desk: Desk) -> None:
    users = desk.world.stores.members
    known = replace(OF_KOROSTEN, username="Natalia_K", person="chyzhevska")
    await users.save_user(known)
    await users.save_user(replace(OFFICIAL, username="olena", name="Олена Петренко"))
    for handle in ("natalia_k", "olena", "nobody"):
        await desk.note(f"@{handle} надіслати фото до 20.06", NoteKind.ACTION)
    points = [each for each in (await desk.draft()).points if each.notes]
    assert [(each.owner, each.owner_name) for each in points] == [
        ("chyzhevska", None),
        (None, Bilingual("Олена Петренко")),
        (None, Bilingual(en="@nobody")),
    ]


async def test_the_language_of_a_note_is_that_of_most_of_its_words(desk: Desk) -> None:
    await desk.note("AFCCRE готова допомагати з перекладом")
    await desk.note("meet in Бурж next month")
    texts = [each.text for each in (await desk.draft()).points if each.notes]
    assert texts == [
        Bilingual("AFCCRE готова допомагати з перекладом"),
        Bilingual(en="Meet in Бурж next month"),
    ]


async def test_a_note_on_the_list_of_action_items_is_one_point_with_its_step(desk: Desk) -> None:
    note = await desk.note("Чижевська надішле кошторис до 20 червня", NoteKind.ACTION)
    step = await desk.notes.put_on_list(OF_KOROSTEN, note.id)
    points = [each for each in (await desk.draft()).points if "кошторис" in (each.text.uk or "")]
    assert [(each.notes, each.step) for each in points] == [((note.key,), step.key)]


async def test_a_corrected_note_corrects_its_point_unless_it_was_edited(desk: Desk) -> None:
    one = await desk.note("Бюджет 10 тис. євро", NoteKind.DECISION)
    two = await desk.note("Переклад робить партнер", NoteKind.DECISION)
    minutes = await desk.draft()
    by_note = {each.notes[0]: each for each in minutes.points if each.notes}
    own = named("Переклад забезпечує партнер")
    await desk.change(minutes, edits.set_text(by_note[two.key].id, own))
    await desk.notes.correct(OF_KOROSTEN, one.id, "Бюджет 12 тис. євро")
    await desk.notes.correct(OF_KOROSTEN, two.id, "Переклад робимо ми")
    fresh = await desk.taking.refresh(OF_KOROSTEN, minutes.key)
    now = {each.id: each for each in fresh.points}
    assert now[by_note[one.key].id].text.uk == "Бюджет 12 тис. євро"
    assert now[by_note[two.key].id].text == own
    assert len(fresh.points) == len(minutes.points)


async def test_a_note_that_is_taken_back_takes_its_point_away_and_brings_it_again(
    desk: Desk,
) -> None:
    first = await desk.note("Бюджет 10 тис. євро", NoteKind.DECISION)
    minutes = await desk.draft()
    corrected = await desk.notes.correct(OF_KOROSTEN, first.id, "Бюджет 12 тис. євро")
    await desk.taking.refresh(OF_KOROSTEN, minutes.key)

    async def budget() -> list[str | None]:
        fresh = await desk.taking.refresh(OF_KOROSTEN, minutes.key)
        return [each.text.uk for each in fresh.points if each.notes]

    assert await budget() == ["Бюджет 12 тис. євро"]
    await desk.notes.take_back(OF_KOROSTEN, corrected.id)
    assert await budget() == ["Бюджет 10 тис. євро"]
    await desk.notes.take_back(OF_KOROSTEN, first.id)
    assert await budget() == []
    await desk.notes.bring_again(OF_KOROSTEN, first.id)
    assert await budget() == ["Бюджет 10 тис. євро"]


async def test_what_was_removed_by_hand_does_not_come_back(desk: Desk) -> None:
    note = await desk.note("Зайве", NoteKind.DECISION)
    minutes = await desk.draft()
    point = next(each for each in minutes.points if note.key in each.notes)
    topic = minutes.agenda[0].id
    await desk.change(minutes, edits.remove_point(point.id))
    fewer = await desk.change(minutes, edits.remove_item(topic))
    await desk.notes.correct(OF_KOROSTEN, note.id, "Усе одно зайве")
    fresh = await desk.taking.refresh(OF_KOROSTEN, minutes.key)
    assert (fresh.points, fresh.agenda) == (fewer.points, fewer.agenda)


@pytest.mark.parametrize(
    ("state", "start", "problem"),
    [
        (EventState.PLANNED, date(2024, 7, 1), MinutesProblem.NOT_HELD),
        (EventState.CONFIRMED, date(2024, 6, 3), MinutesProblem.NOT_HELD),
        (EventState.POSTPONED, date(2024, 6, 12), MinutesProblem.NOT_HELD),
        (EventState.CANCELLED, date(2024, 6, 3), MinutesProblem.CALLED_OFF),
    ],
)
async def test_what_did_not_run_has_no_minutes(
    desk: Desk, state: EventState, start: date, problem: MinutesProblem
) -> None:
    await desk.world.put(
        an_event(state=state, planned=Span(start, start), partnerships=("korosten-bourges",))
    )
    with pytest.raises(MinutesRefusedError) as caught:
        await desk.draft(event="ev-1")
    assert caught.value.problem is problem


async def test_minutes_may_be_late_by_years_and_begin_on_the_day_itself(desk: Desk) -> None:
    late = await desk.draft(event="ev-online-2023-06-13")
    today = date(2024, 6, 12)
    await desk.world.put(an_event(planned=Span(today, today), partnerships=("korosten-bourges",)))
    begun = await desk.draft(event="ev-1")
    assert (late.day, begun.day) == (date(2023, 6, 13), today)
    assert (await desk.event("ev-1")).state is EventState.PLANNED


async def test_open_actions_of_the_last_meeting_open_the_next_agenda(desk: Desk) -> None:
    day = date(2024, 6, 11)
    event = an_event(
        state=EventState.HELD,
        planned=Span(day, day),
        actual=Span(day, day),
        partnerships=("korosten-bourges",),
        topics=(named("Бюджет"),),
    )
    later = replace(event, key="ev-2", state=EventState.PLANNED, actual=Span())
    later = replace(later, planned=Span(day + timedelta(days=30), day + timedelta(days=30)))
    await desk.world.put(event, later)
    minutes = await desk.draft(event="ev-1")
    steps = [each.step for each in minutes.agenda]
    assert set(steps[:-1]) == {"st-exchange-topics", "st-next-visit"}
    assert minutes.agenda[-1].title == named("Бюджет")
    assert minutes.next_event == "ev-2"
    handed = await desk.taking.carried_over("ev-2")
    assert {each.key for each in handed} == {"st-exchange-topics", "st-next-visit"}


async def test_of_the_next_meeting_nothing_is_told_that_is_called_off_or_secret(desk: Desk) -> None:
    day = date(2024, 7, 1)
    visit = an_event(
        kind=EventKind.WORKING_VISIT,
        direction=VisitDirection.INCOMING,
        planned=Span(day, day, time(10)),
        partnerships=("korosten-bourges",),
    )
    await desk.world.put(visit)
    minutes = await desk.draft()
    assert minutes.next_event == "ev-1"
    paper = await desk.taking.paper(minutes)
    assert (paper.next_meeting_day, paper.next_meeting_on) == (day, None)
    await desk.calendar.set_state(OF_KOROSTEN, "ev-1", EventState.CANCELLED, reason="тривога")
    paper = await desk.taking.paper(minutes)
    assert (paper.next_meeting, paper.next_meeting_day) == (None, None)
    await desk.world.put(replace(visit, key="ev-2"))
    assert (await desk.taking.refresh(OF_KOROSTEN, minutes.key)).next_event == "ev-2"


async def test_only_coordinators_of_the_community_write_minutes(desk: Desk) -> None:
    minutes = await desk.draft()
    for actor in (OF_ZHYTOMYR, OFFICIAL):
        with pytest.raises(NotPermittedError):
            await desk.taking.draft(actor, MEETING, MinutesForm.PROTOCOL)
        with pytest.raises(NotPermittedError):
            await desk.taking.change(actor, minutes.key, edits.set_number("1"))


async def test_every_part_is_filled_in_and_taken_back(desk: Desk) -> None:
    minutes = await desk.draft()
    action = next(each for each in minutes.points if each.kind is PointKind.ACTION)
    item = minutes.agenda[0].id
    changes = [
        edits.set_number("12-3/45", date(2024, 6, 11)),
        edits.set_chair(person="moskalenko"),
        edits.set_minute_taker(name="Олена Петренко"),
        edits.add_item(named("Різне")),
        edits.change_item(item, named("Культура")),
        edits.move_item(item, 3),
        edits.remove_item(item),
        edits.add_point(Point(kind=PointKind.RESOLVED, text=Bilingual("Погодити"))),
        edits.translate_point(action.id, Language.EN, "Prepare the list"),
        edits.put_under_item(action.id, item),
        edits.set_speaker(action.id, name="гість"),
        edits.set_side(action.id, Side.FOREIGN),
        edits.set_owner(action.id, "bondiuel"),
        edits.set_due(action.id, date(2024, 7, 1)),
        edits.remove_point(action.id),
        edits.set_initiative(named("АМУ")),
        edits.set_conclusions(named("Продовжити")),
        edits.set_next_meeting(named("восени")),
        edits.add_annex(named("Перелік")),
    ]
    for edit in changes:
        assert await desk.change(minutes, edit) != minutes
        await desk.world.editing.undo(OF_KOROSTEN)
        assert await desk.stored(minutes) == minutes


async def test_a_draft_itself_is_taken_back_with_the_state_of_its_event(desk: Desk) -> None:
    minutes = await desk.draft()
    await desk.world.editing.undo(OF_KOROSTEN)
    assert await desk.stored(minutes) is None
    assert (await desk.event()).state is EventState.HELD


async def test_a_part_that_is_gone_and_a_passport_are_refused(desk: Desk) -> None:
    minutes = await desk.draft()
    with pytest.raises(MinutesRefusedError) as caught:
        await desk.change(minutes, edits.remove_point(999))
    assert caught.value.problem is MinutesProblem.NO_SUCH_PART
    with pytest.raises(RestrictedTextError):
        await desk.change(minutes, edits.set_conclusions(named("паспорт АВ 123456")))
    assert await desk.stored(minutes) == minutes


async def test_minutes_are_found_by_their_words_and_travel_with_the_registry(desk: Desk) -> None:
    minutes = await desk.draft()
    point = Point(kind=PointKind.RESOLVED, text=Bilingual("Закупити лісопатологічне обладнання"))
    await desk.change(minutes, edits.add_point(point))
    found = await desk.notes.find("лісопатологічного обладнання; Бурж", ("korosten",), None)
    assert [getattr(each, "key", None) for each in found.records] == [minutes.key]
    text = await desk.world.transfer.write()
    assert minutes.key in text
    again = await desk.world.transfer.read(text)
    assert not again.created
    assert not again.changed


async def test_a_new_draft_is_a_draft(desk: Desk) -> None:
    minutes = await desk.draft()
    assert minutes.state is MinutesState.DRAFT
    assert minutes.drafted_by == OF_KOROSTEN.id
