"""One contestant loads and checks one register in a process of its own, and prints what it found.

    python -m benchmarks.peers igraph build/1000000

Every contestant answers the same question, that of the rules GG101 to GG109, and gives one number
for each. networkx, rustworkx and igraph are asked in their quickest documented way: graphs are
built from lists of numbers, reach and components by the library's own functions, no loop in Python
but where the library offers none (for the few bodies with several superiors). The rows are read
for them by Polars, identifiers numbered by its joins; networkx, whose nodes may be anything, takes
the identifiers as they are from Python's own reader. DuckDB does all of it in SQL.
"""

from __future__ import annotations

import csv
import gc
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from benchmarks.stages import Stages
from govgraph.checks.catalogue import all_checks
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

LINE = "accountable_to"
Answer = dict[str, int]


class Contestant(Protocol):
    """One way of loading a register and checking it."""

    def load(self, folder: Path) -> None:
        """Read the two tables, and build the library's own graph of the lines that hold."""

    def check(self) -> Answer:
        """One number for each of the rules GG101 to GG109."""

    def depth(self) -> int:
        """Steps of the longest chain, a ring counted as one place: what GG111 rests on."""


@dataclass
class Rows:
    """A register as numbers: what a library's graph is built of.

    Attributes:
        count: number of bodies.
        lines: pairs of numbers, subordinate first, without lines to oneself.
        own: number of lines from a body to itself, and the bodies that have one.
        gone: bodies with a relation upward that does not hold.
        unknown: number of cells that name what is not there.
    """

    count: int
    lines: list[tuple[int, int]]
    own: tuple[int, set[int]]
    present: list[bool]
    apexes: list[int]
    gone: set[int]
    unknown: int


def read_rows(folder: Path) -> Rows:
    """The register as numbers, by Polars and its joins."""
    import polars as pl

    bodies = pl.read_csv(folder / "bodies.csv", infer_schema=False).select(
        "id", "kind", apex=pl.col("apex") == "true", here=pl.col("status") != "ended"
    )
    relations = pl.read_csv(folder / "relations.csv", infer_schema=False)
    numbers = bodies.select("id", "here").with_row_index("number")
    joined = relations.join(
        numbers.rename({"id": "from", "number": "below", "here": "below_here"}),
        on="from",
        how="left",
    ).join(
        numbers.rename({"id": "to", "number": "above", "here": "above_here"}), on="to", how="left"
    )
    unknown = joined["below"].null_count() + joined["above"].null_count()
    unknown += relations.filter(~pl.col("kind").is_in(list(RELATION_KINDS))).height
    unknown += bodies.filter(~pl.col("kind").is_in(list(BODY_KINDS))).height
    accounting = joined.filter(pl.col("kind") == LINE)
    holds = pl.col("below_here").fill_null(value=False) & pl.col("above_here").fill_null(
        value=False
    )
    lines = accounting.filter(holds)
    own = lines.filter(pl.col("below") == pl.col("above"))["below"].to_list()
    apart = lines.filter(pl.col("below") != pl.col("above"))
    gone = accounting.filter(~holds & pl.col("below").is_not_null())["below"].to_list()
    return Rows(
        count=len(bodies),
        lines=list(zip(apart["below"].to_list(), apart["above"].to_list(), strict=True)),
        own=(len(own), set(own)),
        present=bodies["here"].to_list(),
        apexes=bodies.select(pl.arg_where(pl.col("apex") & pl.col("here"))).to_series().to_list(),
        gone=set(gone),
        unknown=unknown,
    )


@dataclass(frozen=True)
class Seen:
    """What a library found of the bodies that hold.

    Attributes:
        bodies: those that hold.
        arrived: those that arrive at an apex.
        superiors: number of superiors of one.
        own: number of lines to oneself, and who has one.
        gone: those with a relation upward that does not hold.
        rings: sets of two or more that answer to one another.
    """

    bodies: Iterable[Any]
    arrived: Collection[Any]
    superiors: Callable[[Any], int]
    own: tuple[int, Collection[Any]]
    gone: Collection[Any]
    rings: Sequence[Collection[Any]]


