"""Formats: which there are, and from one into another."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.options import Format, FormatOption
from govgraph.cli.output import (
    print_bytes,
    print_data,
    print_talk,
    print_told,
    screen_width,
)

if TYPE_CHECKING:
    from govgraph.formats.account import Account
    from govgraph.formats.edge_columns import ColumnMap
    from govgraph.formats.format_list import Format as FormatEntry


def convert(
    source: Annotated[
        Path,
        typer.Argument(metavar="IN", help="A file, a folder, or - for standard input."),
    ],
    target: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help="A file, named by its suffix; a folder, for tables; or - with --to.",
        ),
    ],
    *,
    from_: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="FORMAT",
            help="The format of IN. [default: from its suffix and content]",
            show_default=False,
        ),
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="The format of OUT. [default: from its suffix]",
            show_default=False,
        ),
    ] = "",
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="Read a table of relations: which column is from, to, kind and so on."
            " kind may be a kind of relation, and is reports_to where none is named.",
            show_default=False,
        ),
    ] = None,
    split: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help="With --map: what separates several superiors in one cell, such as ';'.",
            show_default=False,
        ),
    ] = "",
    cite: Annotated[
        str,
        typer.Option(
            metavar="TITLE",
            help="With --map: cite the table, row by row, as the source of what it says.",
            show_default=False,
        ),
    ] = "",
    all_: Annotated[
        bool,
        typer.Option("--all", help="List every skipped item instead of the first five."),
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="Write what was imported, merged or skipped, and why; JSON if it ends in .json.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write a structure in another format; between our own formats only comments are lost.

    Standard error reports what was imported from a foreign format, what was merged or skipped, and
    why. It also names every field that the new format cannot hold.

    Example: govgraph convert data/hampshire hampshire.json

    A sheet of two columns: govgraph convert staff.xlsx staff.yaml --map from=Team
    --map to="Reports to" --split ";" --cite "Staff list, May 2024"
    """
    from govgraph.reporting.account_text import account_as_text
    from govgraph.reporting.converting import convert as write_converted

    _refuse_report(report, source, target)
    mapping = _read_mapping(map_, split, cite=cite)
    account, content = write_converted(source, target, from_=from_, to=to, mapping=mapping)
    if content:
        print_bytes(content)
    print_talk(account_as_text(account, whole=all_))
    if report:
        _write_report(account, report)


def _read_mapping(written: list[str] | None, split: str, *, cite: str) -> "ColumnMap | None":
    """The columns of a table that were named, if any were."""
    from govgraph.errors import SettingsError
    from govgraph.formats.edge_columns import parse_mapping

    if not written and (split or cite):
        raise SettingsError("--split and --cite belong to a table that is read with --map")
    return parse_mapping(written, split=split, cite=cite) if written else None


def _refuse_report(report: Path | None, source: Path, target: Path) -> None:
    """Complain of a report that would stand where something is read or written."""
    from govgraph.errors import SettingsError
    from govgraph.reporting.whole_files import refuse_to_overwrite

    refuse_to_overwrite(report, source)
    if report and report.absolute() == target.absolute():
        raise SettingsError(f"--report names {report}, which is what is written")


def _write_report(account: "Account", report: Path) -> None:
    """Write the account of a conversion, as data or in words as its suffix says."""
    import json

    from govgraph.reporting.account_text import account_as_data, account_as_text
    from govgraph.reporting.whole_files import write_whole

    data = json.dumps(account_as_data(account), ensure_ascii=False, indent=2)
    text = data if report.suffix.lower() == ".json" else account_as_text(account, whole=True)
    write_whole(report, f"{text}\n")


def formats(*, format_: FormatOption = Format.TEXT) -> None:
    """List the formats that are read and written.

    Example: govgraph formats
    """
    from govgraph.formats.format_list import FORMATS, other_formats
    from govgraph.reporting.drawn_formats import DRAWN
    from govgraph.reporting.text_columns import columns_as_text

    known = (*FORMATS, *DRAWN, *other_formats())
    if format_ is Format.JSON:
        print_data([{name: getattr(each, name) for name in _SHOWN} for each in known])
        return
    heading = ("format", "", "", "suffixes", "what it is")
    rows = [_row(each) for each in known]
    print_told("\n".join(columns_as_text(heading, rows, screen_width())), wide=True)


def _row(each: "FormatEntry") -> tuple[str, ...]:
    """What a format is, as cells."""
    return (
        each.name,
        "reads" if each.reads else "",
        "writes" if each.writes else "",
        " ".join(each.suffixes),
        each.says + (f" (extra: {each.extra})" if each.extra else ""),
    )


_SHOWN = ("name", "says", "suffixes", "reads", "writes", "extra")
