"""Measures the reading of papers and writes benchmarks/READING.md.

uv run python -m benchmarks.reading
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

from benchmarks.reading.papers import (
    Case,
    Share,
    measure_left_out,
    measure_names,
    measure_quotes,
    measure_recorded,
    measure_sentences,
    read_cases,
)
from benchmarks.reading.tables import measure_tables
from govgraph.reporting.reader.open_paper import open_paper

PAGE = Path(__file__).parents[1] / "READING.md"
WORDS = 100_000
START = """# How well papers are read

Made by `uv run python -m benchmarks.reading`. The papers are {papers} excerpts of real papers on
governance, {words:,} words, with what they hold by hand; they are others' words and no part of the
repository. The tables are twenty of our own, as councils lay them out, each in Word and as a web
page (`benchmarks/reading/tables.yaml`). The rules were written with the papers and the tables at
hand: on papers never seen expect less, above all of the names. Seconds are of processor.

| what | wanted | measured | |
| --- | --- | --- | --- |
"""


def main() -> None:
    """Measure everything and write the page."""
    cases = read_cases()
    if not cases:
        sys.exit("the papers are not at hand")
    scores = list(measure_tables())
    tables = Share(
        sum(score.rows for score in scores),
        sum(score.right for score in scores),
        tuple(f"{score.title}: {score.right} of {score.rows}" for score in scores if score.wrong),
    )
    found, right = measure_names(cases)
    marked, all_ = measure_sentences(cases)
    true, changed = measure_quotes(cases)
    left_out = measure_left_out(cases)
    measured = (
        ("names of bodies found", 85, found),
        ("names found that are bodies", 80, right),
        ("sentences of the gold that are marked", 95, marked),
        ("rows of tables drafted right", 95, tables),
        ("literal quotes found", 100, true),
        ("quotes with one word changed, refused", 100, changed),
        ("records left out whose sentence is open then", 75, left_out),
    )
    lines = [
        f"| {what} | {wanted} % | {100 * share.right / share.of:.0f} % |"
        f" {share.right:,} of {share.of:,} |"
        for what, wanted, share in measured
    ]
    lines += [f"| {what} | 5 s | {seconds:.1f} s | |" for what, seconds in _time(cases)]
    said = START.format(papers=len(cases), words=sum(case.words.paper.words for case in cases))
    below = _below(measured)
    recorded = measure_recorded(cases)
    text = (
        f"{said}{chr(10).join(lines)}\n\nOf all sentences, {all_.right} of {all_.of} are marked."
        f" With everything of the gold recorded, {recorded.of - recorded.right} of {recorded.of}"
        " sentences that records quote are shown as open still.\n"
    )
    PAGE.write_text(text + below, encoding="utf-8")
    print(text + below)


def _below(measured: tuple[tuple[str, int, Share], ...]) -> str:
    """What is not right, by name: bodies and counts alone, no sentence of a paper."""
    lines = []
    for what, wanted, share in measured:
        if share.right * 100 < wanted * share.of:
            lines.append(f"- {what}: below what is wanted.")
    names = [other.partition(": ")[2] for _, _, share in measured[:1] for other in share.others]
    lines.append(f"- Bodies not found: {'; '.join(names)}.")
    names = [other.partition(": ")[2] for _, _, share in measured[1:2] for other in share.others]
    lines.append(f"- Names that are no bodies: {'; '.join(names)}.")
    return "\n" + "\n".join(lines) + "\n"


def _time(cases: tuple[Case, ...]) -> list[tuple[str, float]]:
    """Seconds of processor for a paper of 100,000 words, from the file to the marked list."""
    text = "\n\n".join(case.path.read_text(encoding="utf-8") for case in cases)
    times = -(-WORDS // len(text.split()))
    taken = []
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "long.txt"
        plain.write_text("\n\n".join([text] * times), encoding="utf-8")
        document = docx.Document()
        for paragraph in plain.read_text(encoding="utf-8").split("\n\n"):
            document.add_paragraph(" ".join(paragraph.split()))
        word = Path(folder) / "long.docx"
        document.save(str(word))
        for path, what in ((plain, "text"), (word, "Word")):
            begun = time.process_time()
            opened = open_paper(path)
            taken.append((f"{opened.paper.words:,} words in {what}", time.process_time() - begun))
    return taken


if __name__ == "__main__":
    main()
