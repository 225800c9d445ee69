"""What the core needs remembered, as small protocols; storage/ fulfils them."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import date, datetime
from typing import Protocol

from partnership.access import User
from partnership.changes import Change
from partnership.entities import Entity, Growing, Kind, Reference
from partnership.events import Event, EventKind
from partnership.membership_records import AccessRequest, BoundChat, Invitation
from partnership.steps import Step, StepKind, StepState


class Work(Protocol):
    """One open transaction on the registry: all of it is kept, or nothing."""

    async def put(self, entity: Entity) -> Entity:
        """Insert or replace by id; what grows comes back with its number."""
        ...

    async def growing(self, kind: Kind, key: str) -> Growing | None:
        """A record that grows with the years, by its lasting key, as it stands here."""
        ...

    async def delete(self, kind: Kind, entity: str) -> None:
        """Remove a record."""
        ...

    async def log(self, changes: Iterable[Change]) -> None:
        """Write to the change log."""
        ...

    async def mark_undone(self, batch: str, at: datetime) -> None:
        """Mark the changes of a batch as taken back."""
        ...

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Call back as soon as all of it is kept; never where it is not."""
        ...


class RegistryStore(Protocol):
    """The records of the registry."""

    def transaction(self) -> AbstractAsyncContextManager[Work]:
        """Open a transaction; an error inside rolls it back."""
        ...

    async def load(self) -> list[Reference]:
        """All reference records, to be read from memory afterwards."""
        ...


class EventStore(Protocol):
    """Events, which grow with the years."""

    async def event(self, key: str) -> Event | None:
        """By its lasting key."""
        ...

    async def event_by_number(self, number: int) -> Event | None:
        """By the number that people use."""
        ...

    async def events(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        partnership: str | None = None,
        kinds: Sequence[EventKind] = (),
    ) -> list[Event]:
        """Events, earliest first, those without a day last; both days inclusive.

        With a period, only those that touch it: without a day they are left out.
        """
        ...

    async def all_events(self) -> list[Event]:
        """Every event, parents before their parts."""
        ...

    async def pending_events(self) -> list[Event]:
        """Events still ahead by their state, dated or not, late ones included."""
        ...


class StepStore(Protocol):
    """Planned steps and action items."""

    async def step(self, key: str) -> Step | None:
        """By its lasting key."""
        ...

    async def step_by_number(self, number: int) -> Step | None:
        """By the number that people use."""
        ...

    async def steps(self, *, partnership: str | None = None, open_only: bool = False) -> list[Step]:
        """Steps, soonest due first, those without a date last."""
        ...

    async def steps_of_kind(self, kind: StepKind, states: Collection[StepState]) -> list[Step]:
        """Steps of a kind in these states, in the same order."""
        ...

    async def steps_of_event(self, event: str) -> list[Step]:
        """Steps that were agreed at an event, in the same order."""
        ...


class ChangeStore(Protocol):
    """The change log."""

    async def batch(self, batch: str) -> list[Change]:
        """Changes of one batch in the order of writing."""
        ...

    async def last_batch(self, actor: int, since: datetime) -> str | None:
        """The latest batch of `actor` since then that is not undone and undoes nothing."""
        ...

    async def changes(
        self,
        *,
        kind: Kind | None = None,
        entity: str | None = None,
        limit: int = 20,
        before: int | None = None,
    ) -> list[Change]:
        """Latest first; `before` is the id where the last page ended."""
        ...

    async def closed_steps(self) -> dict[str, date]:
        """The day on which each step was taken off control last, by key, in UTC."""
        ...

    async def changes_since(self, kind: Kind, entity: str, after: int) -> list[Change]:
        """Changes of a record after the change `after` that stand: neither undone nor undoing."""
        ...


class MemberStore(Protocol):
    """Users, requests for access, invitations."""

    async def user(self, user: int) -> User | None: ...
    async def user_of_person(self, person: str) -> User | None: ...
    async def users(self) -> list[User]: ...
    async def save_user(self, user: User) -> None: ...
    async def put(self, work: Work, user: User) -> None:
        """Keep a user within an open transaction; a stranger is forgotten."""
        ...

    async def delete_user(self, user: int) -> None: ...
    async def request(self, user: int) -> AccessRequest | None: ...
    async def requests(self) -> list[AccessRequest]: ...
    async def save_request(self, request: AccessRequest) -> None: ...
    async def delete_request(self, user: int) -> None: ...
    async def save_invitation(self, invitation: Invitation) -> None: ...
    async def invitation(self, token_hash: str) -> Invitation | None: ...
    async def use_invitation(self, token_hash: str, user: User, at: datetime) -> bool:
        """Mark it used and save the user, in one transaction; False where it was used."""
        ...


class ChatStore(Protocol):
    """Bound groups."""

    async def chats(self) -> list[BoundChat]: ...
    async def save_chat(self, chat: BoundChat) -> None: ...
    async def delete_chat(self, chat: int, thread: int | None) -> None: ...
    async def migrate_chat(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup."""
        ...
