"""Recognising the link of an online meeting, whichever service it is of."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit


class Service(StrEnum):
    """Services for online meetings."""

    ZOOM = "zoom"
    TEAMS = "teams"
    MEET = "meet"
    WEBEX = "webex"
    BIG_BLUE_BUTTON = "big_blue_button"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class MeetingLink:
    """A link and its service; who has the link can join, so it is private."""

    url: str
    service: Service


_URL = re.compile(r"https://[^\s<>\"«»]+", re.IGNORECASE)
_DOMAINS = {
    "zoom.us": Service.ZOOM,
    "zoom.com": Service.ZOOM,
    "teams.microsoft.com": Service.TEAMS,
    "teams.live.com": Service.TEAMS,
    "meet.google.com": Service.MEET,
    "webex.com": Service.WEBEX,
}
_BIG_BLUE_BUTTON_PATH = re.compile(r"/(bigbluebutton|b|rooms)/[\w-]+", re.IGNORECASE)
_BIG_BLUE_BUTTON_HOST = re.compile(r"(^|\.)(bbb\d*|bigbluebutton)[.-]", re.IGNORECASE)


def find_link(text: str) -> MeetingLink | None:
    """The first link to a known service in a text, else the first link at all.

    Plain `http` is not taken: such a link would betray who joins.
    """
    found = [recognise(match.rstrip(".,;:!?)")) for match in _URL.findall(text)]
    links = [link for link in found if link is not None]
    known = (link for link in links if link.service != Service.OTHER)
    return next(known, links[0] if links else None)


def recognise(url: str) -> MeetingLink | None:
    """The service of one link; None where it is no link that can be opened."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return None
    if parts.scheme.lower() != "https" or "." not in host:
        return None
    return MeetingLink(url, _service(host, parts.path))


def _service(host: str, path: str) -> Service:
    for domain, service in _DOMAINS.items():
        if host == domain or host.endswith(f".{domain}"):
            return service
    if _BIG_BLUE_BUTTON_HOST.search(host) or _BIG_BLUE_BUTTON_PATH.match(path):
        return Service.BIG_BLUE_BUTTON
    return Service.OTHER