def sum_up(seen: Seen, below: Callable[[set[Any], set[Any]], Collection[Any]]) -> Answer:
    """The rules that need a look at each body; `below` gives those below some of the lost."""
    lost = {body for body in seen.bodies if body not in seen.arrived}
    orphaned, broken, stops = 0, set(), set()
    for body in lost:
        if seen.superiors(body):
            broken.add(body)
            if body in seen.gone:
                stops.add(body)
            continue
        stops.add(body)
        if body in seen.own[1]:
            continue
        if body in seen.gone:
            broken.add(body)
        else:
            orphaned += 1
    met = below(stops, lost) if seen.rings else set()
    ringed = {body for ring in seen.rings for body in ring if body in lost and body not in met}
    return {
        "GG101": orphaned,
        "GG102": len(broken - ringed),
        "GG103": len(seen.rings),
        "bodies in rings": sum(map(len, seen.rings)),
        "GG104": seen.own[0],
    }


def count_skipped(
    heads: Iterable[Any],
    superiors_of: Callable[[Any], Collection[Any]],
    rings: Sequence[Collection[Any]],
) -> int:
    """Lines past a body to which the other two have a line, rings aside."""
    ring_of = {body: number for number, ring in enumerate(rings) for body in ring}

    def apart(one: Any, other: Any) -> bool:  # noqa: ANN401 - a node of any library
        return one not in ring_of or ring_of[one] != ring_of.get(other)

    found = 0
    for body in heads:
        direct = {above for above in superiors_of(body) if apart(body, above)}
        passed: set[Any] = set()
        for middle in direct:
            tops = direct.intersection(superiors_of(middle))
            passed.update(top for top in tops if apart(middle, top))
        found += len(passed)
    return found


class Networkx:
    """networkx: nodes are the identifiers themselves."""

    def load(self, folder: Path) -> None:
        """With Python's reader."""
        import networkx as nx

        with (folder / "bodies.csv").open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        self.present = {row[0] for row in rows if row[4] != "ended"}
        self.apexes = [row[0] for row in rows if row[3] == "true" and row[0] in self.present]
        known = {row[0] for row in rows}
        self.unknown = sum(row[2] not in BODY_KINDS for row in rows)
        self.gone, own, edges = set(), [], []
        with (folder / "relations.csv").open(newline="", encoding="utf-8") as file:
            reader = csv.reader(file)
            next(reader)
            for below, kind, above in reader:
                self.unknown += (
                    (below not in known) + (above not in known) + (kind not in RELATION_KINDS)
                )
                if kind != LINE:
                    continue
                if below not in self.present or above not in self.present:
                    self.gone.add(below)
                elif below == above:
                    own.append(below)
                else:
                    edges.append((below, above))
        self.own = (len(own), set(own))
        self.graph: nx.DiGraph[str] = nx.DiGraph()
        self.graph.add_nodes_from(self.present)
        self.graph.add_edges_from(edges)

    def check(self) -> Answer:
        """By reach from a node above the apexes."""
        import networkx as nx

        graph = self.graph
        rings = [ring for ring in nx.strongly_connected_components(graph) if len(ring) > 1]
        heads = [body for body, degree in graph.out_degree() if degree > 1]
        skipped = count_skipped(heads, lambda body: graph.adj[body], rings)
        arrived = _networkx_below(graph, self.apexes)
        seen = Seen(self.present, arrived, graph.out_degree, self.own, self.gone, rings)
        answer = sum_up(
            seen,
            lambda stops, lost: _networkx_below(graph.subgraph(lost).copy(), stops),
        )
        return answer | {
            "GG105": len(heads),
            "GG106": self.unknown,
            "apexes": len(self.apexes),
            "GG109": skipped,
        }

    def depth(self) -> int:
        """Of the condensation, which has no rings."""
        import networkx as nx

        return int(nx.dag_longest_path_length(nx.condensation(self.graph)))


def _networkx_below(graph: Any, tops: Collection[str]) -> set[str]:  # noqa: ANN401 - networkx's
    import networkx as nx

    graph.add_edges_from((top, "") for top in tops)
    below: set[str] = nx.ancestors(graph, "")
    graph.remove_node("")
    return below


