"""The arguments and options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from govgraph.errors import SettingsError


class Format(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"


StructurePath = Annotated[
    Path,
    typer.Argument(
        metavar="STRUCTURE",
        help="The structure: a file or folder in any of the formats, or - for standard input.",
        show_default=False,
    ),
]
WatchedPath = Annotated[
    Path,
    typer.Argument(
        metavar="STRUCTURE",
        help="The structure: a file or folder in any of the formats.",
        show_default=False,
    ),
]
RegisterPath = Annotated[
    Path,
    typer.Argument(
        metavar="REGISTER",
        help="A folder with the tables bodies and relations, as CSV or Parquet.",
        show_default=False,
    ),
]
AsRegister = Annotated[
    bool,
    typer.Option(
        "--register",
        help="Read tables of bodies and relations as a register, even if they are small.",
    ),
]


def complete_bodies(context: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """The bodies of the structure typed before, for a shell that completes: id and name."""
    from govgraph.errors import GovgraphError
    from govgraph.formats.format_catalogue import read_structure

    path = context.params.get("structure")
    if not path or str(path) == "-":
        return []
    try:
        bodies = read_structure(path).bodies
    except GovgraphError:  # a shell that completes says nothing
        return []
    return [(body.id, body.name) for body in bodies if body.id.startswith(incomplete)]


FormatOption = Annotated[
    Format, typer.Option("--format", help="Text to read, or JSON for programs.")
]
AsAt = Annotated[
    str | None,
    typer.Option(
        "--as-at",
        metavar="DATE",
        help="Ask as at this date: 2010, 2010-04 or 2010-04-09. Included proposals count only if "
        "they start by this date. [default: the structure's own]",
        show_default=False,
    ),
]
Undated = Annotated[
    bool,
    typer.Option(
        "--undated",
        help="Also count what has no start date before the first paper that mentions it.",
    ),
]


def _include(due: str) -> Any:  # noqa: ANN401 - typer's own type of an option
    """The option that counts more; `due` says what of it, where a date is asked for."""
    return typer.Option(
        "--include",
        metavar="proposed,shadow",
        help=f"Also count proposed or shadow arrangements ({due}).",
        show_default=False,
    )


Include = Annotated[
    list[str] | None, _include("with --as-at, only those due to start by that date")
]
IncludeAtBoth = Annotated[list[str] | None, _include("at a date, only those due to start by it")]
Against = Annotated[
    list[Path] | None,
    typer.Option(
        "--against",
        metavar="FILE",
        help="Check against the requirements in FILE instead of the structure's own; policy rules "
        "in FILE are added. Repeat to add more.",
        show_default=False,
    ),
]
RulesFolder = Annotated[
    Path | None,
    typer.Option(
        "--rules",
        metavar="FOLDER",
        help="Also use the rules in this folder's Python files. They are programs: trust them.",
        show_default=False,
    ),
]
Presume = Annotated[
    bool, typer.Option("--presume", help="Count 'part of' as a presumed line of account.")
]
Most = Annotated[
    int, typer.Option("--most", metavar="NUMBER", min=1, help="Give at most this many.")
]


_PART = "Registers only: "
MORE = "Repeat to select more."
Focus = Annotated[
    str,
    typer.Option(
        "--focus",
        metavar="BODY",
        help=f"{_PART}this body, and all that it answers to.",
        show_default=False,
    ),
]
OfArea = Annotated[
    list[str] | None,
    typer.Option(
        "--area",
        metavar="AREA",
        help=f"{_PART}the bodies of this area. {MORE}",
        show_default=False,
    ),
]
OfKind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help=f"{_PART}the bodies of this kind. {MORE}",
        show_default=False,
    ),
]


def separate(words: list[str] | None) -> list[str]:
    """Words given several times or with commas between, one by one."""
    return [word.strip() for given in words or () for word in given.split(",") if word.strip()]


def refuse_options(where: str, **options: object) -> None:
    """Complain of options that mean nothing there, such as `registers`.

    Raises:
        SettingsError: one of them was given.
    """
    for name, value in options.items():
        if value:
            raise SettingsError(f"--{name.replace('_', '-')} is not for {where}")
