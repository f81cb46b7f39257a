"""Answers as people read them in a terminal: names first, ids in brackets."""

from collections.abc import Iterator, Sequence

from govgraph.analysis.chain import Chain, Chains
from govgraph.analysis.impact import Impact
from govgraph.analysis.last_heard import LastHeard
from govgraph.analysis.paths import Paths
from govgraph.analysis.reports import Branch, Reports
from govgraph.analysis.superiors import CommonSuperiors
from govgraph.analysis.uncertainty import Doubt
from govgraph.checks.evidence_sentences import format_last_heard
from govgraph.graph.accountability import AccountabilityGraph, Line
from govgraph.model.bodies import Status
from govgraph.model.kinds import PRESUMED_KIND
from govgraph.model.structure import Structure
from govgraph.reporting.answer_phrases import doubts_as_text, format_standpoint, format_successors
from govgraph.wording.lists import count_words, join_words
from govgraph.wording.records import format_apex_basis, format_relation

GLOSS = {
    "stated": "stated in the source",
    "implied": "implied by the source, not stated",
    "inferred": "inferred, not in the source",
    "presumed": "presumed from 'part of', not stated",
}

MOST_INDENTED = 12
"""Levels of a tree that are indented; below them each line says how deep it stands."""


MOST_NAMED = 5
"""Bodies that a sentence names; more are counted."""


def chains_as_text(graph: AccountabilityGraph, answer: Chains) -> str:
    """Each chain as a ladder upward, with the basis of each step and where it stops."""
    structure = graph.structure
    lines = [name_with_kind(structure, answer.body), *name_ended(graph, [answer.body])]
    lines.append("")
    for number, chain in enumerate(answer.chains, 1):
        told = f"Chain {number} of {len(answer.chains)}: {format_outcome(structure, chain)}"
        if chain.stop and not chain.steps:
            told = f"No chain leads from it: {chain.stop.because}"
        lines += [told, *_ladder(structure, chain), ""]
    if parts := list(_presumable(graph, answer)):
        lines += [*parts, "  (being part of a body is no line of account; --presume counts it)", ""]
    if answer.capped:
        lines += ["There are more chains than these; --most NUMBER asks for more.", ""]
    if answer.not_counted:
        lines.append("Not counted as lines of account from here:")
        for gap in answer.not_counted:
            lines.append(f"  {format_relation(structure, gap.relation.key)}: {gap.why}")
            if successors := format_successors(graph, gap.relation.to_body):
                lines.append(f"    {successors}")
        if not graph.standpoint.include and _tentative(graph, answer):
            lines.append("  (--include proposed,shadow counts what is not yet in force)")
        lines.append("")
    lines += close_answer(graph, answer.doubts, answer.last_heard)
    return "\n".join(lines)


def name_ended(graph: AccountabilityGraph, bodies: Sequence[str]) -> list[str]:
    """Of each body asked about that has ended, who took over from it."""
    told = (format_successors(graph, body) for body in dict.fromkeys(bodies))
    return [sentence for sentence in told if sentence]


def _presumable(graph: AccountabilityGraph, answer: Chains) -> Iterator[str]:
    """What the bodies where chains stop are part of, where that does not count as a line."""
    stops = {chain.stop.body for chain in answer.chains if chain.stop}
    for relation in () if graph.standpoint.presume else graph.structure.relations:
        if (
            relation.kind == PRESUMED_KIND
            and relation.from_body in stops
            and graph.standpoint.holds(relation)
        ):
            yield f"{format_relation(graph.structure, relation.key)}."


def close_answer(
    graph: AccountabilityGraph, doubts: tuple[Doubt, ...], heard: tuple[LastHeard, ...]
) -> list[str]:
    """From where the question was answered, and which dates and silences made it uncertain."""
    return [
        format_standpoint(graph),
        *format_last_heard(graph.structure, heard),
        *doubts_as_text(graph.structure, graph.standpoint, doubts),
    ]


def format_outcome(structure: Structure, chain: Chain) -> str:
    """Where a chain arrives, and how firmly; or where it stops, and why."""
    if chain.stop:
        return f"stops at {structure.name_of(chain.stop.body)}: {chain.stop.because}"
    if chain.leaves and not chain.steps:
        return "its own governance is outside these arrangements"
    if chain.leaves:
        outside = structure.name_of(chain.leaves)
        return f"leaves these arrangements at {outside}; {GLOSS[str(chain.basis)]}"
    judged = format_apex_basis(chain.apex_basis)
    if not chain.steps:
        return f"it is an apex: accountability may end here{judged}"
    apex = structure.name_of(chain.apex or "")
    return f"reaches {apex}{judged}; {GLOSS[str(chain.basis)]}"


def _ladder(structure: Structure, chain: Chain) -> Iterator[str]:
    """One line a step; the basis stands beside a step that is not plainly stated."""
    if chain.steps:
        yield f"  {structure.name_of(chain.steps[0].subordinate)}"
    for line in chain.steps:
        scope = f", for {line.relation.extent}" if line.relation.extent else ""
        reads = f"{_reads(structure, line)} {structure.name_of(line.superior)}{scope}"
        yield f"    {reads}  [{line.basis}]"


def _tentative(graph: AccountabilityGraph, answer: Chains) -> bool:
    """Whether some relation that was not counted is proposed or in shadow."""
    unsettled = {Status.PROPOSED, Status.SHADOW}
    ends = (
        graph.structure.body_by_id.get(id_)
        for gap in answer.not_counted
        for id_ in (gap.relation.from_body, gap.relation.to_body)
    )
    return any(gap.relation.status in unsettled for gap in answer.not_counted) or any(
        end is not None and end.status in unsettled for end in ends
    )


