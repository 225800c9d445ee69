"""Users, requests for access and invitations in SQL."""

from datetime import datetime

from partnership.access import Role, User
from partnership.membership_records import AccessRequest, Invitation
from partnership.stores import Work
from storage.database import Database, Transaction
from storage.registry import SqlWork
from storage.rows import Mapping


class SqlMembers:
    """Fulfils `partnership.stores.MemberStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._users = Mapping(User, "member")
        self._requests = Mapping(AccessRequest, "access_request", key="user")
        self._invitations = Mapping(Invitation, "invitation", key="token_hash")

    async def user(self, user: int) -> User | None:
        """A user by Telegram id."""
        rows = await self._database.fetch_all(f"{self._users.select} WHERE id = ?", (user,))
        return self._users.read(rows[0]) if rows else None

    async def user_of_person(self, person: str) -> User | None:
        """The user who is this person of the registry."""
        rows = await self._database.fetch_all(f"{self._users.select} WHERE person = ?", (person,))
        return self._users.read(rows[0]) if rows else None

    async def users(self) -> list[User]:
        """All users, longest known first."""
        rows = await self._database.fetch_all(f"{self._users.select} ORDER BY added_at, id")
        return [self._users.read(row) for row in rows]

    async def save_user(self, user: User) -> None:
        """Insert or replace a user; once let in, the request goes."""
        async with self._database.transaction() as transaction:
            await self._save(transaction, user)

    async def put(self, work: Work, user: User) -> None:
        """Keep a user within an open transaction; a stranger is forgotten."""
        assert isinstance(work, SqlWork)
        if user.role == Role.STRANGER:
            await work.transaction.execute(self._users.delete, (user.id,))
        else:
            await self._save(work.transaction, user)

    async def delete_user(self, user: int) -> None:
        """Forget a user."""
        async with self._database.transaction() as transaction:
            await transaction.execute(self._users.delete, (user,))

    async def request(self, user: int) -> AccessRequest | None:
        """The open request of a person."""
        rows = await self._database.fetch_all(f'{self._requests.select} WHERE "user" = ?', (user,))
        return self._requests.read(rows[0]) if rows else None

    async def requests(self) -> list[AccessRequest]:
        """Open requests, oldest first."""
        rows = await self._database.fetch_all(f"{self._requests.select} ORDER BY asked_at")
        return [self._requests.read(row) for row in rows]

    async def save_request(self, request: AccessRequest) -> None:
        """Keep a request; a second one of the same person replaces it."""
        async with self._database.transaction() as transaction:
            await transaction.execute(self._requests.upsert, self._requests.values(request))

    async def delete_request(self, user: int) -> None:
        """Forget a request."""
        async with self._database.transaction() as transaction:
            await transaction.execute(self._requests.delete, (user,))

    async def save_invitation(self, invitation: Invitation) -> None:
        """Keep an invitation."""
        async with self._database.transaction() as transaction:
            values = self._invitations.values(invitation)
            await transaction.execute(self._invitations.upsert, values)

    async def invitation(self, token_hash: str) -> Invitation | None:
        """An invitation by the hash of its token."""
        rows = await self._database.fetch_all(
            f"{self._invitations.select} WHERE token_hash = ?", (token_hash,)
        )
        return self._invitations.read(rows[0]) if rows else None

    async def use_invitation(self, token_hash: str, user: User, at: datetime) -> bool:
        """Mark it used and save the user, in one transaction; False where it was used."""
        async with self._database.transaction() as transaction:
            touched = await transaction.execute(
                "UPDATE invitation SET used_by = ?, used_at = ?"
                " WHERE token_hash = ? AND used_at IS NULL",
                (user.id, at.isoformat(), token_hash),
            )
            if touched:
                await self._save(transaction, user)
        return bool(touched)

    async def _save(self, transaction: Transaction, user: User) -> None:
        await transaction.execute(self._users.upsert, self._users.values(user))
        if user.role != Role.STRANGER:
            await transaction.execute(self._requests.delete, (user.id,))
