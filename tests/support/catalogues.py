"""Keep the catalogues whole: extract, update, fill in, check.

python -m tests.support.catalogues update          extract the texts, update both catalogues
python -m tests.support.catalogues fill FILE.json  update, and set Ukrainian texts from a JSON
                                                   object {"English": "Ukrainian" or [3 plurals]}
python -m tests.support.catalogues check           fail on what is missing, fuzzy or differs
"""

from __future__ import annotations

import fcntl
import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("uk", "en")
KEYWORDS = {"_": None, "__": None, "ngettext": (1, 2), "lazy_gettext": None}
PLACEHOLDER = re.compile(r"(?<!\{)\{(\w+)[^{}]*\}(?!\})")


def path_of(language: str) -> Path:
    return ROOT / "locales" / language / "LC_MESSAGES" / "mistok.po"


def extracted() -> Catalog:
    """What the code says today."""
    catalog = Catalog(project="Mistok", version="1", charset="utf-8")
    for folder in ("handlers", "bot"):
        for name, _, text, comments, _ in extract_from_dir(
            ROOT / folder, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Note:",)
        ):
            catalog.add(text, locations=[(f"{folder}/{name}", 0)], auto_comments=comments)
    return catalog


def read(language: str) -> Catalog:
    path = path_of(language)
    if not path.exists():
        return Catalog(locale=language, project="Mistok", version="1", charset="utf-8")
    with path.open("rb") as source:
        return read_po(source, locale=language)


def update(translations: dict[str, str | list[str]]) -> None:
    """Bring both catalogues to what the code says; keep what is translated."""
    template = extracted()
    for language in LANGUAGES:
        catalog = read(language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        tidy_header(catalog)
        for message in entries(catalog):
            if language == "en":
                message.string = in_english(message)
            elif (key := source_of(message)) in translations:
                found = translations[key]
                message.string = tuple(found) if isinstance(found, list) else found
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        with path_of(language).open("wb") as target:
            write_po(
                target,
                catalog,
                width=100,
                sort_output=True,
                no_location=False,
                include_lineno=False,
                omit_header=False,
            )


def tidy_header(catalog: Catalog) -> None:
    """A header that says something, and does not change with every run."""
    catalog.fuzzy = False
    catalog.header_comment = f"# Texts of Mistok ({catalog.locale_identifier}). EUPL-1.2."
    catalog.creation_date = catalog.revision_date = datetime(2026, 11, 21, tzinfo=UTC)
    catalog.msgid_bugs_address = catalog.last_translator = "Mistok developers"
    catalog.language_team = str(catalog.locale_identifier)


def in_english(message: Message) -> str | tuple[str, ...]:
    """The source with the quotation marks of English: in the code both languages share «»."""
    texts = message.id if message.pluralizable else (message.id,)
    quoted = tuple(text.translate({ord("«"): "“", ord("»"): "”"}) for text in texts)
    return quoted if message.pluralizable else quoted[0]


def source_of(message: Message) -> str:
    return message.id[0] if message.pluralizable else message.id


def entries(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def problems() -> list[str]:
    """Each entry that would show a wrong or an untranslated text."""
    template = {source_of(m): m for m in entries(extracted())}
    found = []
    for language in LANGUAGES:
        catalog = {source_of(m): m for m in entries(read(language))}
        found += [
            f"{language}: not in the catalogue: {key!r}" for key in template.keys() - catalog.keys()
        ]
        found += [
            f"{language}: no longer used: {key!r}" for key in catalog.keys() - template.keys()
        ]
        for key in sorted(template.keys() & catalog.keys()):
            found += [
                f"{language}: {what}: {key!r}"
                for what in wrong_in(catalog[key], template[key], language)
            ]
    return found


def wrong_in(message: Message, source: Message, language: str) -> Iterator[str]:
    strings = message.string if isinstance(message.string, (list, tuple)) else (message.string,)
    if message.fuzzy:
        yield "fuzzy"
    if not all(strings):
        yield "not translated"
        return
    if source.pluralizable and len(strings) != (3 if language == "uk" else 2):
        yield "wrong number of plural forms"
    ids = source.id if source.pluralizable else (source.id,)
    wanted = {name for text in ids for name in PLACEHOLDER.findall(text)}
    for text in strings:
        names = set(PLACEHOLDER.findall(text))
        if names - wanted or (not source.pluralizable and wanted - names):
            yield f"placeholders differ ({sorted(names ^ wanted)})"


def main(arguments: list[str]) -> int:
    with (ROOT / "locales" / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        match arguments:
            case ["update"]:
                update({})
            case ["fill", file]:
                update(json.loads(Path(file).read_text("utf-8")))
            case ["check"]:
                pass
            case _:
                print(__doc__)
                return 2
    wrong = problems()
    print("\n".join(wrong) or "catalogues: whole in both languages")
    return 1 if wrong and arguments != ["update"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
