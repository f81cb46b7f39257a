"""Reads a paper, whatever it is written in."""

from collections.abc import Callable, Mapping
from pathlib import Path

from govgraph.errors import MissingExtraError, Place
from govgraph.formats.decoding import BYTE_ORDER_MARKS
from govgraph.formats.files import read_bytes
from govgraph.formats.limits import Limits, current_limits
from govgraph.formats.problems import Problems, visible
from govgraph.reading.docx_reader import read_docx_paper
from govgraph.reading.html_reader import read_html_paper
from govgraph.reading.office_parts import judge_office
from govgraph.reading.paper_text import Paper
from govgraph.reading.pdf_reader import RefusedPaperError, read_pdf_paper
from govgraph.reading.pptx_reader import read_pptx_paper
from govgraph.reading.text_blocks import read_markdown_paper, read_text_paper

_TEXTS: Mapping[str, Callable[[str, str], Paper]] = {
    ".txt": read_text_paper,
    ".text": read_text_paper,
    ".md": read_markdown_paper,
    ".markdown": read_markdown_paper,
    ".html": read_html_paper,
    ".htm": read_html_paper,
}
_OFFICE: Mapping[str, tuple[str, Callable[[bytes, str], Paper]]] = {
    ".docx": ("a Word document", read_docx_paper),
    ".pptx": ("slides", read_pptx_paper),
}
_PDF = ".pdf"
SUFFIXES = (*_TEXTS, *_OFFICE, _PDF)
"""What the names of papers end in that are read."""


def read_paper(path: Path, limits: Limits | None = None) -> Paper:
    """The paper in a file.

    Args:
        path: the file.
        limits: the most that is read; those of the environment unless given.

    Raises:
        LoadError: it cannot be read, is of no kind that is read, is damaged, or goes beyond a
            limit; one problem says so.
        MissingExtraError: it needs the extra `reading`.
    """
    problems = Problems(current_limits() if limits is None else limits)
    file, suffix = visible(str(path)), path.suffix.lower()
    paper = None
    if suffix not in SUFFIXES:
        message = f"'{suffix}' is no kind of paper that is read"
        problems.add(Place(file, 0, 0), message, found=suffix, allowed=SUFFIXES)
    elif (content := read_bytes(path, problems)) is not None:
        if suffix in _TEXTS:
            paper = _TEXTS[suffix](_decode(content), path.name)
        else:
            paper = _read_binary(content, path, problems)
    problems.raise_if_any()
    if paper is None:  # pragma: no cover - nothing was read, and a problem says why
        raise AssertionError(file)
    return paper


def _read_binary(content: bytes, path: Path, problems: Problems) -> Paper | None:
    """A paper in Word, PowerPoint or PDF, or nothing, which has then been said."""
    file, suffix = visible(str(path)), path.suffix.lower()
    what, read = _OFFICE.get(suffix, ("a PDF", read_pdf_paper))
    judged = judge_office(content, file, what, problems) if suffix in _OFFICE else content
    if judged is None:
        return None
    try:
        return read(judged, path.name)
    except MissingExtraError:
        raise
    except RefusedPaperError as error:
        problems.add(Place(file, 0, 0), str(error))
    except Exception as error:  # noqa: BLE001 - libraries raise anything on files of strangers
        said = " ".join(visible(str(error)).split()) or type(error).__name__
        problems.add(Place(file, 0, 0), f"cannot be read as {what}: {said}")
    return None


def _decode(content: bytes) -> str:
    """The text of a paper: as its byte-order mark says, UTF-8, or what Windows used to write."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
