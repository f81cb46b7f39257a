"""The bodies and relations of a structure as GraphML that opens well in yEd and Gephi."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from govgraph.formats.table_writing import WrittenTable, structure_as_tables
from govgraph.model.structure import Structure

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
         xmlns:y="http://www.yworks.com/xml/graphml">"""
_DRAWN = """  <key id="drawn-node" for="node" yfiles.type="nodegraphics"/>
  <key id="drawn-edge" for="edge" yfiles.type="edgegraphics"/>"""
_BREAKS = {"\r": "&#13;"}
_IN_ATTRIBUTE = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
_ENDS = ("from", "to")


def structure_as_graphml(structure: Structure) -> bytes:
    """The bytes of a GraphML file: an edge runs from the one who answers.

    Raises:
        OutputError: an id stands twice.
    """
    tables = {table.name: table for table in structure_as_tables(structure)}
    bodies = tables["bodies"]
    relations = tables.get("relations") or WrittenTable("relations", (), ())
    reads = {kind.id: kind.reads for kind in structure.kinds_of_relation.values()}
    lines = [
        _HEAD,
        *_keys("node", bodies.headings, "id"),
        *_keys("edge", relations.headings, *_ENDS),
    ]
    lines += [_DRAWN, '  <graph id="structure" edgedefault="directed">']
    for row in bodies.rows:
        lines += _node(dict(zip(bodies.headings, row, strict=True)))
    for number, row in enumerate(relations.rows, start=1):
        cells = dict(zip(relations.headings, row, strict=True))
        lines += _edge(cells, number, reads.get(str(cells["kind"]), str(cells["kind"])))
    lines += ["  </graph>", "</graphml>", ""]
    return "\n".join(lines).encode()


def _keys(what: str, headings: Iterable[str], *left: str) -> Iterator[str]:
    """What each piece of data is called; `label` is what Gephi shows."""
    for name in ("label", *(name for name in headings if name not in left)):
        kind = "boolean" if name == "apex" else "int" if name == "count" else "string"
        called = quoteattr(name)
        yield f'  <key id="{what}-{name}" for="{what}" attr.name={called} attr.type="{kind}"/>'


def _node(cells: dict[str, object]) -> Iterator[str]:
    """The lines of a body."""
    name = str(cells["name"])
    yield f"    <node id={_attribute(cells['id'])}>"
    yield from _data("node", {"label": name, **cells}, "id")
    label = f"<y:NodeLabel>{_text(name)}</y:NodeLabel>"
    yield f'      <data key="drawn-node"><y:ShapeNode>{label}</y:ShapeNode></data>'
    yield "    </node>"


def _edge(cells: dict[str, object], number: int, reads: str) -> Iterator[str]:
    """The lines of a relation."""
    ends = f"source={_attribute(cells['from'])} target={_attribute(cells['to'])}"
    yield f'    <edge id="e{number}" {ends}>'
    yield from _data("edge", {"label": reads, **cells}, *_ENDS)
    arrow = '<y:Arrows source="none" target="standard"/>'
    label = f"<y:EdgeLabel>{_text(reads)}</y:EdgeLabel>"
    yield f'      <data key="drawn-edge"><y:PolyLineEdge>{arrow}{label}</y:PolyLineEdge></data>'
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
    """A value as that of an attribute, in its quotes."""
    return quoteattr(str(cell), _IN_ATTRIBUTE)
