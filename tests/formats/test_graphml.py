"""GraphML, read and written."""

import tempfile
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings

from govgraph.errors import LoadError, Place
from govgraph.formats.account import Account, Outcome
from govgraph.formats.format_catalogue import read_account
from govgraph.formats.graphml import read_file, write_content
from govgraph.formats.graphml_places import place_bodies
from govgraph.formats.limits import STANDARD, Limits
from govgraph.model.bodies import Body
from govgraph.model.relations import Relation
from govgraph.model.structure import Structure
from tests.cli.program import govgraph
from tests.factories import structure
from tests.formats.identity import STRUCTURES

FOREIGN = """<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key id="d0" for="node" attr.name="label" attr.type="string"/>
  <key id="d1" for="edge" attr.name="Relation" attr.type="string"/>
  <key id="d2" for="node" attr.name="size" attr.type="double"/>
  <key id="d3" for="node" yfiles.type="nodegraphics"/>
  <graph edgedefault="undirected">
    <node id="n 0"><data key="d0">Board</data><data key="d2">1.5</data></node>
    <node id="n1"><data key="d3"><y:ShapeNode><y:NodeLabel>Hart</y:NodeLabel></y:ShapeNode></data>
    </node>
    <node id="n2"/>
    <edge source="n1" target="n 0" directed="true"><data key="d1">reports to</data></edge>
    <edge source="n2" target="n 0"/>
  </graph>
</graphml>
"""


def read(tmp_path: Path, text: str, limits: Limits = STANDARD) -> Account:
    """What a file comes to."""
    path = tmp_path / "plan.graphml"
    path.write_text(text, encoding="utf-8")
    return read_file(path, limits)


