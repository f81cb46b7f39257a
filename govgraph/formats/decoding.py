"""From the bytes of a file to its text, with a plain word about bytes that are none."""

from govgraph.errors import Place
from govgraph.formats.problems import Problems

BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ENOUGH_TO_TELL = 4
_NO_TEXT = (
    (b"PK\x03\x04", "a workbook or another zip", ".xlsx or .ods"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old workbook of Excel", ".xls"),
    (b"PAR1", "Parquet", ".parquet"),
)
"""How files begin that are no text at all, what they are, and what their names end in."""


def decode(content: bytes, file: str, problems: Problems) -> str | None:
    """The text of a file, or nothing if it is not text; says so among the problems.

    A byte-order mark decides the encoding; without one it is UTF-8, or UTF-16 where every other
    byte at the start is zero.
    """
    for sign, what, suffix in _NO_TEXT:
        if content.startswith(sign) and b"\0" in content:
            said = f"this is {what}, not text: give it by its name, which ends in {suffix}"
            problems.add(Place(file, 0, 0), said, found="")
            return None
    encoding = _encoding(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        problems.add(_place(content, error, file), _reason(content, error), found="")
        return None


def _encoding(content: bytes) -> str:
    """The encoding that the first bytes announce."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding
    start = content[:_ENOUGH_TO_TELL]
    if len(start) == _ENOUGH_TO_TELL and start.count(0) == _ENOUGH_TO_TELL // 2:
        if not start[1] and not start[3]:
            return "utf-16-le"
        if not start[0] and not start[2]:
            return "utf-16-be"
    return "utf-8"


def _place(content: bytes, error: UnicodeDecodeError, file: str) -> Place:
    """Where the first bytes stand that are no text."""
    before = content[: error.start].decode(error.encoding, errors="replace")
    line = before.count("\n") + 1
    return Place(file, line, len(before) - before.rfind("\n"))


def _reason(content: bytes, error: UnicodeDecodeError) -> str:
    """Why the bytes are no text, and what to do about it."""
    if not error.encoding.startswith("utf-8"):
        return f"the file begins like {error.encoding.upper()} text, but is damaged here"
    byte = content[error.start]
    return (
        f"byte 0x{byte:02X} is not UTF-8 text; the file may have been saved as Windows-1252:"
        " save it again as UTF-8"
    )
