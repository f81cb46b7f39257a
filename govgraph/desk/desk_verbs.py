"""The verbs of the desk: asked in JSON, answered in JSON, with bytes beside it for a file."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import govgraph
from govgraph.about import VERSION
from govgraph.desk.desk_findings import found_as_data
from govgraph.desk.desk_reading import Asked, read_once
from govgraph.desk.document import Document, document_as_data, read_document
from govgraph.errors import GovgraphError, LoadError

if TYPE_CHECKING:
    from govgraph.graph.accountability import AccountabilityGraph


Told = tuple[Any, bytes | None]
Files = Sequence[bytes]


def answer(verb: str, asked: str, files: Files = ()) -> tuple[str, bytes | None]:
    """What the desk answers: JSON, and the bytes of a file if it is one.

    What cannot be done is told under `refused`, one sentence each.
    """
    given = json.loads(asked) or {}
    try:
        told, content = VERBS[verb](given, [bytes(file) for file in files])
    except LoadError as error:
        return json.dumps({"refused": list(map(str, error.problems))}), None
    except GovgraphError as error:
        return json.dumps({"refused": [str(error)]}), None
    return json.dumps(told, ensure_ascii=False), content


def _hello(asked: Mapping[str, Any], files: Files) -> Told:
    """What the page needs to know at its start."""
    from govgraph.desk.desk_names import HIDDEN
    from govgraph.desk.opening import PAPERS, blank_document
    from govgraph.formats.simple_sheet import COLUMNS, ENDS_HERE, OUTSIDE
    from govgraph.formats.simple_sheet_writing import OFFERED
    from govgraph.model.kinds import BODY_KINDS, RELATION_KINDS

    del asked, files
    notes = {column.name.replace(" ", "_"): column.says for column in COLUMNS}
    offered = {name: list(words) for name, words in OFFERED.items()}
    offered |= {"relations.kind": list(RELATION_KINDS), "bodies.kind": list(BODY_KINDS)}
    return {
        "version": VERSION,
        "papers": PAPERS,
        "blank": document_as_data(blank_document()),
        "notes": notes,
        "offered": offered,
        "marks": [ENDS_HERE, OUTSIDE],
        "hidden": HIDDEN,
    }, None


def _begin(asked: Mapping[str, Any], files: Files) -> Told:
    """A document to begin with: blank, the example, or a paper."""
    from govgraph.desk.opening import blank_document, example_document, paper_document

    del files
    what = asked["what"]
    ways = {"blank": blank_document, "example": example_document}
    return _document(ways[what]() if what in ways else paper_document(what))


def _open(asked: Mapping[str, Any], files: Files) -> Told:
    """A document from files."""
    from govgraph.desk.opening import open_files

    return _document(open_files(dict(zip(asked["names"], files, strict=True))))


def _tables(asked: Mapping[str, Any], files: Files) -> Told:
    """A simple document as a full one."""
    from govgraph.desk.opening import full_document

    del files
    graph = _graph(asked)
    return _document(full_document(graph.structure))


def _check(asked: Mapping[str, Any], files: Files) -> Told:
    """What is wrong, and where."""
    del files
    return found_as_data(*read_once(_asked(asked))), None


def _draw(asked: Mapping[str, Any], files: Files) -> Told:
    """The picture: at once, or the best one."""
    from govgraph.drawing.scene.views import View

    del files
    view = View(**{name: _tuple(value) for name, value in (asked.get("view") or {}).items()})
    with _theme(asked.get("theme")) as theme:
        drawing = govgraph.draw(
            _graph(asked),
            view=view,
            paper=asked.get("paper", "free"),
            theme=theme,
            draft=asked.get("draft", False),
        )
    return {"pages": drawing.svg_pages}, None


@contextmanager
def _theme(text: str | None) -> Iterator[Path | None]:
    """The file of a theme, if one has been opened."""
    if text is None:
        yield None
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "theme.toml"
        path.write_text(text, encoding="utf-8")
        yield path


def _body(asked: Mapping[str, Any], files: Files) -> Told:
    """Who answers to whom of a body."""
    del files
    return body_as_data(_graph(asked), asked["body"]), None


def _mend(asked: Mapping[str, Any], files: Files) -> Told:
    """What a button beside a finding does."""
    from govgraph.desk.mending import mend

    del files
    document, cell = mend(_read(asked), asked["mend"])
    return {"document": document_as_data(document), "cell": cell}, None


def _rename(asked: Mapping[str, Any], files: Files) -> Told:
    """A body's new name wherever its old one stood."""
    from govgraph.desk.desk_names import renamed

    del files
    return _document(renamed(_read(asked), asked["old"], asked["new"]))


