"""The tables of the reference page of the structure file, made from the fields themselves."""

import re
from collections.abc import Iterable

from govgraph.formats.fields import Field, Form, Record
from govgraph.formats.json_schema import NESTED
from govgraph.formats.limits import STANDARD, Limits
from govgraph.formats.section_order import DECLARATIONS, KINDS, SECTIONS
from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

TABLE = re.compile(r"(<!-- table: ([^>]+) -->\n).*?(<!-- end -->)", re.DOTALL)
"""Where a table stands in the page: `<!-- table: body -->`, the table, `<!-- end -->`."""

_LIMIT = re.compile(r"^ +(\w+): (.+)$", re.MULTILINE)  # Python 3.13 takes the indentation off


def fill_tables(page: str) -> str:
    """The page with each of its tables made anew.

    Raises:
        KeyError: a mark names no table.
    """
    tables = build_tables()
    return TABLE.sub(lambda found: f"{found[1]}\n{tables[found[2]]}\n\n{found[3]}", page)


def build_tables() -> dict[str, str]:
    """Every table, under its name: a record's heading, or `sections`, `kinds` and so on."""
    records = (*NESTED, *(section.record for section in (*SECTIONS, *DECLARATIONS)))
    tables = {record.heading: _fields(record) for record in records}
    sections = [(f"`{section.name}`", section.says) for section in SECTIONS]
    sections.append((f"`{KINDS}`", "kinds of body and relation that the author adds"))
    bodies = [(f"`{each.id}`", each.name, f"`{each.body_class}`") for each in BODY_KINDS.values()]
    relations = [
        (f"`{kind.id}`", str(kind.relation_class), f"A {kind.reads} B")
        for kind in RELATION_KINDS.values()
    ]
    return tables | {
        "sections": _table(("section", "what it holds"), sections),
        "kinds of body": _table(("kind", "in words", "class"), bodies),
        "kinds of relation": _table(("kind", "class", "reads"), relations),
        "limits": _table(("limit", "what is limited", "at most"), _limits()),
    }


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A table in Markdown."""
    heads = tuple(heads)
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _fields(record: Record) -> str:
    """The fields of a record."""
    rows = [(_name(field), _form(record, field), field.says) for field in record.fields]
    return _table(("field", "what stands there", "what it says"), rows)


def _name(field: Field) -> str:
    """The name of a field, and whether it must be there."""
    return f"`{field.name}` (required)" if field.required else f"`{field.name}`"


def _form(record: Record, field: Field) -> str:
    """What may stand in a field, and what holds where nothing does."""
    words = ", ".join(f"`{word}`" for word in field.choices)
    match field.form:
        case Form.CHOICE if field.name == "like":
            return "a built-in kind"
        case Form.CHOICE:
            default = record.makes.__dataclass_fields__[field.becomes].default
            usual = [word for word, meaning in field.choices.items() if meaning == default]
            return f"{words}; `{usual[0]}` unless written" if usual else words
        case Form.CHOICES:
            return f"one or several of {words}"
        case form:
            return str(form)


def _limits() -> Iterable[tuple[str, str, str]]:
    """Each limit, as its documentation says."""
    for name, says in _LIMIT.findall(Limits.__doc__ or ""):
        yield f"`{name}`", says.rstrip("."), f"{getattr(STANDARD, name):,}"
