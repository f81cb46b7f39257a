// The desk: puts the parts together, and decides what happens when something changes.

import { goToArea } from "./areas.js";
import { download, asPng, print, readFiles } from "./files.js";
import { aboutBody, allFindings, element, findingItem, marksOf } from "./findings.js";
import { makeGrid } from "./grid.js";
import { forget, keep, kept } from "./keeping.js";
import { makePicture } from "./picture.js";
import { Refused, startPython } from "./python.js";
import { fieldOf, makeState, withCells, withSheet } from "./state.js";
import { makeWords } from "./words.js";

const CHECK_AFTER = 60;
const BEST_AFTER = 700;
const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  yaml: "application/yaml", html: "text/html", svg: "image/svg+xml", png: "image/png",
};
const by = (id) => document.getElementById(id);

export async function start({ unpacked, script }) {
  const [wasm, library, program] = await Promise.all(["wasm", "library", "program"].map(unpacked));
  const address = await script("worker");
  const parts = { wasm, library, program };
  const clerk = await startPython(address, parts);
  const hello = await clerk.ask("hello");
  const desk = new Desk(clerk, hello, script);
  desk.ready();
  warm(clerk);
  // A second Python draws the best picture, so that the first is free for whoever types on.
  startPython(address, parts).then((artist) => desk.hire(artist)).catch(() => {});
}

/** Let Python import what the first structure needs, while its author still reads. */
async function warm(clerk) {
  const { document: example } = await clerk.ask("begin", { what: "example" });
  await clerk.ask("check", { document: example });
  await clerk.ask("draw", { document: example, draft: true });
}

class Desk {
  constructor(clerk, hello, script) {
    Object.assign(this, { clerk, artist: clerk, hello, script });
    this.state = makeState();
    this.words = makeWords(hello);
    this.picture = makePicture(by("picture"), (id) => this.choose(id));
    this.grid = makeGrid(by("sheet"), {
      edited: (...where) => this.edited(...where),
      pasted: (...where) => this.pasted(...where),
      looked: (sheet, row, column) => this.looked(sheet, row, column),
      wordsFor: (sheet, column) => this.words.listFor(sheet, column),
      noteOn: (sheet, column) =>
        (sheet.name === "simple" && hello.notes[fieldOf(sheet.headings[column])]) || false,
      isHidden: (sheet, column) => (hello.hidden[sheet.name] ?? []).includes(sheet.headings[column]),
    });
    this.checked = { problems: [], findings: [], bodies: [] };
    this.sheetName = "simple";
    this.at = null;
    this.body = "";
    this.theme = null;
    this.turn = 0;
    this.state.listen((why) => this.changed(why));
    this.listen();
  }

  /** Show the ways to begin, once Python is there. */
  ready() {
    by("progress").textContent = "Ready.";
    by("ways").hidden = false;
    for (const [name, title] of Object.entries(this.hello.papers)) {
      by("papers").append(Object.assign(document.createElement("option"), { value: name, textContent: title }));
    }
    const before = kept();
    if (before) {
      const button = document.querySelector("[data-begin=kept]");
      const title = before.document.about.title || "without a title";
      button.textContent = `Carry on where you were: ${title}, ${before.at.slice(0, 16).replace("T", " ")}`;
      button.hidden = false;
    }
    (document.querySelector("[data-begin=kept]:not([hidden])") ?? document.querySelector("[data-begin=blank]")).focus();
    document.documentElement.dataset.ready = "yes";
  }

  hire(artist) {
    this.artist = artist;
    document.documentElement.dataset.artist = "yes";
  }

