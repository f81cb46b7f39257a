"""Files that are written by hand: their standard form, and their JSON Schemas for editors."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from govgraph.cli.output import print_data, print_talk, print_text
from govgraph.wording.lists import count_words

if TYPE_CHECKING:
    from govgraph.formats.yaml_form import Formed


def fmt(
    paths: Annotated[
        list[Path],
        typer.Argument(metavar="PATH...", help="YAML files, or folders of them."),
    ],
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit 1 if a file would change.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Write nothing; show what would change.")
    ] = False,
) -> None:
    """Put YAML structures into their standard form, keeping comments.

    Exit 0 done, or nothing to do; 2 could not look; with --check or --diff, 1 if a file would
    change.

    Example: govgraph fmt data/hampshire --check
    """
    from govgraph.formats.yaml_form import form_files

    files = list(form_files(paths))
    changed = [formed for formed in files if formed.differs]
    if not changed:
        said = count_words(len(files), "file is in its", "files are in their")
        print_talk(f"{said} standard form")
    for formed in changed:
        _give(formed, check=check, diff=diff)
    if changed and (check or diff):
        raise typer.Exit(1)


def _give(formed: "Formed", *, check: bool, diff: bool) -> None:
    """Write a file that is put right, or say that it would be, perhaps with the difference."""
    from govgraph.reporting.whole_files import write_whole

    if diff:
        print_text(formed.as_diff())
    if check or diff:
        print_talk(f"would change {formed.path}")
    else:
        write_whole(formed.path, formed.after)
        print_talk(f"changed {formed.path}")


def schema(
    *,
    settings: Annotated[
        bool, typer.Option("--settings", help="The schema of govgraph.toml instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of the structure file, for editors.

    Example: govgraph schema > govgraph.schema.json
    """
    from govgraph.checks.settings_schema import build_settings_schema
    from govgraph.formats.json_schema import build_schema

    print_data(build_settings_schema() if settings else build_schema())
