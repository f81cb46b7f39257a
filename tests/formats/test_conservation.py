"""What readers of other people's formats count is what another parser counts, and none is lost.

Valid documents are made with records that are doubled, described twice, stand within others and go
by ids that look alike; a standard parser of their format counts them.
"""

import csv
import io
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from govgraph.formats.account import Account, Outcome
from govgraph.formats.edge_columns import parse_mapping
from govgraph.formats.edge_list import read_mapped
from govgraph.formats.format_catalogue import read_account
from govgraph.formats.limits import STANDARD

IDS = st.sampled_from(["a", "b", "a b", "a-b", "A.B!", "1", 1, 2, "é", "e\u0301", "x/y"])
NAMES = st.sampled_from(["Board", "board", "Audit Group", "Trust", "Zoë", "1"])
DATES = st.sampled_from(["2010", "2010-04-01", "2010-04-01T00:00:00Z", "soon", ""])
ROLES = st.sampled_from(["chair", "Chairwoman", "member", "Ranking Member", ""])


def doubled(records: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """Lists in which some records stand twice."""
    return st.lists(records, max_size=4).flatmap(
        lambda found: (
            st.lists(st.sampled_from(found), max_size=2).map(lambda again: found + again)
            if found
            else st.just(found)
        )
    )


def fields(
    needed: Mapping[str, st.SearchStrategy[Any]], **further: st.SearchStrategy[Any]
) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with some fields, and perhaps with further ones."""
    return st.fixed_dictionaries(dict(needed), optional=dict(further))


AREAS = fields({"name": NAMES}, id=IDS, boundary=st.just({"type": "Polygon"}))
OTHERS = st.lists(fields({"name": NAMES}, note=st.just("once")), max_size=2)
PLAIN_BODIES = fields({"name": NAMES}, id=IDS, classification=NAMES, founding_date=DATES)
PEOPLE = fields({"name": NAMES}, id=IDS, email=st.just("a@b"), other_names=OTHERS)
PLAIN_POSTS = fields({"label": ROLES}, id=IDS, role=ROLES, organization_id=IDS, start_date=DATES)
SEATS = fields(
    {"person_id": IDS},
    id=IDS, organization_id=IDS, organization=PLAIN_BODIES, person=PEOPLE, post_id=IDS,
    post=PLAIN_POSTS, role=ROLES, start_date=DATES, on_behalf_of_id=IDS, member_id=IDS, area=AREAS,
)  # fmt: skip
POSTS = fields(
    {"label": ROLES},
    id=IDS, role=ROLES, organization_id=IDS, organization=PLAIN_BODIES, memberships=doubled(SEATS),
)  # fmt: skip
BODIES = fields(
    {"id": IDS},
    name=NAMES, parent_id=IDS, parent=PLAIN_BODIES, posts=doubled(POSTS), other_names=OTHERS,
    memberships=doubled(SEATS), area=AREAS, abstract=NAMES, image=st.just("x.png"),
)  # fmt: skip
POPOLO = fields(
    {"organizations": doubled(BODIES)},
    persons=doubled(PEOPLE), posts=doubled(POSTS), memberships=doubled(SEATS), areas=doubled(AREAS),
    motions=st.lists(fields({"text": NAMES}), max_size=2), meta=st.just({"made": "by hand"}),
)  # fmt: skip
WITHIN = {
    "organization": ["parent", "area", "posts", "memberships", "other_names"],
    "person": ["other_names", "memberships"],
    "post": ["organization", "area", "memberships"],
    "membership": ["person", "organization", "post", "on_behalf_of", "member", "area"],
    "area": ["parent"],
}
CALLED = {
    "organizations": "organization", "persons": "person", "posts": "post", "areas": "area",
    "memberships": "membership", "other_names": "other name", "on_behalf_of": "organization",
    "member": "organization",
}  # fmt: skip


def counted(kind: str, record: Mapping[str, Any]) -> Iterator[str]:
    """A record of Popolo with its fields and all records within it, as their kinds."""
    yield kind
    for name, value in record.items():
        if value in ("", [], None):
            continue
        yield f"{kind}.{name}"
        inner = value if isinstance(value, list) else [value]
        for each in inner if name in WITHIN.get(kind, ()) else ():
            inside = kind if name == "parent" else CALLED.get(name, name)
            yield from counted(inside, each)


def read(text: str, suffix: str, format_: str) -> Account:
    """What a file comes to; an account that does not close is an error."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"plan{suffix}"
        path.write_text(text, encoding="utf-8")
        return read_account(path, format_)


def number_of(account: Account, outcome: Outcome, *kinds: str) -> int:
    """How many records of some kinds became that."""
    fates = (fate for fate in account.fates if fate.kind in kinds and fate.outcome is outcome)
    return sum(len(fate.of) for fate in fates)


@settings(max_examples=150)
@given(POPOLO)
def test_every_record_of_popolo_is_accounted_for(data: dict[str, Any]) -> None:
    """And what is imported is what the structure holds; no name of anything is lost."""
    account = read(json.dumps(data), ".json", "popolo")
    structure = account.structure
    expected: Counter[str] = Counter()
    for name, value in data.items():
        for record in value if isinstance(value, list) else [value]:
            expected.update(counted(CALLED.get(name, name), record))
    assert dict(account.records) == dict(expected)
    for kinds, things in (
        (["organization"], structure.bodies),
        (["person"], structure.people),
        (["membership", "post"], structure.seats),
    ):
        assert number_of(account, Outcome.IMPORTED, *kinds) == len(things)
    assert len({body.id for body in structure.bodies}) == len(structure.bodies)
    names = {body.name.casefold() for body in structure.bodies}
    assert {each["name"].casefold() for each in data["organizations"] if "name" in each} <= names


NODE_IDS = st.sampled_from(["n0", "n1", "n 0", "n-0", "n/1", "é"])
KEYS = st.sampled_from(["name", "label", "kind", "status", "area", "count", "x", "colour", "d9"])
TEXTS = st.sampled_from(["Board", "reports to", "meets with", "active", "1.5", "7", "advises"])
DATA = st.dictionaries(KEYS, TEXTS, max_size=4)
EDGES = st.tuples(NODE_IDS, NODE_IDS, DATA)
GRAPHS = st.tuples(
    st.dictionaries(NODE_IDS, DATA, min_size=1),
    st.lists(EDGES, max_size=5),
    st.sampled_from([nx.DiGraph, nx.MultiDiGraph, nx.Graph]),
)
DECLARED = ("name", "label", "kind", "status", "area")


def as_graphml(
    nodes: Mapping[str, Mapping[str, str]], edges: Sequence[tuple[str, str, Mapping[str, str]]]
) -> ElementTree.Element:
    """A file with nodes within nodes, ports, hyperedges, and keys that nobody declared."""
    root = ElementTree.Element("graphml")
    for name in DECLARED:
        key = ElementTree.SubElement(root, "key", {"id": name, "for": "all", "attr.name": name})
        if name == "area":
            ElementTree.SubElement(key, "default").text = "Hart"
    graph = ElementTree.SubElement(root, "graph", {"edgedefault": "directed"})
    within = graph
    for number, (id_, data) in enumerate(nodes.items()):
        node = ElementTree.SubElement(within, "node", {"id": id_})
        add_data(node, data)
        if number % 2:
            ElementTree.SubElement(node, "port", {"name": "north"})
            within = ElementTree.SubElement(node, "graph", {"edgedefault": "undirected"})
    for source, target, data in edges:
        add_data(ElementTree.SubElement(graph, "edge", {"source": source, "target": target}), data)
        hyperedge = ElementTree.SubElement(graph, "hyperedge")
        for end in (source, target, source):
            ElementTree.SubElement(hyperedge, "endpoint", {"node": end})
    return root


def add_data(element: ElementTree.Element, data: Mapping[str, str]) -> None:
    """Say something of an element."""
    for key, text in data.items():
        ElementTree.SubElement(element, "data", {"key": key}).text = text


@settings(max_examples=150)
@given(st.dictionaries(NODE_IDS, DATA, min_size=1), st.lists(EDGES, max_size=5))
def test_every_element_of_graphml_is_accounted_for(
    nodes: dict[str, dict[str, str]], edges: list[tuple[str, str, dict[str, str]]]
) -> None:
    """And each node is a body, each edge a relation, each node within another part of it."""
    root = as_graphml(nodes, edges)
    account = read(ElementTree.tostring(root, "unicode"), ".graphml", "graphml")
    parents = {child: parent for parent in root.iter() for child in parent}
    expected: Counter[str] = Counter()
    for element in root.iter():
        if element.tag in {"data", "default"}:
            kind = element.get("key", element.tag)
            expected[f"{parents[element].tag}.{kind}"] += 1
        elif element.tag == "graph" and parents[element].tag == "node":
            expected["group"] += 1
        elif element is not root:
            expected[element.tag] += 1
        if element.tag == "port":
            expected["port.name"] += 1
        if element.tag == "endpoint":
            expected["endpoint.node"] += 1
    assert dict(account.records) == dict(expected)
    structure = account.structure
    assert len(structure.bodies) == len(nodes) == number_of(account, Outcome.IMPORTED, "node")
    inner = sum(parents[parents[node]].tag == "node" for node in root.iter("node"))
    parts = [each for each in structure.relations if each.kind == "part_of"]
    assert len(structure.relations) == len(edges) + inner
    assert len(parts) >= inner
    assert number_of(account, Outcome.SKIPPED, "hyperedge") == len(edges)


LABELS = st.sampled_from(["Board", "Audit\nGroup", "<html>A <b>B</b></html>", "x & y", " ", "1"])


@settings(max_examples=60)
@given(st.lists(st.lists(LABELS, max_size=4), min_size=1, max_size=5))
def test_every_label_that_yed_draws_is_a_name_or_a_note(labels: list[list[str]]) -> None:
    """As many as another parser counts, with whatever elements stand within each."""
    nodes: dict[str, dict[str, str]] = {f"n{number}": {} for number in range(len(labels))}
    root = as_graphml(nodes, ())
    for node, drawn in zip(root.iter("node"), labels, strict=True):
        data = ElementTree.SubElement(node, "data", {"key": "d6"})
        shape = ElementTree.SubElement(data, "ShapeNode")
        for text in drawn:
            label = ElementTree.SubElement(shape, "NodeLabel")
            label.text = text
            ElementTree.SubElement(label, "LabelModel").text = "beside"
    account = read(ElementTree.tostring(root, "unicode"), ".graphml", "graphml")
    shown = [each for each in root.iter("NodeLabel") if (each.text or "").strip()]
    assert account.records.get("node.label drawn", 0) == len(shown)
    for body, drawn in zip(account.structure.bodies, labels, strict=True):
        said = f"{body.name}; {body.note}"
        words = (" ".join(re.sub("<[^>]*>", " ", text).split()) for text in drawn)
        assert all(each in said for each in words)


@settings(max_examples=60)
@given(GRAPHS)
def test_what_networkx_writes_is_read_with_every_node_and_edge(graph: Any) -> None:
    """As networkx itself reads them again."""
    nodes, edges, make = graph
    made = make()
    for id_, data in nodes.items():
        made.add_node(id_, **data)
    for source, target, data in edges:
        made.add_edge(source, target, **data)
    text = "\n".join(nx.generate_graphml(made))
    again = nx.parse_graphml(text)
    account = read(text, ".graphml", "graphml")
    assert len(account.structure.bodies) == again.number_of_nodes()
    assert len(account.structure.relations) == again.number_of_edges()
    described = [data for *_, data in again.edges(data=True)]
    described += [data for _, data in again.nodes(data=True)]
    said = sum(name != "id" for data in described for name in data)  # the attribute, to networkx
    kinds = (kind for kind in account.records if kind.startswith(("node.", "edge.")))
    assert sum(account.records[kind] for kind in kinds) == said


CELLS = st.sampled_from(["Board", "board", "Hart; Fleet", "", "A, B", 'The "A"', "x\ny", "0012"])
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=8)


