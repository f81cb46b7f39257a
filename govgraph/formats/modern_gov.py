"""Saved answers of modern.gov's web service, which sites of councils publish (`mgWebService.asmx`).

`GetCommittees`, `GetCommittee`, `GetCouncillorsByWard` and their like, with or without the SOAP
around them. A folder holds the answers of one council, or a folder for each of several.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from govgraph.errors import Place
from govgraph.formats.account import Account
from govgraph.formats.files import list_files, read_bytes
from govgraph.formats.identifiers import Identifiers
from govgraph.formats.ledger import Ledger, close_account
from govgraph.formats.limits import Limits
from govgraph.formats.modern_gov_council import Council
from govgraph.formats.modern_gov_members import Members
from govgraph.formats.modern_gov_records import COMMITTEE, KNOWN, PERSON, Records
from govgraph.formats.problems import Problems, visible
from govgraph.formats.xml_tree import XmlElement, read_xml
from govgraph.model.sources import Citation, Source
from govgraph.model.structure import Structure

_SUFFIX = ".xml"
_UNNAMED = "The council"
"""What a council is called whose answer stands alone: no answer names its council."""

_DECLARED = re.compile(r"^<\?xml[^>]*\?>\s*")
"""What XML within XML says of its encoding, which is that of the file now."""

_Files = Sequence[tuple[Path, XmlElement]]


def read_file(path: Path, limits: Limits) -> Account:
    """The committees or councillors of one answer of the service.

    Raises:
        LoadError: it cannot be read, or is no such answer.
    """
    problems = Problems(limits)
    return _account({_UNNAMED: _read([path], problems)}, problems, path)


def read_folder(path: Path, limits: Limits) -> Account:
    """The committees, members and councillors of one council, or of one in each folder.

    Raises:
        LoadError: a file cannot be read, or none is such an answer.
    """
    problems = Problems(limits)
    folders = [each for each in sorted(path.iterdir()) if _holds_answers(each)]
    if folders and _holds_answers(path):
        place = Place(visible(str(path)), 0, 0)
        problems.add(place, "holds answers of a council, and folders of others: sort them apart")
    councils = {
        each.name: _read(list_files(each, (_SUFFIX,), problems), problems)
        for each in (folders or [path])
    }
    return _account(councils, problems, path)


def _holds_answers(path: Path) -> bool:
    """Whether a path is a folder with XML files in it."""
    return (
        path.is_dir()
        and not path.name.startswith(".")
        and any(file.suffix.lower() == _SUFFIX for file in path.iterdir())
    )


def _read(paths: Sequence[Path], problems: Problems) -> _Files:
    """The roots of some files."""
    found = []
    for path in paths:
        content = read_bytes(path, problems)
        file = visible(str(path))
        root = None if content is None else read_xml(content, file, problems)
        if root is not None:
            found.append((path, _unwrapped(root, file, problems.limits)))
    return found


def _unwrapped(root: XmlElement, file: str, limits: Limits) -> XmlElement:
    """The answer within an element that holds it as text, as some services do; else the root."""
    if _holds_records(root):
        return root
    for element in root.walk():
        text = _DECLARED.sub("", element.own_text.strip())
        inner = read_xml(text.encode(), file, Problems(limits)) if text[:1] == "<" else None
        if inner is not None and _holds_records(inner):
            return inner
    return root


def _holds_records(root: XmlElement) -> bool:
    """Whether anything of the service stands in a file."""
    return any(element.name in KNOWN for element in root.walk())


def _account(councils: dict[str, _Files], problems: Problems, path: Path) -> Account:
    """What the answers come to.

    Raises:
        LoadError: a file could not be read, or none holds anything of the service.
    """
    roots = [root for files in councils.values() for _, root in files]
    if not problems.found and not any(map(_holds_records, roots)):
        message = "holds no committees, members or councillors of modern.gov"
        problems.add(Place(visible(str(path)), 0, 0), message)
    problems.raise_if_any()
    ledger = Ledger(visible(str(path)))
    records = Records(ledger, roots)
    ids = Identifiers()
    sources: dict[str, Source] = {}
    found: list[tuple[Council, Members]] = []
    for name, files in councils.items():
        council = Council(name, records, ids, alone=len(councils) == 1)
        members = Members(council, records, ids)
        for _, root in files:
            for element in root.walk():
                if element.name in COMMITTEE:
                    council.note_title(element)
        for file, root in files:
            source = ids.of(("source", name, file.name), f"{name} {file.stem}")
            sources[source] = Source(id=source, title=file.name, publisher=name)
            for element in root.walk():
                if element.name in COMMITTEE:
                    council.take(element, Citation(source=source))
                elif element.name in PERSON:
                    members.take(element, Citation(source=source))
        council.relate()
        found.append((council, members))
    records.settle()
    return close_account(_structure(found, tuple(sources.values())), ledger)


def _structure(found: Sequence[tuple[Council, Members]], sources: tuple[Source, ...]) -> Structure:
    """Several councils together."""
    return Structure(
        title=found[0][0].name if len(found) == 1 else "",
        sources=sources,
        bodies=tuple(body for council, _ in found for body in council.bodies.values()),
        relations=tuple(line for council, _ in found for line in council.relations.values()),
        seats=tuple(seat for _, members in found for seat in members.seats.values()),
        people=tuple(person for _, members in found for person in members.people.values()),
    )
