"""Formats: which there are, and from one into another."""

from pathlib import Path
from typing import Annotated

import typer

from govgraph.cli.options import Format, FormatOption
from govgraph.cli.output import (
    print_bytes,
    print_data,
    print_talk,
    print_told,
    screen_width,
)


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
            help="What IN is written in. [default: by its suffix and content]",
            show_default=False,
        ),
    ] = "",
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FORMAT",
            help="What to write. [default: by the suffix of OUT]",
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
            help="With --map: what stands between several superiors in one cell, such as ';'.",
            show_default=False,
        ),
    ] = "",
    cite: Annotated[
        str,
        typer.Option(
            metavar="TITLE",
            help="With --map: name the table as the source of what it says, row by row.",
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
    """Write a structure in another format; nothing but comments is lost between our own.

    Standard error reports what was imported from a foreign format, what was merged or skipped, and
    why; and every field that the format written has no words for.

    Example: govgraph convert data/hampshire hampshire.json

    A sheet of two columns: govgraph convert staff.xlsx staff.yaml --map from=Team
    --map to="Reports to" --split ";" --cite "Staff list, May 2024"
    """
    from govgraph.errors import SettingsError
    from govgraph.formats.edge_columns import parse_mapping
    from govgraph.reporting.account_text import account_as_data, account_as_text
    from govgraph.reporting.converting import convert as write_converted
    from govgraph.reporting.files import refuse_to_overwrite

    if not map_ and (split or cite):
        raise SettingsError("--split and --cite belong to a table that is read with --map")
    mapping = parse_mapping(map_, split=split, cite=cite) if map_ else None
    refuse_to_overwrite(report, source)
    if report and report.absolute() == target.absolute():
        raise SettingsError(f"--report names {report}, which is what is written")
    account, content = write_converted(source, target, from_=from_, to=to, mapping=mapping)
    if content:
        print_bytes(content)
    print_talk(account_as_text(account, whole=all_))
    if report:
        import json

        from govgraph.reporting.files import write_whole

        data = json.dumps(account_as_data(account), ensure_ascii=False, indent=2)
        text = data if report.suffix.lower() == ".json" else account_as_text(account, whole=True)
        write_whole(report, f"{text}\n")


def formats(*, format_: FormatOption = Format.TEXT) -> None:
    """List the formats that are read and written.

    Example: govgraph formats
    """
    from govgraph.formats.format_list import FORMATS, other_formats
    from govgraph.reporting.columns import columns_as_text
    from govgraph.reporting.drawn_formats import DRAWN

    known = (*FORMATS, *DRAWN, *other_formats())
    if format_ is Format.JSON:
        print_data([{name: getattr(each, name) for name in _SHOWN} for each in known])
        return
    rows = [
        (
            each.name,
            "reads" if each.reads else "",
            "writes" if each.writes else "",
            " ".join(each.suffixes),
            each.says + (f" (extra: {each.extra})" if each.extra else ""),
        )
        for each in known
    ]
    heading = ("format", "", "", "suffixes", "what it is")
    print_told("\n".join(columns_as_text(heading, rows, screen_width())), wide=True)


_SHOWN = ("name", "says", "suffixes", "reads", "writes", "extra")
