"""Coverage-guided fuzzing of one reader: `python -m tests.fuzz yaml -max_total_time=60`.

What follows the name goes to libFuzzer. See README.md.
"""

import sys
from pathlib import Path

import atheris

FOLLOWED = ["govgraph", "yaml", "json", "csv", "tomllib", "xml"]
"""The packages whose branches guide the search."""
STANDARD = ("-max_len=20000", "-timeout=30", "-rss_limit_mb=2000")


def main(name: str, *options: str) -> None:
    """Feed one reader until an option, or a fault, says stop."""
    with atheris.instrument_imports(include=FOLLOWED):
        from tests.fuzz.readers import read

        corpus = Path(__file__).with_name("corpus") / name
        folders = [option for option in options if not option.startswith("-")]
        given = [option for option in options if option.startswith("-")]
        # libFuzzer runs its first argument again, as a command, where it merges.
        command = f"{sys.executable} -m tests.fuzz {name}"
        arguments = [command, *STANDARD, *given, *folders, str(corpus)]
        atheris.Setup(arguments, lambda content: read(name, content))
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