@settings(max_examples=50)
@given(STRUCTURES)
def test_bodies_and_relations_are_read_as_they_were_written(whole: Structure) -> None:
    """Everything that is said of them but what they cite."""
    graph = Structure(
        bodies=tuple(replace(body, cites=()) for body in whole.bodies),
        relations=tuple(replace(relation, cites=()) for relation in whole.relations),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.graphml"
        path.write_bytes(write_content(graph))
        assert read_file(path, STANDARD).structure == graph


def test_other_programs_see_the_graph(tmp_path: Path) -> None:
    """An edge from the one who answers, labels where they look for them."""
    path = tmp_path / "plan.graphml"
    path.write_bytes(write_content(structure("hart -> trust*")))
    graph = nx.read_graphml(path)
    assert graph.nodes["trust"]["label"] == "Trust"
    assert graph.nodes["trust"]["apex"] is True
    assert [(*ends, data["label"]) for *ends, data in graph.edges(data=True)] == [
        ("hart", "trust", "is accountable to")
    ]


def test_a_graph_of_somebody_elses_is_read(tmp_path: Path) -> None:
    """Labels are names; an edge that does not say what it is makes no line of account."""
    account = read(tmp_path, FOREIGN)
    found = account.structure
    assert [(body.id, body.name) for body in found.bodies] == [
        ("n-0", "Board"), ("n1", "Hart"), ("n2", "n2"),
    ]  # fmt: skip
    assert [line.key for line in found.relations] == [
        ("n1", "reports_to", "n-0"), ("n2", "linked_to", "n-0"),
    ]  # fmt: skip
    assert not found.is_accountability(found.relations[1])
    assert found.bodies[2].place == Place(str(tmp_path / "plan.graphml"), 11, 1)
    assert (
        account.imported[-1]
        == "1 edge as relation of the kind linked_to, which is no line of account"
    )
    assert [str(left) for left in account.skipped] == [
        "the field 'size' (node) (n 0): it says where and how to draw",
        "the field 'nodegraphics' (node) (n1): it says where and how to draw",
        "1 edge has no direction (n2 to n 0): each is read from its source to its target",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<?xml version="1.0" encoding="x-none"?><graphml/>', "unknown encoding: x-none"),
        ("", "plan.graphml:1:1: this is no XML: no element found"),
        ("<graphml>\n<graph>", "plan.graphml:2:8: this is no XML: no element found"),
        ("<svg/>", "plan.graphml:1:1: this is XML, but no GraphML"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><graphml/>', "the file declares entities"),
        ('<graphml><graph><node id="a"/><node id="a"/></graph></graphml>', "is written twice"),
    ],
)
def test_what_is_no_graphml_is_refused(tmp_path: Path, text: str, said: str) -> None:
    """With its place."""
    with pytest.raises(LoadError) as caught:
        read(tmp_path, text)
    assert said in str(caught.value)


def test_the_number_of_nodes_is_limited(tmp_path: Path) -> None:
    """No file exhausts the machine."""
    with pytest.raises(LoadError, match="more than 2 nodes or edges"):
        read(tmp_path, FOREIGN, Limits(nodes=2))


def test_what_it_does_not_hold_is_named(tmp_path: Path) -> None:
    """Seats and people are not part of a graph."""
    example = Path(__file__).parent / "example.yaml"
    target = tmp_path / "plan.graphml"
    done = govgraph("convert", str(example), str(target))
    assert "skipped: 4 seats (" in done.err
    assert len(read_account(target).structure.bodies) == 7


def test_it_opens_laid_out(tmp_path: Path) -> None:
    """In yEd each body has a box of its own, below its superiors; Gephi has the same places."""
    whole = structure("fleet -> hart -> trust*; yateley -> hart; odiham")
    path = tmp_path / "plan.graphml"
    path.write_bytes(write_content(whole))
    root = ElementTree.parse(path).getroot()  # noqa: S314 - our own file
    yed = {"y": "http://www.yworks.com/xml/graphml", "g": "http://graphml.graphdrawing.org/xmlns"}
    boxes = {
        node.attrib["id"]: {
            side: float(text)
            for side, text in node.find(".//y:Geometry", yed).attrib.items()  # type: ignore[union-attr]
        }
        for node in root.iterfind(".//g:node", yed)
    }
    for one, other in combinations(boxes.values(), 2):
        apart = [
            one[side] + one[size] <= other[side] or other[side] + other[size] <= one[side]
            for side, size in (("x", "width"), ("y", "height"))
        ]
        assert any(apart)
    assert boxes["trust"]["y"] < boxes["hart"]["y"] < boxes["fleet"]["y"] < boxes["odiham"]["y"]
    assert boxes["fleet"]["y"] == boxes["yateley"]["y"]
    upward = {
        node.attrib["id"]: float(node.findtext("g:data[@key='node-y']", "", yed))
        for node in root.iterfind(".//g:node", yed)
    }
    assert upward == {id_: -box["y"] for id_, box in boxes.items()}


def test_a_body_that_is_not_there_is_a_node_marked_absent(tmp_path: Path) -> None:
    """An edge without a node at its end is no GraphML; reading leaves the node out again."""
    dangling = Structure(
        bodies=(Body(id="a", name="A"),),
        relations=(Relation(from_body="a", kind="reports_to", to_body="nobody"),),
    )
    path = tmp_path / "plan.graphml"
    path.write_bytes(write_content(dangling))
    assert nx.read_graphml(path).nodes["nobody"]["absent"] is True
    assert read_file(path, STANDARD).structure == dangling


def test_our_own_papers_come_back_without_a_dangling_name(tmp_path: Path) -> None:
    """Citations go with their sources, and that is told; kinds stay with what is of them."""
    text = """
    sources: {paper: {title: A paper}}
    kinds:
      bodies: {hub: {name: Hub, like: team}, spare: {name: Spare}}
      relations: {based_on: {class: structural, reads: is based on}}
    bodies:
      a: {name: A, kind: hub, cites: paper, based_on: {to: b, cites: paper 1}}
      b: {name: B}
    """
    written, target = tmp_path / "small.yaml", tmp_path / "small.graphml"
    written.write_text(text, encoding="utf-8")
    done = govgraph("convert", str(written), str(target))
    assert "skipped: 'cites' of 1 body (a): " in done.err
    assert "skipped: kinds that nothing is of (spare): " in done.err
    back, before = read_account(target).structure, read_account(written).structure
    assert back.body_kinds == before.body_kinds[:1]
    assert back.relation_kinds == before.relation_kinds
    assert not govgraph("check", str(target), "--select", "GG106").code


def test_a_circle_of_account_is_laid_out_too() -> None:
    """Whoever stands first in the file stands on top."""
    boxes = place_bodies({"a": "A", "b": "B", "c": "C"}, [("a", "b"), ("b", "c"), ("c", "a")])
    assert [id_ for id_, _ in sorted(boxes.items(), key=lambda each: each[1].y)] == ["a", "c", "b"]


def test_a_wide_row_is_broken() -> None:
    """A hundred who answer to one do not stand side by side for miles."""
    names = {"top": "Top"} | {f"b{number}": "B" for number in range(100)}
    boxes = place_bodies(names, [(id_, "top") for id_ in names])
    assert len({box.y for box in boxes.values()}) == 1 + 9
    assert max(box.x for box in boxes.values()) < 1400


def graph_of(content: str, keys: str = "") -> str:
    """A file with one graph."""
    return (
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
        f' xmlns:y="http://www.yworks.com/xml/graphml">{keys}'
        f'<graph id="G" edgedefault="directed">{content}</graph></graphml>'
    )


def drawn(*labels: str) -> str:
    """The data of a node as yEd writes them: elements follow the text within a label."""
    placed = "<y:LabelModel><y:M/></y:LabelModel>"
    inner = "".join(f"<y:NodeLabel>{label}{placed}</y:NodeLabel>" for label in labels)
    return f'<data key="d6"><y:ShapeNode>{inner}</y:ShapeNode></data>'


YED = (
    '<key for="node" id="d6" yfiles.type="nodegraphics"/>'
    '<key for="edge" id="d10" yfiles.type="edgegraphics"/>'
)


def test_labels_of_yed_hold_elements(tmp_path: Path) -> None:
    """The text before them is the name; a line break in it is a space, a second label a note."""
    name = "Audit\nBoard"
    label = "<y:EdgeLabel>reports\nto<y:LabelModel/></y:EdgeLabel>"
    content = (
        f'<node id="n0">{drawn(name, "Chair: Ann")}</node><node id="n1">{drawn("A")}</node>'
        f'<edge source="n0" target="n1"><data key="d10"><y:PolyLineEdge>{label}</y:PolyLineEdge>'
        "</data></edge>"
    )
    found = read(tmp_path, graph_of(content, YED)).structure
    assert [(body.name, body.note) for body in found.bodies] == [
        ("Audit Board", "Chair: Ann"), ("A", ""),
    ]  # fmt: skip
    assert [line.key for line in found.relations] == [("n0", "reports_to", "n1")]


def test_a_group_of_yed_has_the_name_that_is_shown(tmp_path: Path) -> None:
    """Not that of the state in which it would be closed."""
    group = "<y:GroupNode><y:NodeLabel>{}</y:NodeLabel></y:GroupNode>"
    states = "".join(map(group.format, ("Council", "Folder 1")))
    content = (
        '<node id="g"><data key="d6"><y:ProxyAutoBoundsNode><y:Realizers active="0">'
        f"{states}</y:Realizers></y:ProxyAutoBoundsNode></data></node>"
    )
    (body,) = read(tmp_path, graph_of(content, YED)).structure.bodies
    assert (body.name, body.note) == ("Council", "")


def test_nodes_within_a_node_are_part_of_it(tmp_path: Path) -> None:
    """Whatever depth, and once where an edge says so too."""
    content = (
        '<node id="t"><graph edgedefault="directed">'
        '<node id="a"><graph><node id="b"/></graph></node>'
        '<node id="c"/><edge source="c" target="t" label="part of"/></graph></node>'
        '<node id="e"><graph/></node>'
    )
    account = read(tmp_path, graph_of(content))
    assert [line.key for line in account.structure.relations] == [
        ("c", "part_of", "t"), ("a", "part_of", "t"), ("b", "part_of", "a"),
    ]  # fmt: skip
    assert account.records["group"] == 3
    assert any("nothing is within it" in str(left) for left in account.skipped)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("&lt;html&gt;Audit &amp;amp; &lt;b&gt;Risk&lt;/b&gt;&lt;/html&gt;", "Audit & Risk"),
        ("<![CDATA[<html>Audit<br/>Board</html>]]>", "Audit Board"),
        ("<![CDATA[Audit <b>& Risk</b>]]>", "Audit <b>& Risk</b>"),
    ],
)
def test_mark_up_is_no_part_of_a_name_where_it_is_read(
    tmp_path: Path, label: str, name: str
) -> None:
    """A label that begins so is HTML to yEd, which shows the letters of any other."""
    (body,) = read(tmp_path, graph_of(f'<node id="n">{drawn(label)}</node>', YED)).structure.bodies
    assert body.name == name


