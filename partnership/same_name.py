"""Which person of the registry a user may be, by the name they have in Telegram."""

from partnership.language.text import words
from partnership.people import Person
from partnership.registry import Registry


def person_named(name: str, registry: Registry) -> Person | None:
    """The one person with exactly this name, in either language and any order of its words.

    None where nobody has it, or several do: a person then says who it is.
    """
    wanted = sorted(words(name))
    if not wanted:
        return None
    found = [
        person
        for person in registry.people.values()
        if wanted in [sorted(words(each)) for each in (person.name.uk, person.name.en) if each]
    ]
    return found[0] if len(found) == 1 else None
