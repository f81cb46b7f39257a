"""Papers in PDF, read in a process of their own that may take so much time and memory, no more."""

import json
import subprocess
import sys
from importlib.util import find_spec

from govgraph.errors import MissingExtraError
from govgraph.reading.paper_text import Division, Paper, place_blocks
from govgraph.reading.text_blocks import Line, find_blocks

PATIENCE = 300.0
"""Seconds until a reading is given up that its own bounds have not ended."""


class RefusedPaperError(Exception):
    """A PDF asks for more than is given to one; why, is its text."""


class DamagedPaperError(Exception):
    """A PDF cannot be read; why, is its text."""


def read_pdf_paper(content: bytes, name: str) -> Paper:
    """A paper in PDF.

    Raises:
        MissingExtraError: pypdfium2 is not installed.
        RefusedPaperError: it goes beyond the limits, in time and memory too.
        DamagedPaperError: the bytes are no PDF, or are under a password.
    """
    if find_spec("pypdfium2") is None:
        raise MissingExtraError("reading papers in PDF", "reading")
    program = [sys.executable, "-P", "-m", "govgraph.reading.pdf_lines"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, nothing of the file in it
            program, input=content, capture_output=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise RefusedPaperError("takes too long to read") from None
    if done.returncode or not done.stdout:
        raise RefusedPaperError("takes more time or memory to read than is given to a paper")
    found = json.loads(done.stdout)
    if "refused" in found:
        raise RefusedPaperError(found["refused"])
    if "damaged" in found:
        raise DamagedPaperError(found["damaged"])
    lines = [Line(text, page) for text, page in found["lines"]]
    return place_blocks(name, find_blocks(lines), Division.PAGE, found["pages"])
