"""The page of every form of output, with a real one of each beside it."""

import contextlib
import io
from pathlib import Path

from govgraph.cli.main import run_with

STRUCTURE = ("data/hampshire", "--include", "proposed")
PAPER = ("data/oxfordshire", "--as-at", "2009-05", "--include", "proposed")
FORMS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    ("SVG", ("draw", *STRUCTURE, "--area", "Hart", "-o"), "sheet.svg", "a sheet for the web or a document"),
    ("PNG", ("draw", *STRUCTURE, "--area", "Hart", "-o"), "sheet.png", "the same as pixels"),
    ("PDF", ("draw", *STRUCTURE, "--paper", "A3", "-o"), "sheet.pdf", "to print, readable aloud (PDF/UA)"),
    ("DOT", ("draw", *STRUCTURE, "-o"), "sheet.dot", "for Graphviz"),
    ("Mermaid", ("draw", *STRUCTURE, "-o"), "sheet.mmd", "for a wiki or an issue"),
    ("Timeline", ("timeline", "data/worcestershire", "-o"), "timeline.svg", "lives and events"),
    ("Coverage", ("requirements", "data/hampshire", "-o"), "coverage.svg", "who ought to sit where, and does"),
    ("Word", ("paper", *PAPER, "-o"), "appendix.docx", "the appendix of a board paper"),
    ("PDF of the paper", ("paper", *PAPER, "-o"), "appendix.pdf", "the same, to send"),
    ("Markdown", ("paper", *PAPER, "-o"), "appendix.md.txt", "the same, to paste"),
    ("Workbook", ("paper", *PAPER, "-o"), "tables.xlsx", "its tables"),
    ("Findings as CSV", ("check", *STRUCTURE, "--exit-zero", "--format", "csv", "-o"), "findings.csv", "for a spreadsheet"),
    ("Findings as SARIF", ("check", *STRUCTURE, "--exit-zero", "--format", "sarif", "-o"), "findings.sarif", "for code scanning"),
    ("Findings as JUnit", ("check", *STRUCTURE, "--exit-zero", "--format", "junit", "-o"), "findings.xml", "for build servers"),
    ("JSON", ("check", *STRUCTURE, "--exit-zero", "--format", "json", "-o"), "findings.json", "for programs"),
)  # fmt: skip
"""Each form: what it is called, the command that makes it, its file, and what it is for."""


def forms() -> str:
    """The page: each form with its command and a real file."""
    parts = [
        "# Every form of output\n",
        "Each file here was made by the command beside it when this site was built.\n",
        "## The page\n",
        "```sh\ngovgraph report data/hampshire --include proposed -o hampshire-report\n```\n",
        '<iframe src="../outputs/report.html" title="The report on Hampshire" class="shown"></iframe>\n',
        "| form | for | file | made by |",
        "|---|---|---|---|",
    ]
    parts += [
        f'| {name} | {says} | <a href="../outputs/{file}">{file}</a> '
        f"| `govgraph {' '.join(command)} {file.removesuffix('.txt')}` |"
        for name, command, file, says in FORMS
    ]
    pictures = [
        f'## {name}\n\n<img src="../outputs/{file}" alt="{name}: {says}">\n'
        for name, _, file, says in FORMS
        if file.endswith((".svg", ".png"))
    ]
    return "\n".join((*parts, "", *pictures))


def write_outputs(folder: Path) -> None:
    """Make a real file of every form.

    Raises:
        RuntimeError: a command could not make its file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _run("report", *STRUCTURE, "-o", str(folder / "report"))
    (folder / "report" / "index.html").rename(folder / "report.html")
    for _, command, file, _ in FORMS:
        made = folder / file.removesuffix(".txt")
        _run(*command, str(made))
        if made.name != file:
            made.rename(folder / file)


def _run(*command: str) -> None:
    said = io.StringIO()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(said):
        code = run_with([*command])
    if code:
        raise RuntimeError(f"govgraph {' '.join(command)}: {said.getvalue()}")
