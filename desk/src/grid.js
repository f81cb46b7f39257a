// The sheet: a grid of text. Tabulator draws it and keeps it light; what is typed goes to the state.

import {
  EditModule, FormatModule, KeybindingsModule, ResizeColumnsModule, Tabulator,
} from "tabulator-tables";
import { pastedRows } from "./paste.js";
import { fieldOf } from "./state.js";

Tabulator.registerModule([EditModule, FormatModule, KeybindingsModule, ResizeColumnsModule]);
const SPARE = 12;
const LEAST = 30;
const WIDTHS = { name: 210, kind: 120, answers_to: 200, how: 120, note: 220, title: 240, from: 190, to: 190, body: 190 };

/** A grid in an element; `does` is told what is typed, pasted and looked at. */
export function makeGrid(element, does) {
  let table = null;
  let shown = null;
  let marks = new Map();
  let wanted = 0;

  const field = (column) => `c${column}`;
  const asRow = (cells, number) =>
    Object.fromEntries([["row", number], ...shown.headings.map((_, n) => [field(n), cells?.[n] ?? ""])]);
  const rowsOf = (sheet) => {
    const count = Math.max(LEAST, sheet.rows.length + SPARE);
    return Array.from({ length: count }, (_, number) => asRow(sheet.rows[number], number));
  };
  // Asked for a row that is not there, the grid would complain aloud.
  const rowAt = (row) => (table && row >= 0 && row < table.getDataCount() ? table.getRow(row) : null);
  const place = (cell) => [cell.getData().row, Number(cell.getField().slice(1))];

  function formatter(cell) {
    const [row, column] = place(cell);
    const found = marks.get(`${row}:${column}`);
    const box = cell.getElement();
    box.classList.toggle("marked", Boolean(found));
    const text = document.createTextNode(cell.getValue());
    if (!found) return text;
    const whole = document.createDocumentFragment();
    const mark = document.createElement("span");
    mark.className = `mark ${found.severity}`;
    mark.textContent = found.severity === "information" ? "i" : "!";
    mark.title = found.texts.join("\n");
    mark.setAttribute("role", "img");
    mark.setAttribute("aria-label", found.texts.join(" "));
    whole.append(text, mark);
    const span = document.createElement("span");
    span.append(whole);
    return span;
  }

  function editor(cell, onRendered, success, cancel) {
    const [row, column] = place(cell);
    const input = document.createElement("input");
    const before = cell.getValue();
    input.value = before;
    input.autocomplete = "off";
    input.setAttribute("aria-label", `${shown.headings[column]}, row ${row + 1}`);
    const list = does.wordsFor(shown, column);
    if (list) input.setAttribute("list", list);
    let isDone = false;
    const finish = () => {
      if (isDone) return;
      isDone = true;
      success(input.value.trim());
    };
    onRendered(() => { input.focus({ preventScroll: true }); input.select(); });
    input.addEventListener("blur", finish);
    input.addEventListener("paste", (event) => {
      const rows = pastedRows(event.clipboardData);
      if (!rows) return;
      event.preventDefault();
      isDone = true;
      cancel();
      does.pasted(shown, row, column, rows);
    });
    input.addEventListener("keydown", (event) => {
      const steps = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 };
      if (event.key === "Escape") { isDone = true; cancel(); cell.getElement().focus(); }
      else if (event.key in steps && !event.altKey && !(list && event.key.startsWith("Arrow"))) {
        event.preventDefault();
        event.stopPropagation();
        finish();
        focusCell(row + steps[event.key], column);
      }
    });
    wanted += 1;
    does.looked(shown, row, column);
    return input;
  }

  function columns(sheet) {
    return sheet.headings.map((heading, n) => ({
      title: heading || " ",
      field: field(n),
      formatter,
      editor,
      width: WIDTHS[fieldOf(heading)] ?? 140,
      titleFormatter: (cell) => {
        const title = document.createElement("span");
        title.textContent = cell.getValue();
        title.title = does.noteOn(sheet, n) || "";
        return title;
      },
      visible: !does.isHidden(sheet, n),
    }));
  }

  function focusCell(row, column) {
    const found = rowAt(row);
    const cell = found && found.getCell(field(column));
    if (!cell) return;
    // Scrolling takes a while: who has gone elsewhere since is not called back.
    wanted += 1;
    const mine = wanted;
    table.scrollToRow(found, "nearest", false).catch(() => {}).then(() => mine === wanted && cell.edit(true));
  }

  function build(sheet) {
    shown = sheet;
    table?.destroy();
    table = new Tabulator(element, {
      index: "row",
      data: rowsOf(sheet),
      columns: columns(sheet),
      height: "100%",
      layout: "fitData",
      editTriggerEvent: "focus",
      placeholder: "Nothing here yet",
      columnDefaults: { resizable: true },
    });
    const built = table;
    table.on("cellEdited", (cell) => {
      if (table !== built) return;
      const [row, column] = place(cell);
      does.edited(shown.name, row, column, cell.getValue());
    });
    // Its cells are what the keyboard reaches: a stop at their frame would only be in the way.
    const reached = () => element.querySelector(".tabulator-tableholder").removeAttribute("tabindex");
    return new Promise((done) => table.on("tableBuilt", () => done(reached())));
  }

  return {
    /** Show a sheet; the same one anew keeps where it was scrolled to. */
    async show(sheet) {
      const same = shown && table && sheet.name === shown.name
        && sheet.headings.join("\n") === shown.headings.join("\n");
      if (!same) return build(sheet);
      const rows = rowsOf(sheet);
      shown = sheet;
      if (rows.length !== table.getDataCount()) return table.replaceData(rows);
      const now = table.getData();
      const changed = rows.filter((row, n) =>
        sheet.headings.some((_, column) => row[field(column)] !== now[n][field(column)]));
      return changed.length ? table.updateData(changed) : null;
    },
    /** What was typed is known already: only remember it, and add spare rows below. */
    remember(sheet) {
      shown = sheet;
      const missing = sheet.rows.length + SPARE / 2 - table.getDataCount();
      if (missing > 0) {
        const from = table.getDataCount();
        table.addData(Array.from({ length: SPARE }, (_, n) => asRow(null, from + n)));
      }
    },
    /** Mark cells: `found` holds {severity, texts} by "row:column". */
    mark(found) {
      const touched = new Set([...marks.keys(), ...found.keys()]);
      const told = (one) => JSON.stringify(one ?? null);
      const before = marks;
      marks = found;
      for (const key of touched) {
        if (told(before.get(key)) === told(found.get(key))) continue;
        const [row, column] = key.split(":").map(Number);
        const cell = rowAt(row)?.getCell(field(column));
        const box = cell && cell.getElement();
        // Drawn anew by hand: the grid can only draw whole rows, also one that somebody types in.
        if (box && !box.classList.contains("tabulator-editing")) box.replaceChildren(formatter(cell));
      }
    },
    focusCell,
  };
}
