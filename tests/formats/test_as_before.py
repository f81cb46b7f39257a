"""What a file becomes has not changed unawares: ours written, those of others read.

`GOVGRAPH_GOLDEN=write uv run pytest tests/formats/test_as_before.py` writes it anew; read the
difference before you commit it.
"""

import json
from pathlib import Path

import pytest

from govgraph.formats.format_catalogue import (
    find_format,
    find_lossy_conversions,
    read_account,
    read_structure,
    write_structure,
)
from govgraph.formats.format_list import FORMATS
from tests.formats import test_bods, test_graphml, test_modern_gov, test_organogram, test_popolo
from tests.formats import test_w3c_org as test_org
from tests.golden_files import hold

EXAMPLE = Path(__file__).parent / "example.yaml"
PACKED = frozenset({"excel", "parquet", "sqlite"})
"""What no person can read as it is written."""
TEXTS = [each.name for each in FORMATS if each.writes and each.name not in PACKED]
FOREIGN = {
    "modern-gov": {
        "Shire/GetCommittees.xml": test_modern_gov.COMMITTEES,
        "Shire/GetCommittee-1.xml": test_modern_gov.COMMITTEE,
        "Shire/GetCouncillorsByWard.xml": test_modern_gov.COUNCILLORS,
    },
    "organogram": {
        "posts-senior.csv": test_organogram.SENIOR,
        "posts-junior.csv": test_organogram.JUNIOR,
    },
    "popolo": {"popolo.json": json.dumps(test_popolo.SMALL)},
    "bods": {"bods.json": json.dumps(test_bods.OLD)},
    "org": {"plan.ttl": test_org.PLAIN},
    "graphml": {"plan.graphml": test_graphml.FOREIGN},
}
"""Files of others, the first of which is read, or its folder."""


@pytest.mark.parametrize("name", TEXTS)
def test_a_structure_is_written_as_before(name: str) -> None:
    """The example, in every format that is text; and what the format has no words for."""
    structure = read_structure(EXAMPLE)
    path = Path(f"county{find_format(name).suffixes[0]}")
    files = write_structure(structure, path, name)
    told = [f"# {file}\n{content.decode()}" for file, content in sorted(files.items())]
    told += [str(left) for left in find_lossy_conversions(structure, path, name)]
    hold(f"written/{name}.txt", "\n".join(told).replace("\r", "\\r") + "\n")


@pytest.mark.parametrize("name", sorted(FOREIGN))
def test_a_file_of_others_is_read_as_before(name: str, tmp_path: Path) -> None:
    """Everything that it becomes and where that stood, and what became of the rest."""
    for file, text in FOREIGN[name].items():
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    first = tmp_path / next(iter(FOREIGN[name]))
    account = read_account(first if first.parent == tmp_path else first.parent, name)
    structure = account.structure
    told = [write_structure(structure, Path("a.yaml"))[""].decode()]
    told += [f"{body.id}: {body.place}" for body in structure.bodies]
    told += [*account.imported, *map(str, account.skipped), *map(str, account.fates)]
    hold(f"read/{name}.txt", "\n".join(told).replace(f"{tmp_path}/", "") + "\n")