def test_further_names_and_what_a_box_of_uml_holds_are_the_note(tmp_path: Path) -> None:
    """A name of igraph goes before its label."""
    content = (
        '<node id="a"><data key="name">B1</data><data key="label">Board</data></node>'
        '<node id="b"><data key="d6"><y:UMLClassNode><y:NodeLabel>Audit</y:NodeLabel><y:UML>'
        "<y:AttributeLabel>of 1999</y:AttributeLabel></y:UML></y:UMLClassNode></data></node>"
    )
    account = read(tmp_path, graph_of(content, YED))
    found = [(body.name, body.note) for body in account.structure.bodies]
    assert found == [("B1", "Board"), ("Audit", "of 1999")]


@pytest.mark.parametrize("key", ["Edge Label", "edgelabel", "interaction", "relationship"])
def test_other_programs_say_under_other_names_what_an_edge_is(tmp_path: Path, key: str) -> None:
    """Gephi and Cytoscape among them."""
    data = f'<data key="{key}">reports to</data>'
    content = f'<node id="a"/><node id="b"/><edge source="a" target="b">{data}</edge>'
    (line,) = read(tmp_path, graph_of(content)).structure.relations
    assert line.key == ("a", "reports_to", "b")


def test_an_arrow_that_points_to_the_source_is_named(tmp_path: Path) -> None:
    """Whoever drew it may have meant the other direction; the file says this one."""
    arrows = '<y:Arrows source="{}" target="{}"/>'
    ends = (("standard", "none"), ("none", "standard"), ("standard", "standard"))
    edges = "".join(
        f'<edge id="e{at}" source="a" target="b"><data key="d10"><y:PolyLineEdge>'
        f"{arrows.format(*each)}</y:PolyLineEdge></data></edge>"
        for at, each in enumerate(ends)
    )
    account = read(tmp_path, graph_of(f'<node id="a"/><node id="b"/>{edges}', YED))
    said = "1 arrow is drawn at the source (e0): each is read from its source to its target"
    assert str(account.skipped[-1]) == said


