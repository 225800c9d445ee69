"""The users of the bot after a handover, and after it was taken back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from partnership.access import Role, User
from partnership.handover.record import Handover


def handed_over(handover: Handover, users: Mapping[int, User]) -> list[User]:
    """Communities go from one to the other; an official who takes them over coordinates."""
    return list(_handed_over(handover, users))


def back_again(handover: Handover, users: Mapping[int, User]) -> list[User]:
    """The reverse; who has lost access meanwhile does not get it back by this."""
    return list(_back_again(handover, users))


def _handed_over(handover: Handover, users: Mapping[int, User]) -> Iterator[User]:
    leaving = users.get(handover.leaving_user or 0)
    if leaving is not None and handover.communities:
        yield replace(leaving, communities=_without(leaving, handover.communities))
    successor = users.get(handover.successor_user or 0)
    if successor is not None and (handover.given or handover.role_before is not None):
        role = successor.role if handover.role_before is None else Role.COORDINATOR
        yield replace(successor, role=role, communities=_with(successor, handover.given))


def _back_again(handover: Handover, users: Mapping[int, User]) -> Iterator[User]:
    leaving = users.get(handover.leaving_user or 0)
    if leaving is not None and handover.communities:
        communities = tuple(dict.fromkeys((*handover.communities, *leaving.communities)))
        yield replace(leaving, communities=communities)
    successor = users.get(handover.successor_user or 0)
    if successor is not None and (handover.given or handover.role_before is not None):
        raised = handover.role_before is not None and successor.role == Role.COORDINATOR
        role = handover.role_before if raised and handover.role_before else successor.role
        yield replace(successor, role=role, communities=_without(successor, handover.given))


def _with(user: User, communities: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*user.communities, *communities)))


def _without(user: User, communities: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in user.communities if each not in communities)
