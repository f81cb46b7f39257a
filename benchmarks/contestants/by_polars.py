"""Polars streaming: joins in rounds, each round from files and into a file."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.contestants.contestant import LINE
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.contestants.contestant import Answer


class Polars:
    """Polars streaming, which has no recursion: Python goes round, and every round is a join.

    Args:
        work: the folder that rounds are written to.
    """

    def __init__(self, work: Path) -> None:
        self._work, self._numbers = work, count()

    def load(self, folder: Path) -> None:
        """From Parquet in parts, with its own reader."""
        bodies = pl.scan_parquet(folder / "bodies" / "*.parquet").with_row_index("i")
        self.body = self._keep(
            bodies.select(
                "i", "id", "kind", apex=pl.col("apex") == "true", here=pl.col("status") != "ended"
            )
        )
        relations = pl.scan_parquet(folder / "relations" / "*.parquet")
        for end, number in (("from", "s"), ("to", "t")):
            named = self.body.select(
                pl.col("i").alias(number), "id", pl.col("here").alias(f"h{number}")
            )
            relations = relations.join(named, left_on=end, right_on="id", how="left")
        holds = (pl.col("hs") & pl.col("ht")).fill_null(value=False)
        self.relation = self._keep(relations.select("s", "t", "kind", holds=holds))
        lines = self.relation.filter(
            pl.col("kind") == LINE, pl.col("holds"), pl.col("s") != pl.col("t")
        )
        self.line = self._keep(lines.select("s", "t").unique())

    def _keep(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """The same from a file of its own."""
        path = self._work / f"{next(self._numbers)}.parquet"
        frame.sink_parquet(path)
        return pl.scan_parquet(path)

    def _reach(self, seed: pl.LazyFrame, lines: pl.LazyFrame) -> pl.LazyFrame:
        """Bodies, and all from which lines lead to one of them."""
        reached, fresh = [self._keep(seed)], self._keep(seed)
        left = lines
        while True:
            left = self._keep(left.join(fresh, left_on="s", right_on="i", how="anti"))
            met = left.join(fresh, left_on="t", right_on="i", how="semi")
            fresh = self._keep(met.select(i="s").unique())
            if not _count(fresh):
                return self._keep(pl.concat(reached))
            reached.append(fresh)

    def _rings(self) -> pl.LazyFrame:
        """Bodies in rings, and the first of each ring: trimmed, then closed over itself."""
        core, before = self.line, -1
        while before != (before := _count(core)):
            core = core.join(core, left_on="s", right_on="t", how="semi")
            core = self._keep(core.join(core, left_on="t", right_on="s", how="semi"))
        closure = fresh = core.collect().rename({"s": "a", "t": "b"})
        lines = core.collect()
        while len(fresh):
            onward = fresh.join(lines, left_on="b", right_on="s").select("a", b="t").unique()
            fresh = onward.join(closure, on=["a", "b"], how="anti")
            closure = pl.concat([closure, fresh])
        back = closure.select(a="b", b="a")
        both = closure.join(back, on=["a", "b"], how="semi")
        return both.group_by("a").agg(c=pl.col("b").min()).rename({"a": "i"}).lazy()

    def check(self) -> Answer:
        """Reach, rings and counts."""
        apexes = self.body.filter(pl.col("apex") & pl.col("here")).select("i")
        arrived = self._reach(apexes, self.line)
        ring = self._rings()
        own_kind = self.relation.filter(pl.col("kind") == LINE)
        gone = own_kind.filter(~pl.col("holds"), pl.col("s").is_not_null()).select(i="s").unique()
        own = own_kind.filter(pl.col("holds"), pl.col("s") == pl.col("t")).select(i="s").unique()
        lost = self.body.filter("here").select("i").join(arrived, on="i", how="anti")
        for name, some in (("up", self.line.select(i="s").unique()), ("gone", gone), ("own", own)):
            flags = some.with_columns(pl.lit(value=True).alias(name))
            lost = lost.join(flags, on="i", how="left").with_columns(
                pl.col(name).fill_null(value=False)
            )
        lost = self._keep(lost)
        below = self.line.join(lost, left_on="s", right_on="i", how="semi")
        met = self._reach(lost.filter(pl.col("gone") | ~pl.col("up")).select("i"), below)
        broken = lost.filter(pl.col("up") | (pl.col("gone") & ~pl.col("own")))
        circling = ring.join(met, on="i", how="anti")
        starts = self.line.group_by("s").len()
        return {
            "GG101": _count(lost.filter(~pl.col("up"), ~pl.col("gone"), ~pl.col("own"))),
            "GG102": _count(broken.join(circling, on="i", how="anti")),
            "GG103": _count(ring.select("c").unique()),
            "bodies in rings": _count(ring),
            "GG104": _count(own),
            "GG105": _count(starts.filter(pl.col("len") > 1)),
            "GG106": self._count_unknown(),
            "apexes": _count(apexes),
            "GG109": self._count_skipped(ring),
        }

    def _count_unknown(self) -> int:
        """Ends and kinds that nothing goes by."""
        wrong = self.relation.select(
            pl.col("s").is_null().sum()
            + pl.col("t").is_null().sum()
            + (~pl.col("kind").is_in(list(RELATION_KINDS))).sum()
        )
        kinds = self.body.select((~pl.col("kind").is_in(list(BODY_KINDS))).sum())
        return sum(int(each.collect(engine="streaming").item()) for each in (wrong, kinds))

    def _count_skipped(self, ring: pl.LazyFrame) -> int:
        """Lines past a body to which the other two have a line as well."""
        heads = self.line.group_by("s").len().filter(pl.col("len") > 1)
        past = self._keep(self.line.join(heads, on="s", how="semi"))
        steps = past.join(self.line, left_on="t", right_on="s", suffix=" past")
        met = steps.join(past, left_on=["s", "t past"], right_on=["s", "t"], how="semi")
        ends = {"s": "a", "t": "b", "t past": "c"}
        for end, name in ends.items():
            named = ring.select(pl.col("i").alias(end), pl.col("c").alias(f"ring {name}"))
            met = met.join(named, on=end, how="left")
        apart = [
            (pl.col(f"ring {one}") != pl.col(f"ring {other}")).fill_null(value=True)
            for one, other in ("ab", "ac", "bc")
        ]
        return _count(met.filter(*apart).select("s", "t past").unique())


def _count(frame: pl.LazyFrame) -> int:
    return int(frame.select(pl.len()).collect(engine="streaming").item())
