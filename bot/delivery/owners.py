"""Names of processes that hold reminders, and whether such a process is still there."""

from __future__ import annotations

import os
import secrets
import socket


def new_owner() -> str:
    """A name that no other process has had: the machine, the process, and a part by chance."""
    return f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}"


def is_gone(owner: str) -> bool:
    """Whether a process of this machine has surely ended; of another machine nobody knows.

    Ours is a number that the dead one can have had: in a container it is always 1.
    """
    host, _, rest = owner.partition("/")
    number = rest.partition("/")[0]
    if host != socket.gethostname() or not number.isdecimal():
        return False
    if int(number) == os.getpid():
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False
