"""One engine checks one register, and prints what it found and how long each stage took.

python -m benchmarks.one_engine Sail build/1000000-parquet 100000
python -m benchmarks.one_engine Spark build/1000000-parquet 100000 sc://localhost:15002
"""

import json
import sys
from collections import Counter
from pathlib import Path

from benchmarks.stages import Stages
from govgraph import registers, spark

Answer = dict[str, int]


def main() -> None:
    """Measure it once."""
    engine, register, few, *address = sys.argv[1:]
    stages = Stages()
    if engine == "table":
        answer = check_by_table(stages, Path(register))
    else:
        answer = check_on_spark(stages, register, int(few), *address)
    print(json.dumps(stages.measured() | {"answer": answer}))


def check_by_table(stages: Stages, path: Path) -> Answer:
    """Number of findings of each rule, and of relations."""
    register = registers.load(path)
    stages.end("load")
    findings = registers.check(registers.build_graph(register))
    found: Counter[str] = Counter()
    for group in findings.groups:
        found[group.check.code] += len(group)
    stages.end("check")
    return {**found, "relations": len(register.relations)}


def check_on_spark(stages: Stages, path: str, few: int, address: str = "") -> Answer:
    """The same on Sail, or on the Spark at an address."""
    with spark.connect(address, few=few) as engine:
        stages.end("session")
        register = spark.load(engine, path)
        stages.end("load")
        findings = spark.check(spark.build_graph(register))
        stages.end("check")
        counted = spark.count(findings)
        stages.end("count")
        relations = register.relations.count()
    found: Counter[str] = Counter()
    for rule in counted.rules:
        found[rule.check.code] += rule.total
    return {**found, "relations": relations}


if __name__ == "__main__":
    main()
