"""A baseline of a register: the same file as that of a structure, made and held by the column."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from govgraph.checks.baseline import Measured, read_keys
from govgraph.registers.graph.row_sentences import choose_fill, make_subjects
from govgraph.registers.reading.frames import load_polars
from govgraph.registers.rules.register_findings import RegisterFindings, RegisterGroup

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govgraph.checks.baseline import Key
    from govgraph.graph.line_columns import Rows
    from govgraph.registers.reading.register import Register

    Frame = Any  # of Polars, which enters through `graph.registers` alone
    Column = Any

KEY = ("code", "subject")
TIME = "time"
"""The how-manieth finding of one key it is: two relations may read alike."""


def find_keys(findings: RegisterFindings) -> Iterator[Key]:
    """What a baseline holds of the findings, in order."""
    return iter(_find_keys(findings).select(KEY).sort(KEY).iter_rows())


def hold_against(findings: RegisterFindings, path: Path) -> Measured[RegisterFindings]:
    """What is new since the baseline in a file.

    Raises:
        LoadError: the file is no baseline.
    """
    polars = load_polars()
    texts = dict.fromkeys(KEY, polars.String)
    known = polars.DataFrame(list(read_keys(path)), schema=texts, orient="row")
    found = _count(_find_keys(findings))
    new = found.join(_count(known), on=[*KEY, TIME], how="anti")
    groups = []
    for place, group in enumerate(findings.groups):
        kept = np.sort(new.filter(polars.col("group") == place)["place"].to_numpy())
        if len(kept):
            groups.append(_keep(group, kept))
    met = len(found) - len(new)
    return Measured(replace(findings, groups=tuple(groups)), met, len(known) - met)


def _find_keys(findings: RegisterFindings) -> Frame:
    """Code and subject of every finding, its group and its place there."""
    polars = load_polars()
    register = findings.graph.register
    frames = [
        polars.DataFrame({"subject": find_subjects(register, group)}).select(
            polars.lit(group.check.code).alias("code"),
            "subject",
            polars.lit(number, dtype=polars.Int32).alias("group"),
            polars.int_range(polars.len()).alias("place"),
        )
        for number, group in enumerate(findings.groups)
    ]
    schema = dict.fromkeys(KEY, polars.String) | {"group": polars.Int32, "place": polars.Int64}
    return polars.concat([polars.DataFrame(schema=schema), *frames])


def find_subjects(register: Register, group: RegisterGroup) -> Column:
    """What each finding of a group is about, as the baseline of a structure has it in words."""
    polars = load_polars()
    rows = make_subjects(register, group.bodies, group.relations)
    words = ["body"] if group.relations is None else ["from", "kind", "to"]
    parts = [polars.col(word) for word in words]
    if group.variant:
        parts.append(polars.lit(group.variant))
    told = rows.select(polars.concat_str(parts, separator=" ", ignore_nulls=True))
    return told.to_series()


def _count(keys: Frame) -> Frame:
    polars = load_polars()
    return keys.with_columns(polars.int_range(polars.len()).over(KEY).alias(TIME))


def _keep(group: RegisterGroup, places: Rows) -> RegisterGroup:
    """Some findings of a group, by their places."""
    chain, others = group.chain, group.others
    return replace(
        group,
        bodies=group.bodies[places],
        relations=None if group.relations is None else group.relations[places],
        fills=tuple(choose_fill(fill, places) for fill in group.fills),
        chain=None if chain is None else lambda some: chain(places[some]),
        others=None if others is None else lambda some: others(places[some]),
        ends={slot: bodies[places] for slot, bodies in group.ends.items()},
    )
