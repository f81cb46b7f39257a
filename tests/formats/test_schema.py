"""The JSON Schema takes what the reader takes, and refuses what nobody should write."""

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from govgraph.formats.format_catalogue import read_structure
from govgraph.formats.json_schema import build_schema
from govgraph.model.kinds import RelationClass, RelationKind
from tests.formats.node_text import plain_data

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
STRUCTURES = [HERE / "example.yaml", *sorted(DATA.glob("*/*.yaml"))]
VALIDATOR = jsonschema.Draft202012Validator(build_schema())


class EditorLoader(yaml.SafeLoader):
    """YAML as an editor reads it: numbers and flags are such, dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:timestamp"]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


REQUIREMENTS = HERE.parents[1] / "data" / "requirements"
"""Each file in it is a structure of its own, to be measured against."""


def editor_data(text: str) -> Any:
    """What a text holds, as an editor reads it."""
    return yaml.load(text, EditorLoader)  # noqa: S506 - the loader is a safe one


def test_the_schema_is_a_schema() -> None:
    """It keeps to the dialect that it names."""
    jsonschema.Draft202012Validator.check_schema(build_schema())


@pytest.mark.parametrize("path", STRUCTURES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_structure_of_ours_is_valid(path: Path) -> None:
    """Both as an editor reads it and with every value left as text."""
    alone = path.parent in {HERE, REQUIREMENTS}
    declared = read_structure(path if alone else path.parent).relation_kinds
    validator = jsonschema.Draft202012Validator(build_schema(declared))
    text = path.read_text("utf-8")
    validator.validate(editor_data(text))
    validator.validate(plain_data(text))


@pytest.mark.parametrize(
    "wrong",
    [
        "bodys: {a: {name: A}}",
        "bodies: {a: {nmae: A}}",
        "bodies: {a: {}}",
        "bodies: {a: }",
        "bodies: {a b: {name: A}}",
        "bodies: [{kind: board}]",
        "bodies: {a: {name: A, status: propsed}}",
        "bodies: {a: {name: A, from: March 2010}}",
        "bodies: {a: {name: A, count: many}}",
        "bodies: {a: {name: A, apex: perhaps}}",
        "bodies: {a: {name: A, reports_to: {too: b}}}",
        "bodies: {a: {name: A, seats: {role: chair}}}",
        "relations: {a: b}",
        "relations: [{from: a, to: b}]",
        "waivers: [{finding: GG101}]",
        "requirements: [{id: a, applies_to: {area: Hart, stauts: active}}]",
        "{}",
        "[]",
    ],
)
def test_a_wrong_file_is_invalid(wrong: str) -> None:
    """What the reader refuses for its shape, an editor underlines."""
    assert not VALIDATOR.is_valid(editor_data(wrong))


def test_declared_kinds_of_relation_become_fields_of_bodies() -> None:
    """Given the kinds that an author declares, a schema takes them on bodies."""
    written = editor_data("bodies: {a: {name: A, line_managed_by: b}}")
    kind = RelationKind("line_managed_by", RelationClass.ACCOUNTABILITY, "is line managed by")
    assert not VALIDATOR.is_valid(written)
    assert jsonschema.Draft202012Validator(build_schema([kind])).is_valid(written)


def test_every_field_is_described() -> None:
    """An editor can say of each field what it is for."""
    definitions = build_schema()["$defs"]
    assert isinstance(definitions, dict)
    for record in definitions.values():
        assert isinstance(record, dict)
        properties = record.get("properties", {})
        assert isinstance(properties, dict)
        assert all(isinstance(it, dict) and it.get("description") for it in properties.values())


def test_what_is_defined_has_a_name_without_spaces() -> None:
    """A reference to it is an address."""
    schema = build_schema()
    definitions = schema["$defs"]
    assert isinstance(definitions, dict)
    assert not [name for name in definitions if not re.fullmatch(r"[A-Za-z-]+", name)]
    referred = set(re.findall(r"'#/\$defs/([^']*)'", str(schema)))
    assert referred == {*definitions}
