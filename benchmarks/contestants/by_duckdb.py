"""DuckDB: recursive SQL with keys, rings from the closure of what trimming leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.contestants.contestant import LINE
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.contestants.contestant import Answer


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
