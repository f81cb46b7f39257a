"""Structures made, changed and saved in Python; what people pass is taken or refused in words."""

import dataclasses
import json
import logging
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

import networkx
import polars
import pytest
from hypothesis import given

import govgraph
from govgraph.errors import GovgraphError, LoadError, SettingsError, UnknownNameError
from govgraph.model.structure import Structure
from tests.formats.identity import STRUCTURES

ROOT = Path(__file__).parents[1]
REAL = [ROOT / "data" / name for name in ("hampshire", "oxfordshire", "worcestershire")]


@pytest.fixture(params=REAL, ids=lambda path: path.name)
def real(request: pytest.FixtureRequest) -> Structure:
    """The structure of real papers."""
    return govgraph.load(request.param)


def test_what_is_given_as_data_is_taken_back(real: Structure) -> None:
    """As a mapping, through JSON, and as rows; checked, it is the same structure."""
    assert govgraph.load(real.to_dict()) == real
    assert govgraph.load(json.loads(json.dumps(real.to_dict()))) == real
    assert govgraph.load(real.to_rows()) == real
    assert govgraph.validate(real) is real


@given(STRUCTURES)
def test_any_structure_is_taken_back(structure: Structure) -> None:
    """Not only well-kept ones."""
    assert govgraph.load(structure.to_dict()) == structure


def test_rows_go_to_and_from_frames(real: Structure) -> None:
    """Whatever a frame puts where nothing is: NaN, None, NaT."""
    pandas = pytest.importorskip("pandas")
    rows = real.to_rows()
    by_pandas = {name: pandas.DataFrame(table).to_dict("records") for name, table in rows.items()}
    assert UNTYPED.load(by_pandas) == real
    by_polars = {
        name: polars.DataFrame(table, infer_schema_length=None).to_dicts()
        for name, table in rows.items()
    }
    assert govgraph.load(by_polars) == real
    findings = govgraph.check(real)
    assert len(pandas.DataFrame(findings.to_rows())) == len(findings)


def test_a_structure_goes_to_networkx_and_back(real: Structure) -> None:
    """Every body, relation and field that holds, but for what cites sources."""
    graph = govgraph.build_graph(real, include="proposed,shadow")
    view = govgraph.to_networkx(graph)
    again = govgraph.to_networkx(
        govgraph.build_graph(govgraph.from_networkx(view), include=["proposed", "shadow"])
    )
    cited: list[dict[str, Any]] = [each[1] for each in view.nodes(data=True)]
    for attributes in (*cited, *(each[2] for each in view.edges(data=True))):
        attributes.pop("cites", None)
    assert [*view.nodes(data=True)] == [*again.nodes(data=True)]
    assert sorted(map(str, view.edges(data=True))) == sorted(map(str, again.edges(data=True)))


