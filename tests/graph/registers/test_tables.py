"""What is taken for a register without being called one."""

from pathlib import Path

from govgraph.graph.registers.tables import LARGE, is_register
from tests.registers import write_text


def test_a_small_folder_of_csv_is_a_structure(tmp_path: Path) -> None:
    """A large one is a register, unless it has tables that a register has not."""
    write_text(tmp_path, "id\n")
    assert not is_register(tmp_path)
    write_text(tmp_path, "id\n" + "b" * LARGE)
    assert is_register(tmp_path)
    assert is_register(tmp_path / "bodies.csv")
    (tmp_path / "seats.csv").touch()
    assert not is_register(tmp_path)


def test_parquet_parts_and_compressed_tables_are_a_register(tmp_path: Path) -> None:
    """Of whatever size: nothing else reads them."""
    (tmp_path / "bodies.parquet").touch()
    assert not is_register(tmp_path)
    (tmp_path / "relations.csv.gz").touch()
    assert is_register(tmp_path)


def test_other_paths_are_none(tmp_path: Path) -> None:
    """Neither a folder of something else, nor a file, nor nothing."""
    file = tmp_path / "hart.yaml"
    file.touch()
    assert not is_register(tmp_path)
    assert not is_register(file)
    assert not is_register(tmp_path / "nowhere")


def test_parquet_beside_other_tables_is_a_structure(tmp_path: Path) -> None:
    """What `convert` writes of a structure is read as one, with everything in it."""
    for name in ("bodies", "relations"):
        (tmp_path / f"{name}.parquet").touch()
    assert is_register(tmp_path)
    (tmp_path / "structure.parquet").touch()
    assert not is_register(tmp_path)
