// The list of a large page: its bodies or relations, filtered, sorted, a page at a time, as CSV.

const PAGE = 50;
const compare = new Intl.Collator("en-GB", { numeric: true }).compare;

const asked = { name: "", kind: "", area: "", status: "", relation: "", finding: "" };
const list = { what: "bodies", rows: [], first: 0, column: -1, falling: false, started: false };
let foundAbout;

// Of each list its columns: what a cell says, and the body that it leads to.
const cellsOf = {
  bodies: [
    [(body) => body.name, (body) => body],
    [(body) => body.kind],
    [(body) => body.area],
    [saidStatus],
    [(body) => superiors(body).map((each) => each.name).join("; ") || (body.apex ? say.apex : body.outside ? say.outside : "")],
    [(body) => (foundAbout.get(body) || NONE).join(", ")],
  ],
  relations: [
    [(each) => nameOf(each.below), (each) => each.below],
    [(each) => each.kind.reads],
    [(each) => nameOf(each.above), (each) => each.above],
    [saidStatus],
    [(each) => (countsAsLine(each) ? say.yes : say.no)],
  ],
};

const nameOf = (body) => (body ? body.name : say.unknown);

function saidStatus(thing) {
  const missing = presence(thing);
  return missing === "holds" ? thing.status : missing;
}

function startList() {
  foundAbout = new Map();
  for (const { number, about } of findings) for (const place of about) gather(foundAbout, bodies[place], number);
  offerFilters();
  for (const [step, id] of [[-1, "page-before"], [1, "page-after"]]) {
    byId(id).addEventListener("click", () => turn(list.first + Number(step) * PAGE));
  }
  byId("list-csv").addEventListener("click", () => save([
    say.columns[list.what], ...list.rows.map((row) => cellsOf[list.what].map(([text]) => text(row))),
  ], `${document.title} ${list.what}`));
  list.started = true;
  renewList();
}

function offerFilters() {
  const statuses = [...new Set([...bodies, ...relations].map((each) => each.status))].sort();
  offerOptions("kind", [...new Set(data.kinds)].sort());
  offerOptions("status", statuses);
  offerOptions("relation", kinds.map(({ id, reads }) => [id, reads]));
  offerOptions("finding", findings.map(({ number, title }) => [String(number), `${number}. ${title}`]));
  for (const key of Object.keys(asked)) {
    const field = byId(`by-${key}`);
    field.addEventListener(field.type === "search" ? "input" : "change", () => {
      asked[key] = field.value;
      renewList();
    });
  }
  for (const radio of document.querySelectorAll("[name=list-of]")) {
    radio.addEventListener("change", () => { list.what = radio.value; list.column = -1; renewList(); });
  }
  byId("all-again").addEventListener("click", () => ask({}));
  for (const group of document.querySelectorAll("[data-about]")) {
    const { number, about } = findings[group.dataset.about - 1];
    const button = byId(`about-${number}`);
    button.hidden = !about.length;
    button.textContent = say.listAbout(about.length);
    button.addEventListener("click", () => ask({ finding: String(number) }));
  }
}

function offerOptions(key, options) {
  const select = byId(`by-${key}`);
  for (const option of options) {
    const [value, text] = Array.isArray(option) ? option : [option, option];
    select.add(new Option(text, value));
  }
  select.closest("label").hidden = options.length < (key === "finding" ? 1 : 2);
}

// Show the bodies that are asked for in this way and no other, and lead the reader there.
function ask(wanted) {
  for (const key of Object.keys(asked)) {
    asked[key] = wanted[key] || "";
    byId(`by-${key}`).value = asked[key];
  }
  list.what = "bodies";
  document.querySelector("[name=list-of][value=bodies]").checked = true;
  renewList();
  byId("list").scrollIntoView();
  byId("list-heading").focus({ preventScroll: true });
}

function renewList() {
  if (!list.started) return;
  const matches = matcher();
  if (list.what === "bodies") {
    const having = asked.relation && new Set(relations.filter(ofKind).map((each) => each.below));
    list.rows = bodies.filter((body) => matches(body) && (!having || having.has(body)));
  } else {
    list.rows = relations.filter((each) => ofKind(each) && each.below && matches(each.below));
  }
  sortList();
  turn(0);
}

const ofKind = (relation) => !asked.relation || relation.kind.id === asked.relation;

// Whether a body is as asked for; each different area is looked at once.
function matcher() {
  const named = asked.name.trim() && new Set(search(asked.name));
  const about = asked.finding && new Set(findings[Number(asked.finding) - 1].about);
  const wanted = plain(asked.area);
  const areas = new Map();
  const inArea = (area) => {
    if (!areas.has(area)) areas.set(area, plain(area).includes(wanted));
    return areas.get(area);
  };
  return (body) =>
    (!named || named.has(body)) && (!asked.kind || body.kind === asked.kind) && (!wanted || inArea(body.area)) &&
    (!asked.status || body.status === asked.status) && (!about || about.has(body.place));
}

function sortList() {
  if (list.column < 0) return;
  const [text] = cellsOf[list.what][list.column];
  const keyed = list.rows.map((row) => [text(row), row]);
  keyed.sort(([one], [other]) => compare(one, other) * (list.falling ? -1 : 1));
  list.rows = keyed.map(([, row]) => row);
}

// Show the page of the list that begins with a row.
function turn(first) {
  list.first = first;
  const shown = list.rows.slice(first, first + PAGE);
  byId("list-head").replaceChildren(...say.columns[list.what].map(heading));
  byId("list-rows").replaceChildren(...shown.map(tableRow));
  byId("page-before").disabled = first === 0;
  byId("page-after").disabled = first + PAGE >= list.rows.length;
  const total = list.what === "bodies" ? bodies.length : relations.length;
  byId("filtered").textContent = say.listed(first + 1, first + shown.length, list.rows.length, total, say.lists[list.what]);
}

function heading(text, column) {
  const cell = document.createElement("th");
  cell.scope = "col";
  if (column === list.column) cell.setAttribute("aria-sort", list.falling ? "descending" : "ascending");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.title = say.sort(text);
  button.addEventListener("click", () => {
    list.falling = column === list.column && !list.falling;
    list.column = column;
    sortList();
    turn(0);
    byId("list-head").querySelectorAll("button")[column].focus();
  });
  cell.append(button);
  return cell;
}

function tableRow(thing) {
  const row = document.createElement("tr");
  if (presence(thing) !== "holds") row.className = "absent";
  for (const [column, [text, leads]] of cellsOf[list.what].entries()) {
    const cell = document.createElement(column ? "td" : "th");
    if (!column) cell.scope = "row";
    const body = leads && leads(thing);
    cell.append(body ? lead(body) : text(thing));
    row.append(cell);
  }
  return row;
}

function lead(body) {
  const link = document.createElement("a");
  link.href = `#body=${encodeURIComponent(body.id)}`;
  link.textContent = body.name;
  link.addEventListener("click", (event) => { event.preventDefault(); show(body); });
  return link;
}
