"""What the tools answer: the commands' own JSON, by the schemas they promise."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from govgraph.assistants.arguments import STANDPOINT
from govgraph.assistants.structure_cache import CachedStructure, View
from govgraph.assistants.tools import build_tools, use_tool
from govgraph.errors import SettingsError, UnknownNameError
from tests.cli.program import govgraph

DATA = Path(__file__).parents[2] / "data"
WORCESTERSHIRE = DATA / "worcestershire"


def answer(path: Path, name: str, view: View | None = None, **given: Any) -> dict[str, Any]:
    """What a tool answers, held to its schema."""
    kept = CachedStructure(path)
    tool = build_tools(kept)[name]
    data = use_tool(kept, tool, given, view or View())
    jsonschema.validate(data, tool.output_schema)
    assert json.loads(json.dumps(data)) == data
    return data


@pytest.mark.parametrize(
    ("tool", "given", "arguments"),
    [
        ("show", {"body": "PAB"}, ["PAB"]),
        ("chain", {"body": "Management Information Group"}, ["Management Information Group"]),
        ("reports", {"body": "Worcestershire Partnership"}, ["Worcestershire Partnership"]),
        ("paths", {"body": "MIG", "superior": "Trust Board"}, ["MIG", "Trust Board"]),
        ("common", {"bodies": ["PAB", "JCB"]}, ["PAB", "JCB"]),
        ("impact", {"body": "PAB"}, ["PAB"]),
        ("peers", {"body": "PAB"}, ["PAB"]),
        ("findings", {}, []),
    ],
)
def test_a_tool_answers_as_its_command(
    tool: str, given: dict[str, Any], arguments: list[str]
) -> None:
    """Every field of the command's JSON, with the page and names beside."""
    command = "check" if tool == "findings" else tool
    done = govgraph(
        command, str(WORCESTERSHIRE), *arguments, "--format", "json", "--include", "proposed"
    )
    data = answer(WORCESTERSHIRE, tool, include=["proposed"], limit=200, **given)
    assert data["standpoint"]["include"] == ["proposed"]
    assert {**data, "page": None, "names": None} == {
        **json.loads(done.out),
        "page": None,
        "names": None,
    }


@pytest.mark.parametrize("county", ["hampshire", "oxfordshire", "worcestershire"])
@pytest.mark.parametrize("what", ["bodies", "relations", "seats", "people", "sources"])
def test_tables_come_page_by_page(county: str, what: str) -> None:
    """All pages together are the table, each item once."""
    listed = json.loads(govgraph("list", str(DATA / county), what, "--format", "json").out)[what]
    found: list[Any] = []
    cursor = None
    while True:
        page = answer(DATA / county, "list", what=what, limit=7, cursor=cursor)
        found += page["items"]
        assert page["page"]["total"] == {"items": len(listed)}
        cursor = page["page"]["next_cursor"]
        if cursor is None:
            break
    assert found == listed


def test_a_structure_says_what_it_is() -> None:
    """So that an assistant knows what it can ask."""
    about = answer(WORCESTERSHIRE, "about")
    assert about["counts"]["bodies"] == sum(about["body_kinds"].values())
    assert about["own_date"] == about["standpoint"]["as_at"]


def test_the_bodies_of_an_answer_are_named() -> None:
    """Those it mentions by id, and no others."""
    data = answer(WORCESTERSHIRE, "common", bodies=["PAB", "JCB"])
    assert set(data["names"]) == {*data["bodies"], *data["all"]}


def test_findings_can_be_narrowed_down() -> None:
    """To a body, a severity, rules; the summary stays that of all that ran."""
    everything = answer(WORCESTERSHIRE, "findings", limit=200)
    grave = answer(WORCESTERSHIRE, "findings", severity="warning", limit=200)
    assert {each["severity"] for each in grave["findings"]} <= {"error", "warning"}
    assert grave["summary"] == everything["summary"]
    body = everything["findings"][0]["subject"]["body"]
    about = answer(WORCESTERSHIRE, "findings", body=body)
    assert about["findings"]
    assert all(body in json.dumps(each["subject"]) for each in about["findings"])
    uncited = answer(WORCESTERSHIRE, "findings", select=["uncited"], ignore="GG1")
    assert {each["name"] for each in uncited["findings"]} <= {"uncited"}


def test_settings_beside_the_structure_hold(tmp_path: Path) -> None:
    """As they do for `govgraph check`."""
    file = tmp_path / "small.yaml"
    file.write_text("bodies: {hart: {name: Hart, kind: board}}\n", encoding="utf-8")
    settings = '[check]\nselect = ["policy-broken"]\n[[policy]]\nid = "chaired"\n'
    rule = 'every = {kind = "board"}\nmust = {relation = "reports_to", to = {kind = "trust"}}\n'
    (tmp_path / "govgraph.toml").write_text(settings + rule, encoding="utf-8")
    assert [each["code"] for each in answer(file, "findings")["findings"]] == ["GG501"]


def test_the_usual_standpoint_holds_until_another_is_given() -> None:
    """Each part of it for itself."""
    usual = View("2009-08", ("proposed",), presume=True)
    data = answer(WORCESTERSHIRE, "about", usual)["standpoint"]
    said = data.pop("says")
    assert data == {
        "as_at": "2009-08",
        "include": ["proposed"],
        "proposals": "by date",
        "presume": True,
        "undated": False,
    }
    assert said.startswith(
        "As at August 2009, with what is proposed and to be there by then, lines presumed"
    )
    data = answer(WORCESTERSHIRE, "about", usual, as_at="2010-04", include=[], presume=False)
    said = data["standpoint"].pop("says")
    assert data["standpoint"] == {
        "as_at": "2010-04",
        "include": [],
        "proposals": "none",
        "presume": False,
        "undated": False,
    }
    assert "only proposed (--include proposed counts them)" in said


def test_a_slip_is_told_with_the_nearest_name() -> None:
    """As on the command line."""
    with pytest.raises(UnknownNameError, match="did you mean"):
        answer(WORCESTERSHIRE, "impact", body="PABB")
    with pytest.raises(SettingsError, match=r"cannot be 'proposd'; did you mean 'proposed'\?"):
        answer(WORCESTERSHIRE, "about", include=["proposd"])


def test_every_schema_is_one() -> None:
    """By the standard's own rules; each tool takes a standpoint."""
    for tool in build_tools(CachedStructure(WORCESTERSHIRE)).values():
        jsonschema.Draft202012Validator.check_schema(tool.input_schema)
        jsonschema.Draft202012Validator.check_schema(tool.output_schema)
        assert {each.name for each in STANDPOINT} <= tool.input_schema["properties"].keys()
