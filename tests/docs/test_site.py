"""The site: every page has its place, and links hold there; the gate builds it strictly."""

import json
import tomllib

import pytest

from docs import site
from docs.site_outputs import FORMS
from govgraph.reporting.findings.findings_forms import FORMS as TOLD


@pytest.mark.parametrize(
    ("written", "there"),
    [
        ("[a](page.md#b)", "[a](page.md#b)"),
        ("[r](rules/README.md)", "[r](rules/index.md)"),
        ("[r](rules)", "[r](rules/index.md)"),
        ("[d](decisions)", "[d](decisions/index.md)"),
        ("[log](../CHANGELOG.md)", "[log](changelog.md)"),
        ("[test](../tests/test_start.py)", "test"),
        ("[data](../data)", "data"),
        ("[example](examples/partnership)", "example"),
        ("[book](gallery.ipynb)", "[book](gallery.ipynb)"),
        ("![p](pictures/hart.svg)", "![p](pictures/hart.svg)"),
        ("[w](https://example.org)", "[w](https://example.org)"),
        ("`[a](../b.md)`", "`[a](../b.md)`"),
        ("```\n[a](../b.md)\n```", "```\n[a](../b.md)\n```"),
    ],
)
def test_a_link_leads_where_the_page_is_on_the_site(written: str, there: str) -> None:
    """What is not on it is told in words; what is code stays as it is."""
    known = {"page.md", "rules/index.md", "decisions/index.md", "changelog.md"}
    assert site.with_links(written, site.DOCS, "library.md", known) == there


def test_a_page_within_a_folder_links_from_there() -> None:
    """One step up."""
    told = site.with_links("[a](../page.md)", site.DOCS / "rules", "rules/x.md", {"page.md"})
    assert told == "[a](../page.md)"


def test_every_page_has_one_place_and_nothing_comes_from_afar(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No font, no script, no address while there is none."""
    monkeypatch.setattr(site, "home", lambda: "# Home\n")  # the gate builds the real one
    pages = dict(site.copied_pages())
    said = tomllib.loads(site.settings(pages))["project"]
    listed = json.dumps(said["nav"])
    assert [page for page in pages if listed.count(json.dumps(page)) != 1] == []
    assert "site_url" not in said
    assert said["theme"]["font"] is False
    assert {"index.md", "forms.md", "api.md", "rules/orphaned-body.md", "changelog.md"} <= {*pages}


def test_every_form_of_output_is_on_its_page() -> None:
    """Of drawings, papers and findings."""
    shown = " ".join(file for _, _, file, _ in FORMS)
    drawn = (".svg", ".png", ".pdf", ".dot", ".mmd", ".docx", ".md", ".xlsx")
    assert [ending for ending in drawn if ending not in shown] == []
    assert {"sarif", "junit", "csv"} <= {*TOLD} & {"sarif", "junit", "csv", "jsonl"}
