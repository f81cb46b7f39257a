"""The first file of a structure: a template with its title, place and date filled in."""

from dataclasses import dataclass
from importlib.resources import files

from govgraph.errors import SettingsError
from govgraph.formats.limits import STANDARD
from govgraph.formats.plain_data import DateText
from govgraph.formats.problems import nearest_spelling, shown
from govgraph.formats.table_writing import structure_as_tables
from govgraph.formats.yaml_file import read_content
from govgraph.formats.yaml_writing import written_scalar
from govgraph.model.dates import PartialDate

TEMPLATES = {
    "partnership": "a partnership board, a group that reports to it, and a proposed one",
    "council": "a council, its cabinet, scrutiny and a task group",
    "blank": "one body",
}
"""Each template and what is in it; the first is the default."""
_FORMS = ("partnership", "blank")
"""The templates that a form of one sheet has rows for."""
_TABLES = ("structure", "sources", "bodies", "relations", "seats", "people", "requirements")


@dataclass(frozen=True, slots=True)
class Start:
    """What is known of a structure before anything is written down."""

    title: str = "A new structure"
    jurisdiction: str = ""
    as_at: PartialDate | None = None
    template: str = "partnership"


def find_template(name: str) -> str:
    """What is in the template of that name.

    Raises:
        SettingsError: there is no such template.
    """
    if name not in TEMPLATES:
        close = nearest_spelling(name, tuple(TEMPLATES))
        meant = f"; did you mean '{close}'?" if close else ""
        known = ", ".join(TEMPLATES)
        raise SettingsError(f"there is no template '{shown(name)}'{meant} ({known})")
    return TEMPLATES[name]


def start_as_yaml(start: Start) -> str:
    """The text of a YAML file to go on from; lines with nothing to say are left out.

    Raises:
        SettingsError: there is no such template.
    """
    find_template(start.template)
    folder = files("govgraph.templates") / "structures"
    text = (folder / f"{start.template}.yaml").read_text(encoding="utf-8")
    known_values = {
        "TITLE": written_scalar(start.title) if start.title else "",
        "JURISDICTION": written_scalar(start.jurisdiction) if start.jurisdiction else "",
        "AS_AT": written_scalar(DateText(start.as_at)) if start.as_at else "",
    }
    lines = []
    for line in text.splitlines():
        mark = next((mark for mark in known_values if f": {mark}" in line), "")
        if not mark:
            lines.append(line)
        elif known_values[mark]:
            lines.append(line.replace(mark, known_values[mark], 1))
    return "\n".join(lines) + "\n"


def start_as_form(start: Start) -> bytes:
    """The bytes of a workbook of one sheet to fill in, with rows as an example unless blank.

    Raises:
        SettingsError: a template is asked for that the form does not have.
        MissingExtraError: the extra `excel` is not installed.
    """
    from govgraph.formats.simple_sheet_writing import form_as_workbook

    if start.template not in _FORMS:
        raise SettingsError(f"the form begins with {' or '.join(_FORMS)}, not '{start.template}'")
    as_at = str(start.as_at) if start.as_at else ""
    examples = start.template != "blank"
    return form_as_workbook(start.title, as_at, start.jurisdiction, examples=examples)


def start_as_workbook(start: Start) -> bytes:
    """The bytes of a workbook to go on from: every column there, the template as an example.

    Raises:
        SettingsError: there is no such template.
        MissingExtraError: the extra `excel` is not installed.
    """
    from govgraph.formats.workbook_writing import tables_as_workbook

    text = start_as_yaml(start)
    structure = read_content(text.encode(), f"{start.template}.yaml", STANDARD)
    return tables_as_workbook(structure_as_tables(structure, whole=_TABLES))
