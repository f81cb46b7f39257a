"""The parts of a Word or PowerPoint file, judged before the library that reads them sees them.

Each XML part is unpacked within the limits, must be sound, may declare no entities and may not
stand deeper or hold more elements than any file may. Pictures and the like become empty.
"""

import io
import zipfile
from xml.parsers import expat

from govgraph.errors import Place
from govgraph.formats.limits import Limits
from govgraph.formats.problems import Problems, visible
from govgraph.formats.xml_events import RefusedError, make_parser
from govgraph.formats.zip_parts import DAMAGE, RefusalError, pack, unpack

_KEPT = (".xml", ".rels")
_MOST_PARTS = 10_000
_DEEPEST = 200
"""Word sets tables in tables some thirty elements deep."""


def judge_office(content: bytes, file: str, what: str, problems: Problems) -> bytes | None:
    """A file of the same parts, or nothing, which has then been said.

    Args:
        content: the bytes of the file.
        file: its name, for messages.
        what: what it ought to be: `a Word document`.
        problems: where it is said, with the limits.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _judge_parts(archive, problems.limits)
            others = [name for name in archive.namelist() if name not in parts]
    except RefusalError as refusal:
        problems.add(Place(file, 0, 0), str(refusal))
        return None
    except DAMAGE as error:
        problems.add(Place(file, 0, 0), f"cannot be read as {what}: {visible(str(error))}")
        return None
    return pack(parts | dict.fromkeys(others, b""))


def _judge_parts(archive: zipfile.ZipFile, limits: Limits) -> dict[str, bytes]:
    """The XML parts, each sound.

    Raises:
        RefusalError: one is not, or all of them go beyond a limit.
    """
    if len(archive.infolist()) > _MOST_PARTS:
        raise RefusalError(f"has more than {_MOST_PARTS:,} parts, the most that are read")
    parts = unpack(archive, limits, lambda name: name.endswith(_KEPT))
    left = limits.nodes
    for name, part in parts.items():
        left -= _count_elements(name, part, limits)
        if left < 0:
            raise RefusalError(f"has more than {limits.nodes:,} elements, the most that are read")
    return parts


def _count_elements(name: str, part: bytes, limits: Limits) -> int:
    """How many elements a part has.

    Raises:
        RefusalError: it is damaged, declares entities, or goes beyond a limit.
    """
    depth = count = 0

    def begin(_: str, __: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _DEEPEST or count > limits.nodes:
            raise RefusedError("its elements stand too deep, or are too many")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    try:
        make_parser(begin, end, lambda _: None).Parse(part, True)  # noqa: FBT003 - its signature
    except RefusedError as error:
        raise RefusalError(f"is refused: {visible(name)}: {error}") from None
    except (expat.ExpatError, LookupError, ValueError) as error:  # two of an odd encoding
        raise RefusalError(f"is damaged: {visible(name)}: {error}") from None
    return count