def test_a_default_holds_for_what_says_nothing_else(tmp_path: Path) -> None:
    """Of the nodes or edges that the key is for."""
    keys = (
        '<key id="k" for="edge" attr.name="kind"><default>reports_to</default></key>'
        '<key id="n" for="node" attr.name="name"><default>A team</default></key>'
    )
    content = (
        '<node id="a"><data key="n">Board</data></node><node id="b"/>'
        '<edge source="b" target="a"/>'
        '<edge source="b" target="a"><data key="k">advises</data></edge>'
    )
    found = read(tmp_path, graph_of(content, keys)).structure
    assert [body.name for body in found.bodies] == ["Board", "A team"]
    assert [line.kind for line in found.relations] == ["reports_to", "advises"]


def test_each_default_is_taken_or_left_by_itself(tmp_path: Path) -> None:
    """Taken where something says nothing else; left, with its reason, where everything does."""
    keys = (
        '<key id="n" for="node" attr.name="name"><default>A team</default></key>'
        '<key id="k" for="node" attr.name="kind"><default>board</default></key>'
    )
    content = '<node id="a"><data key="n">Trust</data></node>'
    account = read(tmp_path, graph_of(content, keys))
    fates = {fate.of: fate.outcome for fate in account.fates if fate.kind == "key.default"}
    assert fates == {("k",): Outcome.IMPORTED, ("n",): Outcome.SKIPPED}


@pytest.mark.parametrize("key", ['<key id="label" for="node"/>', ""])
def test_a_key_without_a_name_goes_by_its_id(tmp_path: Path, key: str) -> None:
    """So do data under a key that nobody declared."""
    content = '<node id="a"><data key="label">Board</data></node>'
    (body,) = read(tmp_path, graph_of(content, key)).structure.bodies
    assert body.name == "Board"


