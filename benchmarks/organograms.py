"""What is said of every organogram that the government published, beside its own validator.

    uv run python -m benchmarks.organograms CHECKOUT

reads all pairs of senior and junior posts in a checkout of datagovuk/organograms, and writes
ORGANOGRAMS.md. A verdict that differs for no known reason is an error.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from govgraph.errors import LoadError
from govgraph.formats.format_catalogue import read_account
from govgraph.model.bodies import Body, Status
from govgraph.model.names import normalise
from tests.formats.organogram_validator import Row, judge

OUT = Path(__file__).with_name("ORGANOGRAMS.md")
FOLDERS = ("data/dgu/csv-from-triplestore", "data/tom-csv")
SENIOR = ("post unique reference", "name", "job title", "reports to senior post")
JUNIOR = ("reporting senior post",)
SHARED = "one reference for posts of different titles"
TWO_LINES = "one post whose rows name different superiors"
INTRODUCTION = """\
# Organograms of the government, beside its own validator

Made by `uv run python -m benchmarks.organograms CHECKOUT` from every pair of files of senior and
junior posts in a checkout of datagovuk/organograms. The validator's rules are written anew in
`tests/formats/organogram_validator.py`. The verdict on a pair: its tops (T), the posts that report
to themselves (S), those that come to no top (N), and the references of superiors of junior posts
that are not there or have been eliminated (J). Without a top the validator looks at nothing else.
Why ours is better where it differs is told in
[decision 36](../docs/decisions/0036-one-reference-for-several-posts.md)."""


class Judged(NamedTuple):
    """A verdict: references of tops, of posts with a fault, and of superiors not there."""

    tops: frozenset[str] = frozenset()
    to_themselves: frozenset[str] = frozenset()
    stranded: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()

    def __str__(self) -> str:
        numbers = zip("TSNJ", map(len, self), strict=True)
        return " ".join(f"{letter} {number}" for letter, number in numbers)


class Pair(NamedTuple):
    """One pair of files, what is said of it, and why, where the verdicts differ."""

    name: str
    theirs: Judged
    ours: Judged
    reasons: tuple[str, ...]


def main() -> None:
    """Judge every pair, write what comes of it, and fail where nobody knows why it differs."""
    pairs = [judge_pair(senior) for senior in _seniors(Path(sys.argv[1]))]
    unexplained = [each.name for each in pairs if each.ours != each.theirs and not each.reasons]
    OUT.write_text("\n".join(_told(pairs)) + "\n", encoding="utf-8")
    print(f"{len(pairs)} pairs; differing without a reason: {', '.join(unexplained) or 'none'}")
    sys.exit(bool(unexplained))


def _seniors(checkout: Path) -> Iterator[Path]:
    """The files of senior posts that have one of junior posts beside them."""
    for folder in FOLDERS:
        paths = sorted((checkout / folder).glob("*senior.csv"))
        yield from (path for path in paths if _junior_of(path).exists())


def _junior_of(senior: Path) -> Path:
    """The file of junior posts beside one of senior posts."""
    return senior.with_name(senior.name.removesuffix("senior.csv") + "junior.csv")


def judge_pair(senior: Path) -> Pair:
    """What both say of a pair, and what must be put right for them to say the same."""
    by_line = {line: Row(*cells) for line, cells in _cells(senior, SENIOR)}
    rows = list(by_line.values())
    below = [each for _, (each,) in _cells(_junior_of(senior), JUNIOR)]
    theirs = _theirs(rows, below)
    ours = _ours(senior, {line: row.reference for line, row in by_line.items()})
    reasons, said = [], theirs
    for reason, correct in CORRECTIONS.items():
        rows = correct(rows)
        below = ["" if each == "0" else each for each in below] if correct is _in_post else below
        corrected = _theirs(rows, below)
        reasons += [reason] if corrected != said else []
        said = corrected
    if said != ours:  # nothing put right makes them the same
        reasons = [*reasons, several] if (several := _of_several(rows)) else []
    return Pair(senior.name, theirs, ours, tuple(reasons if ours != theirs else ()))


def _cells(path: Path, headings: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The cells under some headings, of rows that hold anything, by the line they begin in."""
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    heads = [head.strip().casefold() for head in next(reader, [])]
    start = reader.line_num + 1
    for row in reader:
        cells = dict(zip(heads, (" ".join(cell.split()) for cell in row), strict=False))
        if any(cells.values()):
            yield start, [cells.get(heading, "") for heading in headings]
        start = reader.line_num + 1


