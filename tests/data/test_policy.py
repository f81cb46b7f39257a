"""The ready-made rules find in the papers what the papers hold."""

from pathlib import Path

import pytest

import govgraph

DATA = Path(__file__).parents[2] / "data"
RULES = DATA / "policy" / "local-partnerships.yaml"


@pytest.mark.parametrize(
    ("county", "as_at", "rule", "bodies", "broken"),
    [
        ("oxfordshire", "2009-12", "partnership-answers-to-trust", 3, 0),
        ("oxfordshire", "2009-12", "partnership-keeps-a-link-to-its-lsp", 3, 3),
        ("hampshire", None, "partnership-answers-to-trust", 2, 2),
        ("hampshire", None, "sub-cluster-answers-to-its-partnership", 5, 4),
    ],
)
def test_the_rules_fare_as_the_papers_say(
    county: str, as_at: str | None, rule: str, bodies: int, broken: int
) -> None:
    """Oxfordshire states its lines to the Trust; Hampshire states none."""
    structure = govgraph.against(govgraph.load(DATA / county), [RULES])
    graph = govgraph.build_graph(structure, as_at=as_at, include=["proposed"])
    verdicts = {verdict.rule.id: verdict for verdict in govgraph.policy(graph)}
    assert (len(verdicts[rule].bodies), len(verdicts[rule].breaches)) == (bodies, broken)


def test_every_rule_has_its_reason_and_its_source() -> None:
    """A rule without either would be an opinion."""
    rules = govgraph.load(RULES)
    assert all(rule.because and rule.cites for rule in rules.policy)
    assert {c.source for rule in rules.policy for c in rule.cites} <= set(rules.source_by_id)
