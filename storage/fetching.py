"""A query, run by whichever connection is given: inside a transaction or outside."""

from collections.abc import Iterable
from typing import Any, Protocol


class Fetch(Protocol):
    """`Database.fetch_all` or `Transaction.fetch_all`."""

    async def __call__(self, sql: str, parameters: Iterable[Any] = ()) -> list[Any]:
        """All rows of a query."""
        ...
