"""Makes the generated pages and pictures of docs/; the tests hold them up to date.

uv run python -m docs.make          makes them
uv run python -m docs.make --check  exits 1 and names those that are out of date
"""

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from docs.change import draw_changes, fill_outputs
from docs.gallery import draw_pictures, gallery
from docs.reliability import fill_page
from govgraph.checks.catalogue import CHECKS
from govgraph.checks.pages import write_pages
from govgraph.cli.main import COMMANDS, run_with
from govgraph.formats.reference import fill_tables

DOCS = Path(__file__).parent
ROOT = DOCS.parent


def pages() -> Iterator[tuple[Path, str]]:
    """Each generated file of docs/ and what it should hold."""
    yield DOCS / "command-line.md", command_line()
    pictures = dict(draw_pictures())
    yield DOCS / "gallery.md", gallery(pictures)
    for name, svg in pictures.items():
        yield DOCS / "pictures" / name, svg
    for name, text in write_pages(CHECKS).items():
        yield DOCS / "rules" / name, text
    change = DOCS / "change.md"
    yield change, fill_outputs(change.read_text(encoding="utf-8"))
    for name, svg in draw_changes():
        yield DOCS / "pictures" / name, svg
    reliability = DOCS / "reliability.md"
    yield reliability, fill_page(reliability.read_text(encoding="utf-8"))
    structure_file = DOCS / "format.md"
    yield structure_file, fill_tables(structure_file.read_text(encoding="utf-8"))


def command_line() -> str:
    """The page of every command's own help."""
    sections = [
        "# The command line\n",
        "Made from each command's `--help`. Data goes to standard output, talk to standard error.",
        "Exit codes: 0 clean, 1 findings, 2 could not look, 130 interrupted.\n",
        _help(),
    ]
    sections += [f"## {command}\n\n{_help(command)}" for command in COMMANDS]
    return "\n".join(sections)


def _help(*command: str) -> str:
    """What a command says of itself, as a block of text."""
    os.environ["COLUMNS"] = "80"
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        run_with([*command, "--help"])
    return f"```\n{out.getvalue().strip()}\n```\n"


def main() -> int:
    """Make what is out of date, or name it."""
    made = dict(pages())
    stale = [(path, text) for path, text in made.items() if not _holds(path, text)]
    left = [path for path in sorted((DOCS / "pictures").glob("*")) if path not in made]
    for path, text in stale:
        if "--check" not in sys.argv:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    for path in left:
        if "--check" not in sys.argv:
            path.unlink()
        sys.stdout.write(f"{path.relative_to(ROOT)} (left over)\n")
    return 1 if (stale or left) and "--check" in sys.argv else 0


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
