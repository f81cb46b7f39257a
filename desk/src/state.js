// What stands on the desk, with everything that stood there before: undo has no end.

/** A document that is only ever replaced; whoever listens is told of each change. */
export function makeState() {
  let steps = [];
  let at = -1;
  let saved = -1;
  let origin = null;
  const listeners = [];
  const tell = (why) => listeners.forEach((listen) => listen(why));
  return {
    get document() { return steps[at]; },
    get origin() { return origin; },
    get canUndo() { return at > 0; },
    get canRedo() { return at < steps.length - 1; },
    get isUnsaved() { return at >= 0 && saved !== at; },
    listen(listener) { listeners.push(listener); },
    /** Begin with a document, from a file or from nothing. */
    open(document, from = null, { unsaved = false } = {}) {
      steps = [document];
      at = 0;
      saved = unsaved ? -1 : 0;
      origin = from;
      tell("opened");
    },
    /** Put a changed document in place; `why` says who changed it, so that it need not look. */
    change(document, why = "changed") {
      steps = [...steps.slice(0, at + 1), document];
      if (saved > at) saved = -1;
      at += 1;
      tell(why);
    },
    undo() { if (at > 0) { at -= 1; tell("changed"); } },
    redo() { if (at < steps.length - 1) { at += 1; tell("changed"); } },
    markSaved() { saved = at; tell("saved"); },
  };
}

/** A document with a sheet of it replaced. */
export function withSheet(document, sheet) {
  return { ...document, sheets: document.sheets.map((each) => (each.name === sheet.name ? sheet : each)) };
}

/** A sheet with texts in some cells: `cells` holds [row, column, text]; rows are added as needed. */
export function withCells(sheet, cells) {
  const rows = [...sheet.rows];
  for (const [row, column, text] of cells) {
    while (rows.length <= row) rows.push(sheet.headings.map(() => ""));
    rows[row] = rows[row].map((old, place) => (place === column ? text : old));
  }
  while (rows.length && rows.at(-1).every((text) => !text.trim())) rows.pop();
  return { ...sheet, rows };
}

/** A heading as the program calls its field: `Answers to` is `answers_to`. */
export function fieldOf(heading) {
  return heading.trim().toLowerCase().split(/\s+/).join("_");
}