def _theirs(rows: Sequence[Row], below: Sequence[str]) -> Judged:
    """The verdict of the validator."""
    rows = [row._replace(superior="XX") if row.superior == "xx" else row for row in rows]
    verdict = judge(rows)
    live = {row.reference for row in rows if row.name != "Eliminated"}
    lost = {each for each in below if each and each not in live}
    tops, themselves, stranded = map(frozenset, verdict)
    return Judged(tops, themselves, stranded, frozenset(lost)) if tops else Judged()


def _ours(senior: Path, references: dict[int, str]) -> Judged:
    """The verdict that the lines of the structure give; nothing of a file that is refused."""
    try:
        structure = read_account(senior).structure
    except LoadError:
        return Judged()
    posts = [each for each in structure.bodies if each.kind == "post"]
    by_id = {each.id: _reference(each, references) for each in posts}
    live = {each.id for each in posts if each.status is not Status.ENDED}
    apexes = {each.id for each in posts if each.apex and each.id in live}
    if not apexes:
        return Judged()
    lines = [(each.from_body, each.to_body) for each in structure.relations]
    arriving = _arriving(apexes, [line for line in lines if line[0] in live])
    stranded = live - arriving
    lost = {by_id.get(to, to) for from_, to in lines if from_ not in by_id and to not in live}
    to_themselves = {from_ for from_, to in lines if from_ == to and from_ in live}
    tops, themselves, none = (
        frozenset(by_id[each] for each in ids) for ids in (apexes, to_themselves, stranded)
    )
    return Judged(tops, themselves, none, frozenset(lost))


def _reference(post: Body, references: dict[int, str]) -> str:
    """The reference of a post, which stands in the rows that it cites."""
    return references[int(post.cites[0].at.removeprefix("row "))]


def _arriving(apexes: set[str], lines: Sequence[tuple[str, str]]) -> set[str]:
    """Those whose lines upward come to an apex."""
    below: dict[str, list[str]] = {}
    for from_, to in lines:
        below.setdefault(to, []).append(from_)
    found, waiting = set(apexes), list(apexes)
    while waiting:
        further = [each for each in below.get(waiting.pop(), ()) if each not in found]
        found.update(further)
        waiting += further
    return found


def _eliminated(rows: Sequence[Row]) -> list[Row]:
    """The rows with *Eliminated* as the schema writes it."""
    words = {"eliminated", "eliminated post", "post eliminated"}
    return [
        row._replace(name="Eliminated") if normalise(row.name) in words else row for row in rows
    ]


def _unquoted(rows: Sequence[Row]) -> list[Row]:
    """The rows without quotation marks around references."""
    return [
        row._replace(reference=row.reference.strip("'\""), superior=row.superior.strip("'\""))
        for row in rows
    ]


def _in_post(rows: Sequence[Row]) -> list[Row]:
    """The rows of those who are in a post: of others the reference is 0."""
    return [row for row in rows if row.reference not in {"0", ""}]


CORRECTIONS: dict[str, Callable[[Sequence[Row]], list[Row]]] = {
    "*Eliminated* in other letters or marks": _eliminated,
    "a reference in quotation marks": _unquoted,
    "the reference 0, which is no post": _in_post,
}
"""Why a verdict of ours differs, and what makes the validator say the same."""


def _of_several(rows: Sequence[Row]) -> str:
    """What rows in force that share a reference differ in, if there are any."""
    live = [row for row in rows if row.name != "Eliminated"]
    titles = {(row.reference, normalise(row.title)) for row in live}
    superiors = {(row.reference, row.superior) for row in live}
    references = len({row.reference for row in live})
    return SHARED if len(titles) > references else TWO_LINES if len(superiors) > references else ""


def _told(pairs: Sequence[Pair]) -> Iterator[str]:
    """The report: how many say the same, each that does not, and each with a fault."""
    others = [pair for pair in pairs if pair.ours != pair.theirs]
    faulty = [pair for pair in pairs if pair.ours == pair.theirs and any(pair.ours[1:])]
    topless = sum(not pair.ours.tops for pair in pairs)
    yield INTRODUCTION
    yield ""
    yield f"Of {len(pairs)} pairs {len(pairs) - len(others)} have the same verdict, {topless} of"
    yield f"them that there is no top; {len(others)} have another, each for a reason that is known:"
    yield from ("", "| pair | the validator | here | why |", "| --- | --- | --- | --- |")
    for pair in others:
        yield f"| {pair.name} | {pair.theirs} | {pair.ours} | {'; '.join(pair.reasons)} |"
    yield from ("", "The same verdict, with a fault:", "", "| pair | both |", "| --- | --- |")
    yield from (f"| {pair.name} | {pair.ours} |" for pair in faulty)


if __name__ == "__main__":
    main()
