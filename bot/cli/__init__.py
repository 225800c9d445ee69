"""The `mistok` command. Help answers at once: a command imports what is heavy itself."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import App, Parameter

Role = Literal["official", "coordinator", "admin"]


def build_cli() -> App:
    """The command-line interface with all its commands."""
    cli = App(
        name="mistok",
        help="Mistok: the desk of a municipal partnership coordinator, inside Telegram.",
        version=_version,
    )
    cli.command(run)
    cli.command(sandbox)
    cli.command(check)
    cli.command(import_registry, name="import")
    cli.command(export_registry, name="export")
    cli.command(backup)
    cli.command(restore)
    cli.command(user)
    cli.command(explain)
    return cli


def main() -> None:
    """Entry point of the console script."""
    build_cli()()


def run() -> int:
    """Run the bot: on Telegram with BOT_TOKEN, without it in the local sandbox."""
    from bot.cli.running import run_bot

    return run_bot()


def sandbox(*, port: int = 8765) -> int:
    """Run the bot in the local sandbox, with the example registry.

    Parameters
    ----------
    port
        Port of the web page; a free one is taken when it is in use.
    """
    from bot.cli.running import run_sandbox

    return run_sandbox(port)


def check() -> int:
    """Check the settings, the database and the token; say what is wrong."""
    from bot.cli.checking import check_everything

    return check_everything()


def import_registry(file: str) -> int:
    """Load a registry from an exchange file; twice does no harm.

    Parameters
    ----------
    file
        Path of a JSON file in the exchange format (docs/exchange-format.md).
    """
    from bot.cli.registry_files import import_file

    return import_file(file)


def export_registry(file: Annotated[str, Parameter(allow_leading_hyphen=True)]) -> int:
    """Write the whole registry to an exchange file.

    Parameters
    ----------
    file
        Path of the JSON file to write; "-" for standard output.
    """
    from bot.cli.registry_files import export_file

    return export_file(file)


def backup(file: str | None = None) -> int:
    """Copy the database, also while the bot runs.

    Parameters
    ----------
    file
        Path of the copy; a dated one in the folder of backups if not given.
    """
    from bot.cli.backups import back_up

    return back_up(file)


def restore(file: str) -> int:
    """Put a copy in place of the database, which is kept. The bot must not run.

    Parameters
    ----------
    file
        Path of a copy made by `mistok backup` or by the bot itself.
    """
    from bot.cli.backups import put_back

    return put_back(file)


def user(
    user_id: int,
    *,
    role: Annotated[Role, Parameter(show_choices=True)],
    name: str | None = None,
    community: str | None = None,
    person: str | None = None,
) -> int:
    """Let a person in, or change their role.

    Parameters
    ----------
    user_id
        Telegram id of the person.
    role
        What the person may do.
    name
        How the bot lists the person.
    community
        Id of a home community of the registry, such as korosten.
    person
        Id of the person of the registry who this is, such as chyzhevska.
    """
    from bot.cli.people import set_person

    return set_person(user_id, role, name, community, person)


def explain(
    *,
    now: str | None = None,
    zone: str | None = None,
    json: Annotated[bool, Parameter(negative="")] = False,
    registry: str | None = None,
    places: Annotated[bool, Parameter(negative="")] = False,
) -> int:
    """Read lines from standard input and print how the bot understands each.

    Parameters
    ----------
    now
        The moment at which the lines are read, ISO 8601; this moment if not given.
    zone
        IANA zone of the writer's clock; the TIMEZONE setting if not given.
    json
        Print one JSON object a line.
    registry
        Path of an exchange file whose names are looked for, in place of the database.
    places
        Look each line up in the gazetteer instead.
    """
    from bot.cli.explaining import explain_lines

    return explain_lines(now, zone, registry, as_json=json, places=places)


def _version() -> str:
    from importlib.metadata import version

    return version("mistok")