def reports_as_text(graph: AccountabilityGraph, answer: Reports) -> str:
    """Everyone below a body, as a tree."""
    structure = graph.structure
    lines = [name_with_kind(structure, answer.body), *name_ended(graph, [answer.body])]
    for branch, rails in zip(answer.tree, draw_rails(answer.tree), strict=True):
        again = "  (see above)" if branch.seen else ""
        basis = "" if str(branch.line.basis) == "stated" else f"  [{branch.line.basis}]"
        name = name_with_id(structure, branch.line.subordinate)
        deeper = f"({branch.depth} steps down) " if branch.depth > MOST_INDENTED + 1 else ""
        lines.append(f"{rails}{deeper}{name}{basis}{again}")
    if not answer.tree:
        lines.append("Nobody answers to it.")
    else:
        count = f"{len(answer.direct)} answer to it directly, {len(answer.all)} in all."
        lines += ["", count]
    return "\n".join([*lines, *close_answer(graph, answer.doubts, answer.last_heard)])


def draw_rails(tree: Sequence[Branch]) -> Iterator[str]:
    """What stands before each branch of a tree: rails from those above it, and its own corner."""
    last = _last_of_their_level(tree)
    rails: list[str] = []
    for branch, ends in zip(tree, last, strict=True):
        del rails[branch.depth - 1 :]
        before = "".join(rails[:MOST_INDENTED])
        rails.append("    " if ends else "│   ")
        yield f"{before}{'└── ' if ends else '├── '}"


def _last_of_their_level(tree: Sequence[Branch]) -> list[bool]:
    """Whether each branch is the last below the body on which it hangs."""
    last: list[bool] = []
    open_levels: set[int] = set()
    for branch in reversed(tree):
        open_levels = {level for level in open_levels if level <= branch.depth}
        last.append(branch.depth not in open_levels)
        open_levels.add(branch.depth)
    return last[::-1]


def paths_as_text(graph: AccountabilityGraph, answer: Paths) -> str:
    """Each way upward on a line of its own, or that there is none."""
    structure = graph.structure
    lines = [" > ".join(map(structure.name_of, path)) for path in answer.paths]
    if answer.capped:
        lines.append("There are more ways than these; --most NUMBER asks for more.")
    if not lines:
        below, above = map(structure.name_of, (answer.from_body, answer.to_body))
        lines = [f"{below} does not answer to {above}, directly or through others."]
    lines += name_ended(graph, [answer.from_body, answer.to_body])
    return "\n".join([*lines, *close_answer(graph, (), answer.last_heard)])


def common_as_text(graph: AccountabilityGraph, answer: CommonSuperiors) -> str:
    """The nearest bodies that all answer to, or that there is none."""
    structure = graph.structure
    if answer.nearest:
        lines = [name_with_id(structure, body) for body in answer.nearest]
    else:
        names = join_words(map(structure.name_of, answer.bodies), most=None)
        lines = [f"{names} answer to no body in common."]
    lines += name_ended(graph, answer.bodies)
    return "\n".join([*lines, *close_answer(graph, (), answer.last_heard)])


def impact_as_text(graph: AccountabilityGraph, answer: Impact) -> str:
    """Who would lose their last line, or that nobody would, and what of the others below."""
    structure = graph.structure
    name = structure.name_of(answer.body)
    lines = []
    if answer.orphaned:
        who = count_words(len(answer.orphaned), "body")
        lines += [f"Without {name}, {who} would lose the last line of account:"]
        lines += [f"  {name_with_id(structure, body)}" for body in answer.orphaned]
    if answer.lose_only_line:
        who = count_words(len(answer.lose_only_line), "body")
        nowhere = "which reaches no apex even now"
        lines += [f"Without {name}, {who} would lose the only line of account, {nowhere}:"]
        lines += [f"  {name_with_id(structure, body)}" for body in answer.lose_only_line]
    if not lines:
        lines += [f"Nobody would lose their last line of account without {name}."]
    lines += [
        f"{_format_names(structure, bodies)} {clause}"
        for bodies, clause in (
            (answer.arrive_without_it, "would still reach an apex."),
            (
                answer.arrive_nowhere,
                "would still answer to others, and reach no apex even now.",
            ),
        )
        if bodies
    ]
    lines += name_ended(graph, [answer.body])
    return "\n".join([*lines, *close_answer(graph, (), answer.last_heard)])


def _format_names(structure: Structure, bodies: Sequence[str]) -> str:
    """The names of a few bodies, or how many of those that answer directly they are."""
    if len(bodies) > MOST_NAMED:
        return f"{len(bodies)} that answer to it directly"
    return join_words(map(structure.name_of, bodies), most=None)


def _reads(structure: Structure, line: Line) -> str:
    return structure.kinds_of_relation[line.relation.kind].reads


def name_with_kind(structure: Structure, body: str) -> str:
    """What a body is called, its id and what it is."""
    known = structure.body_by_id[body]
    kind = structure.kinds_of_body.get(known.kind)
    return f"{known.name} [{body}], {kind.name.lower() if kind else known.kind}"


def name_with_id(structure: Structure, body: str) -> str:
    """What a body is called, and its id."""
    return f"{structure.name_of(body)} [{body}]"
