"""Makes the generated pages and pictures of docs/; the tests hold them up to date.

uv run python -m docs.make               makes them
uv run python -m docs.make rules format  makes some: the names stand in `MADE`
uv run python -m docs.make --check       exits 1 and names those that are out of date
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from docs import architecture, reliability
from docs.api_page import public_names
from docs.change import draw_changes, fill_outputs
from docs.commands import command_line
from docs.format_tables import fill_tables
from docs.gallery import draw_pictures, gallery
from docs.questions import questions_page
from docs.rule_pages import write_pages
from govgraph.checks.rule_catalogue import CHECKS

DOCS = Path(__file__).parent
ROOT = DOCS.parent
PICTURES = DOCS / "pictures"

Pages = Iterator[tuple[Path, str]]


def _architecture() -> Pages:
    yield _filled("architecture.md", architecture.fill_page)
    yield PICTURES / architecture.PICTURE, architecture.draw_picture()


def _api() -> Pages:
    yield DOCS / "api.md", public_names()


def _command_line() -> Pages:
    yield DOCS / "command-line.md", command_line()


def _questions() -> Pages:
    yield DOCS / "questions.md", questions_page()


def _gallery() -> Pages:
    pictures = dict(draw_pictures())
    yield DOCS / "gallery.md", gallery(pictures)
    for name, svg in pictures.items():
        yield PICTURES / name, svg


def _rules() -> Pages:
    for name, text in write_pages(CHECKS).items():
        yield DOCS / "rules" / name, text


def _reading() -> Pages:
    from contextlib import chdir

    from govgraph.reporting.reader.open_paper import open_paper
    from govgraph.reporting.reader.reader_page import build_reader_page

    example = DOCS.relative_to(ROOT) / "examples" / "partnership"
    with chdir(ROOT):  # the page names the file in which each record stands
        paper = example / "papers" / "terms-of-reference.txt"
        opened = open_paper(paper, example / "partnership.yaml")
    yield ROOT / example / "reading.html", build_reader_page(opened)


def _change() -> Pages:
    yield _filled("change.md", fill_outputs)
    for name, svg in draw_changes():
        yield PICTURES / name, svg


def _reliability() -> Pages:
    yield _filled("reliability.md", reliability.fill_page)
    yield _filled("mutation.md", reliability.fill_page)  # both from what reliability.py reads


def _format() -> Pages:
    yield _filled("format.md", fill_tables)


MADE: Mapping[str, Callable[[], Pages]] = {
    "api": _api,
    "architecture": _architecture,
    "change": _change,
    "command-line": _command_line,
    "format": _format,
    "gallery": _gallery,
    "questions": _questions,
    "reading": _reading,
    "reliability": _reliability,
    "rules": _rules,
}
"""What is made, by name: each gives the files of docs/ that it makes and what they should hold."""


def _filled(name: str, fill: Callable[[str], str]) -> tuple[Path, str]:
    """A page written by hand, with what is made in it."""
    path = DOCS / name
    return path, fill(path.read_text(encoding="utf-8"))


def main(arguments: Sequence[str]) -> int:
    """Make what is out of date, or name it."""
    check = "--check" in arguments
    wanted = [each for each in arguments if each != "--check"] or list(MADE)
    unknown = [each for each in wanted if each not in MADE]
    if unknown:
        sys.stderr.write(f"nothing is made under {unknown[0]!r} (allowed: {', '.join(MADE)})\n")
        return 2
    made = dict(page for name in wanted for page in MADE[name]())
    stale = [(path, text) for path, text in made.items() if not _holds(path, text)]
    # What nothing makes any more is known only when everything has been made; the pictures of the
    # desk, taken in a browser (desk/film.py), are not looked at here.
    left = [path for path in sorted(PICTURES.glob("*.svg")) if path not in made]
    left = left if len(wanted) == len(MADE) else []
    for path, text in stale:
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    for path in left:
        if not check:
            path.unlink()
        sys.stdout.write(f"{path.relative_to(ROOT)} (left over)\n")
    return 1 if (stale or left) and check else 0


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
