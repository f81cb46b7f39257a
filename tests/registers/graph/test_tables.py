"""What is taken for a register without being called one."""

from pathlib import Path

import pytest

from govgraph.errors import LoadError
from govgraph.formats.register.register_files import LARGE, find_register, is_register
from tests.made_registers import write_text


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


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """Neither of one table nor of a folder of its parts; a link within is followed."""
    (tmp_path / "outside").mkdir()
    outside = write_text(tmp_path / "outside", "id\na\n")
    folder = tmp_path / "inside"
    (folder / "kept").mkdir(parents=True)
    (folder / "relations.csv").symlink_to(outside / "relations.csv")
    with pytest.raises(LoadError, match=r"relations\.csv: is a link that leads out of the folder"):
        find_register(folder)
    (folder / "relations.csv").unlink()
    (folder / "kept" / "1.csv").write_text("from,kind,to\n")
    (folder / "relations").symlink_to(folder / "kept")
    (folder / "bodies").symlink_to(outside)
    with pytest.raises(LoadError, match="is a link that leads out of the folder"):
        find_register(folder)
    (folder / "bodies").unlink()
    (folder / "bodies.csv").write_text("id\n")
    assert find_register(folder).relations.parts == (folder / "relations" / "1.csv",)


def test_parquet_beside_other_tables_is_a_structure(tmp_path: Path) -> None:
    """What `convert` writes of a structure is read as one, with everything in it."""
    for name in ("bodies", "relations"):
        (tmp_path / f"{name}.parquet").touch()
    assert is_register(tmp_path)
    (tmp_path / "structure.parquet").touch()
    assert not is_register(tmp_path)