def test_what_a_graph_says_that_is_no_field_is_named_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Of nodes and of edges alike, by its name; everything else is taken."""
    view: Any = networkx.MultiDiGraph()
    view.add_node("a", size=3)
    view.add_node("b", size=4, remit="Plans")
    view.add_edge("a", "b", "reports_to", weight=2.5)
    with caplog.at_level(logging.WARNING):
        made = govgraph.from_networkx(view)
    assert caplog.messages == [
        "the attribute 'size' is no field, and was left out",
        "the attribute 'weight' is no field, and was left out",
    ]
    assert made.body_by_id["b"].remit == "Plans"
    assert [line.key for line in made.relations] == [("a", "reports_to", "b")]


def test_a_graph_that_cannot_be_meant_is_refused() -> None:
    """Without directions, or no graph."""
    with pytest.raises(SettingsError, match="use a DiGraph"):
        govgraph.from_networkx(networkx.Graph([("a", "b")]))
    with pytest.raises(SettingsError, match="a list is no graph"):
        govgraph.from_networkx([("a", "b")])


def test_sources_of_every_sort_are_loaded(tmp_path: Path) -> None:
    """A path, a resource, text as YAML and as JSON, and what is a structure already."""
    text = "bodies:\n  a: {name: A, apex: true}\n"
    loaded = govgraph.load(text)
    assert govgraph.load('{"bodies": {"a": {"name": "A", "apex": true}}}') == loaded
    assert UNTYPED.load(loaded) is loaded
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    assert govgraph.load(file) == govgraph.load(str(file)) == loaded
    assert govgraph.load(files("govgraph.data") / "hampshire").bodies


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "folder", "a.xlsx"])
def test_what_is_saved_is_what_was_there(tmp_path: Path, name: str, real: Structure) -> None:
    """In each of our own formats."""
    assert real.save(tmp_path / name)
    assert govgraph.load(tmp_path / name) == real


def test_a_structure_is_built_step_by_step() -> None:
    """Bodies by name, whom a line names first, people by their seats, dates as Python has them."""
    making = govgraph.structure("Riverside", as_at=date(2026, 4, 1))
    minutes = making.source("Minutes of the Council", "2026-03")
    making.line("Audit", "Cabinet", kind="reports_to", cites=[minutes])
    assert making.body("Cabinet", kind="cabinet", apex=True, from_="2020") == "cabinet"
    making.seat("Audit", "chair", "Ana Lloyd")
    made = making.done()
    assert str(made.as_at) == "2026-04-01"
    assert [(b.id, b.kind, b.apex) for b in made.bodies] == [
        ("audit", "body", False),
        ("cabinet", "cabinet", True),
    ]
    assert made.people[0].name == "Ana Lloyd"
    assert govgraph.chain(made, "Audit").chains[0].apex == "cabinet"
    with pytest.raises(UnknownNameError, match="did you mean cabinet"):
        making.line("Audit", "Cabinte")
    making.body("Forum", knd="forum")
    with pytest.raises(LoadError, match=r"bodies.forum.knd: 'knd' is not a field of a body"):
        making.done()


def test_a_body_is_changed_as_a_file_would_say_it() -> None:
    """And keeps its place, so that findings still say where it stands."""
    hampshire = govgraph.load(REAL[0])
    changed = hampshire.with_body("Hart LCP", until=date(2012, 1, 1), kind="board", remit=None)
    body = changed.body_by_id["hart-lcp"]
    assert (str(body.until), body.kind, body.remit) == ("2012-01-01", "board", "")
    assert body.place == hampshire.body_by_id["hart-lcp"].place
    assert changed.relations == hampshire.relations


A = {"bodies": {"a": {"name": "A"}}}
UNTYPED = cast("Any", govgraph)
"""The same names, for what a type checker would refuse already."""


def by_hand(**fields: Any) -> Structure:
    """A structure whose body holds what records do not check."""
    made = govgraph.load(A)
    return made.replace(bodies=(dataclasses.replace(made.bodies[0], **fields),))


@pytest.mark.parametrize(
    ("do", "said"),
    [
        (lambda: UNTYPED.load({"bodys": {}}), "did you mean 'bodies'?"),
        (lambda: UNTYPED.load({"bodies": {"a": 3}}), "bodies.a: "),
        (lambda: UNTYPED.load({"bodies": {"a": {"name": {1}}}}), "a set stands here"),
        (lambda: UNTYPED.load({"bodies": {"a": {"name": "A", "from": "May"}}}), "not a date"),
        (lambda: UNTYPED.load([{"nam": "A"}]), "bodies!A1: 'nam' is not a field"),
        (lambda: UNTYPED.load([{"from": "a", "to": "b"}]), "the relation has no 'kind'"),
        (lambda: UNTYPED.load([1]), "rows are dicts"),
        (lambda: UNTYPED.load({"tabel": [{"a": 1}]}), "there is no table 'tabel'"),
        (lambda: UNTYPED.load("  "), "the path of a structure is empty"),
        (lambda: UNTYPED.load(b"bodies: {}"), "not from a bytes"),
        (lambda: UNTYPED.load(3), "not from a int"),
        (lambda: UNTYPED.load("bodies:\n  a: {nam: A}\n"), "<text>:2:7: 'nam'"),
        (lambda: by_hand(until="2011"), "PartialDate.parse('2011')"),
        (lambda: by_hand(name=3), "bodies.a.name: 3 stands here; a str should"),
        (lambda: by_hand(tags=["x"]), "a tuple of records should"),
        (lambda: by_hand(apex="yes"), "bodies.a.apex"),
        (lambda: UNTYPED.load(A).with_body("A", knd="x"), "did you mean 'kind'?"),
        (lambda: UNTYPED.load(A).with_body("A", reports_to="a"), "no field of a body alone"),
        (lambda: UNTYPED.load(A).with_body("B", kind="x"), "no body goes by the name 'B'"),
        (lambda: UNTYPED.load(A).save("a.xyz"), "nothing is written as '.xyz'"),
        (lambda: UNTYPED.build_graph(UNTYPED.load(A), as_at=[2010]), "[2010] is no date"),
        (lambda: UNTYPED.build_graph(UNTYPED.load(A), include=3), "3 is no text"),
        (lambda: UNTYPED.check("a.yaml"), "asked of a graph or a structure, not of a str"),
        (lambda: UNTYPED.reports(A, "A"), "not of a dict"),
        (lambda: UNTYPED.check(UNTYPED.load(A), select=[3]), "no list of texts"),
        (lambda: UNTYPED.check(UNTYPED.load(A), severities={"uncited": "grave"}), "no severity"),
        (lambda: UNTYPED.common(UNTYPED.load(A), "A"), "name two bodies or more"),
        (lambda: UNTYPED.from_edges(["ab"]), "edge 1 is 'ab'"),
        (lambda: UNTYPED.from_edges([("a", None)]), "one of its ends has no name"),
        (lambda: UNTYPED.chain(UNTYPED.load(A), 3), "by a name or an id, not by 3"),
        (lambda: UNTYPED.common(UNTYPED.load(A), ["A", None]), "not by None"),
        (lambda: UNTYPED.timeline("a.yaml"), "not of a str"),
        (lambda: UNTYPED.View(kind=3), "the kind of a view is 3"),
        (lambda: UNTYPED.structure("A").body(""), "not a text"),
    ],
)
def test_what_means_nothing_is_refused_in_words(do: Any, said: str) -> None:
    """Never a traceback out of something that nobody called."""
    with pytest.raises(GovgraphError) as caught:
        do()
    assert said in str(caught.value)


def test_one_word_stands_for_a_list_of_it_and_a_day_for_a_date() -> None:
    """As everybody writes it first."""
    hampshire = govgraph.load(REAL[0])
    graph = govgraph.build_graph(hampshire, as_at=date(2010, 4, 1), include="proposed")
    assert graph.standpoint == (
        govgraph.build_graph(hampshire, as_at="2010-04-01", include=["proposed"]).standpoint
    )
    one = govgraph.check(graph, select="GG101", severities={"uncited": "warning"})
    assert one.findings == govgraph.check(graph, select=["GG101"]).findings
    assert UNTYPED.View(kind="board") == govgraph.View(kind=("board",))
    assert UNTYPED.build_graph(hampshire, as_at=2010).standpoint.as_at


def test_findings_are_walked_filtered_and_counted() -> None:
    """As a list would be, and still findings."""
    found = govgraph.check(govgraph.load(REAL[0]))
    errors = found.filter(at_least="error")
    assert list(errors) == [each for each in found if each.severity is govgraph.Severity.ERROR]
    assert 0 < len(errors) < len(found)
    assert {each.code for each in found.filter(rule="GG1")} <= {f.code for f in found}
    told = found.filter(body="Hampshire Children's Trust", waived=False)
    assert 0 < len(told) < len(found)
    assert len(found.filter(waived=True)) == 0
    assert found.to_dict()["findings"]
    nothing = found.filter(rule="uncited", at_least=govgraph.Severity.ERROR)
    assert not nothing
    assert govgraph.diagram(govgraph.load(REAL[0]), findings=nothing).findings == ()
