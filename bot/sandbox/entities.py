"""Message entities: from TDLib's form to the Bot API's, and checks of those that a bot sends."""

from __future__ import annotations

from collections.abc import Callable

from bot.sandbox.errors import bad_request
from bot.sandbox.model import Json

SIMPLE_TYPES = {
    "textEntityTypeBold": "bold",
    "textEntityTypeItalic": "italic",
    "textEntityTypeUnderline": "underline",
    "textEntityTypeStrikethrough": "strikethrough",
    "textEntityTypeSpoiler": "spoiler",
    "textEntityTypeCode": "code",
    "textEntityTypePre": "pre",
    "textEntityTypeBlockQuote": "blockquote",
    "textEntityTypeExpandableBlockQuote": "expandable_blockquote",
    "textEntityTypeMention": "mention",
    "textEntityTypeHashtag": "hashtag",
    "textEntityTypeCashtag": "cashtag",
    "textEntityTypeBotCommand": "bot_command",
    "textEntityTypeUrl": "url",
    "textEntityTypeEmailAddress": "email",
    "textEntityTypePhoneNumber": "phone_number",
}

FindUser = Callable[[int], Json | None]


def from_tdlib(entity: Json, find_user: FindUser) -> Json | None:
    """One entity in the Bot API's form, or None where the Bot API does not show it."""
    place: Json = {"offset": entity["offset"], "length": entity["length"]}
    kind: Json = entity["type"]
    name = kind["@type"]
    if name in SIMPLE_TYPES:
        return {"type": SIMPLE_TYPES[name], **place}
    if name == "textEntityTypePreCode":
        return {"type": "pre", **place, "language": kind["language"]}
    if name == "textEntityTypeTextUrl":
        return {"type": "text_link", **place, "url": kind["url"]}
    if name == "textEntityTypeMentionName":
        user = find_user(kind["user_id"])
        return {"type": "text_mention", **place, "user": user} if user else None
    if name == "textEntityTypeCustomEmoji":
        return {"type": "custom_emoji", **place, "custom_emoji_id": str(kind["custom_emoji_id"])}
    if name == "textEntityTypeDateTime":
        return {"type": "date_time", **place, **_date_time(kind)}
    return None


def _date_time(kind: Json) -> Json:
    described: Json = {"unix_time": kind["unix_time"]}
    formatting = kind.get("formatting_type")
    if formatting is None:
        return described
    if formatting["@type"] == "dateTimeFormattingTypeRelative":
        return described | {"date_time_format": "r"}
    letters = "w" if formatting["show_day_of_week"] else ""
    for part, letter in (("date_precision", "d"), ("time_precision", "t")):
        precision = formatting[part]["@type"]
        if precision == "dateTimePartPrecisionShort":
            letters += letter
        elif precision == "dateTimePartPrecisionLong":
            letters += letter.upper()
    return described | {"date_time_format": letters}


def checked(entities: list[Json], text: str, find_user: FindUser) -> list[Json]:
    """Entities as a bot sent them, checked against the text, with mentioned users filled in."""
    boundaries = _utf16_boundaries(text)
    length = max(boundaries)
    accepted = []
    for entity in entities:
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if start < 0 or end > length:
            raise bad_request(
                f"entity beginning at UTF-16 offset {start} ends after the end of the text "
                f"at UTF-16 offset {length}"
            )
        if start not in boundaries or end not in boundaries:
            raise bad_request(
                f"entity beginning at UTF-16 offset {start} ends in a middle of a UTF-16 symbol "
                f"at UTF-16 offset {end}"
            )
        if entity["length"] > 0 and (known := _with_user(entity, find_user)) is not None:
            accepted.append(known)
    return accepted


def _with_user(entity: Json, find_user: FindUser) -> Json | None:
    if entity["type"] != "text_mention":
        return entity
    user = find_user(entity["user"]["id"])
    return entity | {"user": user} if user else None


def _utf16_boundaries(text: str) -> set[int]:
    """Offsets, in UTF-16 units, at which a character begins or the text ends."""
    boundaries, offset = {0}, 0
    for character in text:
        offset += 2 if ord(character) > 0xFFFF else 1
        boundaries.add(offset)
    return boundaries


def merged(explicit: list[Json], found: list[Json]) -> list[Json]:
    """Explicit entities with those of the found ones that lie outside code, links and mentions."""
    closed = {"code", "pre", "text_link", "text_mention"}
    taken = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in explicit
        if entity["type"] in closed
    ]
    free = [
        entity
        for entity in found
        if all(
            entity["offset"] >= end or entity["offset"] + entity["length"] <= start
            for start, end in taken
        )
    ]
    given = {(entity["type"], entity["offset"]) for entity in explicit}
    fresh = [entity for entity in free if (entity["type"], entity["offset"]) not in given]
    return sorted([*explicit, *fresh], key=lambda one: (one["offset"], -one["length"]))
