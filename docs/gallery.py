"""The pictures of the gallery: each a command that anybody can run, and what it shows."""

import io
import re
import shlex
from collections.abc import Collection, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from govgraph.cli.main import run_with


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its file, the command that draws it, and what to look at."""

    name: str
    command: str
    title: str
    shows: str


PICTURES = (
    Picture(
        "hampshire",
        "govgraph draw data/hampshire --include proposed",
        "Hampshire, February 2010, with what was proposed",
        "A county on a sheet for the screen. No paper states to whom a local partnership answers: "
        "every one wears the dotted ring of a body without a line of account.",
    ),
    Picture(
        "hampshire-a3",
        "govgraph draw data/hampshire --include proposed --paper A3",
        "The same on A3",
        "No name prints below 8 point. What does not fit at that size goes to a page of its own, "
        "and each page says where.",
    ),
    Picture(
        "hart",
        "govgraph draw data/hampshire --include proposed --area Hart --paper A4",
        "Hart district alone",
        "One area on A4. What the view leaves out is counted at the foot of the sheet.",
    ),
    Picture(
        "worcestershire-today",
        "govgraph draw data/worcestershire --paper A4",
        "Worcestershire, August 2009: today's arrangements",
        "One stated line; two boards that are part of the partnership and no more; two vacancies.",
    ),
    Picture(
        "worcestershire-proposed",
        "govgraph draw data/worcestershire --include proposed,shadow --paper A3",
        "Worcestershire, with what was proposed",
        "Hollow lines and dashed borders are proposals. Local commissioning partnerships would "
        "answer to both the Trust Board and their LSP, by intention.",
    ),
    Picture(
        "oxfordshire-2009",
        "govgraph draw data/oxfordshire --as-at 2009-12 --include proposed --source local-2009 "
        "--paper A4",
        "Oxfordshire at the end of 2009, as one paper has it",
        "Three local partnerships, each to be formally accountable to the Trust. `--source` shows "
        "what a single paper says.",
    ),
    Picture(
        "oxfordshire-2017",
        "govgraph draw data/oxfordshire --paper A3",
        "Oxfordshire in July 2017",
        "The same structure file eight years on. What became of the three partnerships the papers "
        "do not say.",
    ),
    Picture(
        "chain",
        "govgraph draw data/worcestershire --include proposed "
        '--chain "Management Information Group"',
        "One chain, for a slide",
        "From the Management Information Group upward: it stops at the Trust Board.",
    ),
    Picture(
        "hart-graphviz",
        "govgraph draw data/hampshire --include proposed --area Hart --engine graphviz",
        "Hart district as Graphviz lays it out",
        "The same view as above, from the `.dot` file that anybody can change and draw again. "
        "[How](graphviz.md).",
    ),
    Picture(
        "coverage",
        "govgraph requirements data/worcestershire --include proposed "
        "--against data/requirements/childrens-trust-board.yaml "
        "--against data/requirements/worcestershire-trust-board.yaml",
        "Who ought to sit on a board, and does",
        "The proposed Trust Board has a seat for everybody whom the paper asks for, and for few of "
        "those whom the Act asks for. [How to read it](seats.md).",
    ),
)


def draw_pictures() -> Iterator[tuple[str, str]]:
    """The name of each picture's file and the SVG that its command writes."""
    with TemporaryDirectory() as folder:
        for picture in PICTURES:
            file = Path(folder) / picture.name / f"{picture.name}.svg"
            file.parent.mkdir()
            talk = io.StringIO()
            with redirect_stderr(talk):
                code = run_with([*shlex.split(picture.command)[1:], "-o", str(file)])
            if code:
                raise SystemExit(f"{picture.command}\n{talk.getvalue()}")
            for sheet in sorted(file.parent.iterdir()):
                yield sheet.name, sheet.read_text(encoding="utf-8")


def gallery(drawn: Collection[str]) -> str:
    """The page that shows the pictures, each with its command.

    Args:
        drawn: the names of the files that the commands write, one a sheet.
    """
    sections = [
        "# Gallery\n",
        "Every picture here is made by the command above it, from the structures in `data/`; the",
        "tests make them again and compare. Add `-o picture.pdf` or `.png` for other forms.",
        "What is different, and what happened when: [what was, is and would be](change.md).\n",
    ]
    for picture in PICTURES:
        sections += [
            f"## {picture.title}\n",
            f"```sh\n{picture.command} -o {picture.name}.svg\n```\n",
            f"{picture.shows}\n",
        ]
        sheets = sorted(name for name in drawn if _is_sheet(name, picture.name))
        sections += [f"![{picture.title}](pictures/{name})\n" for name in sheets]
    return "\n".join(sections)


def _is_sheet(file: str, picture: str) -> bool:
    """Whether a file is a sheet of a picture: `hart.svg`, or `hart-1.svg` of several."""
    return re.fullmatch(rf"{re.escape(picture)}(-\d+)?\.svg", file) is not None
