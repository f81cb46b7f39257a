// Words to choose from in a cell, as lists that the browser itself offers; anything may be typed.

import { fieldOf } from "./state.js";

/** What `wordsFor` gives the id of: a list for a column, made anew when the bodies change. */
export function makeWords(hello) {
  const lists = new Map();
  const list = (id) => {
    if (!lists.has(id)) {
      const made = document.createElement("datalist");
      made.id = `words-${id.replace(".", "-")}`;
      document.body.append(made);
      lists.set(id, made);
    }
    return lists.get(id);
  };
  const fill = (id, words) =>
    list(id).replaceChildren(...words.map((word) => Object.assign(document.createElement("option"), { value: word })));
  for (const [id, words] of Object.entries(hello.offered)) fill(id, words);
  fill("body", []);
  fill("person", []);
  const bodies = new Set(["simple.answers_to", "relations.from", "relations.to", "seats.body", "waivers.body"]);
  return {
    listFor(sheet, column) {
      const name = fieldOf(sheet.headings[column]);
      const whole = `${sheet.name}.${name}`;
      if (bodies.has(whole)) return list("body").id;
      if (whole === "seats.held_by") return list("person").id;
      if (whole in hello.offered) return list(whole).id;
      return sheet.name === "simple" && name in hello.offered ? list(name).id : null;
    },
    renew(document) {
      const names = (sheet) => {
        const column = sheet ? sheet.headings.findIndex((head) => fieldOf(head) === "name") : -1;
        return column < 0 ? [] : [...new Set(sheet.rows.map((row) => row[column]).filter(Boolean))];
      };
      const sheet = (name) => document.sheets.find((each) => each.name === name);
      fill("body", names(sheet("simple") ?? sheet("bodies")));
      fill("person", names(sheet("people")));
    },
  };
}
