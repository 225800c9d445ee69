"""The facts that the labelled messages ask for, from the example registry."""

from datetime import date

from partnership.contacts import community_contacts
from partnership.entities import Kind
from partnership.events import EventKind, Precision
from partnership.letters import LetterState
from partnership.queries import PartnerFilter, letters_of, partnerships, posts_of
from partnership.stages import Stage, Status

TODAY = date(2024, 6, 12)


def partner_names(registry, **wanted):
    found = partnerships(registry, PartnerFilter(**wanted))
    return [registry.places[place].name.uk for each in found for place in each.foreign]


def test_m01_zhytomyr_has_six_partners_at_three_stages(registry):
    found = partnerships(registry, PartnerFilter(community="zhytomyr"))
    by_partner = {each.foreign[0]: (each.stage, each.status) for each in found}
    assert by_partner == {
        "plock": (Stage.TWINNING, Status.ACTIVE),
        "bytom": (Stage.TWINNING, Status.ACTIVE),
        "kutaisi": (Stage.TWINNING, Status.ACTIVE),
        "montana": (Stage.TWINNING, Status.ACTIVE),
        "dortmund": (Stage.EXPLORATION, Status.PREPARING),
        "augsburg": (Stage.CONTACT, Status.PROSPECT),
    }
    countries = {registry.places[each].country for each in by_partner}
    assert countries == {"PL", "GE", "BG", "DE"}


async def test_m02_the_card_of_dortmund(world):
    card = await world.overview.card("zhytomyr-dortmund", TODAY)
    assert card.partnership.as_of == date(2023, 1, 12)
    assert card.partnership.next_stage == Stage.SOLIDARITY
    assert card.partnership.long_term_goal == Stage.TWINNING
    assert card.foreign_coordinator.organisation.name.uk == (
        "Управління міжнародних відносин міста Дортмунд"
    )
    assert [event.starts_on for event in card.unknown_outcomes] == [date(2023, 2, 9)]
    assert card.unknown_outcomes[0].kind == EventKind.SIGNING
    assert card.next_event is None


async def test_m03_the_signing_is_ahead_on_the_earlier_day(world):
    card = await world.overview.card("zhytomyr-dortmund", date(2023, 1, 20))
    assert card.next_event.kind == EventKind.SIGNING
    assert (card.next_event.starts_on - date(2023, 1, 20)).days == 20
    assert [role.uk for role in card.agreement.signatory_roles] == ["мер Дортмунда", "мер Житомира"]
    assert card.unknown_outcomes == ()
    assert date(2023, 1, 12) in {source.published_on for source in card.sources}


def test_m06_four_german_cities(registry):
    assert sorted(partner_names(registry, country="DE")) == [
        "Аугсбург",
        "Детмольд",
        "Дортмунд",
        "Крефельд",
    ]


async def test_m10_what_the_dortmund_partnership_covers(world):
    card = await world.overview.card("zhytomyr-dortmund", TODAY)
    covered = {area.id for area in card.areas}
    assert {
        "digitalisation",
        "urban-planning",
        "building-maintenance",
        "business-promotion",
        "innovation-promotion",
        "mobility",
        "culture",
        "children-camps",
        "health-care",
        "civil-society",
        "science-research",
        "business",
    } <= covered
    camps = world.registry.areas["children-camps"].name
    assert (camps.uk, camps.en) == ("дитячі табори", "children's summer camps")


def test_m12_the_contact_for_kropyvnytskyi(registry):
    (contact,) = community_contacts(registry, "kropyvnytskyi")
    assert contact.person.name.en == "Kateryna Serhiienko"
    assert contact.person.supported_by == ("giz", "skew")
    assert contact.post.since is None
    assert set(contact.partnerships) == {"kropyvnytskyi-krefeld", "kropyvnytskyi-venlo"}


def test_m16_the_post_of_tarrisson(registry):
    (post,) = posts_of(registry, "tarrisson")
    assert post.position.uk == "директор відділу європейських обмінів та партнерств AFCCRE"
    assert post.as_of == date(2024, 5, 28)


