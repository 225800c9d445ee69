"""Who is who, who lets whom in, and what each person chose."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from partnership.access import Action, Role, User, may
from partnership.clock import Clock
from partnership.errors import (
    LastAdminError,
    NoRequestError,
    NotPermittedError,
    PersonTakenError,
    UnknownUserError,
)
from partnership.groups import Groups
from partnership.invitations import Invitations
from partnership.membership_records import AccessRequest, BoundChat
from partnership.stores import ChatStore, MemberStore, Work


@dataclass(slots=True)
class Membership:
    """Users and their roles, read from memory; call `load` once before the rest.

    `owners` are admins whatever the store says, so that nobody can lock the owner out.
    """

    store: MemberStore
    chats: ChatStore
    clock: Clock
    owners: frozenset[int] = frozenset()
    groups: Groups = field(init=False)
    invitations: Invitations = field(init=False)
    listeners: list[Callable[[], None]] = field(default_factory=list)
    """Called after people or groups came, went, or got other rights."""
    _known: dict[int, User] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.groups = Groups(self.chats, self.clock, self._changed)
        self.invitations = Invitations(self.store, self.clock)

    async def load(self) -> None:
        """Read users and bound chats into memory."""
        self._known = {user.id: self._with_power(user) for user in await self.store.users()}
        await self.groups.load()

    async def who(self, user: int) -> User:
        """The person with this Telegram id; somebody unknown is a stranger.

        A stranger is looked up each time: `mistok user` may have let them in meanwhile.
        """
        known = self._known.get(user)
        if known is not None and known.role != Role.STRANGER:
            return known
        stored = await self._stored(user)
        if stored.role != Role.STRANGER or user in self.owners:
            self._known[user] = self._with_power(stored)
        return self._with_power(stored)

    async def users(self, actor: User) -> list[User]:
        """Everybody who was let in."""
        _require_admin(actor)
        return [user for user in await self.store.users() if user.role != Role.STRANGER]

    async def admins(self) -> list[User]:
        """Those who hear of requests: stored admins and the owners."""
        stored = {user.id: user for user in await self.store.users()}
        everybody = stored | {owner: stored.get(owner, User(id=owner)) for owner in self.owners}
        people = (self._with_power(user) for user in everybody.values())
        return [user for user in people if user.role == Role.ADMIN]

    async def coordinators(self, community: str) -> list[User]:
        """Those to whom a community was given to coordinate."""
        return [
            user
            for user in await self.store.users()
            if user.role == Role.COORDINATOR and community in user.communities
        ]

    async def request_access(
        self, user: int, name: str, username: str | None = None, language: str | None = None
    ) -> bool:
        """Ask to be let in; False where the person asked already, so that admins hear once."""
        asked_before = await self.store.request(user) is not None
        now = self.clock.now()
        request = AccessRequest(
            user=user, name=name, username=username, language=language, asked_at=now
        )
        await self.store.save_request(request)
        return not asked_before

    async def requests(self, actor: User) -> list[AccessRequest]:
        """Requests that wait for an answer, oldest first."""
        _require_admin(actor)
        return await self.store.requests()

    async def request_of(self, actor: User, user: int) -> AccessRequest:
        """The open request of a person. Raises NoRequestError where it is answered."""
        _require_admin(actor)
        return await self._request(user)

    async def approve(
        self, actor: User, user: int, role: Role, communities: Iterable[str] = ()
    ) -> User:
        """Let a person in. Raises NoRequestError where another admin was faster."""
        _require_admin(actor)
        request = await self._request(user)
        approved = User(
            id=user,
            role=role,
            name=request.name,
            username=request.username,
            communities=tuple(communities),
            language=(await self.who(user)).language,
            added_at=self.clock.now(),
        )
        return await self._save(approved)

    async def refuse(self, actor: User, user: int) -> AccessRequest:
        """Decline a request; the person may ask again."""
        _require_admin(actor)
        request = await self._request(user)
        await self.store.delete_request(user)
        return request

    async def set_role(
        self, actor: User, user: int, role: Role, communities: Iterable[str] | None = None
    ) -> User:
        """Change a role and, where given, the communities."""
        _require_admin(actor)
        present = await self._member(user)
        if role != Role.ADMIN:
            await self._keep_an_admin(present)
        given = present.communities if communities is None else tuple(communities)
        return await self._save(replace(present, role=role, communities=given))

    async def link(self, actor: User, user: int, person: str | None) -> User:
        """Say which person of the registry a user is; None takes it back.

        Raises PersonTakenError where another user is that person already.
        """
        _require_admin(actor)
        present = await self._member(user)
        taken = None if person is None else await self.user_of_person(person)
        if person is not None and taken is not None and taken.id != user:
            raise PersonTakenError(person, taken)
        return await self._save(replace(present, person=person))

    async def user_of_person(self, person: str) -> User | None:
        """The user who is this person of the registry; None where nobody was linked."""
        found = await self.store.user_of_person(person)
        return None if found is None else self._with_power(found)

    async def revoke(self, actor: User, user: int) -> User:
        """Make a person a stranger again; what they wrote stays."""
        _require_admin(actor)
        present = await self.leaver(user)
        await self.store.delete_user(user)
        self._known.pop(user, None)
        self._changed()
        return present

    async def invite(self, actor: User, role: Role, community: str | None = None) -> str:
        """A single-use token for a deep link; see `Invitations`."""
        _require_admin(actor)
        return await self.invitations.make(actor, role, community)

    async def redeem(self, token: str, user: int, name: str, username: str | None = None) -> User:
        """Enter with an invitation. Raises InvitationError where it does not hold any more."""
        entered = await self.invitations.redeem(
            token, replace(await self._stored(user), name=name, username=username)
        )
        self._known[user] = self._with_power(entered)
        self._changed()
        return self._known[user]

    async def set_language(self, user: int, language: str) -> User:
        """Remember the language a person chose; None of the roles is needed."""
        return await self._save(replace(await self._stored(user), language=language))

    async def set_username(self, user: int, username: str | None) -> User:
        """Remember the @name by which a member is known in Telegram now."""
        return await self._save(replace(await self._stored(user), username=username))

    async def chat_of(self, chat: int, thread: int | None = None) -> BoundChat | None:
        """What a group, or a topic in it, is bound to."""
        return self.groups.chat_of(chat, thread)

    async def leaver(self, user: int) -> User:
        """A member who may lose access. Raises UnknownUserError, LastAdminError."""
        present = await self._member(user)
        await self._keep_an_admin(present)
        return present

    async def keep(self, work: Work, users: Iterable[User]) -> None:
        """Write users in the transaction of another change; a stranger has lost access."""
        kept = list(users)
        for user in kept:
            await self.store.put(work, user)
        work.after_commit(lambda: self._remember(kept))

    def _remember(self, users: Iterable[User]) -> None:
        for user in users:
            self._known[user.id] = self._with_power(user)
        self._changed()

    async def _save(self, user: User) -> User:
        before = self._known.get(user.id, User(id=user.id))
        await self.store.save_user(user)
        self._known[user.id] = self._with_power(user)
        if before.standing != user.standing:
            self._changed()
        return self._known[user.id]

    def _changed(self) -> None:
        for listener in self.listeners:
            listener()

    async def _stored(self, user: int) -> User:
        return await self.store.user(user) or User(id=user)

    async def _request(self, user: int) -> AccessRequest:
        request = await self.store.request(user)
        if request is None:
            raise NoRequestError(user)
        return request

    async def _member(self, user: int) -> User:
        present = await self.store.user(user)
        if present is None or present.role == Role.STRANGER:
            raise UnknownUserError(user)
        return present

    async def _keep_an_admin(self, leaving: User) -> None:
        if leaving.id in self.owners:
            raise LastAdminError(leaving.id)
        if leaving.role == Role.ADMIN and all(
            admin.id == leaving.id for admin in await self.admins()
        ):
            raise LastAdminError(leaving.id)

    def _with_power(self, user: User) -> User:
        return replace(user, role=Role.ADMIN) if user.id in self.owners else user


def _require_admin(actor: User) -> None:
    if not may(actor, Action.MANAGE_USERS):
        raise NotPermittedError(Action.MANAGE_USERS)
