"""Methods by which the bot receives: updates and files."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.sandbox.errors import bad_request
from bot.sandbox.files import file_json
from bot.sandbox.guard import LOOPBACK
from bot.sandbox.model import Json
from bot.sandbox.parameters import Parameters
from bot.sandbox.sandbox import Sandbox

SECRET = re.compile(r"[A-Za-z0-9_-]*")
SECRET_LIMIT = 256


async def get_updates(sandbox: Sandbox, parameters: Parameters) -> list[Json]:
    """getUpdates: limit 1 to 100, timeout 0 to 50 seconds."""
    sandbox.updates.allow(parameters.json("allowed_updates"))
    return await sandbox.updates.get(
        parameters.integer("offset"),
        parameters.clamped("limit", 100, 1, 100),
        parameters.clamped("timeout", 0, 0, 50),
    )


async def set_webhook(sandbox: Sandbox, parameters: Parameters) -> bool:
    """setWebhook; plain HTTP is accepted for this machine only."""
    url = parameters.text("url")
    parts = urlsplit(url)
    if url and parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = parameters.text("secret_token")
    if len(secret) > SECRET_LIMIT:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    sandbox.updates.allow(parameters.json("allowed_updates"))
    if parameters.flag("drop_pending_updates"):
        sandbox.updates.clear()
    sandbox.updates.set_webhook(url, secret)
    return True


async def delete_webhook(sandbox: Sandbox, parameters: Parameters) -> bool:
    """deleteWebhook."""
    if parameters.flag("drop_pending_updates"):
        sandbox.updates.clear()
    sandbox.updates.set_webhook("", "")
    return True


async def get_webhook_info(sandbox: Sandbox, parameters: Parameters) -> Json:
    """getWebhookInfo."""
    updates = sandbox.updates
    info: Json = {
        "url": updates.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": len(updates.pending()),
    }
    if updates.allowed:
        info["allowed_updates"] = sorted(updates.allowed)
    if updates.last_webhook_error:
        info["last_error_message"] = updates.last_webhook_error
    return info


async def get_file(sandbox: Sandbox, parameters: Parameters) -> Json:
    """getFile, up to 20 MB."""
    return file_json(sandbox.files.get(parameters.text("file_id")))


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getFile": get_file,
}
