"""Whatever a file holds, reading it gives a structure or a LoadError, never anything else."""

from pathlib import Path
from typing import Any

import jsonschema
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from govgraph.errors import LoadError
from govgraph.formats.json_schema import build_schema
from govgraph.formats.limits import STANDARD
from govgraph.formats.yaml_file import read_content
from govgraph.model.structure import Structure
from tests.formats.node_text import plain_data
from tests.formats.written import STRUCTURES

EXAMPLE = (Path(__file__).parent / "example.yaml").read_text("utf-8")
SIGNS = [*"\t\n:,-{}[]&*!|>'\"#~ \0é", "---", "<<", "2010", ": ", "- "]
FRAGMENTS = sorted({*EXAMPLE.split(), *SIGNS})
NAMES = sorted({word.rstrip(":") for word in EXAMPLE.split() if word.endswith(":")})
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates()
ANYTHING = st.recursive(
    SCALARS | st.sampled_from(FRAGMENTS),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(NAMES) | st.text(), inner, max_size=5)
    ),
    max_leaves=30,
)


def outcome(content: bytes) -> Structure | LoadError:
    """The structure in a file, or the error that says why there is none."""
    try:
        return read_content(content, "structure.yaml", STANDARD)
    except LoadError as error:
        refused = error
    assert refused.problems
    assert all(problem.message and problem.place.line >= 0 for problem in refused.problems)
    assert str(refused).count("\n") == len(refused.problems) - 1
    return refused


@given(st.binary())
def test_any_bytes(content: bytes) -> None:
    """Bytes of any kind."""
    outcome(content)


@given(st.text() | st.lists(st.sampled_from(FRAGMENTS)).map(" ".join))
@example("? !a &b\n: *b")
@example("- &a [*a, *a]")
@example("\ufeff")
@example("a: \x85b\u2028c: d")
@example("\u2028\\\u2028!\n  [@---: ,0")
def test_any_text(text: str) -> None:
    """Text of any kind, and the signs of YAML in any order."""
    outcome(text.encode("utf-8", "surrogatepass"))


@given(ANYTHING)
def test_any_data(data: Any) -> None:
    """YAML that is sound but makes no sense, under the names that do."""
    outcome(yaml.dump(data, allow_unicode=True).encode("utf-8", "surrogatepass"))


@given(
    start=st.integers(0, len(EXAMPLE)),
    length=st.integers(0, 40),
    instead=st.lists(st.sampled_from(FRAGMENTS), max_size=3).map("".join),
)
def test_a_file_with_something_else_in_it(start: int, length: int, instead: str) -> None:
    """A right file, a piece of which is replaced by something else."""
    outcome((EXAMPLE[:start] + instead + EXAMPLE[start + length :]).encode())


@given(st.permutations(EXAMPLE.splitlines()).map(lambda lines: lines[: len(lines) // 2]))
def test_lines_out_of_order(lines: list[str]) -> None:
    """Half the lines of a right file in another order."""
    outcome("\n".join(lines).encode())


@given(STRUCTURES)
def test_what_the_fields_describe_is_read_and_valid(data: Any) -> None:
    """A file made from the fields is read, and the schema takes it too."""
    content = yaml.safe_dump(data, allow_unicode=True)
    structure = outcome(content.encode())
    assert isinstance(structure, Structure), structure
    schema = build_schema(structure.relation_kinds)
    jsonschema.Draft202012Validator(schema).validate(plain_data(content))


@given(ANYTHING)
def test_what_is_read_is_valid(data: Any) -> None:
    """The schema never refuses what the reader takes."""
    content = yaml.dump({"bodies": {"a": {"name": "A", "informs": data}}}, allow_unicode=True)
    structure = outcome(content.encode("utf-8", "surrogatepass"))
    if isinstance(structure, Structure):
        jsonschema.Draft202012Validator(build_schema()).validate(plain_data(content))