class Rustworkx:
    """rustworkx: nodes are numbers, one more stands above every apex."""

    def load(self, folder: Path) -> None:
        """With Polars."""
        import rustworkx as rx

        self.rows = read_rows(folder)
        self.graph = rx.PyDiGraph(multigraph=False)
        self.graph.add_nodes_from(range(self.rows.count))
        self.graph.add_edges_from_no_data(self.rows.lines)

    def check(self) -> Answer:
        """By reach from a node above the apexes."""
        import rustworkx as rx

        graph, rows = self.graph, self.rows
        rings = [ring for ring in rx.strongly_connected_components(graph) if len(ring) > 1]
        degrees = [graph.out_degree(body) for body in range(rows.count)]
        heads = [body for body, degree in enumerate(degrees) if degree > 1]
        skipped = count_skipped(heads, graph.successor_indices, rings)
        arrived = self._below(graph, rows.apexes)

        def below(stops: set[int], lost: set[int]) -> set[int]:
            part = graph.subgraph(sorted(lost))  # keeps the order
            order = sorted(lost)
            place = {body: number for number, body in enumerate(order)}
            return {order[at] for at in self._below(part, [place[stop] for stop in stops])}

        bodies = [body for body, here in enumerate(rows.present) if here]
        seen = Seen(bodies, arrived, degrees.__getitem__, rows.own, rows.gone, rings)
        answer = sum_up(seen, below)
        return answer | _rest(rows, heads, skipped)

    def depth(self) -> int:
        """Of the condensation, in which a ring is a node with a line to itself."""
        import rustworkx as rx

        small: Any = rx.condensation(self.graph)
        small.remove_edges_from([(a, b) for a, b in small.edge_list() if a == b])
        return int(rx.dag_longest_path_length(small))

    @staticmethod
    def _below(graph: Any, tops: Collection[int]) -> set[int]:  # noqa: ANN401 - rustworkx's
        import rustworkx as rx

        above = graph.add_node(None)
        graph.add_edges_from_no_data([(top, above) for top in tops])
        below: set[int] = rx.ancestors(graph, above)
        graph.remove_node(above)
        return below


class Igraph:
    """igraph: vertices are numbers, one more stands above every apex."""

    def load(self, folder: Path) -> None:
        """With Polars."""
        import igraph

        self.rows = read_rows(folder)
        top = self.rows.count
        edges = self.rows.lines + [(apex, top) for apex in self.rows.apexes]
        self.graph = igraph.Graph(n=top + 1, edges=edges, directed=True)

    def check(self) -> Answer:
        """By reach from a vertex above the apexes."""
        graph, rows = self.graph, self.rows
        arrived = set(graph.subcomponent(rows.count, mode="in"))
        graph.delete_vertices(rows.count)
        graph.simplify(loops=False)
        rings = [ring for ring in graph.connected_components(mode="strong") if len(ring) > 1]
        degrees = graph.outdegree()
        heads = [body for body, degree in enumerate(degrees) if degree > 1]
        skipped = count_skipped(heads, graph.successors, rings)

        def below(stops: set[int], lost: set[int]) -> set[int]:
            order = sorted(lost)
            place = {body: number for number, body in enumerate(order)}
            part = graph.induced_subgraph(order)
            above = part.add_vertex().index
            part.add_edges([(place[stop], above) for stop in stops])
            return {order[at] for at in part.subcomponent(above, mode="in") if at != above}

        bodies = [body for body, here in enumerate(rows.present) if here]
        seen = Seen(bodies, arrived, degrees.__getitem__, rows.own, rows.gone, rings)
        answer = sum_up(seen, below)
        return answer | _rest(rows, heads, skipped)

    def depth(self) -> int:
        """Of the contracted graph in topological order; igraph has no longest path of its own."""
        small = self.graph.copy()
        small.contract_vertices(small.connected_components(mode="strong").membership)
        small.simplify()
        steps = [0] * small.vcount()
        above = small.get_adjlist(mode="in")
        for body in small.topological_sorting(mode="in"):
            onward = steps[body] + 1
            for below in above[body]:
                steps[below] = max(steps[below], onward)
        return max(steps)


