"""The worked examples of change: a page written by hand, its outputs and pictures by the tool."""

import io
import re
import shlex
import textwrap
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from govgraph.cli.main import run_with

WIDTH = 96
_BLOCK = re.compile(r"(```console\n\$ (govgraph [^\n]+)\n).*?(\n```)", re.DOTALL)
_EMBEDDED = re.compile(r"(<!-- made by: (govgraph .+?) -->\n\n).*?\n*<!-- end -->", re.DOTALL)
_END = "\n\n<!-- end -->"
_PICTURES = {
    "worcestershire-change.svg": "govgraph diff data/worcestershire --from 2009-08 --to 2010-04 "
    "--include proposed --paper A3",
    "worcestershire-side-by-side.svg": "govgraph diff data/worcestershire --from 2009-08 "
    "--to 2010-04 --include proposed --side-by-side --paper A2",
    "worcestershire-timeline.svg": "govgraph timeline data/worcestershire",
    "oxfordshire-timeline.svg": "govgraph timeline data/oxfordshire",
}


def fill_outputs(page: str) -> str:
    """The page, with what each command prints today below it, long lines folded."""
    page = _BLOCK.sub(lambda block: f"{block[1]}{_folded(_printed(block[2]))}{block[3]}", page)
    return _EMBEDDED.sub(lambda block: f"{block[1]}{_lowered(_printed(block[2]))}{_END}", page)


def draw_changes() -> Iterator[tuple[str, str]]:
    """The name of each picture's file and the SVG that its command writes."""
    with TemporaryDirectory() as folder:
        for name, command in _PICTURES.items():
            file = Path(folder) / name
            _printed(f"{command} -o {shlex.quote(str(file))}")
            yield name, file.read_text(encoding="utf-8")


def _printed(command: str) -> str:
    """What a command prints; it may find differences, but it must be able to look."""
    out, talk = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(talk):
        code = run_with(shlex.split(command)[1:])
    if code > 1:
        raise SystemExit(f"{command}\n{talk.getvalue()}")
    return out.getvalue().rstrip("\n")


def _lowered(markdown: str) -> str:
    """A page of Markdown as part of another: without its title, its headings one level down."""
    _, _, below = markdown.partition("\n")
    return re.sub(r"^#", "##", below.strip(), flags=re.MULTILINE)


def _folded(text: str) -> str:
    """The text with its long lines folded, what follows a step to the right."""
    lines = []
    for line in text.splitlines():
        indent = " " * (len(line) - len(line.lstrip()) + 2)
        folded = textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
        lines += folded or [""]
    return "\n".join(lines)
