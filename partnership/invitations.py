"""Invitations: single-use deep links that let a person in with a role."""

import hashlib
import secrets
from dataclasses import dataclass, replace
from datetime import timedelta

from partnership.access import Role, User
from partnership.clock import Clock
from partnership.errors import InvitationError
from partnership.membership_records import Invitation
from partnership.stores import MemberStore

VALID_FOR = timedelta(days=7)
TOKEN_BYTES = 24
"""32 characters of A-Za-z0-9_-, which fit into a deep link with a prefix."""

_RANK = {role: rank for rank, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Invitations:
    """Makes and redeems invitations; the token itself is never stored."""

    store: MemberStore
    clock: Clock

    async def make(
        self,
        inviting: User,
        role: Role,
        community: str | None = None,
        valid_for: timedelta = VALID_FOR,
    ) -> str:
        """A new token, to be shown once."""
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now = self.clock.now()
        invitation = Invitation(
            token_hash=_hash(token),
            role=role,
            community=community,
            invited_by=inviting.id,
            created_at=now,
            expires_at=now + valid_for,
        )
        await self.store.save_invitation(invitation)
        return token

    async def redeem(self, token: str, user: User) -> User:
        """Let `user` in; a role is never lowered, a community is added to those they have.

        Whoever has all that already does not use it up: it stays for the one it is meant for.

        Raises InvitationError: `unknown`, `used`, `expired`, or one's `own`.
        """
        invitation = await self.store.invitation(_hash(token))
        now = self.clock.now()
        if invitation is None:
            raise InvitationError("unknown")
        if invitation.used_at is not None:
            raise InvitationError("used")
        if invitation.expires_at <= now:
            raise InvitationError("expired", invitation.expires_at)
        if invitation.invited_by == user.id:
            raise InvitationError("own")
        entered = replace(_raised(user, invitation), added_at=user.added_at or now)
        if (entered.role, entered.communities) == (user.role, user.communities):
            return user
        if not await self.store.use_invitation(invitation.token_hash, entered, now):
            raise InvitationError("used")
        return entered


def _raised(user: User, invitation: Invitation) -> User:
    role = max(user.role, invitation.role, key=lambda each: _RANK[each])
    added = () if invitation.community is None else (invitation.community,)
    communities = tuple(dict.fromkeys((*user.communities, *added)))
    return replace(user, role=role, communities=communities)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