def test_what_is_neither_node_nor_edge_is_named(tmp_path: Path) -> None:
    """Hyperedges, ports, and what else stands in a graph."""
    content = (
        '<node id="a"><port name="north"/></node><node id="b"/>'
        '<hyperedge id="h"><endpoint node="a"/><endpoint node="b"/><endpoint node="a"/></hyperedge>'
        '<edge id="e" source="a" target="b" sourceport="north"/><edge id="f" source="a"/>'
        '<locator href="other.graphml"/>'
    )
    account = read(tmp_path, graph_of(content))
    said = "\n".join(
        str(left).partition("graphml:1:1: ")[2] or str(left) for left in account.skipped
    )
    for words in (
        "1 hyperedge (h): it is a hyperedge with 3 endpoints; a relation has one at either end",
        "1 port (north): a structure has no place for it",
        "the field 'sourceport' (edge) (e): a structure has no place for it",
        "1 edge (f): it has no target",
        "1 locator (1): a structure has no place for it",
    ):
        assert words in said
    assert (account.records["endpoint"], account.records["edge"]) == (3, 2)


def test_free_words_on_an_edge_are_kept_as_a_note(tmp_path: Path) -> None:
    """They are no kind of relation, and no finding says that we do not know one."""
    content = (
        '<node id="a"/><node id="b"/>'
        '<edge source="b" target="a"><data key="kind">meets quarterly with</data></edge>'
    )
    account = read(tmp_path, graph_of(content))
    (line,) = account.structure.relations
    assert (line.kind, line.note) == ("linked_to", "meets quarterly with")
    assert "GG106" not in govgraph("check", str(tmp_path / "plan.graphml"), "--exit-zero").out


def test_a_kind_of_node_that_we_do_not_know_is_declared(tmp_path: Path) -> None:
    """By its own words, as Neo4j and others write them; one that we know is that."""
    content = (
        '<node id="a" labels=":Board"><data key="labels">:Board</data></node>'
        '<node id="b"><data key="kind">Working Group</data></node>'
        '<node id="c" labels=":Person:User"/>'
        '<node id="d" labels=":Statutory:Committee"><data key="labels">:Statutory:Committee</data>'
        "</node>"
    )
    found = read(tmp_path, graph_of(content)).structure
    kinds = [body.kind for body in found.bodies]
    assert kinds == ["board", "working-group", "person-user", "committee"]
    assert found.bodies[-1].tags == ("Statutory",)
    assert "GG105" not in govgraph("check", str(tmp_path / "plan.graphml"), "--exit-zero").out


def test_data_that_mean_something_else_are_named(tmp_path: Path) -> None:
    """A file of somebody else's may use the name of a field of ours for something of its own."""
    content = (
        '<node id="a"><data key="status">open</data><data key="count">1.5</data>'
        '<data key="area">Hart</data></node>'
    )
    account = read(tmp_path, graph_of(content))
    (body,) = account.structure.bodies
    assert (body.area, body.count) == ("Hart", None)
    assert [str(left) for left in account.skipped] == [
        "the field 'status' (node) (a): 'status' cannot be 'open'",
        "the field 'count' (node) (a): 'count' must be a whole number from 1, not '1.5'",
    ]


def test_ids_of_nodes_that_look_alike_stay_apart(tmp_path: Path) -> None:
    """Also at the ends of edges."""
    content = '<node id="a b"/><node id="a-b"/><edge source="a b" target="a-b"/>'
    found = read(tmp_path, graph_of(content)).structure
    assert [body.id for body in found.bodies] == ["a-b-2", "a-b"]
    assert [line.key for line in found.relations] == [("a-b-2", "linked_to", "a-b")]


def test_the_labels_of_newer_programs_of_yworks_are_names(tmp_path: Path) -> None:
    """As elements or as attributes of a label."""
    content = (
        '<node id="n0"><data key="d1"><x:List xmlns:x="x"><y:Label>'
        "<y:Label.Text>Audit</y:Label.Text></y:Label></x:List></data></node>"
        '<node id="n1"><data key="d1"><y:Label Text="Trust"/></data></node>'
    )
    found = read(tmp_path, graph_of(content)).structure
    assert [body.name for body in found.bodies] == ["Audit", "Trust"]
