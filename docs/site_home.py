"""The first page of the site: what it is for in one screen, with real outputs."""

import contextlib
import io

from govgraph.cli.main import run_with

_CHAIN = (
    "chain",
    "data/oxfordshire",
    "Central Local Partnership",
    "--as-at",
    "2009-05",
    "--include",
    "proposed",
)
_CHECK = ("check", "data/hampshire", "--include", "proposed", "--select", "GG101")


def home() -> str:
    """The page: a picture, a finding and a chain, then where to go on."""
    finding = _told(*_CHECK).partition("\n  at:")[0].replace("  to the board: ", "\nTo the board: ")
    finding = finding.partition("\n  to put right")[0]
    chain = "\n".join(_told(*_CHAIN).splitlines()[2:5])
    return f"""---
hide: [navigation, toc]
---

# Who answers to whom?

govgraph loads a governance structure (bodies, lines of account, seats, and the papers that say so),
answers questions about it, finds what is broken, and draws it for the board paper. It counts only
what a paper *says*.

<div class="grid-home" markdown>

<div markdown>

![The partnership of a district, with what is missing marked](pictures/hart.svg)

</div>

<div markdown>

**A finding**, with what to put to the board:

```text
{finding}
```

**A chain**, and where it stops:

```text
{chain}
```

```sh
govgraph demo        # the real papers, and a report on a county
```

</div>

</div>

| you are | start with |
|---|---|
| writing a board paper | [a first structure](tutorial.md), or [with Excel alone](tutorial-excel.md) |
| an auditor or analyst | [the rules](rules/index.md), [what was, is and would be](change.md) |
| a developer | [the library](library.md), [public names](api.md), [plug-ins](plugins.md) |
| looking for a command or a field | [commands](command-line.md), [the structure file](format.md), [formats](formats.md) |
| looking at what it makes | [every form of output](forms.md), [the gallery](gallery.md) |
| wondering how far to trust it | [what is promised and tested](reliability.md), [decisions](decisions/index.md) |
"""


def _told(*command: str) -> str:
    """What a command prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        run_with([*command])
    return out.getvalue().strip()
