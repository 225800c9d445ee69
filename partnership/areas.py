"""Areas of cooperation: the tags of partnerships, events and steps."""

from dataclasses import dataclass

from partnership.bilingual import Bilingual


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """An area of cooperation; `parent` groups narrow areas under a wider one."""

    id: str
    name: Bilingual
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    note: Bilingual | None = None
