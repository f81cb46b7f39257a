"""Every library is listed with its licence, which is one that is allowed."""

import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALLOWED = {
    "0BSD": r"0BSD",
    "Apache-2.0": r"Apache",
    "BSD-2-Clause": r"BSD",
    "BSD-3-Clause": r"BSD",
    "CC0-1.0": r"CC0",
    "EPL-2.0": r"EPL-2\.0",
    "ISC": r"ISC",
    "MIT": r"MIT|Permission is hereby granted, free of charge",
    "MIT-0": r"MIT-0",
    "MIT-CMU": r"MIT-CMU",
    "OFL-1.1": r"OFL",
    "PSF-2.0": r"PSF|Python Software Foundation",
    "Zlib": r"Zlib",
}
"""Each licence that is allowed, and what a library under it says of itself."""
COPYLEFT = re.compile(r"\b[AL]?GPL|GNU (?:Affero|Lesser|General)")


def listed() -> dict[str, str]:
    """The licence of each library, as docs/licences.md has it."""
    text = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = text.partition("|---|---|---|\n")[2]
    return dict(re.findall(r"^\| ([\w.-]+) \| ([^|]+) \| \w+ \|$", rows, re.MULTILINE))


def declared(distribution: metadata.Distribution) -> str:
    """What an installed library says of its licence; the text of it where it says nothing."""
    about = distribution.metadata
    fields = {key: about.get_all(key) or [] for key in ("License-Expression", "License")}
    words = [text[:200] for said in fields.values() for text in said if text]
    words += [text for text in about.get_all("Classifier") or () if text.startswith("License ::")]
    if not any(words):
        files = [file for file in distribution.files or () if "LICEN" in file.name.upper()]
        words = [file.read_text()[:1_000] for file in files]
    return "\n".join(words)


INSTALLED = {
    re.sub(r"[-_.]+", "-", each.metadata["Name"]).lower(): each for each in metadata.distributions()
}


def test_the_list_is_that_of_the_constraints() -> None:
    """No library is missing, and none is left over."""
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    exact = {*re.findall(r"^([\w.-]+)==", constraints, re.MULTILINE)}
    assert listed().keys() == exact


@pytest.mark.parametrize("name", sorted(listed()))
def test_a_library_is_under_the_licence_that_is_listed(name: str) -> None:
    """By its own word; one that this machine has no use for is taken at ours."""
    licences = re.split(r" (?:AND|OR) ", listed()[name])
    assert {*licences} <= ALLOWED.keys()
    if name in INSTALLED:
        said = declared(INSTALLED[name])
        missing = [licence for licence in licences if not re.search(ALLOWED[licence], said)]
        assert not missing, f"| {name} | {said.strip()[:80]} | ? |"


@pytest.mark.parametrize("name", sorted(INSTALLED))
def test_nothing_installed_for_development_is_copyleft(name: str) -> None:
    """Not even what only the tests use."""
    said = declared(INSTALLED[name])
    assert not COPYLEFT.search(said), said
