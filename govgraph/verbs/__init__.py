"""The public verbs: what a program, a notebook and the command line ask of a structure.

Each takes a structure and bodies by any of their names, and gives a typed answer. Dates are
written as in a structure file (`2010-02`); without one a question is asked as at the
structure's own date.
"""

from govgraph.verbs.asking import (
    chain,
    common,
    impact,
    paths,
    people,
    query,
    reports,
    requirements,
    seats,
    show,
    ties,
    timeline,
)
from govgraph.verbs.checking import check, diff, policy, settings
from govgraph.verbs.converting import convert
from govgraph.verbs.loading import (
    INCLUDABLE,
    against,
    build_graph,
    load,
    read_date,
    read_included,
    read_standpoint,
)
from govgraph.verbs.showing import diagram, draw, paper, read_theme, report

__all__ = [
    "INCLUDABLE",
    "against",
    "build_graph",
    "chain",
    "check",
    "common",
    "convert",
    "diagram",
    "diff",
    "draw",
    "impact",
    "load",
    "paper",
    "paths",
    "people",
    "policy",
    "query",
    "read_date",
    "read_included",
    "read_standpoint",
    "read_theme",
    "report",
    "reports",
    "requirements",
    "seats",
    "settings",
    "show",
    "ties",
    "timeline",
]