  listen() {
    for (const button of document.querySelectorAll("[data-begin]")) {
      button.addEventListener("click", () => this.begin(button.dataset.begin));
    }
    by("papers").addEventListener("change", (event) => event.target.value && this.begin(event.target.value));
    by("begin").addEventListener("click", () => this.leave());
    by("open").addEventListener("click", () => by("chosen").click());
    by("chosen").addEventListener("change", (event) => this.open(event.target.files));
    by("undo").addEventListener("click", () => this.state.undo());
    by("redo").addEventListener("click", () => this.state.redo());
    by("tables").addEventListener("click", () => this.everyTable());
    for (const button of document.querySelectorAll("[data-save]")) {
      button.addEventListener("click", () => this.save(button.dataset.save));
    }
    for (const input of document.querySelectorAll("[data-about]")) {
      input.addEventListener("change", () => this.describe(input.dataset.about, input.value.trim()));
    }
    for (const id of ["paper", "view", "proposed"]) by(id).addEventListener("change", () => this.look());
    by("theme").addEventListener("change", () => this.chooseTheme());
    by("theme-file").addEventListener("change", (event) => this.readTheme(event.target.files[0]));
    by("larger").addEventListener("click", () => this.picture.zoom(1.25));
    by("smaller").addEventListener("click", () => this.picture.zoom(0.8));
    window.addEventListener("resize", () => this.picture.size());
    window.addEventListener("beforeunload", (event) => { if (this.state.isUnsaved) event.preventDefault(); });
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("dragover", (event) => { event.preventDefault(); document.body.classList.add("dropping"); });
    document.addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      document.body.classList.remove("dropping");
      if (event.dataTransfer.files.length) this.open(event.dataTransfer.files);
    });
    document.addEventListener("click", (event) => {
      if (!by("saving").contains(event.target)) by("saving").open = false;
    });
  }

  key(event) {
    if (event.key === "Escape") by("saving").open = false;
    if (event.key === "F6" && !by("work").hidden && !by("question").open) {
      event.preventDefault();
      goToArea(event.shiftKey ? -1 : 1, () => this.grid.focusCell(this.at?.row ?? 0, this.at?.column ?? 0));
    }
    if (!(event.ctrlKey || event.metaKey) || by("work").hidden) return;
    const letter = event.key.toLowerCase();
    const typing = event.target.matches("input, textarea") && event.target.value !== event.target.defaultValue;
    if (letter === "s") { event.preventDefault(); document.activeElement.blur(); this.save("workbook"); }
    else if (letter === "z" && !typing) { event.preventDefault(); event.shiftKey ? this.state.redo() : this.state.undo(); }
    else if (letter === "y" && !typing) { event.preventDefault(); this.state.redo(); }
  }

  /** Do something that may be refused, and say why if it is. */
  async tried(act) {
    try {
      return await act();
    } catch (error) {
      this.say(error instanceof Refused ? error.sentences.slice(0, 5).join(" ") : `The desk has a fault: ${error.message}`);
      return null;
    }
  }

  say(text) { by("told").textContent = text; }

  /** Ask a question that has two answers. */
  asked(question, yes) {
    const dialog = by("question");
    by("asked").textContent = question;
    by("yes").textContent = yes;
    dialog.showModal();
    return new Promise((done) => {
      const answer = (value) => () => { dialog.close(); done(value); };
      by("yes").onclick = answer(true);
      by("no").onclick = answer(false);
      dialog.oncancel = () => done(false);
    });
  }

  async mayReplace() {
    return !this.state.isUnsaved
      || this.asked("What is on the desk has not been saved. Go on without saving it?", "Go on without saving");
  }

  async leave() {
    if (!(await this.mayReplace())) return;
    forget();
    this.state.open(this.hello.blank);
  }

  async begin(what) {
    const before = kept();
    if (what === "file") by("chosen").click();
    else if (what === "kept" && before) this.state.open(before.document, before.origin, { unsaved: true });
    else {
      const begun = await this.tried(() => this.clerk.ask("begin", { what }));
      if (begun) this.state.open(begun.document);
    }
  }

  async open(files) {
    const { names, contents } = await readFiles(files);
    by("chosen").value = "";
    if (!names.length || !(await this.mayReplace())) return;
    const opened = await this.tried(() => this.clerk.ask("open", { names }, contents));
    if (!opened) return;
    const isYaml = names.length === 1 && /\.ya?ml$/i.test(names[0]);
    const origin = isYaml ? { name: names[0], text: new TextDecoder().decode(contents[0]) } : null;
    this.state.open(opened.document, origin);
    this.say(`Opened ${names.join(", ")}.`);
  }

  async everyTable() {
    const made = await this.tried(() => this.clerk.ask("tables", this.about()));
    if (made) this.state.change(made.document);
  }

  describe(word, text) {
    const { document: before } = this.state;
    if ((before.about[word] ?? "") === text) return;
    this.state.change({ ...before, about: { ...before.about, [word]: text } });
  }

  sheet() {
    return this.state.document.sheets.find((each) => each.name === this.sheetName) ?? this.state.document.sheets[0];
  }

  async edited(name, row, column, text) {
    const sheet = this.state.document.sheets.find((each) => each.name === name);
    const old = sheet?.rows[row]?.[column] ?? "";
    if (!sheet || old === text) return;
    const changed = withSheet(this.state.document, withCells(sheet, [[row, column, text]]));
    const names = fieldOf(sheet.headings[column]) === "name" && ["simple", "bodies"].includes(name);
    const isLast = !changed.sheets.find((each) => each.name === name).rows.some((cells) => cells[column] === old);
    this.state.change(changed, "typed");
    if (!(names && old && text && isLast)) return;
    const renamed = await this.tried(() => this.clerk.ask("rename", { document: changed, old, new: text }));
    const same = renamed && JSON.stringify(renamed.document) === JSON.stringify(changed);
    if (renamed && !same && this.state.document === changed) this.state.change(renamed.document);
  }

  pasted(sheet, row, column, rows) {
    const now = this.state.document.sheets.find((each) => each.name === sheet.name);
    const shown = now.headings.map((_, n) => n).filter((n) => !(this.hello.hidden[now.name] ?? []).includes(now.headings[n]));
    const known = new Map(now.headings.map((head, n) => [fieldOf(head), n]));
    const heads = rows[0].map((text) => known.get(fieldOf(text)));
    const hasHeads = heads.filter((n) => n !== undefined).length > 1 && heads.includes(known.get("name"));
    const from = shown.indexOf(column);
    const columns = hasHeads ? heads : rows[0].map((_, n) => shown[from + n]);
    const cells = rows.slice(hasHeads ? 1 : 0).flatMap((texts, down) =>
      texts.map((text, n) => [row + down, columns[n], text]).filter((cell) => cell[1] !== undefined));
    this.state.change(withSheet(this.state.document, withCells(now, cells)));
    const pasted = rows.length - (hasHeads ? 1 : 0);
    this.say(`Pasted ${pasted} ${pasted === 1 ? "row" : "rows"}.`);
  }

  looked(sheet, row, column) {
    this.at = { sheet: sheet.name, row, column };
    const here = this.checked.bodies.find(({ cell }) => cell && cell[0] === sheet.name && cell[1] === row);
    if (here && here.id !== this.body) this.choose(here.id, { stay: true });
    this.showBeside();
  }

  async choose(id, { stay = false, redraws = false } = {}) {
    this.body = id;
    const body = this.checked.bodies.find((each) => each.id === id);
    const told = body && (await this.tried(() => this.clerk.ask("body", { ...this.about(), body: id })));
    if (told && this.body === id) {
      by("chosen-body").replaceChildren(...aboutBody(told));
      if (["near", "chain"].includes(by("view").value) && !redraws) this.look();
    }
    if (!stay && body?.cell) this.show(body.cell);
  }

  async show([name, row, column]) {
    if (name !== this.sheetName) {
      this.sheetName = name;
      await this.showSheet();
    }
    this.grid.focusCell(row, column);
  }

  async mend(mend) {
    const mended = await this.tried(() => this.clerk.ask("mend", { document: this.state.document, mend }));
    if (!mended) return;
    this.sheetName = mended.cell[0];
    this.state.change(mended.document);
    await this.shown;
    await this.show(mended.cell);
  }

  about() {
    return { document: this.state.document, include: by("proposed").checked ? ["proposed", "shadow"] : [] };
  }

  changed(why) {
    const { state } = this;
    by("undo").disabled = !state.canUndo;
    by("redo").disabled = !state.canRedo;
    document.title = `${state.isUnsaved ? "• " : ""}${state.document.about.title || "govgraph desk"}`;
    if (why === "saved") return;
    if (why === "opened") this.opened();
    const { sheets } = state.document;
    if (!sheets.some((each) => each.name === this.sheetName)) this.sheetName = sheets[0].name;
    this.words.renew(state.document);
    for (const input of document.querySelectorAll("[data-about]")) input.value = state.document.about[input.dataset.about] ?? "";
    if (why === "typed") this.grid.remember(this.sheet());
    else this.shown = this.showSheet();
    if (state.isUnsaved && !keep(state.document, state.origin)) this.say("There is no room to keep this work here: save it often.");
    this.look();
  }

  opened() {
    by("starting").hidden = true;
    by("work").hidden = false;
    by("tools").hidden = false;
    this.body = "";
    by("chosen-body").replaceChildren();
    this.at = null;
    this.sheetName = this.state.document.sheets[0].name;
    this.focusNext = true;
  }

  async showSheet() {
    const isSimple = this.state.document.sheets[0].name === "simple";
    by("tables").hidden = !isSimple;
    by("tabs").replaceChildren(...this.state.document.sheets.map((sheet) => {
      const title = sheet.name === "simple" ? "bodies" : sheet.name.replaceAll("_", " ");
      const tab = element("button", "", title[0].toUpperCase() + title.slice(1));
      tab.type = "button";
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", "sheet");
      tab.setAttribute("aria-selected", String(sheet.name === this.sheetName));
      tab.addEventListener("click", () => { this.sheetName = sheet.name; this.shown = this.showSheet(); });
      return tab;
    }));
    await this.grid.show(this.sheet());
    this.mark();
    if (this.focusNext) { this.focusNext = false; this.grid.focusCell(0, this.sheet().headings.findIndex((head) => fieldOf(head) === "name")); }
  }

  /** Check and draw again: a moment after the last change, so that nobody waits for what is past. */
  look() {
    clearTimeout(this.soon);
    clearTimeout(this.later);
    this.turn += 1;
    document.documentElement.dataset.turn = this.turn;
    this.soon = setTimeout(() => this.tried(() => this.check(this.turn)), CHECK_AFTER);
  }

  async check(turn) {
    const asked = this.about();
    const checked = await this.clerk.ask("check", asked);
    if (turn !== this.turn) return;
    this.checked = this.seen(checked);
    this.showFindings();
    if (checked.problems.length) {
      this.picture.say("The picture is back when what is marked on the left can be read.");
      document.documentElement.dataset.drawn = `problem ${turn}`;
      return;
    }
    if (this.body) this.choose(this.body, { stay: true, redraws: true });
    await this.draw(turn);
  }

  /** What was found, with the first cell that is shown in place of one in a hidden column. */
  seen(checked) {
    const shown = (cell) => {
      const sheet = cell && this.state.document.sheets.find((each) => each.name === cell[0]);
      const hidden = this.hello.hidden[cell?.[0]] ?? [];
      if (!sheet || !hidden.includes(sheet.headings[cell[2]])) return cell;
      return [cell[0], cell[1], sheet.headings.findIndex((head) => !hidden.includes(head))];
    };
    const each = (list) => list.map((one) => ({ ...one, cell: shown(one.cell) }));
    return { problems: each(checked.problems), findings: each(checked.findings), bodies: each(checked.bodies) };
  }

  drawn() {
    const [view, paper] = [by("view").value, by("paper").value];
    const views = { whole: {}, account: { accountability: true }, near: { focus: this.body }, chain: { chain: this.body } };
    const wanted = ["near", "chain"].includes(view) && !this.body ? {} : views[view];
    return { ...this.about(), view: wanted, paper, theme: this.theme };
  }

  async draw(turn) {
    clearTimeout(this.later);
    if (!this.checked.bodies.length) {
      this.picture.say("The picture begins with the first body: write its name on the left.");
      document.documentElement.dataset.drawn = `empty ${turn}`;
      return;
    }
    const draft = await this.tried(() => this.clerk.ask("draw", { ...this.drawn(), draft: true }));
    if (!draft || turn !== this.turn) return;
    this.picture.show(draft.pages, { draft: true });
    document.documentElement.dataset.drawn = `draft ${turn}`;
    this.later = setTimeout(() => this.best(turn), BEST_AFTER);
  }

  async best(turn) {
    const best = await this.tried(() => this.artist.ask("draw", this.drawn()));
    if (!best || turn !== this.turn) return;
    this.picture.show(best.pages, { draft: false });
    document.documentElement.dataset.drawn = `best ${turn}`;
  }

  mark() { this.grid.mark(marksOf(allFindings(this.checked), this.sheetName)); }

  showFindings() {
    const all = allFindings(this.checked);
    this.mark();
    by("findings-title").textContent = all.length ? `Findings: ${all.length}` : "Findings: none";
    by("findings").replaceChildren(...all.map((each) => findingItem(each, this.does())));
    this.showBeside();
  }

  /** What is wrong in the row that somebody is in, right below it. */
  showBeside() {
    const { at } = this;
    const here = allFindings(this.checked).filter(({ cell }) => at && cell && cell[0] === at.sheet && cell[1] === at.row);
    const list = element("ol");
    list.append(...here.map((each) => findingItem(each, this.does())));
    by("beside").replaceChildren(...(here.length ? [element("h2", "", `In row ${at.row + 1}`), list] : []));
  }

  does() {
    return { show: (cell) => this.show(cell), mend: (mend) => this.mend(mend) };
  }

  chooseTheme() {
    if (by("theme").value === "file") by("theme-file").click();
    else { this.theme = null; this.look(); }
  }

  async readTheme(file) {
    if (!file) return;
    this.theme = await file.text();
    this.look();
  }

  async save(form) {
    by("saving").open = false;
    await this.tried(() => this.saved(form));
  }

  async saved(form) {
    const { origin } = this.state;
    const before = origin ? [new TextEncoder().encode(origin.text)] : [];
    const own = origin ? "yaml" : "workbook";
    const asked = { ...this.about(), form: form === "report" ? own : form, name: origin?.name ?? "" };
    if (["workbook", "tables", "yaml"].includes(form)) {
      const file = await this.clerk.ask("save", asked, form === "yaml" ? before : []);
      this.give(file.name, file.content);
      this.state.markSaved();
      forget();
      this.say([`Saved ${file.name}.`, ...file.told].join(" "));
      return;
    }
    if (form === "report") {
      const page = await this.clerk.ask("report", asked, before);
      this.give(page.name, page.content);
      this.say(`Saved ${page.name}.`);
      return;
    }
    this.say("The picture is being drawn in its best form…");
    if (form === "word") await this.word();
    else await this.sheets(form);
  }

  async sheets(form) {
    const { pages } = await this.artist.ask("draw", this.drawn());
    const { name } = await this.clerk.ask("called", this.about());
    if (form === "pdf") {
      this.say("");
      print(pages);
      return;
    }
    for (const [n, svg] of pages.entries()) {
      const title = pages.length > 1 ? `${name}-${n + 1}.${form}` : `${name}.${form}`;
      this.give(title, form === "png" ? await asPng(svg) : svg);
    }
    this.say(`Saved ${name}.${form}.`);
  }

  async word() {
    this.say("The paper is being written…");
    const { name } = await this.clerk.ask("called", this.about());
    const paper = await this.artist.ask("word", this.about());
    const { writeWord } = await import(await this.script("word"));
    this.give(`${name}.docx`, await writeWord(paper, asPng));
    this.say([`Saved ${name}.docx.`, ...paper.heard].join(" "));
  }

  give(name, content) {
    download(name, content, TYPES[name.split(".").pop()] ?? "application/octet-stream");
  }
}