def _rest(rows: Rows, heads: list[int], skipped: int) -> Answer:
    return {
        "GG105": len(heads),
        "GG106": rows.unknown,
        "apexes": len(rows.apexes),
        "GG109": skipped,
    }


class Duckdb:
    """DuckDB: recursive SQL with keys, rings from the closure of what trimming leaves."""

    def load(self, folder: Path) -> None:
        """With its own reader."""
        import duckdb

        self.database = duckdb.connect()
        self._run("set threads = 2")
        tables = {"folder": str(folder), "line": LINE}
        self._run(
            """create table body as select (row_number() over ())::int i, id, kind,
            apex = 'true' as apex, status <> 'ended' as here
            from read_csv('{folder}/bodies.csv', all_varchar = true)""",
            **tables,
        )
        self._run(
            """create table relation as select f.i s, t.i t, r.kind,
            coalesce(f.here and t.here, false) holds
            from read_csv('{folder}/relations.csv', all_varchar = true) r
            left join body f on f.id = r."from" left join body t on t.id = r."to" """,
            **tables,
        )
        self._run(
            """create table line as select distinct s, t from relation
            where kind = '{line}' and holds and s <> t""",
            **tables,
        )

    def _run(self, sql: str, **names: str) -> None:
        self.database.execute(sql.format(**names))

    def _one(self, sql: str, **names: str) -> int:
        row = self.database.execute(sql.format(**names)).fetchone()
        return int(row[0]) if row else 0

    def _reach(self, name: str, seed: str, lines: str) -> None:
        self._run(
            """create table {name} as with recursive r(i, z) using key (i) as (
            select i, true from ({seed}) union
            select e.s, true from r join {lines} e on e.t = r.i
            where e.s not in (select i from recurring.r)) select i from r""",
            name=name,
            seed=seed,
            lines=lines,
        )

    def check(self) -> Answer:
        """Reach, rings and counts as tables."""
        self._reach("arrived", "select i from body where apex and here", "line")
        self._rings()
        self._run(
            """create table gone as select s i from relation
            where kind = '{line}' and not holds and s is not null""",
            line=LINE,
        )
        self._run(
            """create table own as select s i from relation
            where kind = '{line}' and holds and s = t""",
            line=LINE,
        )
        self._run(
            """create table lost as select i, i in (select s from line) up,
            i in (select i from gone) gone, i in (select i from own) own
            from body where here and i not in (select i from arrived)"""
        )
        self._run(
            """create table lost_line as select * from line where s in (select i from lost)"""
        )
        self._reach("met", "select i from lost where gone or not up", "lost_line")
        kinds, relations = (
            ", ".join(f"'{kind}'" for kind in known) for known in (BODY_KINDS, RELATION_KINDS)
        )
        return {
            "GG101": self._one("select count(*) from lost where not up and not gone and not own"),
            "GG102": self._one(
                """select count(*) from lost where (up or (gone and not own)) and not
                (i in (select i from ring) and i not in (select i from met))"""
            ),
            "GG103": self._one("select count(distinct c) from ring"),
            "bodies in rings": self._one("select count(*) from ring"),
            "GG104": self._one("select count(*) from own"),
            "GG105": self._one(
                "select count(*) from (select s from line group by s having count(*) > 1)"
            ),
            "GG106": self._one(
                """select (select count(*) filter (s is null) + count(*) filter (t is null)
                + count(*) filter (kind not in ({relations})) from relation)
                + (select count(*) from body where kind not in ({kinds}))""",
                kinds=kinds,
                relations=relations,
            ),
            "apexes": self._one("select count(*) from body where apex and here"),
            "GG109": self._skipped(),
        }

    def depth(self) -> int:
        """Rounds from those with nobody above them, each to all who answer to the last."""
        self._run(
            """create table short as select distinct coalesce(a.c, s) s, coalesce(b.c, t) t
            from line left join ring a on a.i = s left join ring b on b.i = t
            where coalesce(a.c, s) <> coalesce(b.c, t)"""
        )
        return self._one(
            """with recursive r(i, d) as (select distinct t, 0 from short
            where t not in (select s from short) union
            select short.s, d + 1 from r join short on short.t = r.i) select max(d) from r"""
        )

    def _rings(self) -> None:
        """Trim what has nothing above or below it, then close what is left over itself."""
        self._run("create table core as select * from line")
        before = -1
        while before != (before := self._one("select count(*) from core")):
            self._run(
                """create or replace table core as select * from core
                where s in (select t from core) and t in (select s from core)"""
            )
        self._run(
            """create table closure as with recursive r(a, b) as (select s, t from core
            union select r.a, core.t from r join core on core.s = r.b) select * from r"""
        )
        self._run(
            """create table ring as select x.a i, min(x.b) c from closure x
            join closure y on y.a = x.b and y.b = x.a group by x.a"""
        )

    def _skipped(self) -> int:
        return self._one(
            """select count(*) from (select distinct one.s, past.t from line one
            join line two on two.s = one.t join line past on past.s = one.s and past.t = two.t
            left join ring a on a.i = one.s left join ring b on b.i = one.t
            left join ring c on c.i = past.t
            where (a.c is null or a.c is distinct from b.c)
            and (a.c is null or a.c is distinct from c.c)
            and (b.c is null or b.c is distinct from c.c))"""
        )


