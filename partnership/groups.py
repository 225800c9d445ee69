"""Groups that an admin has bound to a community or a partnership."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace

from partnership.access import Action, User, may
from partnership.clock import Clock
from partnership.errors import NotPermittedError
from partnership.membership_records import BoundChat, ChatLanguage
from partnership.stores import ChatStore


@dataclass(slots=True)
class Groups:
    """Bound groups and topics, read from memory; call `load` once before the rest."""

    store: ChatStore
    clock: Clock
    changed: Callable[[], None] = lambda: None
    """Called after a group was bound or let go."""
    moved: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    """Called after a group got a new number."""
    _bound: dict[tuple[int, int | None], BoundChat] = field(default_factory=dict)

    async def load(self) -> None:
        """Read the bound groups into memory."""
        self._bound = {(chat.chat, chat.thread): chat for chat in await self.store.chats()}

    def chat_of(self, chat: int, thread: int | None = None) -> BoundChat | None:
        """The binding of a topic, else that of its whole group, else None."""
        return self._bound.get((chat, thread)) or self._bound.get((chat, None))

    def all(self) -> list[BoundChat]:
        """Every bound group and topic."""
        return list(self._bound.values())

    async def bind(
        self,
        actor: User,
        chat: int,
        *,
        thread: int | None = None,
        title: str = "",
        community: str | None = None,
        partnership: str | None = None,
        language: ChatLanguage = ChatLanguage.UK,
    ) -> BoundChat:
        """Bind a group or a topic to a community or to a partnership, replacing what was."""
        _require_admin(actor)
        bound = BoundChat(
            chat=chat,
            thread=thread,
            title=title,
            community=community,
            partnership=partnership,
            language=language,
            bound_by=actor.id,
            bound_at=self.clock.now(),
        )
        return await self._save(bound)

    async def set_language(
        self, actor: User, bound: BoundChat, language: ChatLanguage
    ) -> BoundChat:
        """Choose the language of a bound group."""
        _require_admin(actor)
        return await self._save(replace(bound, language=language))

    async def unbind(self, actor: User, chat: int, thread: int | None = None) -> None:
        """Let go of a group or a topic."""
        _require_admin(actor)
        await self.forget(chat, thread)

    async def forget(self, chat: int, thread: int | None = None) -> None:
        """Drop a binding because the group is gone or the bot was removed from it."""
        await self.store.delete_chat(chat, thread)
        self._bound.pop((chat, thread), None)
        self.changed()

    async def follow_migration(self, old: int, new: int) -> None:
        """Follow a group that became a supergroup and so has a new id."""
        await self.store.migrate_chat(old, new)
        await self.load()
        for follow in self.moved:
            await follow()

    async def _save(self, bound: BoundChat) -> BoundChat:
        await self.store.save_chat(bound)
        self._bound[bound.chat, bound.thread] = bound
        self.changed()
        return bound


def _require_admin(actor: User) -> None:
    if not may(actor, Action.BIND_CHAT):
        raise NotPermittedError(Action.BIND_CHAT)
