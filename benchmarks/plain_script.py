"""What an able colleague would write in an afternoon: PyYAML, networkx and Graphviz.

    python benchmarks/plain_script.py chain|check|draw FILE [BODY]

It does the same job as the command of the same name, without dates, places, sources or words.
"""

import subprocess
import sys
from importlib.metadata import files
from pathlib import Path

import networkx as nx
import yaml


def main() -> None:
    """Do one job and print its answer."""
    job, path, *rest = sys.argv[1:]
    with Path(path).open(encoding="utf-8") as file:
        bodies = yaml.safe_load(file)["bodies"]
    graph: nx.DiGraph[str] = nx.DiGraph()
    for id_, body in bodies.items():
        graph.add_node(id_, label=body["name"])
        for kind in ("accountable_to", "reports_to"):
            if kind in body:
                graph.add_edge(id_, body[kind])
    apexes = [id_ for id_, body in bodies.items() if body.get("apex")]
    if job == "chain":
        print([path for apex in apexes for path in nx.all_simple_paths(graph, rest[0], apex)])
    elif job == "check":
        arrived = set(apexes).union(*(nx.ancestors(graph, apex) for apex in apexes))
        print("broken", sorted(set(graph) - arrived))
        print("cycles", [c for c in nx.strongly_connected_components(graph) if len(c) > 1])
        print("dual", [n for n in graph if graph.out_degree(n) > 1])
    else:
        dot = nx.nx_pydot.to_pydot(graph)
        program = next(f for f in files("graphviz-pure") or () if f.name == "graphviz-pure")
        svg = subprocess.run(
            [str(program.locate()), "-Tsvg"], input=dot.to_string().encode(), stdout=-1, check=True
        )
        print(len(svg.stdout))


if __name__ == "__main__":
    main()
