"""What came of a letter: recorded by its own coordinators, and proof of talks begun."""

from datetime import date

import pytest

from partnership.editing import Editing
from partnership.errors import NotFoundError, NotPermittedError
from partnership.letters import LetterState
from partnership.queries import awaiting_letters
from partnership.stages import Allowed, Stage
from tests.support.builders import OF_KOROSTEN, OF_ZHYTOMYR, OFFICIAL

LETTER = "augsburg-proposal"
TODAY = date(2024, 6, 12)


async def test_a_reply_ends_the_waiting_and_proves_that_talks_may_begin(world):
    editing: Editing = world.editing
    await editing.record_reply(OF_ZHYTOMYR, LETTER, LetterState.REPLIED_POSITIVE, TODAY)
    letter = world.registry.letters[LETTER]
    assert (letter.state, letter.reply_on) == (LetterState.REPLIED_POSITIVE, TODAY)
    assert awaiting_letters(world.registry) == []
    verdict = await editing.check_stage(OF_ZHYTOMYR, "zhytomyr-augsburg", Stage.EXPLORATION)
    assert verdict == Allowed()
    await editing.undo(OF_ZHYTOMYR)
    assert world.registry.letters[LETTER].awaits_reply


async def test_a_closed_letter_waits_no_more_but_proves_no_reply(world):
    await world.editing.close_letter(OF_ZHYTOMYR, LETTER)
    assert awaiting_letters(world.registry) == []
    verdict = await world.editing.check_stage(OF_ZHYTOMYR, "zhytomyr-augsburg", Stage.EXPLORATION)
    assert verdict != Allowed()


@pytest.mark.parametrize("actor", [OFFICIAL, OF_KOROSTEN])
async def test_letters_are_the_business_of_their_community(world, actor):
    for attempt in (
        world.editing.close_letter(actor, LETTER),
        world.editing.record_reply(actor, LETTER, LetterState.REPLIED_NEGATIVE, TODAY),
    ):
        with pytest.raises(NotPermittedError):
            await attempt
    assert world.registry.letters[LETTER].awaits_reply


async def test_a_letter_that_is_no_record_is_not_found(world):
    with pytest.raises(NotFoundError):
        await world.editing.close_letter(OF_ZHYTOMYR, "atlantis")