async def test_m21_two_online_meetings_with_bourges(world):
    found = await world.overview.events(
        partnership="korosten-bourges", kinds=(EventKind.ONLINE_MEETING,)
    )
    assert [event.starts_on for event in found] == [date(2023, 6, 13), date(2024, 5, 28)]


async def test_m25_four_events_in_2023(world):
    found = await world.overview.events(since=date(2023, 1, 1), until=date(2023, 12, 31))
    assert [(event.starts_on, event.ends_on) for event in found] == [
        (date(2023, 1, 10), date(2023, 1, 10)),
        (date(2023, 2, 9), date(2023, 2, 9)),
        (date(2023, 6, 13), date(2023, 6, 13)),
        (date(2023, 7, 1), date(2023, 7, 5)),
    ]


async def test_m26_what_the_day_holds(world):
    day = await world.overview.today(TODAY)
    assert day.events == ()
    assert len(day.actions_undated) == 3
    assert [letter.partnership for letter in day.letters_awaiting] == ["zhytomyr-augsburg"]
    assert [event.kind for event in day.unknown_outcomes] == [EventKind.SIGNING]
    assert {event.key for event in day.undated_events} == {
        "ev-dortmund-committee",
        "ev-visit-france-next",
    }


async def test_m26_the_day_of_one_community_holds_only_its_own(world):
    day = await world.overview.today(TODAY, ("korosten",))
    assert {event.key for event in day.undated_events} == {"ev-visit-france-next"}
    assert day.letters_awaiting == ()
    assert day.unknown_outcomes == ()
    assert {step.key for step in day.actions_undated} == {"st-exchange-topics", "st-next-visit"}


def test_m28_the_letter_to_augsburg_awaits_a_reply(registry):
    (letter,) = letters_of(registry, "zhytomyr-augsburg")
    assert letter.state == LetterState.AWAITING_REPLY
    assert letter.sent_on is None
    assert letter.sent_about == "--11-04"
    assert letter.reply_on is None


def test_m31_the_twins_of_zhytomyr(registry):
    names = partner_names(registry, community="zhytomyr", stage=Stage.TWINNING)
    assert names == ["Битом", "Кутаїсі", "Монтана", "Плоцьк"]


async def test_an_event_without_a_year_keeps_its_day_and_month(world):
    seminar = await world.stores.events.event("ev-seminar-de")
    assert seminar.starts_on is None
    assert (seminar.precision, seminar.partial_date) == (Precision.DAY_MONTH, "--11-11")
    assert len([who for who in seminar.participants if who.place]) == 9


def test_four_home_communities_share_the_registry(registry):
    names = [place.name.uk for place in registry.home_places()]
    assert names == ["Житомир", "Коростень", "Кропивницький", "Луцьк"]


def test_no_stage_of_the_example_is_confirmed_by_a_document(registry):
    assert not any(each.confirmed_by_document for each in registry.partnerships.values())
    assert len(registry.partnerships) == 10


async def test_the_visit_to_two_partners_has_three_parts(world):
    events = await world.stores.events.all_events()
    parts = {event.key for event in events if event.parent == "ev-visit-krefeld-venlo"}
    assert parts == {"ev-venlo-mayor", "ev-venlo-brookberries", "ev-krefeld-meetings"}


def test_the_approval_of_dortmund_stands_at_the_committee(registry):
    (agreement,) = registry.agreements.values()
    done = [(step.name.uk, step.done, step.done_on) for step in agreement.steps]
    assert done[1] == ("Розгляд адміністративною колегією", True, date(2023, 1, 10))
    assert [step.done for step in agreement.steps] == [True, True, False, False, False]
    assert agreement.signed_on is None


def test_an_index_of_names_can_be_built(registry):
    names = {(name.kind, name.id): name for name in registry.names()}
    assert names["place", "bourges"].forms[0] == "Буржа"
    assert "AUC" in names["organisation", "auc"].aliases
    assert names["person", "tarrisson"].aliases == ("Filip Tarrisson",)
    assert len(registry.pointing_to(Kind.PLACE, "zhytomyr", Kind.PARTNERSHIP)) == 6
