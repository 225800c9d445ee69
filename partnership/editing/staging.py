"""Stage and status, with the guards of the domain document."""

from dataclasses import dataclass, replace
from datetime import date

from partnership.access import Action, Role, User
from partnership.agreements import STAGE_PROVED_BY, Agreement, AgreementKind, AgreementState
from partnership.batch import Batch
from partnership.editing.base import Edited, EditingBase
from partnership.errors import StageRefusedError, StatusRefusedError
from partnership.events import TOOK_PLACE
from partnership.identifiers import unique_slug
from partnership.partnerships import Partnership
from partnership.queries import agreements_of, stage_facts
from partnership.stages import (
    NEXT_STATUSES,
    SIGNED_STAGES,
    Allowed,
    Refused,
    Stage,
    Status,
    check_stage_change,
)

NEEDS_REASON = frozenset({Status.DORMANT, Status.SUSPENDED, Status.DECLINED, Status.ENDED})


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedAgreement:
    """The paper that proves a stage, entered together with it."""

    signed_on: date
    number: str | None = None


class ChangingStages(EditingBase):
    """The command /stage."""

    __slots__ = ()

    async def set_stage(
        self,
        actor: User,
        partnership: str,
        wanted: Stage,
        *,
        on: date,
        agreement: SignedAgreement | None = None,
        correction_reason: str | None = None,
    ) -> Edited:
        """Set the stage as of the day `on`, recording the agreement that proves it.

        With a `correction_reason` an admin mends an error and any stage may be set. Raises
        StageRefusedError with the reason and what may come next; then nothing is written.
        """
        action = Action.CORRECT_STAGE if correction_reason else Action.CHANGE_STAGE
        self._permitted(actor, action, partnership)
        async with self.batches.open(actor.id, correction_reason) as batch:
            old = self._partnership(partnership)
            verdict = await self._verdict(old, wanted, actor, agreement, correction_reason)
            if isinstance(verdict, Refused):
                raise StageRefusedError(verdict)
            if agreement is not None:
                await self._record_agreement(batch, old, wanted, agreement)
            documented = wanted in SIGNED_STAGES and not verdict.correction
            day = agreement.signed_on if agreement else on
            await batch.save(_at_stage(old, wanted, day, documented=documented), old)
            return Edited.by(batch, partnership)

    async def check_stage(self, actor: User, partnership: str, wanted: Stage) -> Allowed | Refused:
        """What `set_stage` would say, without writing: to ask for the agreement first."""
        return await self._verdict(self._partnership(partnership), wanted, actor, None, None)

    async def set_status(
        self, actor: User, partnership: str, wanted: Status, *, reason: str | None = None
    ) -> Edited:
        """Set the status. Raises StatusRefusedError; an admin with a reason may set any."""
        self._permitted(actor, Action.CHANGE_STAGE, partnership)
        async with self.batches.open(actor.id, reason) as batch:
            old = self._partnership(partnership)
            corrects = actor.role == Role.ADMIN and bool(reason)
            if wanted not in NEXT_STATUSES[old.status] and not corrects:
                raise StatusRefusedError(old.status, wanted)
            if wanted in NEEDS_REASON and not reason:
                raise StatusRefusedError(old.status, wanted, needs_reason=True)
            await batch.save(replace(old, status=wanted), old)
            return Edited.by(batch, partnership)

    async def _verdict(
        self,
        partnership: Partnership,
        wanted: Stage,
        actor: User,
        agreement: SignedAgreement | None,
        correction_reason: str | None,
    ) -> Allowed | Refused:
        events = await self.events.events(partnership=partnership.id)
        held = any(event.state in TOOK_PLACE for event in events)
        facts = stage_facts(self.registry, partnership, event_held=held)
        if agreement is not None:
            facts = replace(facts, signed_stages=facts.signed_stages | {wanted})
        return check_stage_change(
            facts,
            partnership.stage,
            wanted,
            role=actor.role,
            correction_reason=correction_reason,
        )

    async def _record_agreement(
        self, batch: Batch, partnership: Partnership, stage: Stage, signed: SignedAgreement
    ) -> None:
        """Sign the one in preparation, or enter a new one."""
        kind = _kind_that_proves(stage)
        if kind is None:
            return
        prepared = (each for each in agreements_of(self.registry, partnership.id))
        old = next((each for each in prepared if each.kind == kind and not each.is_signed), None)
        number = signed.number
        if old is not None:
            new = replace(
                old,
                signed_on=signed.signed_on,
                number=number or old.number,
                state=AgreementState.SIGNED,
            )
        else:
            new = Agreement(
                id=unique_slug(f"{partnership.id}-{kind}", self.registry.agreements, "agreement"),
                partnership=partnership.id,
                kind=kind,
                state=AgreementState.SIGNED,
                signed_on=signed.signed_on,
                number=number,
                parties=partnership.legal_parties,
            )
        await batch.save(new, old)


def _kind_that_proves(stage: Stage) -> AgreementKind | None:
    return next((kind for kind, proved in STAGE_PROVED_BY.items() if proved == stage), None)


def _at_stage(old: Partnership, stage: Stage, on: date, *, documented: bool) -> Partnership:
    """The partnership at a stage: what was planned has come, and a signed one lives."""
    new = replace(old, stage=stage, as_of=on, confirmed_by_document=documented)
    if old.next_stage == stage:
        new = replace(new, next_stage=None, next_stage_on=None, next_stage_period=None)
    if documented and old.status in {Status.PROSPECT, Status.PREPARING}:
        new = replace(new, status=Status.ACTIVE, since=old.since or on)
    return new
