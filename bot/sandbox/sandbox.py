"""Everything that the sandbox keeps, joined."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.callbacks import Presses
from bot.sandbox.commands import CommandMenus
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.hub import Hub
from bot.sandbox.inline import InlineQueries
from bot.sandbox.model import BotIdentity, Json
from bot.sandbox.rates import Rates
from bot.sandbox.recording import OnRequest, Requests
from bot.sandbox.tdlib import TextParser
from bot.sandbox.texts import Texts
from bot.sandbox.updates import Updates
from bot.sandbox.world import World
from partnership.clock import Clock

DEFAULT_TOKEN = "7000000001:SandboxOnlyNotASecret_0000000000000"
DEFAULT_USERNAME = "mistok_bot"


@dataclass
class Profile:
    """What the bot says about itself, by language code ("" is the default)."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int | None, Json] = field(default_factory=dict)


@dataclass(frozen=True)
class SandboxOptions:
    """How strict and how big-mouthed the sandbox is.

    Attributes:
        strict_rates: answer 429 beyond Telegram's limits on sending.
        rate_timer: seconds that the limits are counted in.
        privacy: the bot sees in groups only what is meant for it (BotFather's default).
        inline_feedback: tell the bot which inline result was chosen.
    """

    token: str = DEFAULT_TOKEN
    bot_name: str = "Місток"
    username: str = DEFAULT_USERNAME
    strict_rates: bool = False
    rate_timer: Callable[[], float] = time.monotonic
    privacy: bool = True
    inline_feedback: bool = False


class Sandbox:
    """The state of the stand-in, shared by its two faces: Bot API and page."""

    def __init__(
        self,
        clock: Clock,
        options: SandboxOptions | None = None,
        on_request: OnRequest | None = None,
    ) -> None:
        self.options = options or SandboxOptions()
        bot_id = int(self.options.token.partition(":")[0])
        bot = BotIdentity(bot_id, self.options.bot_name, self.options.username)
        self.hub = Hub()
        self.world = World(clock, bot, self.hub)
        self.texts = Texts(TextParser(), self.world.user)
        self.updates = Updates(clock)
        self.presses = Presses()
        self.inline = InlineQueries()
        self.menus = CommandMenus()
        self.profile = Profile()
        self.files = Files()
        self.faults = Faults()
        self.rates = Rates(strict=self.options.strict_rates, timer=self.options.rate_timer)
        self.requests = Requests(on_request)
