"""Takes the pictures of the first five minutes at the desk: docs/pictures/desk.

uv run python -m desk.film

What comes is looked at by whoever runs it; no test compares it, as browsers differ by a pixel.
"""

from collections.abc import Callable
from pathlib import Path

from govgraph.desk.desk_page import find_page
from tests.desk.officer import Officer
from tests.reporting.browser import chromium

PICTURES = Path(__file__).parents[1] / "docs" / "pictures" / "desk"
SIZE = (1400, 900)
ROWS = (
    ("Hart Partnership Board", "Board", "", "", "Chief Executive", "quarterly", "Paper; 1", ""),
    ("Delivery Group", "Working group", "Hart Partnership Bord", "reports to", "", "", "Paper; 2"),
)


def film(officer: Officer, take: Callable[[], None]) -> None:
    """Do what an officer does in the first five minutes, and take a picture of each step."""
    page = officer.page
    take()
    officer.begin()
    take()
    officer.rows(ROWS[:1])
    officer.settle("best")
    take()
    page.click("#findings button:has-text('Accountability ends at')")
    officer.settle("best")
    take()
    officer.cell(1, "Name")
    for text in ROWS[1]:
        page.keyboard.insert_text(text)
        page.keyboard.press("Tab")
    officer.cell(1, "Name")  # from where the marked cell is seen
    officer.settle("best")
    take()
    officer.write(1, "Answers to", "Hart Partnership Board")
    officer.settle("best")
    take()
    page.fill("#about-title", "Hart partnership")
    page.keyboard.press("Tab")
    page.click("#picture [data-id=delivery-group]")
    officer.settle("best")
    take()
    page.select_option("#paper", "A4")
    officer.settle("best")
    take()
    page.click("#saving summary")
    take()
    page.keyboard.press("Escape")
    officer.save("word")
    take()


def main() -> None:
    """Open the desk, and take the pictures."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        officer = Officer(page)
        officer.go(find_page().as_uri())
        page.wait_for_selector("html[data-artist]")
        taken: list[Path] = []

        def take() -> None:
            taken.append(PICTURES / f"{len(taken) + 1:02}.png")
            page.evaluate("document.querySelector('.right').scrollTo(0, 0)")
            page.screenshot(path=taken[-1])

        film(officer, take)


if __name__ == "__main__":
    main()
