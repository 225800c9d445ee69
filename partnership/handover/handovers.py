"""The command /handover: what would pass, passing it on, and taking access away afterwards."""

import secrets
from dataclasses import dataclass, replace

from partnership.access import Action, Role, User, may
from partnership.batch import Batches
from partnership.calendar.calendar import Calendar
from partnership.entities import Kind
from partnership.errors import NotFoundError, NotPermittedError
from partnership.handover.carrying_out import CarryingOut
from partnership.handover.errors import (
    NothingToHandOverError,
    NotYoursError,
    SamePartyError,
    UnknownPartyError,
)
from partnership.handover.holdings import Holding, Holdings
from partnership.handover.moves import Moves, moves_of
from partnership.handover.naming import Naming, Sides
from partnership.handover.party import Party, is_ours, parties_of, party_of_user
from partnership.handover.record import Handover
from partnership.language.names import NameIndex
from partnership.membership import Membership
from partnership.stores import StepStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What somebody holds, and what of it would pass."""

    leaving: Party
    successor: Party
    holdings: Holdings
    moves: Moves


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """What was passed on; `batch` takes it back."""

    preview: Preview
    handover: Handover
    batch: str


@dataclass(frozen=True, slots=True)
class Handovers:
    """A coordinator hands over their own; an admin anybody's."""

    batches: Batches
    membership: Membership
    holding: Holding
    names: NameIndex

    async def parties(self) -> list[Party]:
        """Everybody who may hand over or take over: users first, then the registry."""
        return parties_of(await self._users(), self.batches.registry)

    async def ours(self) -> list[Party]:
        """The same without the partners' people, who are found by name all the same."""
        return [each for each in await self.parties() if is_ours(each, self.batches.registry)]

    async def party(self, *, user: int | None = None, person: str | None = None) -> Party:
        """By Telegram id, or by id of the registry. Raises UnknownPartyError."""
        for each in await self.parties():
            same_user = user is not None and each.user is not None and each.user.id == user
            same_person = person is not None and each.person and each.person.id == person
            if same_user or same_person:
                return each
        raise UnknownPartyError

    async def party_by_key(self, key: str) -> Party:
        """By `u` and a Telegram id, or `p` and an id of the registry. Raises UnknownPartyError."""
        if key[:1] == "u" and key[1:].isdecimal():
            return await self.party(user=int(key[1:]))
        return await self.party(person=key[1:])

    async def sides(self, text: str) -> Sides:
        """Who is named in a line, and on which side."""
        return (await self._naming()).sides(text)

    async def named(self, text: str) -> tuple[Party, ...]:
        """Those who may be meant by a name in any form, a @username, a Telegram id."""
        return (await self._naming()).one(text)

    async def with_something(self) -> list[Party]:
        """Those who may leave something orphaned; everybody where nobody does."""
        people, parties = await self.holding.people(), await self.ours()
        found = [
            each
            for each in parties
            if (each.coordinates and each.user is not None and each.user.communities)
            or (each.person is not None and each.person.id in people)
        ]
        return found or parties

    async def own(self, actor: User) -> Party:
        """The one who asks, as a party."""
        return party_of_user(actor, self.batches.registry)

    def require(self, actor: User, leaving: Party) -> None:
        """Raises NotPermittedError, NotYoursError unless `actor` may hand over from `leaving`."""
        if not may(actor, Action.HAND_OVER):
            raise NotPermittedError(Action.HAND_OVER)
        own = leaving.user is not None and leaving.user.id == actor.id
        if not own and actor.role != Role.ADMIN:
            raise NotYoursError(leaving.name(actor.language or "uk"))

    async def preview(
        self, actor: User, leaving: Party, successor: Party, language: str = "uk"
    ) -> Preview:
        """What would pass. Raises as `require`, SamePartyError, NothingToHandOverError."""
        self.require(actor, leaving)
        if leaving.is_same(successor):
            raise SamePartyError
        holdings = await self.holding.of(leaving)
        moves = moves_of(
            holdings,
            leaving,
            successor,
            await self.holding.invitations(successor),
            key=f"handover-{secrets.token_hex(6)}",
            at=self.batches.clock.now(),
            language=language,
        )
        if holdings.is_empty or (moves.is_empty and not moves.obstacles):
            raise NothingToHandOverError(leaving.name(language))
        return Preview(leaving=leaving, successor=successor, holdings=holdings, moves=moves)

    async def hand_over(
        self, actor: User, leaving: Party, successor: Party, language: str = "uk"
    ) -> HandedOver:
        """Pass everything on in one transaction; what both hold is read inside it."""
        async with self.batches.open(actor.id) as batch:
            preview = await self.preview(actor, leaving, successor, language)
            if preview.moves.is_empty:
                raise NothingToHandOverError(leaving.name(language))
            handover = await batch.save(preview.moves.record)
            for old, new in preview.moves.partnerships:
                await batch.save(new, old)
            for before, after in preview.moves.steps:
                await batch.save(after, before)
            return HandedOver(preview=preview, handover=handover, batch=batch.id)

    async def take_access(self, actor: User, key: str) -> tuple[User, str]:
        """The one who left cannot use the bot any more; the batch that takes it back.

        Raises LastAdminError, UnknownUserError, NotFoundError.
        """
        if not may(actor, Action.MANAGE_USERS):
            raise NotPermittedError(Action.MANAGE_USERS)
        async with self.batches.open(actor.id) as batch:
            handover = await batch.work.growing(Kind.HANDOVER, key)
            if not isinstance(handover, Handover) or handover.leaving_user is None:
                raise NotFoundError(Kind.HANDOVER, key)
            leaving = await self.membership.leaver(handover.leaving_user)
            await batch.save(replace(handover, access_taken=leaving), handover)
            return leaving, batch.id

    async def _naming(self) -> Naming:
        return Naming(self.batches.registry, self.names, await self._users())

    async def _users(self) -> list[User]:
        """Those who were let in, and the owners."""
        stored = {user.id: user for user in await self.membership.store.users()}
        admins = {admin.id: admin for admin in await self.membership.admins()}
        return [*(stored | admins).values()]


def build_handovers(
    batches: Batches,
    calendar: Calendar,
    steps: StepStore,
    membership: Membership,
    names: NameIndex,
) -> Handovers:
    """Handing over, joined to every batch after the planner: call it once for `batches`."""
    carrying_out = CarryingOut(calendar.store, calendar.planner, membership)
    batches.followers.append(carrying_out.follow)
    holding = Holding(batches.registry, calendar.store, calendar.events, steps, membership)
    return Handovers(batches, membership, holding, names)
