"""Rounds of a primitive, written as Parquet and read back.

A plan that grows with every round is planned anew each time, and worked out anew from the start
when a machine is lost. Writing a round cuts that short on every engine that speaks Spark Connect;
checkpoints do not work on all of them.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from govgraph.spark.graph.failures import FULL, explained

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyspark.sql import Column, DataFrame, SparkSession
    from pyspark.sql.types import StructType

PREFIX = "govgraph-"
NOTHING_THERE = ("PATH_NOT_FOUND", "UNABLE_TO_INFER_SCHEMA")
"""What engines call it when there is no Parquet in a folder."""
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


def make_local_folder() -> str:
    """A new folder of this machine; nobody else may look into it."""
    return tempfile.mkdtemp(prefix=PREFIX)


def name_folder(within: str) -> str:
    """A folder inside another, which nobody else will name."""
    return f"{resolve(within).rstrip('/')}/{PREFIX}{os.urandom(8).hex()}"


def resolve(where: str) -> str:
    """A place as an engine finds it that runs in another folder: a URI, or a whole path."""
    return where if is_uri(where) else str(Path(where).absolute())


def is_uri(where: str) -> bool:
    """Whether a place is named by a scheme, as in `s3://bucket/folder`; a drive letter is none.

    >>> is_uri("s3://bucket/folder"), is_uri("C:/registers"), is_uri("registers")
    (True, False, False)
    """
    return bool(URI.match(where))


def is_there(written: DataFrame) -> bool:
    """Whether some file was written; engines differ in how they say that none was."""
    from pyspark.errors import AnalysisException

    try:
        return bool(written.columns)
    except AnalysisException as error:
        if any(reason in str(error) for reason in NOTHING_THERE):
            return False
        raise


class Rounds:
    """A folder that is written round by round, and removed in the end.

    Attributes:
        folder: a path or URI that every machine of the cluster can write.
        written: number of rounds written so far.
        left: why the folder is still there after `remove`, if it is.
    """

    def __init__(self, session: SparkSession, folder: str) -> None:
        self._session = session
        self.folder = folder
        self.written = 0
        self.left = ""
        self._observes = True

    def cut(self, frame: DataFrame, name: str, schema: str | StructType = "") -> DataFrame:
        """The same frame, written and read back.

        Args:
            frame: what is written.
            name: what the round is called.
            schema: names and kinds of its columns where they are known, as those of a large plan
                take long to ask for.
        """
        self.written += 1
        where = f"{self.folder}/{self.written:04d}-{name}"
        # Some engines write no file for no rows: only the schema says what is not there. And Spark
        # runs a job to find out what it is, whenever what was written is used.
        schema = schema or frame.schema
        plain = _write_plainly(schema)
        with explained(f"{self.folder}, where rounds are kept, cannot be written", only=FULL):
            frame.write.options(**plain).parquet(where)
        return self._session.read.schema(schema).parquet(where)

    def cut_counted(
        self, frame: DataFrame, name: str, counts: Mapping[str, Column], schema: str = ""
    ) -> tuple[DataFrame, dict[str, int]]:
        """The same frame, written and read back, and what of its rows is counted meanwhile.

        Args:
            frame: what is written.
            name: what the round is called.
            counts: what is counted of all rows, by name.
            schema: as for `cut`.
        """
        from pyspark.errors import UnsupportedOperationException
        from pyspark.sql import Observation

        if not counts:  # which engines refuse
            return self.cut(frame, name, schema), {}
        written = None
        if self._observes:
            observed = Observation(name)
            watched = frame.observe(observed, *(each.alias(of) for of, each in counts.items()))
            try:
                written = self.cut(watched, name, schema or frame.schema)
            except UnsupportedOperationException:  # Sail 0.7 counts what it has written
                self._observes = False
            else:
                if told := observed.get:
                    return written, {of: told[of] or 0 for of in counts}
        written = written or self.cut(frame, name, schema)
        counted = written.agg(*(each.alias(of) for of, each in counts.items())).collect()[0]
        return written, {of: counted[of] or 0 for of in counts}

    def remove(self) -> None:
        """Remove the folder, as far as this machine can reach it."""
        if not is_uri(self.folder):
            folder = Path(self.folder)
            shutil.rmtree(folder, ignore_errors=True)
            self.left = "it is not this machine's to remove" if folder.exists() else ""
            return
        import pyarrow.fs

        try:
            files, path = pyarrow.fs.FileSystem.from_uri(self.folder)
            files.delete_dir(path)
        except Exception as error:  # noqa: BLE001 - as many kinds as there are file systems
            self.left = str(error).splitlines()[0] if self.written else ""


def _write_plainly(schema: str | StructType) -> dict[str, str]:
    """What makes Parquet write keys as they are: seldom twice the same, they need no dictionary."""
    from pyspark.sql.types import LongType

    fields = () if isinstance(schema, str) else schema.fields
    keys = (field.name for field in fields if isinstance(field.dataType, LongType))
    return {f"parquet.enable.dictionary#{key}": "false" for key in keys}