class Govgraph:
    """govgraph itself, as a library."""

    def __init__(self) -> None:
        """Imports the rules, which is timed with the other imports."""
        all_checks()

    def load(self, folder: Path) -> None:
        """As columns: who answers to whom, who has a line that does not hold, who is an apex."""
        from govgraph import registers

        register = registers.load(folder)
        self.graph = graph = registers.build_graph(register)
        self.built = graph.lines, graph.missing, graph.apex  # worked out when first asked for

    def check(self) -> Answer:
        """The rules GG101 to GG109."""
        import numpy as np

        from govgraph import registers

        graph = self.graph
        findings = registers.check(graph, select=["GG10"])
        counts = dict.fromkeys([f"GG10{number}" for number in (1, 2, 3, 4, 5, 6, 9)], 0)
        for group in findings.groups:
            if group.check.code in counts:
                counts[group.check.code] += len(group)
        return counts | {
            "bodies in rings": sum(map(len, graph.rings)),
            "apexes": int(np.count_nonzero(graph.apex)),
        }

    def depth(self) -> int:
        """The whole rule GG111, which also says at which bodies chains are too long."""
        from govgraph import registers

        registers.check(self.graph, select=["GG111"])
        return int(self.graph.depths.max())


CONTESTANTS: dict[str, tuple[type[Contestant], tuple[str, ...]]] = {
    "govgraph": (
        Govgraph,
        (
            "polars",
            "govgraph.registers",
            "govgraph.verbs",
            "govgraph.graph.registers.reading",
            "govgraph.graph.registers.lines",
            "govgraph.graph.registers.excerpt",
            "govgraph.checks.registers.runner",
        ),
    ),
    "networkx": (Networkx, ("networkx",)),
    "rustworkx": (Rustworkx, ("rustworkx", "polars")),
    "igraph": (Igraph, ("igraph", "polars")),
    "DuckDB": (Duckdb, ("duckdb",)),
}
"""Each contestant and what it imports, which is timed apart."""


def main() -> None:
    """Time one contestant on one register."""
    name, folder = sys.argv[1], Path(sys.argv[2])
    contestant, modules = CONTESTANTS[name]
    stages = Stages()
    for module in modules:
        __import__(module)
    one = contestant()
    gc.collect()
    gc.freeze()  # for all alike: the collector need not look at what was imported
    stages.end("import")
    one.load(folder)
    stages.end("load")
    answer = one.check()
    stages.end("check")
    answer["longest chain"] = one.depth()
    stages.end("depth")
    gc.unfreeze()
    print(json.dumps(stages.measured() | {"answer": dict(sorted(answer.items()))}))


if __name__ == "__main__":
    main()
