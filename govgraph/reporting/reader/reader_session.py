"""Reading a paper: each decision is written to the structure or the marks at once, and undone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from govgraph.errors import GovgraphError, OutputError, SettingsError
from govgraph.formats.files import read_bytes
from govgraph.formats.problems import Problems
from govgraph.formats.yaml_editing import written_into
from govgraph.formats.yaml_file import SUFFIXES, write_content
from govgraph.model.structure import Structure
from govgraph.reading.coverage import State
from govgraph.reading.matching import forgive
from govgraph.reading.paper_marks import Mark, find_marks_file, marks_as_yaml
from govgraph.reporting.reader.accepting import accept_body, accept_line, accept_seat, relate
from govgraph.reporting.reader.open_paper import OpenPaper, open_paper
from govgraph.reporting.reader.reader_page import Controls, build_reader_page
from govgraph.reporting.whole_files import write_whole

_LONGEST = 4_000
"""How many letters of anything that somebody types are taken."""


@dataclass(frozen=True, slots=True)
class _Before:
    """A file as it was before a decision, if it was there, and as the decision left it."""

    path: Path
    was: bytes | None
    now: bytes


class Session:
    """A paper that is being read, and the two files that decisions are written to.

    Args:
        paper: the paper.
        structure: the structure, one YAML file; it may not be there yet.
        source: the id of the paper's source there, where no `file` names it.

    Raises:
        SettingsError: the structure is no YAML file.
        LoadError: something cannot be read.
    """

    def __init__(self, paper: Path, structure: Path | None = None, source: str = "") -> None:
        if structure and (structure.is_dir() or structure.suffix.lower() not in SUFFIXES):
            raise SettingsError(
                f"decisions are written into one YAML file, and {structure} is none"
            )
        self.path, self.structure, self.source = paper, structure, source
        self.said, self.failed = "", False
        self._undo: list[_Before] = []
        self._lock = Lock()
        self.open()

    def open(self) -> OpenPaper:
        """The paper and the record as they are now."""
        there = self.structure if self.structure and self.structure.exists() else None
        return open_paper(self.path, there, self.source if there else "")

    def page(self, action: str, token: str) -> str:
        """The page as it is now, with what the last decision came to; said once."""
        with self._lock:
            controls = Controls(
                action,
                token,
                self.said,
                self.failed,
                bool(self._undo),
                self.structure.name if self.structure else "",
            )
            self.said, self.failed = "", False
            return build_reader_page(self.open(), controls)

    def decide(self, sent: Mapping[str, str]) -> int:
        """Carry out what was decided on a sentence, and give the number of the one to show next.

        What cannot be done is told on the page and changes nothing.
        """
        with self._lock:
            number = int(sent.get("number", "0")[:6]) if sent.get("number", "").isdecimal() else 0
            try:
                act = _ACTS.get(sent.get("act", ""))
                if act is None:
                    raise SettingsError("Nothing was decided.")
                self.said, self.failed = act(self, sent), False
                return self._next_open(number)
            except GovgraphError as error:
                self.said, self.failed = str(error), True
                return number

    def _next_open(self, number: int) -> int:
        """The next sentence that is open, from one on; that one if none is."""
        entries = self.open().coverage.entries
        later = (n for n, one in enumerate(entries, 1) if n >= number and one.state is State.OPEN)
        return next(later, number)

    def _dismiss(self, sent: Mapping[str, str]) -> str:
        """Keep a sentence as one that needs no record."""
        why = " ".join(sent.get("why", "").split())[:_LONGEST]
        if not why or not why.isprintable():
            raise SettingsError("Say in a few words why it needs no record.")
        opened = self.open()
        entry = next(
            (e for e in opened.coverage.entries if e.marked.sentence.text == sent.get("sentence")),
            None,
        )
        if entry is None:
            raise SettingsError("The paper has no such sentence any more.")
        mark = Mark(quote=entry.marked.sentence.text, why=why, at=entry.marked.at)
        self._write_marks((*opened.marks, mark))
        return "Dismissed."

    def _reopen(self, sent: Mapping[str, str]) -> str:
        """Take a dismissed sentence as open again."""
        wanted = forgive(sent.get("sentence", ""))
        marks = self.open().marks
        kept = tuple(mark for mark in marks if forgive(mark.quote) != wanted)
        if kept == marks:
            raise SettingsError("No such sentence was dismissed.")
        self._write_marks(kept)
        return "Open again."

    def _accept(self, sent: Mapping[str, str]) -> str:
        """Record something that is drafted."""
        accept = _DRAFTED.get(sent.get("what", ""))
        if accept is None:
            raise SettingsError("Nothing of that sort is drafted.")
        self._write_structure(accept(self.open(), sent.get("key", "")))
        return "Recorded."

    def _relate(self, sent: Mapping[str, str]) -> str:
        """Record a new relation."""
        ends = (sent.get("from", ""), sent.get("kind", ""), sent.get("to", ""))
        quote, at = (" ".join(sent.get(name, "").split())[:_LONGEST] for name in ("quote", "at"))
        if not at.isprintable():
            raise SettingsError("The place holds signs that cannot be written.")
        self._write_structure(relate(self.open(), ends, quote, at))
        return "Recorded."

    def _take_back(self, _: Mapping[str, str]) -> str:
        """Undo the last decision, unless somebody else has changed its file since."""
        if not self._undo:
            raise SettingsError("There is nothing to undo.")
        before = self._undo[-1]
        if before.path.read_bytes() != before.now:
            raise SettingsError(f"{before.path.name} has been changed since; nothing was undone.")
        self._undo.pop()
        if before.was is None:
            before.path.unlink()
        else:
            write_whole(before.path, before.was)
        return "Undone."

    def _write_marks(self, marks: tuple[Mark, ...]) -> None:
        self._write(find_marks_file(self.path), marks_as_yaml(marks).encode())

    def _write_structure(self, structure: Structure) -> None:
        """Write the structure, line by line where it is there already.

        Raises:
            SettingsError: no structure was named.
            OutputError: its file cannot be changed line by line.
        """
        if self.structure is None:
            raise SettingsError("No structure was named; nothing was recorded.")
        if not self.structure.exists():
            self._write(self.structure, write_content(structure))
            return
        problems = Problems()
        before = read_bytes(self.structure, problems)
        problems.raise_if_any()
        edited = written_into(before or b"", structure, str(self.structure))
        if edited is None:
            raise OutputError("The file cannot be changed line by line; nothing was recorded.")
        self._write(self.structure, edited.text.encode())

    def _write(self, path: Path, content: bytes) -> None:
        """Write a file, and keep what it held before."""
        was = path.read_bytes() if path.exists() else None
        write_whole(path, content)
        self._undo.append(_Before(path, was, content))


_DRAFTED: Mapping[str, Callable[[OpenPaper, str], Structure]] = {
    "body": accept_body,
    "line": accept_line,
    "seat": accept_seat,
}
_ACTS: Mapping[str, Callable[[Session, Mapping[str, str]], str]] = {
    "dismiss": Session._dismiss,  # noqa: SLF001 - its own
    "reopen": Session._reopen,  # noqa: SLF001 - as above
    "accept": Session._accept,  # noqa: SLF001 - as above
    "relate": Session._relate,  # noqa: SLF001 - as above
    "undo": Session._take_back,  # noqa: SLF001 - as above
}
