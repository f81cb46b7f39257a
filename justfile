# What the gate holds, a recipe for each step: `uv run just` lists them. `.ci/run` calls them.

set shell := ["bash", "-euo", "pipefail", "-c"]

# List the recipes.
default:
    @just --list --unsorted

# Hold the format of the code.
format:
    uv run ruff format --check

# Hold the style of the code.
lint:
    uv run ruff check

# Hold the types.
types:
    uv run mypy

# Hold the direction of imports, and the doors of libraries.
imports:
    uv run lint-imports --no-cache | tail -n 20

# Hold the laws of a picture: thirty structures on A4, every line followed.
pictures:
    uv run python -m benchmarks.pictures --quick

# Name the generated pages and pictures that are out of date.
docs:
    uv run python -m docs.make --check

# Build the site of docs/ into build/site, strict on every link and anchor.
site:
    uv run python -m docs.site

# Build what a release carries into dist: the desk, and the packages, of which the wheel has it inside.
release:
    rm -f govgraph/desk/govgraph-desk.html
    npm ci --ignore-scripts --no-fund --no-audit --prefix desk
    mkdir -p dist
    uv run govgraph desk -o dist/govgraph-desk.html
    cp dist/govgraph-desk.html govgraph/desk/
    uv build || { rm -f govgraph/desk/govgraph-desk.html; exit 1; }
    rm -f govgraph/desk/govgraph-desk.html

# Run tests: all, or those of some folders.
test *folders:
    uv run pytest {{ folders }}

# Put right what can be put right by itself: format, lint, generated pages.
fix:
    uv run ruff format
    uv run ruff check --fix
    uv run python -m docs.make

# What a change should pass before it is shown to anybody; the gate holds more.
quick: format lint types imports docs
