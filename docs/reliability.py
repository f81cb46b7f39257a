"""The page of promises: its prose by hand, its tables from what is written down and measured."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from math import sqrt
from pathlib import Path
from typing import Any

import yaml

DOCS = Path(__file__).parent
PROMISES = DOCS / "promises.yaml"
RESULTS = DOCS.parent / "tests" / "mutation" / "results.json"
FOUND = ("killed", "timeout", "segfault")
"""The fates of a mutant that some test noticed: it failed, never ended, or fell over."""
SURE = 1.96
"""Standard errors on either side within which 95 of 100 samples lie."""
_TABLE = re.compile(r"(<!-- table: ([a-z ]+) -->)\n.*?(<!-- end -->)", re.DOTALL)

Counts = Mapping[str, int]
Samples = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""Samples by room and number."""


def fill_page(page: str) -> str:
    """The page with each of its tables made anew.

    Raises:
        KeyError: a mark names no table.
    """
    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    tables = {
        "promises": _promises(read_promises()),
        "packages": _packages(results["modules"]),
        "modules": _modules(results["modules"]),
        "survivors": _survivors(results["survivors"]),
        "sample": _sample(results),
        "rooms": _rooms(results["samples"]),
        "lived on": _lived_on(results["samples"]),
    }
    return _TABLE.sub(lambda mark: f"{mark[1]}\n\n{tables[mark[2]]}\n\n{mark[3]}", page)


def read_promises() -> list[dict[str, Any]]:
    """The promises by what they are of, each with the node ids of its tests."""
    read: list[dict[str, Any]] = yaml.safe_load(PROMISES.read_text(encoding="utf-8"))
    return read


def score(counts: Counts) -> float:
    """The share of mutants that some test noticed, from 0 to 100."""
    return 100 * _found(counts) / counts["mutants"]


def add_up(modules: Iterable[Counts]) -> Counts:
    """The counts of several modules together."""
    total: dict[str, int] = {"mutants": 0}
    for counts in modules:
        for fate, number in counts.items():
            total[fate] = total.get(fate, 0) + number
    return total


def _found(counts: Counts) -> int:
    return sum(counts.get(fate, 0) for fate in FOUND)


def _promises(sections: list[dict[str, Any]]) -> str:
    """A table for each thing that promises are of; a test is named as the sentence it is."""
    parts = []
    for section in sections:
        rows = [
            f"| {promise['promise']} | {'<br>'.join(map(_test, promise['tests']))} |"
            for promise in section["promises"]
        ]
        head = f"### {section['of']}\n\n| promise | kept by |\n|---|---|"
        parts.append("\n".join([head, *rows]))
    return "\n\n".join(parts)


def _test(node: str) -> str:
    """A link to a test's file, with the test in words."""
    file, _, name = node.partition("::")
    words = name.removeprefix("test_").replace("_", " ")
    return f"[{file.removeprefix('tests/')}](../{file}): {words}"


def _packages(modules: Mapping[str, Counts]) -> str:
    packages: dict[str, list[Counts]] = {}
    for path, counts in modules.items():
        packages.setdefault(str(Path(path).parent), []).append(counts)
    rows = [_row(f"`{package}`", add_up(each)) for package, each in sorted(packages.items())]
    return _counted("package", [*rows, _row("**all**", add_up(modules.values()))])


def _modules(modules: Mapping[str, Counts]) -> str:
    worst = sorted(modules, key=lambda path: (score(modules[path]), path))
    return _counted("module", [_row(f"`{path}`", modules[path]) for path in worst])


def _sample(results: Mapping[str, Any]) -> str:
    """How many mutants there are, how many of them were tried, and how sure the score is."""
    mutants, counts = results["mutants"], add_up(results["modules"].values())
    tried, gone = results["tried"], results["tried"] - counts["mutants"]
    with_what = f"Measured with mutmut {results['mutmut']}."
    if mutants == counts["mutants"]:
        return f"All {mutants:,} mutants were tried. {with_what}"
    share = score(counts) / 100
    margin = 100 * SURE * sqrt(share * (1 - share) / counts["mutants"])
    return (
        f"Of {mutants:,} mutants {tried:,} were tried, in an order drawn by lot (always the same); "
        f"{gone:,} of these were in modules that have gone since, and no longer count. The score "
        f"of all of them lies within {margin:.1f} points of the one above, in 95 cases of 100. "
        "Tests have been written for some that were seen to live on, so that those not tried yet "
        f"may fare a little worse. {with_what}"
    )


def _rooms(samples: Samples) -> str:
    """How each sample of each room fared: when it was first judged, and last."""
    rows = []
    for room, number, sample in _each(samples):
        drawn, counts = sample["tried"], add_up(sample["modules"].values())
        first = {"mutants": drawn, "killed": drawn - len(sample["missed at first"])}
        was, now = (f"{_found(each)} | {score(each):.0f} %" for each in (first, counts))
        rows.append(f"| `govgraph/{room}` | {number} | {drawn} | {was} | {now} |")
    head = "| room | sample | mutants | noticed at first | score | noticed now | score |"
    return "\n".join([head, "|---|---:|---:|---:|---:|---:|---:|", *rows])


def _lived_on(samples: Samples) -> str:
    """Every mutant of the samples that no test noticed, and why, as far as somebody has looked."""
    rows = [
        f"| `{each['function'].removeprefix('govgraph.')}` | {_change(each['change'])} | "
        f"{each['reason'] or 'a test is missing'} |"
        for _, _, sample in _each(samples)
        for each in sample["survivors"]
    ]
    return "\n".join(["| function | change | why it lives |", "|---|---|---|", *rows])


def _each(samples: Samples) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for room, numbered in sorted(samples.items()):
        for number, sample in sorted(numbered.items()):
            yield room, number, sample


def _change(change: str) -> str:
    """The lines of a change in one cell."""
    lines = (line.replace("|", "\\|") for line in change.splitlines() if line.strip())
    return "<br>".join(f"`` {line} ``" for line in lines)


def _counted(of: str, rows: Iterable[str]) -> str:
    head = f"| {of} | mutants | noticed | lived on | reached by no test | score |"
    return "\n".join([head, "|---|---:|---:|---:|---:|---:|", *rows])


def _row(of: str, counts: Counts) -> str:
    left = (counts.get("survived", 0), counts.get("no tests", 0))
    numbers = " | ".join(f"{number:,}" for number in (counts["mutants"], _found(counts), *left))
    return f"| {of} | {numbers} | {score(counts):.1f} % |"


def _survivors(survivors: list[Mapping[str, str]]) -> str:
    """How many of those that live on could not be noticed by anybody, and why."""
    reasons: dict[str, int] = {}
    for survivor in survivors:
        if survivor["reason"]:
            reasons[survivor["reason"]] = reasons.get(survivor["reason"], 0) + 1
    if not reasons:
        return f"None of the {len(survivors):,} has been looked into yet."
    rows = [f"| {why} | {number:,} |" for why, number in sorted(reasons.items())]
    left = len(survivors) - sum(reasons.values())
    return "\n".join(
        [
            "| why no test can tell | mutants |",
            "|---|---:|",
            *rows,
            f"| not looked into | {left:,} |",
        ]
    )
