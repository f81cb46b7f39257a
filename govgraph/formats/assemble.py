"""From the nodes of one file or several to one structure."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from govgraph.errors import Place
from govgraph.formats.body_reading import read_body
from govgraph.formats.chairs import WrittenChair, with_chairs
from govgraph.formats.fields import Section
from govgraph.formats.identified import Identified, Ids, identified
from govgraph.formats.named_references import with_ids_for_names
from govgraph.formats.nodes import Entry, ListNode, MapNode, Node, describe, is_absent
from govgraph.formats.problems import Problems, Reading, shown
from govgraph.formats.record_fields import BODY, STRUCTURE
from govgraph.formats.record_reading import Attributes, expect_mapping, read_attributes
from govgraph.formats.section_order import DECLARATIONS, KINDS, SECTION_NAMES, SECTIONS
from govgraph.formats.sense import check_sense
from govgraph.formats.standard_words import with_standard_kinds
from govgraph.model.kinds import RELATION_KINDS
from govgraph.model.structure import Structure

_SECTIONS = {section.name: section for section in SECTIONS}
_DECLARATIONS = {section.name: section for section in DECLARATIONS}


class Document(NamedTuple):
    """One file, or one sheet of it: its name, and what it holds; nothing if it was unreadable.

    Attributes:
        paths: of what Python holds, the keys that lead to each line.
    """

    file: str
    root: Node | None
    sheet: str = ""
    paths: tuple[str, ...] = ()


class _Unknowable(dict[str, object]):
    """Kinds of which more may be declared in a file that could not be read: any name is one."""

    def __contains__(self, _: object) -> bool:
        return True


def assemble(documents: Iterable[Document], problems: Problems) -> Structure:
    """The structure written in all the documents together.

    Raises:
        LoadError: there are problems, found here or before; all are reported.
    """
    assembly = _Assembly(problems)
    for document in documents:
        assembly.open(document)
    assembly.read_declarations()
    assembly.read_sections()
    problems.raise_if_any()
    return with_ids_for_names(with_standard_kinds(assembly.structure()))


class _Assembly:
    """What has been read so far, over all files."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.opened: list[tuple[Reading, MapNode]] = []
        self.head: Attributes = {}
        self.head_place: Place | None = None
        self.parts: dict[str, list[Any]] = {}
        self.ids = {
            section.attribute: Ids(section)
            for section in (*SECTIONS, *DECLARATIONS)
            if section.record.by_id
        }
        self.chairs: list[WrittenChair] = []
        self.relation_kinds: Mapping[str, object] = RELATION_KINDS

    def open(self, document: Document) -> None:
        """Take in a file, if it is made of sections; names headings that are none."""
        reading = Reading(document.file, self.problems, document.sheet, document.paths)
        root = document.root
        if root is None:
            self.relation_kinds = _Unknowable(RELATION_KINDS)
            return
        if type(root) is not MapNode:
            message = f"a structure file is made of sections; this is {describe(root)}"
            reading.reject(root, message, allowed=SECTION_NAMES)
            return
        self.opened.append((reading, root))
        for name, entry in root.entries.items():
            if name not in SECTION_NAMES:
                message = f"'{shown(name)}' is not a section of a structure file"
                reading.reject(entry, message, found=name, allowed=SECTION_NAMES)
            elif name in _SECTIONS and _SECTIONS[name].attribute in self.ids:
                self.ids[_SECTIONS[name].attribute].expect(entry.value)

    def read_declarations(self) -> None:
        """Read the kinds that the author declares, which every file may use."""
        for reading, root in self.opened:
            entry = root.entries.get(KINDS)
            if not entry or is_absent(entry.value):
                continue
            parts = expect_mapping(reading, entry.value, f"'{KINDS}'")
            for name, part in parts.entries.items() if parts else ():
                if name not in _DECLARATIONS:
                    message = f"'{shown(name)}' is not a part of '{KINDS}'"
                    reading.reject(part, message, found=name, allowed=tuple(_DECLARATIONS))
                elif not is_absent(part.value):
                    self._read_section(reading, _DECLARATIONS[name], part.value)
        declared = self.ids["relation_kinds"].seen
        if not isinstance(self.relation_kinds, _Unknowable):
            self.relation_kinds = dict.fromkeys((*RELATION_KINDS, *declared))

    def read_sections(self) -> None:
        """Read every section of every file, in the order in which they are written."""
        for reading, root in self.opened:
            for name, entry in root.entries.items():
                section = _SECTIONS.get(name)
                if section and section.record is STRUCTURE:
                    self._read_head(reading, entry)
                elif section and not is_absent(entry.value):
                    self._read_section(reading, section, entry.value)

    def structure(self) -> Structure:
        """The structure, put together."""
        parts: Attributes = {name: tuple(things) for name, things in self.parts.items()}
        structure = Structure(**self.head, **parts, place=self.head_place)
        return with_chairs(structure, self.chairs) if self.chairs else structure

    def _read_head(self, reading: Reading, entry: Entry) -> None:
        """Read the `structure:` section, of which there is one."""
        if self.head_place:
            message = f"'structure' is written a second time; first at {self.head_place}"
            reading.reject(entry, message)
        self.head_place = self.head_place or reading.place(entry)
        if is_absent(entry.value):
            return
        node = expect_mapping(reading, entry.value, "'structure'")
        if node:
            self.head |= read_attributes(reading, STRUCTURE, node) or {}

    def _read_section(self, reading: Reading, section: Section, node: Node) -> None:
        """Read each record of a section."""
        if section.attribute in self.ids:
            self.ids[section.attribute].expect(node)
        if not section.record.by_id:
            self._read_list(reading, section, node)
            return
        ids = self.ids[section.attribute]
        read = self._read_body if section.record is BODY else self._read_identified
        for it in identified(reading, section, node, ids):
            read(reading, section, it)

    def _read_list(self, reading: Reading, section: Section, node: Node) -> None:
        """Read each record of a section whose records have no ids."""
        if type(node) is not ListNode:
            reading.reject(node, f"'{section.name}' must be a list, not {describe(node)}")
            return
        for item in node.items:
            mapping = expect_mapping(reading, item, f"a {section.record.noun}")
            attributes = read_attributes(reading, section.record, mapping) if mapping else None
            if attributes is not None and mapping:
                check_sense(reading, section.record, "", mapping, attributes)
                thing = section.record.makes(**attributes, place=reading.place(item))
                self._keep(section.attribute, thing)

    def _read_body(self, reading: Reading, _: Section, it: Identified) -> None:
        """Read a body, with the relations and seats written on it."""
        read = read_body(reading, it, self.relation_kinds)
        self._keep("bodies", *(read.body,) if read.body else ())
        self._keep("relations", *read.relations)
        self._keep("seats", *read.seats)
        self.chairs += read.chairs

    def _read_identified(self, reading: Reading, section: Section, it: Identified) -> None:
        """Read a record that has an id."""
        record = section.record
        attributes = read_attributes(reading, record, it.node, label=it.id)
        if attributes is None:
            return
        check_sense(reading, record, it.id, it.node, attributes)
        if record.keeps_place:
            attributes["place"] = it.place
        self._keep(section.attribute, record.makes(id=it.id, **attributes))

    def _keep(self, attribute: str, *things: object) -> None:
        """Keep what was read for the structure."""
        self.parts.setdefault(attribute, []).extend(things)
