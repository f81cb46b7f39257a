"""Findings that say the same of several bodies, told together in one sentence.

One place for the terminal, the page and the paper: *No source is given for 21 bodies: Fleet, Hart,
Hook, Odiham, Yateley, and 16 more.* Forms for programs list every finding.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from govgraph.checks.finding import BoardText, Finding
from govgraph.model.structure import Structure
from govgraph.wording.lists import NAMED, count_words, join_words
from govgraph.wording.verbs import cut_name

_SLOT = "\0"
"""What stands in a sentence for the body that it is about."""
_OWNS = (f"{_SLOT}'s", f"{_SLOT}’s")


@dataclass(frozen=True, slots=True)
class FindingsTogether:
    """A finding, or several that say the same of different bodies.

    Attributes:
        findings: those that are told, at least one.
        message: what is wrong, of all of them; nothing where the record says it of each.
        remedy: what would put it right, likewise.
        board: what to put to the board, if they have anything for it.
    """

    findings: tuple[Finding, ...]
    message: str
    remedy: str
    board: BoardText | None

    @property
    def first(self) -> Finding:
        """The one that stands for all."""
        return self.findings[0]


@dataclass(frozen=True, slots=True)
class _Shape:
    """What findings of one rule have in common: every text with a slot for the body.

    Findings of the same shape are told together.
    """

    severity: int
    rule: tuple[str, str, str]
    message: str
    remedy: str
    board: BoardText | None


def merge_alike(
    structure: Structure, findings: Iterable[Finding], *, for_board: bool = False
) -> tuple[FindingsTogether, ...]:
    """Findings in their order, those that say the same of several bodies as one.

    What is waived or tells of several is told by itself.

    Args:
        structure: what they are about.
        findings: what was found.
        for_board: whether they are the same where what is put to a board is, whatever the record
            says of each.
    """
    groups: dict[object, list[Finding]] = {}
    for finding in findings:
        shape = _shape(structure, finding)
        by_matter = for_board and shape is not None and shape.board is not None
        key = (shape.severity, shape.rule, shape.board) if shape and by_matter else shape
        groups.setdefault(key or object(), []).append(finding)
    return tuple(_merge(structure, tuple(group)) for group in groups.values())


def word_for_board(finding: Finding) -> Finding:
    """A finding whose message and remedy are what it puts to a board, if it has words for one."""
    board = finding.board
    if board is None:
        return finding
    return replace(finding, message=board.matter, remedy=board.recommendation, board=None)


def alone(finding: Finding) -> FindingsTogether:
    """A finding told by itself."""
    return FindingsTogether((finding,), finding.message, finding.remedy, finding.board)


def _shape(structure: Structure, finding: Finding) -> _Shape | None:
    """The shape of a finding, or nothing where it cannot be told with others."""
    body = structure.body_by_id.get(finding.subject.body)
    if body is None or finding.waiver or finding.parts or body.name not in finding.message:
        return None
    cut = replace(
        finding,
        message=cut_name(finding.message, body.name, _SLOT),
        remedy=cut_name(finding.remedy, body.name, _SLOT),
        board=finding.board
        and BoardText(
            cut_name(finding.board.matter, body.name, _SLOT),
            cut_name(finding.board.recommendation, body.name, _SLOT),
        ),
    )
    texts = (cut.message, cut.board.matter if cut.board else "")
    if any(owns in text for owns in _OWNS for text in texts):
        return None
    rule = (finding.code, finding.name, finding.variant)
    return _Shape(int(finding.severity), rule, cut.message, cut.remedy, cut.board)


def _merge(structure: Structure, findings: tuple[Finding, ...]) -> FindingsTogether:
    """Findings of one shape in one sentence; a single one in its own."""
    names = list(dict.fromkeys(structure.name_of(finding.subject.body) for finding in findings))
    shapes = list(dict.fromkeys(_shape(structure, finding) for finding in findings))
    first, shape = findings[0], shapes[0]
    if shape is None or len(names) < 2:  # noqa: PLR2004 - one is not several
        return FindingsTogether(findings, first.message, first.remedy, first.board)
    board = shape.board and BoardText(
        _format_of(shape.board.matter, names), _format_to(shape.board.recommendation)
    )
    if len(shapes) > 1:
        return FindingsTogether(findings, "", "", board)
    return FindingsTogether(
        findings, _format_of(shape.message, names), _format_to(shape.remedy), board
    )


def _format_of(shape: str, names: Sequence[str]) -> str:
    r"""A sentence about several bodies.

    >>> _format_of("No source is given for \0.", ["Fleet", "Hart"])
    'No source is given for 2 bodies: Fleet and Hart.'
    >>> _format_of("\0 answers to nobody.", ["Fleet", "Hart"])
    'Each of 2 bodies (Fleet and Hart) answers to nobody.'
    """
    bodies = count_words(len(names), "body")
    if shape.endswith(f"{_SLOT}."):
        return shape.replace(f"{_SLOT}.", f"{bodies}: {list_names(names)}.")
    each = f"{'Each' if shape.startswith(_SLOT) else 'each'} of {bodies} ({list_names(names)})"
    return shape.replace(_SLOT, each, 1).replace(_SLOT, "it")


def _format_to(shape: str) -> str:
    r"""What to do about several bodies.

    >>> _format_to("Record who chairs \0, or that \0's chair is vacant.")
    'Record who chairs each of them, or that its chair is vacant.'
    """
    for owns in _OWNS:
        shape = shape.replace(owns, "its")
    return shape.replace(_SLOT, "each of them", 1).replace(_SLOT, "it")


def list_names(names: Sequence[str]) -> str:
    """Names as a list in a sentence, those beyond a few counted.

    >>> list_names(["Fleet", "Hart", "Hook", "Odiham", "Yateley", "Ash", "Oak"])
    'Fleet, Hart, Hook, Odiham, Yateley, and 2 more'
    """
    if len(names) <= NAMED + 1:
        return join_words(names, most=NAMED + 1)
    return f"{', '.join(names[:NAMED])}, and {len(names) - NAMED} more"
