"""Who holds a post: matched by the words of positions, since posts are recorded as texts."""

import re

from partnership.entities import Kind
from partnership.language.questions import Post
from partnership.people import Assignment, Person
from partnership.registry import Registry

_PATTERNS = {
    Post.MAYOR: re.compile(
        r"^(?!.*(заступни|deputy)).*(міськ\w+ голов|мер\b|лорд-мер|mayor)", re.I
    ),
    Post.DEPUTY_MAYOR: re.compile(r"заступни\w+ .*(голов|мера)|deputy mayor", re.I),
    Post.SECRETARY: re.compile(r"секретар|secretary", re.I),
    Post.COORDINATOR: re.compile(r"координ|експерт\w* з розвитку|coordinat", re.I),
    Post.DIRECTOR: re.compile(r"директор|director", re.I),
    Post.EXPERT: re.compile(r"експерт|expert", re.I),
    Post.INTERPRETER: re.compile(r"переклад|interpreter|translator", re.I),
}


def holders(registry: Registry, place: str, post: Post) -> list[Person]:
    """People recorded in the post at the organisations of a place; [] where none is."""
    found: dict[str, Person] = {}
    for office in registry.pointing_to(Kind.PLACE, place, Kind.ORGANISATION):
        for each in registry.pointing_to(Kind.ORGANISATION, office, Kind.ASSIGNMENT):
            assignment = registry.assignments[each]
            if assignment.person and _is(assignment, post):
                found[assignment.person] = registry.people[assignment.person]
    return list(found.values())


def _is(assignment: Assignment, post: Post) -> bool:
    pattern = _PATTERNS.get(post)
    names = (assignment.position.uk, assignment.position.en)
    return pattern is not None and any(pattern.search(name) for name in names if name)