@settings(max_examples=150)
@given(ROWS, ROWS.map(lambda rows: rows[:2]), st.sampled_from(["", ";"]))
def test_every_row_of_a_table_is_accounted_for(
    rows: list[list[str]], titles: list[list[str]], split: str
) -> None:
    """And every cell of it, and what stands above the headings."""
    heads = ["Team", "Boss", "Area", "Name", "Fax"]
    out = io.StringIO(newline="")
    csv.writer(out).writerows([*titles, heads, *rows])
    columns = ("from=Team", "to=Boss", "kind=reports_to", "area=Area", "from_name=Name")
    how = parse_mapping(columns)._replace(split=split)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "staff.csv"
        path.write_text(out.getvalue(), encoding="utf-8", newline="")
        account = read_mapped(path, how, STANDARD)
    read_again = [*csv.reader(io.StringIO(out.getvalue(), newline=""))]
    at = read_again.index(heads)
    expected = Counter(
        f"row.{heads[column] if column < len(heads) else f'column {column + 1}'}"
        for row in read_again[at + 1 :]
        for column, cell in enumerate(row)
        if cell.strip()
    )
    expected["column"] = len(heads)
    expected["row"] = sum(any(cell.strip() for cell in row) for row in read_again[at + 1 :])
    expected["title"] = sum(any(cell.strip() for cell in row) for row in read_again[:at])
    assert dict(account.records) == dict(+expected)
    assert number_of(account, Outcome.SKIPPED, "row") == sum(
        any(cell.strip() for cell in row) and not (row and row[0].strip())
        for row in read_again[at + 1 :]
    )
