// What the clipboard holds, as rows of text: tables of Word and Excel come as HTML and as lines.

/** The rows of what is pasted; one cell alone gives nothing, and is pasted as text. */
export function pastedRows(clipboard) {
  const rows = fromTable(clipboard.getData("text/html")) ?? fromLines(clipboard.getData("text/plain"));
  return rows.length > 1 || rows[0]?.length > 1 ? rows : null;
}

function fromTable(html) {
  if (!html) return null;
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  return [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [plain(cell), ...Array(cell.colSpan - 1).fill("")]));
}

/** A cell on one line: paragraphs of Word stand on lines of their own, which no cell here has. */
function plain(cell) {
  const apart = [...cell.querySelectorAll("p, br, li")];
  apart.slice(1).forEach((element) => element.before(" "));
  return cell.textContent.replace(/\s+/g, " ").trim();
}

/** Lines with tabs between cells; a cell in quotation marks may hold lines and tabs itself. */
function fromLines(text) {
  const rows = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r?\n|\r|$)/y;
  const whole = text.replace(/(?:\r?\n|\r)$/, "");
  while (cells.lastIndex <= whole.length) {
    const found = cells.exec(whole);
    if (!found) break;
    const quoted = found[1]?.replaceAll('""', '"').replace(/\s*[\r\n]+\s*/g, " ");
    rows.at(-1).push((quoted ?? found[2]).trim());
    if (!found[3]) break;
    if (found[3] !== "\t") rows.push([]);
  }
  return rows;
}
