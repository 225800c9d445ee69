"""The documentation says all there is, in both languages, and leads nowhere that is not there."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import build_cli
from bot.settings import Settings
from handlers.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
TWINS = sorted(
    (path.with_name(path.name.replace(".uk.md", ".md")), path)
    for path in (ROOT / "README.uk.md", *DOCS.glob("*.uk.md"))
)
NOT_SET = "–"
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|Users/\w+)[/]")
REGISTRY = re.compile(r"--(?:extra-)?index-url|https?://[^\s\"']*(?:/simple\b|/npm\b|:\d{4}/pypi)")
BINARY = frozenset({".docx", ".png", ".ttf", ".zip"})


def tracked() -> list[Path]:
    """Every file that is in the repository."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode != 0:
        pytest.skip("not a git repository")
    return [path for line in listed.stdout.splitlines() if (path := ROOT / line).is_file()]


def rows(path: Path) -> list[list[str]]:
    """The cells of every table row, without headings and rules."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def prose(path: Path) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


def headings(path: Path) -> list[str]:
    return re.findall(r"^(#+) ", prose(path), flags=re.MULTILINE)


def anchors(path: Path) -> set[str]:
    """The names that the headings of a page can be linked by, as GitHub makes them."""
    titles = re.findall(r"^#+ (.*)$", prose(path), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("name", ["commands.md", "commands.uk.md"])
def test_every_command_is_documented_with_an_example(name: str) -> None:
    found = {command.strip("`/ "): example for command, example, *_ in rows(DOCS / name)}
    assert found.keys() == {info.name for info in COMMANDS}
    for command, example in found.items():
        assert f"`/{command}" in example


@pytest.mark.parametrize("name", ["settings.md", "settings.uk.md"])
def test_every_setting_is_documented_with_its_default(name: str) -> None:
    found = {setting.strip("` "): default.strip("`") for setting, default, *_ in rows(DOCS / name)}
    fields = Settings.model_fields
    assert found == {
        field.upper(): str(info.default) if info.default else NOT_SET
        for field, info in fields.items()
    }


@pytest.mark.parametrize("name", ["operations.md", "operations.uk.md"])
def test_every_command_of_the_command_line_is_documented(name: str) -> None:
    found = {row[0].strip("` ").split()[1] for row in rows(DOCS / name) if "`mistok " in row[0]}
    assert found == {each for each in build_cli() if not each.startswith("-")}


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: twins[0].name)
def test_both_languages_have_the_same_parts(twins: tuple[Path, Path]) -> None:
    english, ukrainian = twins
    assert headings(english) == headings(ukrainian)
    assert [len(row) for row in rows(english)] == [len(row) for row in rows(ukrainian)]
    assert f"({ukrainian.name})" in english.read_text("utf-8")
    assert f"({english.name})" in ukrainian.read_text("utf-8")


@pytest.mark.parametrize("twins", TWINS, ids=lambda twins: twins[0].name)
def test_both_languages_link_to_the_same_pages(twins: tuple[Path, Path]) -> None:
    def pages(path: Path) -> set[str]:
        targets = (link.partition("#")[0] for link in LINK.findall(prose(path)))
        found = {each.replace(".uk.md", ".md").replace("-uk.png", "-en.png") for each in targets}
        return found - {twins[0].name}

    assert pages(twins[0]) == pages(twins[1])


def links() -> Iterator[tuple[Path, str]]:
    for path in tracked():
        if path.suffix == ".md":
            yield from ((path, link) for link in LINK.findall(prose(path)))


def test_every_link_leads_somewhere() -> None:
    broken = []
    for path, link in links():
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        target, _, anchor = link.partition("#")
        page = (path.parent / target).resolve() if target else path
        if not page.exists() or (anchor and anchor not in anchors(page)):
            broken.append(f"{path.relative_to(ROOT)}: {link}")
    assert broken == []


def test_pictures_are_small() -> None:
    assert [
        path.name for path in tracked() if path.suffix == ".png" and path.stat().st_size > 200_000
    ] == []


def test_decisions_are_numbered_once_and_listed() -> None:
    overview = (DOCS / "architecture.md").read_text("utf-8")
    for path in sorted((DOCS / "decisions").glob("*.md")):
        title, _, rest = path.read_text("utf-8").partition("\n")
        number, _, name = title.removeprefix("# ").partition(". ")
        assert path.name.startswith(f"{int(number):04}-")
        assert rest.startswith("\nStatus: ")
        assert f"| {number} | [{name}](decisions/{path.name}) |" in overview
    numbers = [path.name[:4] for path in (DOCS / "decisions").glob("*.md")]
    assert len(numbers) == len(set(numbers))


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    found = []
    for path in tracked():
        if path.suffix in BINARY:
            continue
        text = path.read_text("utf-8")
        found += [
            f"{path.relative_to(ROOT)}: {hit[0]}"
            for pattern in (MACHINE, REGISTRY)
            for hit in pattern.finditer(text)
        ]
    assert found == []
