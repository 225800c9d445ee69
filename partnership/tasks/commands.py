"""«Продовж № 11 до 1 липня, партнер просить час»: what is to be done with an action item.

Officials name it by its number, or answer to a message of the bot that is about one.
"""

import re
from dataclasses import dataclass

from partnership.language.questions.lexicon import concepts_of
from partnership.language.text import tokens
from partnership.tasks.command_words import (
    ALONE,
    ASKED,
    BARE,
    BARE_UNTIL,
    BECAUSE,
    BY_MARK,
    BY_NOUN,
    CLAUSE,
    IMPERATIVE,
    NEXT,
    OTHER_THING,
    PLAIN,
    PROLONGED,
    SEPARATED,
    SHOWS,
    SO_FAR_NOT,
    UNTIL,
    VERBS,
    WORDED,
    Verb,
)


@dataclass(frozen=True, slots=True)
class TaskCommand:
    """What is wanted of which action items; `before` and `after` are the words around the verb."""

    verb: Verb
    numbers: tuple[int, ...]
    said: str
    """The verb as it was written; empty where none was."""
    before: str = ""
    after: str = ""

    @property
    def words(self) -> str:
        """All the words but the verb and the number."""
        return f"{self.before} {self.after}".strip()


def read_command(text: str, about: int | None = None) -> TaskCommand | None:
    """What a text wants of action items; None where it is about something else.

    `about` is the action item of the message that is answered, where the text names none.
    """
    found = _reference(text)
    if found is None:
        return _bare(text) if about is None else _answering(text, about)
    numbers, without, by_noun = found
    if ASKED.search(text) or SO_FAR_NOT.search(text) or SHOWS.search(text):
        return TaskCommand(Verb.SHOW, numbers, "", without.strip())
    command = _verb_in(without, numbers)
    if command is None and UNTIL.match(without):
        return TaskCommand(Verb.DUE, numbers, "", "", without)
    # «Скасуй № 11» may be about an event as well.
    if command is not None and (by_noun or command.verb is not Verb.CANCEL):
        return command
    return TaskCommand(Verb.SHOW, numbers, "", without.strip()) if by_noun else None


def read_worded(text: str) -> TaskCommand | None:
    """«Зніми з контролю список напрямків»: a verb with the words of an action item, no number.

    `before` are the words that name it, `after` what follows a comma or «бо».
    """
    if ASKED.search(text):
        return None
    clause = CLAUSE.search(text)
    head, tail = (text[: clause.start()], text[clause.start() :]) if clause else (text, "")
    for verb, pattern in WORDED.items():
        match = re.search(pattern, head, re.IGNORECASE)
        if match is not None:
            inner = " ".join(filter(None, match.groups()))
            naming = f"{head[: match.start()]} {inner} {head[match.end() :]}".strip()
            return TaskCommand(verb, (), match.group(), naming, tail)
    return None


def is_for_the_bot(text: str) -> bool:
    """Whether a text asks something of the bot, and so is no answer to what the bot asked."""
    if read_command(text) is not None or read_worded(text) is not None:
        return True
    return IMPERATIVE.match(text) is not None


def prolongs(command: TaskCommand) -> bool:
    """«Продовж … на тиждень», "extend … by two weeks": longer by so much."""
    return PROLONGED.match(f"{command.said} {command.after}") is not None


def result_in(command: TaskCommand) -> str | None:
    """What came of it: «…виконано: надіслано листом № 12», «№ 11 надіслано партнеру»."""
    if not PLAIN.match(command.said):
        return f"{command.said}{command.after}".strip(" .")
    return reason_in(command.after) if SEPARATED.match(command.after) else None


def reason_in(text: str) -> str | None:
    """The reason without «бо», «тому що», "because"; None where nothing is left."""
    return BECAUSE.sub("", text).strip(" .,;:–—-") or None


def reason_given(text: str) -> str | None:
    """The reason that follows a comma or «бо»; None where none is given."""
    clause = CLAUSE.search(text)
    return reason_in(text[clause.start() :]) if clause is not None else None


def _reference(text: str) -> tuple[tuple[int, ...], str, bool] | None:
    """The numbers, the text without them, and whether «доручення» was said."""
    for pattern in (BY_NOUN, BY_MARK):
        for match in pattern.finditer(text):
            if OTHER_THING.search(text[: match.start()]):
                continue
            numbers, end = [int(next(filter(None, match.groups())))], match.end()
            while (more := NEXT.match(text, end)) is not None:
                numbers.append(int(more.group(1)))
                end = more.end()
            without = f"{text[: match.start()]} {text[end:]}"
            return tuple(dict.fromkeys(numbers)), without, pattern is BY_NOUN
    return None


def _answering(text: str, about: int) -> TaskCommand | None:
    """«Виконано, лист надіслано», in reply to a message about one."""
    if ASKED.search(text):
        return None
    if SO_FAR_NOT.search(text):
        return TaskCommand(Verb.SHOW, (about,), "", text.strip())
    return _verb_in(text, (about,))


def _bare(text: str) -> TaskCommand | None:
    """«21 виконано», "close 21": a number and nothing but such a verb."""
    until = BARE_UNTIL.match(text)
    if until is not None:
        return TaskCommand(Verb.DUE, (int(until["number"]),), "", "", until["after"])
    match = BARE.match(text)
    if match is None or ASKED.search(text) or SO_FAR_NOT.search(text):
        return None
    numbers = (int(match["first"] or match["last"]),)
    command = _verb_in(match["after"] or match["before"], numbers)
    return command if command is not None and command.verb in ALONE else None


def _verb_in(text: str, numbers: tuple[int, ...]) -> TaskCommand | None:
    for verb, pattern in VERBS.items():
        match = re.search(rf"\b(?:{pattern})", text, re.IGNORECASE | re.DOTALL)
        if match is not None:
            before, after = text[: match.start()], text[match.end() :]
            return TaskCommand(verb, numbers, match.group(), before, after)
    for token in tokens(text):
        if "DONE" in concepts_of(token.word):
            said = text[token.start : token.end]
            return TaskCommand(Verb.DONE, numbers, said, text[: token.start], text[token.end :])
    return None
