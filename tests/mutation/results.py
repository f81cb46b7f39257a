"""What a run found, as one file that does not change with the day: results.json."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from tests.mutation.sample import draw_lot, take_sample

HERE = Path(__file__).parent
RESULTS = HERE / "results.json"
REASONS = HERE / "reasons.yaml"
MUTANTS = Path("mutants")
PACKAGES = ("analysis", "checks", "graph", "registers")
"""The rooms where answers are made, all of whose mutants may be tried."""
FOUND = frozenset({"killed", "timeout", "segfault"})
"""The fates of a mutant that some test noticed: it failed, never ended, or fell over."""
UNJUDGED = "not judged"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change to one function, and what became of it.

    Attributes:
        name: mutmut's name of it, to be shown with `mutmut show NAME`.
        path: the module's file.
        fate: `killed`, `timeout`, `survived`, `no tests`, `segfault`, `suspicious` or `not judged`.
    """

    name: str
    path: Path
    fate: str

    @property
    def function(self) -> str:
        """The module and the function that it changes: `govgraph.graph.table.Table.ends`."""
        module, _, mangled = self.name.partition("__mutmut_")[0].rpartition(".")
        return f"{module}.{mangled.removeprefix('x_').strip('xǁ').replace('ǁ', '.')}"

    def change(self) -> str:
        """The lines that it takes away and puts there."""
        from mutmut.mutation.diff_apply import get_diff_for_mutant

        lines = get_diff_for_mutant(self.name, path=self.path).splitlines()[3:]
        return "\n".join(
            f"{line[0]} {line[1:].strip()}" for line in lines if line[:1] in {"+", "-"}
        )


def read_mutants(packages: Sequence[str] = PACKAGES) -> Iterator[Mutant]:
    """Every mutant of the last runs of some rooms, by module."""
    from mutmut.stats import status_by_exit_code

    for package in packages:
        for path in sorted((MUTANTS / "govgraph" / package).rglob("*.meta")):
            source = path.relative_to(MUTANTS).with_suffix("")
            if not source.exists():
                continue  # a module that has gone since
            judged = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
            for name, code in judged.items():
                fate = UNJUDGED if code is None else status_by_exit_code[code]
                yield Mutant(name, source, fate)


def read_sample(room: str, number: int) -> list[Mutant]:
    """The mutants of one sample of a room."""
    return take_sample(read_mutants([room]), lambda mutant: mutant.name, number)


def summarise(mutants: list[Mutant]) -> Mapping[str, Any]:
    """What is published: counts by module, and the survivors, with reasons where there are any.

    Mutants are tried in an order drawn by lot. Where some have not been tried, those before the
    first of these are a fair sample, and only they count.
    """
    drawn = sorted(mutants, key=lambda mutant: draw_lot(mutant.name))
    tried = list(takewhile(lambda mutant: mutant.fate != UNJUDGED, drawn))
    modules: dict[str, dict[str, int]] = {}
    for mutant in tried:
        counts = modules.setdefault(str(mutant.path), {"mutants": 0})
        counts["mutants"] += 1
        counts[mutant.fate] = counts.get(mutant.fate, 0) + 1
    reasons = read_reasons()
    left = [mutant for mutant in tried if mutant.fate not in FOUND]
    told = [(mutant.function, mutant.change()) for mutant in left]
    return {
        "mutants": len(mutants),
        "tried": len(tried),
        "modules": {path: dict(sorted(counts.items())) for path, counts in sorted(modules.items())},
        "survivors": [
            {"function": function, "change": change, "reason": reasons.get((function, change), "")}
            for function, change in sorted(told)
        ],
    }


def read_reasons() -> Mapping[tuple[str, str], str]:
    """Why some mutants are no fault of the tests, by function and change."""
    written = yaml.safe_load(REASONS.read_text(encoding="utf-8")) or []
    return {
        (each["function"], change.strip()): each["reason"]
        for each in written
        for change in each["changes"]
    }


def write_results(room: str = "", number: int = 0) -> None:
    """Write what the books of mutmut say into results.json: of a sample, or of all but samples."""
    from importlib.metadata import version

    results = json.loads(RESULTS.read_text(encoding="utf-8"))
    if room:
        samples = results["samples"].setdefault(room, {})
        samples[str(number)] = sum_up_sample(
            read_sample(room, number), samples.get(str(number), {})
        )
    else:
        results |= summarise(list(read_mutants()))
    results["mutmut"] = version("mutmut")
    write(forget_what_has_gone(results))


def sum_up_sample(mutants: list[Mutant], before: Mapping[str, Any]) -> Mapping[str, Any]:
    """A sample as it is now, and which of its mutants were missed when they were first judged."""
    was = frozenset(before.get("missed at first", ()))
    found = FOUND | {UNJUDGED}
    missed = sorted(each.name for each in mutants if each.name in was or each.fate not in found)
    return {"missed at first": missed, **summarise(mutants)}


def forget_what_has_gone(results: Mapping[str, Any]) -> dict[str, Any]:
    """The same without the modules, and the survivors in them, that are no longer there."""
    samples = {
        room: {number: _of_what_is_there(sample) for number, sample in sorted(each.items())}
        for room, each in sorted(results["samples"].items())
    }
    return {**_of_what_is_there(results), "samples": samples}


def _of_what_is_there(results: Mapping[str, Any]) -> dict[str, Any]:
    kept = {path: counts for path, counts in results["modules"].items() if Path(path).exists()}
    names = tuple(path.removesuffix(".py").replace("/", ".") + "." for path in kept)
    survivors = [each for each in results["survivors"] if each["function"].startswith(names)]
    return {**results, "modules": kept, "survivors": survivors}


def write(results: Mapping[str, Any]) -> None:
    """Write results.json, in the same order and bytes for the same results."""
    text = json.dumps(results, indent=1, ensure_ascii=False)
    RESULTS.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write(forget_what_has_gone(json.loads(RESULTS.read_text(encoding="utf-8"))))
