"""What a finding is about, and where it stands in a list."""

from dataclasses import replace

from govgraph.checks.finding import Finding, Severity, Subject

FOUND = Finding(
    code="GG101",
    name="n",
    severity=Severity.WARNING,
    subject=Subject(body="hart"),
    message="Hart",
)


def test_a_finding_is_about_its_subject_first_and_then_the_others() -> None:
    """Each once, both ends of a relation among them; of the structure it is about no body."""
    line = Subject(body="hart", relation=("hart", "reports_to", "trust"))
    assert replace(FOUND, subject=line, others=("lsp", "hart")).about == ("hart", "trust", "lsp")
    assert replace(FOUND, others=("trust",)).about == ("hart", "trust")
    assert replace(FOUND, subject=Subject()).about == ()


def test_findings_are_listed_by_gravity_code_subject_and_words() -> None:
    """So that a list is the same each time."""
    line = Subject(body="hart", relation=("hart", "reports_to", "trust"))
    listed = [
        replace(FOUND, severity=Severity.ERROR, code="GG900"),
        replace(FOUND, subject=Subject(body="a")),
        FOUND,
        replace(FOUND, message="Hart is late."),
        replace(FOUND, subject=Subject(body="hart", seat="chair")),
        replace(FOUND, subject=line),
        replace(FOUND, code="GG102"),
        replace(FOUND, severity=Severity.INFORMATION, code="GG001"),
    ]
    mixed = [*listed[4:], *listed[:4]][::-1]
    assert sorted(mixed, key=lambda finding: finding.order) == listed
