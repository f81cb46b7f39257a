"""The bodies and relations of a structure as GraphML that opens well in yEd and Gephi."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from govgraph.formats.graphml_kinds import (
    OF_A_BODY,
    OF_A_RELATION,
    body_kind_cells,
    relation_kind_cells,
    said_of_kinds,
)
from govgraph.formats.graphml_places import Box, label_lines, place_bodies
from govgraph.formats.table_writing import WrittenTable, structure_as_tables
from govgraph.model.bodies import Status
from govgraph.model.kinds import RelationClass, RelationKind
from govgraph.model.structure import Structure

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
         xmlns:y="http://www.yworks.com/xml/graphml">"""
_DRAWN = """  <key id="drawn-node" for="node" yfiles.type="nodegraphics"/>
  <key id="drawn-edge" for="edge" yfiles.type="edgegraphics"/>"""
_BREAKS = {"\r": "&#13;"}
_ENDS = ("from", "to")
_OF_A_NODE = ("absent", "x", "y")
_TYPES = {"apex": "boolean", "outside": "boolean", "absent": "boolean", "count": "int",
    "count_is_about": "boolean"} | {
    "x": "double", "y": "double",
}  # fmt: skip
_STANDING = '<y:BorderStyle color="#12304F" type="line" width="1.0"/>'
_PLANNED = '<y:BorderStyle color="#12304F" type="dashed" width="1.0"/>'
_VERTICAL = {RelationClass.ACCOUNTABILITY, RelationClass.STRUCTURAL}


def structure_as_graphml(structure: Structure) -> bytes:
    """The bytes of a GraphML file: an edge runs from the one who answers.

    A body that a relation names, and that is not there, is a node marked `absent`: an edge needs
    one at either end.

    Raises:
        OutputError: an id stands twice.
    """
    tables = {table.name: table for table in structure_as_tables(structure)}
    bodies = tables["bodies"]
    relations = tables.get("relations") or WrittenTable("relations", (), ())
    absent = _absent(structure)
    names = {body.id: body.name for body in structure.bodies} | {id_: id_ for id_ in absent}
    tops = {body.id for body in structure.bodies if body.apex}
    boxes = place_bodies(names, _lines(structure), tops)
    planned = {body.id for body in structure.bodies if body.status is not Status.ACTIVE}
    kinds_of_bodies = said_of_kinds(OF_A_BODY) if structure.body_kinds else ()
    kinds_of_relations = said_of_kinds(OF_A_RELATION) if structure.relation_kinds else ()
    lines = [
        _HEAD,
        *_keys("node", (*bodies.headings, *_OF_A_NODE, *kinds_of_bodies), "id"),
        *_keys("edge", (*relations.headings, *kinds_of_relations), *_ENDS),
        _DRAWN,
        '  <graph id="structure" edgedefault="directed">',
    ]
    for row in bodies.rows:
        cells = dict(zip(bodies.headings, row, strict=True))
        id_ = str(cells["id"])
        cells |= body_kind_cells(structure, str(cells.get("kind", "")))
        lines += _node(cells, boxes[id_], _PLANNED if id_ in planned else _STANDING)
    for id_ in absent:
        cells = {"id": id_, "name": id_, "absent": True}
        lines += _node(cells, boxes[id_], _PLANNED)
    for number, row in enumerate(relations.rows, start=1):
        cells = dict(zip(relations.headings, row, strict=True))
        kind = structure.kinds_of_relation.get(str(cells["kind"]))
        cells |= relation_kind_cells(structure, str(cells["kind"]))
        lines += _edge(cells, number, kind)
    lines += ["  </graph>", "</graphml>", ""]
    return "\n".join(lines).encode()


def _absent(structure: Structure) -> list[str]:
    """The bodies that relations name and that are not there, in order."""
    ends = (id_ for each in structure.relations for id_ in (each.from_body, each.to_body))
    return [id_ for id_ in dict.fromkeys(ends) if id_ not in structure.body_by_id]


def _lines(structure: Structure) -> Iterator[tuple[str, str]]:
    """Who stands below whom: by lines of account, and by being part of something."""
    for relation in structure.relations:
        kind = structure.kinds_of_relation.get(relation.kind)
        if kind and kind.relation_class in _VERTICAL:
            yield relation.from_body, relation.to_body


def _keys(what: str, headings: Iterable[str], *left: str) -> Iterator[str]:
    """What each piece of data is called; `label` is what Gephi shows."""
    for name in ("label", *(name for name in headings if name not in left)):
        kind = _TYPES.get(name, "string")
        called = quoteattr(name)
        yield f'  <key id="{what}-{name}" for="{what}" attr.name={called} attr.type="{kind}"/>'


def _node(cells: dict[str, object], box: Box, border: str) -> Iterator[str]:
    """The lines of a body: what is said of it, and its box for either program."""
    name = str(cells["name"])
    middle = {"x": box.x + box.width / 2, "y": -box.y}  # of Gephi, where y grows upward
    yield f"    <node id={_attribute(cells['id'])}>"
    yield from _data("node", {"label": name, **cells, **middle}, "id")
    fill = "#FFF7E0" if cells.get("apex") is True else "#EEF2F7"
    yield '      <data key="drawn-node"><y:ShapeNode>'
    yield (
        f'        <y:Geometry height="{box.height}" width="{box.width}" x="{box.x}" y="{box.y}"/>'
        f'<y:Fill color="{fill}" transparent="false"/>{border}'
    )
    label = _text("\n".join(label_lines(name)))
    yield f"        <y:NodeLabel>{label}</y:NodeLabel>"
    yield '        <y:Shape type="roundrectangle"/></y:ShapeNode></data>'
    yield "    </node>"


def _edge(cells: dict[str, object], number: int, kind: RelationKind | None) -> Iterator[str]:
    """The lines of a relation; only a line of account is thick, only it has a full arrow."""
    reads = kind.reads if kind else str(cells["kind"])
    account = kind is not None and kind.is_accountability
    style = (
        '"#12304F" type="line" width="2.0"' if account else '"#6A7A8C" type="dashed" width="1.0"'
    )
    ends = f"source={_attribute(cells['from'])} target={_attribute(cells['to'])}"
    yield f'    <edge id="e{number}" {ends}>'
    yield from _data("edge", {"label": reads, **cells}, *_ENDS)
    yield (
        f'      <data key="drawn-edge"><y:PolyLineEdge><y:LineStyle color={style}/>'
        f'<y:Arrows source="none" target="{"standard" if account else "white_delta"}"/>'
        f"<y:EdgeLabel>{_text(reads)}</y:EdgeLabel></y:PolyLineEdge></data>"
    )
    yield "    </edge>"


def _data(what: str, cells: dict[str, object], *left: str) -> Iterator[str]:
    """The lines of everything that is said of a body or relation."""
    for name, cell in cells.items():
        if cell != "" and name not in left:
            yield f'      <data key="{what}-{name}">{_text(cell)}</data>'


def _text(cell: object) -> str:
    """A value as the text of an element."""
    return escape(str(cell).lower() if isinstance(cell, bool) else str(cell), _BREAKS)


def _attribute(cell: object) -> str:
    """A value as that of an attribute, in its quotes, with breaks and tabs as numbers."""
    return quoteattr(str(cell))
