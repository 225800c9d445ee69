"""Import aiogram without building its 591 models up front.

``aiogram.types`` rebuilds every model when it is imported: about three seconds and a hundred
megabytes, for a bot that uses some forty of them. Here a model is built at its first use instead.
This leans on how aiogram 3.31 declares its models (``defer_build``, one shared namespace), hence
the pinned version in ``pyproject.toml``, the test that builds every class, and the plain import
when anything does not look as expected.
"""

from __future__ import annotations

import sys
from typing import Any

import pydantic

from bot.collecting import uncollected

SUPPORTED = "3.31"


def import_aiogram() -> None:
    """Import aiogram with deferred models; with any other version than `SUPPORTED`, plainly."""
    if "aiogram" in sys.modules or not _is_supported():
        return
    original = vars(pydantic.BaseModel)["model_rebuild"]
    namespace: dict[str, Any] = {}

    def rebuild(
        cls: type[pydantic.BaseModel],
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: dict[str, Any] | None = None,
    ) -> bool | None:
        if _is_of_aiogram(cls):
            if _types_namespace is not None:
                namespace.update(_types_namespace)
                return None
            _types_namespace = namespace | vars(sys.modules[cls.__module__])
        result: bool | None = original.__func__(
            cls,
            force=force,
            raise_errors=raise_errors,
            _parent_namespace_depth=_parent_namespace_depth + 1,
            _types_namespace=_types_namespace,
        )
        return result

    pydantic.BaseModel.model_rebuild = classmethod(rebuild)  # type: ignore[assignment]
    with uncollected():
        import aiogram  # noqa: F401


def _is_of_aiogram(cls: type[pydantic.BaseModel]) -> bool:
    """A model of aiogram's, or one of ours whose inherited fields name aiogram's types."""
    extends = ("aiogram.methods.", "aiogram.types.")
    return cls.__module__.startswith("aiogram.") or any(
        each.__module__.startswith(extends) for each in cls.__mro__
    )


def _is_supported() -> bool:
    from importlib.metadata import version

    return version("aiogram").startswith(SUPPORTED + ".")