def _save(asked: Mapping[str, Any], files: Files) -> Told:
    """A file to keep."""
    from govgraph.desk.saving import save

    before = files[0] if files else b""
    saved = save(_read(asked), asked["form"], before, asked.get("name", ""))
    return {"name": saved.name, "told": saved.told}, saved.content


def _called(asked: Mapping[str, Any], files: Files) -> Told:
    """What files of the document are called."""
    from govgraph.desk.saving import stem

    del files
    return {"name": stem(_read(asked))}, None


def _report(asked: Mapping[str, Any], files: Files) -> Told:
    """The HTML page."""
    from govgraph.desk.saving import report

    before = files[0] if files else b""
    name, include = asked.get("name", ""), asked.get("include", ())
    made = report(_read(asked), asked["form"], include, before, name)
    return {"name": made.name, "told": made.told}, made.content


def _word(asked: Mapping[str, Any], files: Files) -> Told:
    """The paper, as what a Word file is made of."""
    from govgraph.desk.desk_paper import paper_as_data

    del files
    return paper_as_data(_graph(asked)), None


VERBS: Mapping[str, Callable[[Mapping[str, Any], Files], Told]] = {
    "hello": _hello,
    "begin": _begin,
    "open": _open,
    "tables": _tables,
    "check": _check,
    "draw": _draw,
    "body": _body,
    "mend": _mend,
    "rename": _rename,
    "save": _save,
    "called": _called,
    "report": _report,
    "word": _word,
}
"""What the page may ask; each is answered from what it sends, and keeps nothing of its own."""


def _asked(asked: Mapping[str, Any]) -> Asked:
    return Asked(json.dumps(asked["document"]), tuple(asked.get("include", ())))


def _graph(asked: Mapping[str, Any]) -> Any:  # noqa: ANN401 - imported late
    """Who answers to whom in the document.

    Raises:
        LoadError: it cannot be read.
    """
    found, _ = read_once(_asked(asked))
    if found.graph is None:
        raise LoadError(found.problems)
    return found.graph


def _read(asked: Mapping[str, Any]) -> Document:
    return read_document(asked["document"])


def _document(document: Document) -> Told:
    return {"document": document_as_data(document)}, None


def _tuple(value: Any) -> Any:  # noqa: ANN401 - a field of a view
    return tuple(value) if isinstance(value, list) else value


def body_as_data(graph: "AccountabilityGraph", body: str) -> dict[str, Any]:
    """The chains of a body by names, each with where it leads; and who answers to it, as a tree.

    Raises:
        UnknownNameError: there is no such body.
    """
    from govgraph.reporting.answer_text import draw_rails, format_outcome

    structure = graph.structure
    above, below = govgraph.chain(graph, body), govgraph.reports(graph, body)
    chains = [
        {
            "outcome": f"{words[:1].upper()}{words[1:]}.",
            "bodies": [structure.name_of(each) for each in chain.bodies],
        }
        for chain in above.chains
        for words in [format_outcome(structure, chain)]
    ]
    rails = draw_rails(below.tree)
    tree = [
        f"{rail}{structure.name_of(branch.line.subordinate)}{' (see above)' if branch.seen else ''}"
        for branch, rail in zip(below.tree, rails, strict=True)
    ]
    return {"name": structure.name_of(above.body), "chains": chains, "below": tree}
