"""Versions that are locked fit what everything asks for, so that a fresh install resolves."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]


def locked() -> dict[str, str]:
    """Name and version of each line of the constraints file."""
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    requirements = [Requirement(line) for line in lines]
    return {
        canonicalize_name(each.name): str(each.specifier).removeprefix("==")
        for each in requirements
    }


def declared() -> list[Requirement]:
    """What the project asks for, with its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    return [Requirement(line) for lines in (project["dependencies"], *extras) for line in lines]


def needed() -> Iterator[tuple[str, Requirement]]:
    """Everything that is asked for, directly or through others: by whom, and what."""
    waiting = [("mistok", requirement) for requirement in declared()]
    seen: set[str] = set()
    while waiting:
        asking, requirement = waiting.pop()
        if requirement.marker and not _applies(requirement):
            continue
        yield asking, requirement
        name = canonicalize_name(requirement.name)
        if name not in seen:
            seen.add(name)
            waiting += [(name, Requirement(line)) for line in metadata.requires(name) or ()]


def _applies(requirement: Requirement) -> bool:
    assert requirement.marker is not None
    return requirement.marker.evaluate({"extra": ""})


def test_every_dependency_is_locked() -> None:
    names = {canonicalize_name(requirement.name) for _, requirement in needed()}
    assert names - locked().keys() == set()


def test_locked_versions_fit_everybody_who_asks_for_them() -> None:
    versions = locked()
    unfit = [
        f"{asking} asks for {requirement}, locked is {versions[name]}"
        for asking, requirement in needed()
        if (name := canonicalize_name(requirement.name)) in versions
        and not requirement.specifier.contains(versions[name], prereleases=True)
    ]
    assert unfit == []
