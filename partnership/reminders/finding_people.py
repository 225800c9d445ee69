"""Finding out to whom the reminders of an event or a step go."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace

from partnership.access import Action, Role, User, may
from partnership.calendar.arrangement import Answer, Arrangement, Attendance
from partnership.calendar.belonging import communities_of
from partnership.events import Event
from partnership.membership import Membership
from partnership.membership_records import BoundChat
from partnership.registry import Registry
from partnership.reminders.audience import Addressee
from partnership.reminders.model import Recipient, RecipientKind
from partnership.reminders.settings import Settings, settings_of
from partnership.steps import Step


@dataclass(frozen=True, slots=True)
class People:
    """Users and bound groups, as far as reminders concern them."""

    registry: Registry
    membership: Membership
    changed: Mapping[int, User] = field(default_factory=dict)
    """Users as a transaction leaves them, before the store shows it."""

    def as_if(self, users: Iterable[User]) -> "People":
        """The same with these users as they will be."""
        return replace(self, changed={user.id: user for user in users})

    async def of_event(
        self,
        event: Event,
        arrangement: Arrangement,
        answers: Iterable[Attendance],
        settings: Settings,
    ) -> list[Addressee]:
        """Bound groups, those who were asked, the organiser, and else all coordinators.

        The organiser takes part and is asked about links and summaries; where there is none
        who still may be, all coordinators of the communities do and are.
        """
        communities = communities_of(event, self.registry)
        users = await self.users()
        groups = [
            Addressee(recipient=who, settings=settings_of(settings, who))
            for who in self._groups(event.partnerships, communities)
        ]
        asked = list(answers)
        organiser = users.get(arrangement.organiser or 0)
        if organiser is not None and not _coordinates(organiser, communities):
            organiser = None
        in_charge = [organiser] if organiser else _coordinators(users.values(), communities)
        return [*groups, *_persons(asked, organiser, in_charge, users, communities, settings)]

    async def of_step(self, step: Step, settings: Settings) -> list[Addressee]:
        """The groups of its partnership, those who do it, and those who control it.

        Coordinators are reminded of the day only where the one who answers for it is not.
        """
        communities = self.communities_of_step(step)
        partnerships = (step.partnership,) if step.partnership else ()
        groups = [
            Addressee(recipient=who, settings=settings_of(settings, who))
            for who in self._groups(partnerships, communities)
        ]
        doers, controllers = await self.doers_of(step), await self.controllers_of(step)
        attending = {user.id for user in doers}
        if step.owner_person not in {user.person for user in doers if user.person}:
            coordinators = _coordinators((await self.users()).values(), communities)
            attending |= {user.id for user in coordinators}
        controlling = {user.id for user in controllers}
        persons = [
            _of_step(number, number in attending, number in controlling, settings)
            for number in sorted(attending | controlling)
        ]
        return [*groups, *persons]

    async def doers_of(self, step: Step) -> list[User]:
        """The users who answer for a step or help with it, as far as they use the bot."""
        people = [person for person in (step.owner_person, *step.helpers) if person is not None]
        return await self._users_of(people)

    async def controllers_of(self, step: Step) -> list[User]:
        """Who takes a step off control: its controller where they use the bot, else coordinators.

        The admins where nobody coordinates.
        """
        named = await self._users_of([step.controller] if step.controller else [])
        if named:
            return named
        everybody = (await self.users()).values()
        return _coordinators(everybody, self.communities_of_step(step))

    async def coordinators(
        self, communities: frozenset[str], settings: Settings
    ) -> list[Addressee]:
        """Those who coordinate for these communities; the admins where nobody does."""
        found = _coordinators((await self.users()).values(), communities)
        recipients = [Recipient(RecipientKind.USER, user.id) for user in found]
        return [
            Addressee(recipient=who, settings=settings_of(settings, who), coordinates=True)
            for who in recipients
        ]

    async def still_concerned(
        self, event: Event, known: Iterable[Recipient], asked: Set[Recipient]
    ) -> list[Recipient]:
        """Those who knew of an event: groups, and people with access who come or coordinate."""
        users, communities = await self.users(), communities_of(event, self.registry)
        return [
            each
            for each in known
            if each.kind is RecipientKind.CHAT
            or (each.id in users and (each in asked or _coordinates(users[each.id], communities)))
        ]

    def communities_of_step(self, step: Step) -> frozenset[str]:
        """Ids of the home places that answer for a step."""
        partnership = self.registry.partnerships.get(step.partnership or "")
        found = {partnership.home} if partnership else set()
        return frozenset(found | ({step.community} if step.community else set()))

    async def _users_of(self, people: Iterable[str]) -> list[User]:
        """The users who are these people of the registry, in the same order."""
        users = {
            user.person: user
            for user in (await self.users()).values()
            if user.person is not None and user.role is not Role.STRANGER
        }
        return [users[person] for person in dict.fromkeys(people) if person in users]

    async def users(self) -> dict[int, User]:
        """Everybody with access, by id; the owners too, who are admins without a row."""
        stored = {user.id: user for user in await self.membership.store.users()}
        admins = {admin.id: admin for admin in await self.membership.admins()}
        everybody = {**stored, **admins, **self.changed}
        return {who: user for who, user in everybody.items() if user.role is not Role.STRANGER}

    def _groups(
        self, partnerships: tuple[str, ...], communities: frozenset[str]
    ) -> Iterator[Recipient]:
        """Groups bound to one of the partnerships, or else to one of the communities."""
        for chat in self.membership.groups.all():
            if chat.partnership in partnerships or chat.community in communities:
                yield recipient_of(chat)


def recipient_of(chat: BoundChat) -> Recipient:
    """A bound group, or the topic of it, as a recipient."""
    return Recipient(RecipientKind.CHAT, chat.chat, chat.thread)


def _of_step(number: int, attends: bool, controls: bool, settings: Settings) -> Addressee:
    who = Recipient(RecipientKind.USER, number)
    return Addressee(
        recipient=who,
        settings=settings_of(settings, who),
        attends=attends,
        coordinates=controls,
    )


def _persons(
    asked: list[Attendance],
    organiser: User | None,
    in_charge: Iterable[User],
    users: dict[int, User],
    communities: frozenset[str],
    settings: Settings,
) -> Iterator[Addressee]:
    answers: dict[int, list[Attendance]] = {}
    for each in asked:
        answers.setdefault(each.user, []).append(each)
        if each.answer == Answer.DEPUTY and each.deputy_user is not None:
            answers.setdefault(each.deputy_user, [])
    responsible = {user.id for user in in_charge}
    attending = set(answers) | responsible
    for number in sorted(attending | responsible):
        who = Recipient(RecipientKind.USER, number)
        own = answers.get(number, [])
        user = users.get(number)
        yield Addressee(
            recipient=who,
            settings=settings_of(settings, who),
            attends=number in attending,
            coordinates=number in responsible,
            sees_embargoed=user is not None and _coordinates(user, communities),
            declined=frozenset(each.occurrence for each in own if each.declined),
            deputy=_deputy(own),
        )


def _deputy(answers: Iterable[Attendance]) -> Recipient | None:
    """Somebody named to be asked instead, where the person comes or has not answered."""
    named = (each.deputy_user for each in answers if not each.declined and each.deputy_user)
    number = next(named, None)
    return None if number is None else Recipient(RecipientKind.USER, number)


def _coordinators(users: Iterable[User], communities: frozenset[str]) -> list[User]:
    """Those whose communities these are; where there is none, the admins."""
    known = list(users)
    own = [user for user in known if communities & set(user.communities)]
    found = [user for user in own if user.role in {Role.COORDINATOR, Role.ADMIN}]
    return found or [user for user in known if user.role == Role.ADMIN]


def _coordinates(user: User, communities: frozenset[str]) -> bool:
    if not communities:
        return may(user, Action.PLAN_EVENT)
    return any(may(user, Action.PLAN_EVENT, community) for community in communities)
