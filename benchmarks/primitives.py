"""The engines beside networkx: the same questions of the same lines in the same run.

    python -m benchmarks.primitives 1000000

builds a made-up register, asks networkx and both engines, compares the answers before the clocks,
and prints a table. Times are the processor's, so that other work on the machine does not count;
an engine's is the median of several runs, that of networkx of one, its graph built beforehand and
not counted. *All five in a row* is what `check` asks of one set of lines: the contraction is made
once for them. The plain engine is asked up to 100,000 bodies; it is meant for fewer than 5,000.

Python collects garbage as it does in any program, which costs networkx a third of its time at a
million bodies; `--no-collector` shows all of them without.
"""

from __future__ import annotations

import argparse
import gc
import platform
import statistics
import sys
import time
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np

from benchmarks.registers import build_register
from govgraph.graph import contraction, plain

if TYPE_CHECKING:
    from benchmarks.registers import Register
    from govgraph.graph.engine import Engine

    Answer = int | tuple[int, int]

ABOVE = -1  # the node above every apex in networkx's graph
CHECK = ("arrivals", "rings", "depths", "superior_counts", "subordinate_counts")
WITH_APEX = ("arrivals", "dependants")
PLAIN_TO = 100_000


class Peer:
    """networkx, asked in its quickest documented way; every answer drawn together into numbers."""

    def __init__(self, register: Register) -> None:
        froms, tos = register.lines()
        self.graph: nx.DiGraph[int] = nx.DiGraph()
        self.graph.add_nodes_from(range(register.count))
        apart = froms != tos
        self.graph.add_edges_from(zip(froms[apart].tolist(), tos[apart].tolist(), strict=True))
        self.rooted = self.graph.copy()
        self.rooted.add_edges_from((body, ABOVE) for body in np.flatnonzero(register.apex).tolist())

    def arrivals(self) -> int:
        """Number of bodies that reach an apex."""
        return len(nx.ancestors(self.rooted, ABOVE))

    def cycles(self) -> tuple[int, int]:
        """Number of rings and of the bodies on them."""
        found = [len(cycle) for cycle in nx.strongly_connected_components(self.graph)]
        return _sum_rings([size for size in found if size > 1])

    def depths(self) -> int:
        """Steps of the longest chain."""
        return int(nx.dag_longest_path_length(nx.condensation(self.graph)))

    def superior_counts(self) -> int:
        """Number of bodies with several superiors."""
        return sum(degree > 1 for _, degree in self.graph.out_degree())

    def subordinate_counts(self) -> int:
        """The widest span."""
        return max(degree for _, degree in self.graph.in_degree())

    def dependants(self) -> tuple[int, int]:
        """Number of bodies that others depend on, and the most that depend on one."""
        nearest = nx.immediate_dominators(self.rooted.reverse(copy=False), ABOVE)
        below: dict[int, list[int]] = {ABOVE: []} | {body: [] for body in nearest}
        for body, above in nearest.items():
            if body != ABOVE:
                below[above].append(body)
        order = [ABOVE]
        for body in order:
            order += below[body]
        sizes = dict.fromkeys(order, 1)
        for body in order[:0:-1]:
            sizes[nearest[body]] += sizes[body]
        del sizes[ABOVE]
        return sum(size > 1 for size in sizes.values()), max(sizes.values()) - 1


def _sum_rings(sizes: list[int]) -> tuple[int, int]:
    return len(sizes), sum(sizes)


def summarise(question: str, answer: Any) -> Answer:  # noqa: ANN401 - each question has its own
    """An engine's answer in the numbers that networkx gives."""
    if question == "rings":
        return _sum_rings([len(cycle) for cycle in answer])
    column = np.asarray(answer)
    if question == "arrivals":
        return int(np.count_nonzero(column))
    if question == "superior_counts":
        return int(np.count_nonzero(column > 1))
    if question == "dependants":
        return int(np.count_nonzero(column)), int(column.max())
    return int(column.max())


def ask(engine: Engine, questions: tuple[str, ...], register: Register) -> tuple[float, list[Any]]:
    """Seconds for some questions in a row, of columns not seen before, and the answers."""
    froms, tos = register.lines()
    froms.flags.writeable = tos.flags.writeable = False
    answers = []
    gc.collect()
    start = time.process_time()
    for question in questions:
        apex = (register.apex,) if question in WITH_APEX else ()
        answers.append(getattr(engine, question)(register.count, froms, tos, *apex))
    return time.process_time() - start, answers


def ask_peer(peer: Peer, question: str) -> tuple[float, Answer]:
    """Seconds that networkx needs for a question, and its answer."""
    gc.collect()
    start = time.process_time()
    answer = getattr(peer, question)()
    return time.process_time() - start, answer


def compare(register: Register, times: int) -> None:
    """Print one table; stop where an engine and networkx disagree."""
    peer = Peer(register)
    print(f"{register.count:,} bodies, {len(register.lines()[0]):,} lines; milliseconds;")
    print(f"Python {platform.python_version()}, NumPy {np.__version__}, networkx {nx.__version__}")
    print("\n| question | networkx | plain | times faster | contraction | times faster |")
    print("|---|---:|---:|---:|---:|---:|")
    together = 0.0
    for question in CHECK:
        together += _compare_one(peer, question, register, times)
    _print_row("all five in a row", together, CHECK, register, times)
    _compare_one(peer, "dependants", register, times)


def _compare_one(peer: Peer, question: str, register: Register, times: int) -> float:
    seconds, expected = ask_peer(peer, question)
    for engine in _choose_engines(register):
        _, (answer,) = ask(engine, (question,), register)
        if summarise(question, answer) != expected:
            sys.exit(f"{question}: {summarise(question, answer)}, but networkx says {expected}")
    _print_row(question, seconds, (question,), register, times)
    return seconds


def _choose_engines(register: Register) -> tuple[Engine, ...]:
    return (plain, contraction) if register.count <= PLAIN_TO else (contraction,)


def _print_row(
    name: str, seconds: float, questions: tuple[str, ...], register: Register, times: int
) -> None:
    cells = [name.replace("_", " "), f"{1_000 * seconds:,.1f}"]
    engines = _choose_engines(register)
    cells += [""] * 2 * (2 - len(engines))
    for engine in engines:
        taken = statistics.median(ask(engine, questions, register)[0] for _ in range(times))
        cells += [f"{1_000 * taken:,.2f}", f"{seconds / taken:,.1f}"]
    print(f"| {' | '.join(cells)} |", flush=True)


def main() -> None:
    """Compare the engines at one size."""
    parser = argparse.ArgumentParser(description="Time the engines beside networkx.")
    parser.add_argument("count", type=int, help="number of bodies, 20 to 10,000,000")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--times", type=int, default=5, help="runs of each engine")
    parser.add_argument("--no-collector", action="store_true", help="collect no garbage")
    given = parser.parse_args()
    if given.no_collector:
        gc.disable()
    compare(build_register(given.count, given.seed), given.times)


if __name__ == "__main__":
    main()
