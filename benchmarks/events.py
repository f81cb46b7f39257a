"""What Spark's own log says of each round: rows and bytes shuffled, and how evenly."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

WRITTEN = re.compile(
    r"\(\d+\) Execute InsertIntoHadoopFsRelationCommand\n(?:.*\n)*?"
    r"Arguments: \S*govgraph-\w+/(\d{4})-([\w-]+)"
)
MEGA = 1_000_000
SHUFFLED = """\
{count:,} bodies: {jobs} jobs, {outside} of them for no round; {writes} writes, {kept:.1f} MB.
A register of any size and the same depth has as many rounds, and as many bytes for each relation.
Bytes and rows go from machine to machine; here they would if there were several, as this run was
told to send nothing whole to all of them, which is how it is with a register a thousand times as
large. All rounds of one name together, and the largest of them; memory is the most that one task
takes to join, sort and sum up, of which Spark reserves 64 MB a step whatever there is to do."""


@dataclass
class Round:
    """One thing that was written, and what it took.

    Attributes:
        name: what it is called.
        written: bytes that its tasks shuffled.
        records: rows that they shuffled.
        most: rows that the task with most of them read of a shuffle.
        memory: bytes that the task with most of them took to join, sort and sum up.
        kept: bytes that are written.
    """

    name: str
    written: int = 0
    records: int = 0
    most: int = 0
    memory: int = 0
    kept: int = 0


@dataclass
class Events:
    """All rounds, in their order, and what the rest took; all jobs, and those of no round."""

    rounds: dict[int, Round] = field(default_factory=dict)
    rest: Round = field(default_factory=lambda: Round("in no round"))
    jobs: int = 0
    outside: int = 0

    def tell(self, count: int) -> str:
        """The rounds as a table: those of one name together."""
        together: dict[str, list[Round]] = defaultdict(list)
        every = [*self.rounds.values(), self.rest]
        for each in every:
            together[each.name].append(each)
        kept = sum(each.kept for each in every)
        rows = [
            "## What Spark shuffles",
            "",
            SHUFFLED.format(
                count=count,
                jobs=self.jobs,
                outside=self.outside,
                writes=len(self.rounds),
                kept=kept / MEGA,
            ),
            "",
            "| written | rounds | MB | of the largest | thousand rows | MB a task |",
            "| --- | ---: | ---: | ---: | ---: | ---: |",
        ]
        for name, those in together.items():
            total = sum(each.written for each in those)
            if total < MEGA / 10:
                continue
            rounds = "" if those == [self.rest] else len(those)
            rows.append(
                f"| {name} | {rounds} | {total / MEGA:.1f} "
                f"| {max(each.written for each in those) / MEGA:.1f} "
                f"| {sum(each.records for each in those) // 1000:,} "
                f"| {max(each.memory for each in those) / MEGA:.0f} |"
            )
        total = sum(each.written for each in every)
        records = sum(each.records for each in every)
        rows.append(f"| all | {len(self.rounds)} | {total / MEGA:.1f} | | {records // 1000:,} | |")
        return "\n".join(rows) + "\n"


def read_events(folder: Path) -> Events:
    """The rounds in the logs of a folder."""
    events = Events()
    round_of: dict[str, int] = {}
    stage_of: dict[int, int] = {}
    for path in sorted(folder.rglob("events_*")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                _take(json.loads(line), events, round_of, stage_of)
    return events


def _take(
    event: dict[str, Any], events: Events, round_of: dict[str, int], stage_of: dict[int, int]
) -> None:
    """Note one event."""
    kind = event["Event"].rpartition(".")[2]
    if kind == "SparkListenerSQLExecutionStart":
        if found := WRITTEN.search(event["physicalPlanDescription"]):
            number = int(found[1])
            events.rounds.setdefault(number, Round(found[2]))
            round_of[str(event["executionId"])] = number
    elif kind == "SparkListenerJobStart":
        events.jobs += 1
        execution = event["Properties"].get("spark.sql.execution.id", "")
        root = event["Properties"].get("spark.sql.execution.root.id", execution)
        number_of = round_of.get(execution, round_of.get(root))
        if number_of is None:
            events.outside += 1
        else:
            stage_of.update(dict.fromkeys(event["Stage IDs"], number_of))
    elif kind == "SparkListenerTaskEnd":
        metrics = event.get("Task Metrics") or {}
        in_round = stage_of.get(event["Stage ID"])
        one = events.rest if in_round is None else events.rounds[in_round]
        shuffled = metrics.get("Shuffle Write Metrics", {})
        one.written += shuffled.get("Shuffle Bytes Written", 0)
        one.records += shuffled.get("Shuffle Records Written", 0)
        one.kept += metrics.get("Output Metrics", {}).get("Bytes Written", 0)
        read = metrics.get("Shuffle Read Metrics", {}).get("Total Records Read", 0)
        one.most = max(one.most, read)
        one.memory = max(one.memory, metrics.get("Peak Execution Memory", 0))
