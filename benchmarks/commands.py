"""Times whole cold commands, each beside the same job as a plain script, as ratios.

    uv run python -m benchmarks.commands [RUNS]

The two take turns, so that a machine that slows down slows both. Medians are printed; times are
those of this machine and only the ratios travel.
"""

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.structures import county_of

HERE = Path(__file__).parent


def seconds(command: list[str]) -> float:
    """How long one run of a command takes, from start to exit."""
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    took = time.perf_counter() - start
    if done.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(command)}\n{done.stderr.decode()}")
    return took


def compare(label: str, ours: list[str], theirs: list[str] | None, limit: int, runs: int) -> None:
    """Print the median of each side, their ratio, and whether the target is met."""
    pairs = [(seconds(ours), seconds(theirs) if theirs else 0.0) for _ in range(runs + 1)][1:]
    mine = statistics.median(pair[0] for pair in pairs) * 1000
    verdict = "met" if mine <= limit else "MISSED"
    row = f"{label:<28} {mine:6.0f} ms  target {limit:5} ms {verdict:<6}"
    if theirs:
        script = statistics.median(pair[1] for pair in pairs) * 1000
        row += f"  plain script {script:6.0f} ms  ratio {mine / script:.2f}"
    print(row)


def main() -> None:
    """Measure every command that has a target."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    print(f"Python {platform.python_version()}, {platform.machine()}, medians of {runs} cold runs")
    ours = [sys.executable, "-m", "govgraph"]
    script = [sys.executable, str(HERE / "plain_script.py")]
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for count in (20, 50, 200, 1000):
            files[count] = str(Path(folder) / f"{count}.yaml")
            Path(files[count]).write_text(county_of(count), encoding="utf-8")
        two = files[200]
        compare(
            "chain, 200",
            [*ours, "chain", two, "d1-g0"],
            [*script, "chain", two, "d1-g0"],
            300,
            runs,
        )
        compare("check, 200", [*ours, "check", two], [*script, "check", two], 400, runs)
        for count, limit in ((20, 250), (200, 400), (1000, 1500)):
            file = files[count]
            drawing = [*ours, "draw", file, "-o", f"{folder}/{count}.svg"]
            compare(f"draw to SVG, {count}", drawing, [*script, "draw", file], limit, runs)
        sheet = [*ours, "draw", files[50], "--paper", "A4", "-o", f"{folder}/50.pdf"]
        compare("draw to A4 PDF, 50", sheet, None, 600, runs)


if __name__ == "__main__":
    main()
