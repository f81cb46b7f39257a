// Tables: sorted by a column, and downloaded as files that a spreadsheet opens.

function startTables() {
  for (const table of document.querySelectorAll("main table")) {
    if (table.tBodies.length === 1) makeSortable(table);
    offerDownload(table);
  }
}

function makeSortable(table) {
  for (const [column, heading] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    button.title = say.sort(heading.textContent);
    button.addEventListener("click", () => sortBy(table, heading, column));
    heading.replaceChildren(button);
  }
}

function sortBy(table, heading, column) {
  const falling = heading.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
  const body = table.tBodies[0];
  const compare = new Intl.Collator("en-GB", { numeric: true }).compare;
  const rows = [...body.rows].map((row) => [cellText(row.cells[column]), row]);
  rows.sort(([one], [other]) => compare(one, other) * (falling ? -1 : 1));
  body.append(...rows.map(([, row]) => row));
}

const cellText = (cell) => cell.textContent.replace(/\s+/g, " ").trim();

function offerDownload(table) {
  const caption = table.caption.querySelector("span").firstChild.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "download";
  button.textContent = say.download(caption.split(/[,:;]/)[0]);
  button.addEventListener("click", () => save(csv(table), caption));
  table.closest(".scroll").before(button);
}

// The cells of the rows that are shown; what heads a group of rows stands first in each of them.
function csv(table) {
  const grouped = table.querySelector(".rowgroup") !== null;
  let group = "";
  const lines = [];
  for (const row of table.rows) {
    if (row.hidden) continue;
    const cells = [...row.cells].map(cellText);
    if (row.classList.contains("rowgroup")) { [group] = cells; continue; }
    if (grouped) cells.unshift(row.closest("thead") ? "Body" : group);
    lines.push(cells);
  }
  return lines;
}
