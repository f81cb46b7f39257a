"""The forms of a paper, found by the ending of a file's name, and which findings it leaves out."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.checks.finding import Finding
from govgraph.checks.runner import Findings
from govgraph.drawing.theme import Theme
from govgraph.errors import SettingsError
from govgraph.graph.accountability import AccountabilityGraph
from govgraph.reporting.paper.paper_blocks import Paper
from govgraph.wording.lists import count_words

_MISNAMED = "GG106"
_CONSEQUENCE = ("GG102", "unknown")
"""A chain that breaks at nothing but a name that is misspelt."""


def without_slips(findings: Findings) -> Findings:
    """The findings that are about the arrangements; how many others there are is a warning."""
    slips = [finding for finding in findings.findings if _is_slip(finding)]
    if not slips:
        return findings
    count = sum(finding.code == _MISNAMED for finding in slips) or len(slips)
    said = count_words(count, "mistake in the file is", "mistakes in the file are")
    told = f"{said} not told in the paper: 'govgraph check' names what is to be corrected"
    logging.getLogger(__name__).warning("%s", told)
    kept = tuple(finding for finding in findings.findings if not _is_slip(finding))
    return replace(findings, findings=kept)


def _is_slip(finding: Finding) -> bool:
    """Whether a finding is about how the file is written; one that is waived is meant."""
    mistyped = finding.code == _MISNAMED or (finding.code, finding.variant) == _CONSEQUENCE
    return mistyped and finding.waiver is None


if TYPE_CHECKING:
    from govgraph.reporting.paper.figure_page import TemplatePage

Content = str | bytes
Files = tuple[tuple[Path, Content], ...]
FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperSettings:
    """How a paper is set.

    Attributes:
        template: an authority's own Word document or template; only for a Word file.
        sheet: the paper that figures stand on; the one that suits them if empty.
        theme: what the figures look like; of a PDF with font files, the text too.
    """

    template: Path | None = None
    sheet: str = ""
    theme: Theme | None = None


def render_paper(
    graph: AccountabilityGraph,
    findings: Findings,
    path: Path,
    settings: PaperSettings | None = None,
) -> Files:
    """The files that the paper on a structure becomes, in the form that the path's ending names.

    Mistakes of typing are left out, and counted through Python's logging, as a warning.

    Args:
        graph: who answers to whom.
        findings: what the rules found from the same standpoint.
        path: where it is to go; nothing is written.
        settings: how it is set.

    Raises:
        SettingsError: no form goes by that ending, or a setting means nothing for it.
        DrawingError: the structure cannot be laid out.
        MissingExtraError: the form needs an extra that is not installed.
    """
    settings = settings or PaperSettings()
    ending = path.suffix.lower()
    if ending not in FORMS:
        found = f"'{path.suffix}' is no form of paper" if path.suffix else f"'{path}' has no ending"
        raise SettingsError(f"{found} (allowed: {', '.join(sorted(FORMS))})")
    if settings.template and ending != ".docx":
        raise SettingsError(f"a template is for a Word file (.docx), not for '{path.name}'")
    return FORMS[ending](graph, without_slips(findings), path, settings)


def build_paper(
    graph: AccountabilityGraph,
    findings: Findings,
    sheet: str = "",
    theme: Theme | None = None,
    template_page: "TemplatePage | None" = None,
) -> Paper:
    """The paper on a structure in words, not yet in any form."""
    from govgraph.reporting.paper.paper_content import build_paper_content
    from govgraph.reporting.paper.paper_sections import write_paper

    content = build_paper_content(
        graph, findings, sheet=sheet, theme=theme, template_page=template_page
    )
    return write_paper(content)


def _docx(
    graph: AccountabilityGraph, findings: Findings, path: Path, settings: PaperSettings
) -> Files:
    from govgraph.reporting.paper.docx import find_template_page, write_docx

    page = find_template_page(settings.template) if settings.template else None
    paper = build_paper(graph, findings, settings.sheet, settings.theme, page)
    return ((path, write_docx(paper, settings.template)),)


def _pdf(
    graph: AccountabilityGraph, findings: Findings, path: Path, settings: PaperSettings
) -> Files:
    from govgraph.reporting.paper.paper_pdf import write_pdf

    paper = build_paper(graph, findings, settings.sheet, settings.theme)
    return ((path, write_pdf(paper, settings.theme)),)


def _markdown(
    graph: AccountabilityGraph, findings: Findings, path: Path, settings: PaperSettings
) -> Files:
    from govgraph.reporting.paper.paper_markdown import write_markdown

    # Markdown is read on a screen, where a drawing may be as large as it must be.
    paper = build_paper(graph, findings, settings.sheet or FREE, settings.theme)
    return write_markdown(paper, path)


def _workbook(
    graph: AccountabilityGraph, findings: Findings, path: Path, settings: PaperSettings
) -> Files:
    del settings
    from govgraph.reporting.page.page_content import build_content
    from govgraph.reporting.page.page_register import Register
    from govgraph.reporting.paper.paper_tables import build_sheets
    from govgraph.reporting.paper.paper_words import say
    from govgraph.reporting.paper.sheets_workbook import write_workbook

    page = build_content(graph, findings)
    sheets = build_sheets(page, Register(graph))
    return ((path, write_workbook(sheets, say("title", page))),)


FORMS: dict[str, Callable[[AccountabilityGraph, Findings, Path, PaperSettings], Files]] = {
    ".docx": _docx,
    ".md": _markdown,
    ".pdf": _pdf,
    ".xlsx": _workbook,
}
"""Each ending and what makes its files; a new form is one line here and one module."""
