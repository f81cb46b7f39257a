// Filters: by relation, kind, area, tier, status and finding, in the picture and in the tables.

const asked = { kind: "", area: "", tier: "", status: "", finding: "" };
const hiddenKinds = new Set();

function startFilters() {
  const used = kinds.filter((kind) => relations.some((each) => each.kind === kind));
  byId("by-relation").append(...used.map(relationBox));
  fill("kind", [...new Set(bodies.map((body) => body.kind))].sort());
  fill("area", [...new Set(bodies.map((body) => body.area))].filter(Boolean).sort());
  fill("tier", [...new Set(bodies.map((body) => body.tier))].filter(Boolean));
  fill("status", [...new Set(bodies.map((body) => body.status))].sort());
  fill("finding", findings.map((each) => [String(each.number), `${each.number}. ${each.title}`]));
  byId("all-again").addEventListener("click", () => {
    for (const key of Object.keys(asked)) { asked[key] = ""; byId(`by-${key}`).value = ""; }
    for (const box of byId("by-relation").querySelectorAll("input")) box.checked = true;
    hiddenKinds.clear();
    filter();
  });
}

function fill(key, options) {
  const select = byId(`by-${key}`);
  for (const option of options) {
    const [value, text] = Array.isArray(option) ? option : [option, option];
    select.add(new Option(text, value));
  }
  select.closest("label").hidden = options.length < (bodies.every((body) => body[key]) ? 2 : 1);
  select.addEventListener("change", () => { asked[key] = select.value; filter(); });
}

function relationBox(kind) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  box.value = kind.id;
  box.addEventListener("change", () => {
    hiddenKinds[box.checked ? "delete" : "add"](kind.id);
    filter();
  });
  label.append(box, ` ${kind.reads}`);
  return label;
}

const matches = (body) =>
  (!asked.kind || body.kind === asked.kind) && (!asked.area || body.area === asked.area) &&
  (!asked.tier || body.tier === asked.tier) && (!asked.status || body.status === asked.status) &&
  (!asked.finding || findings.find((each) => String(each.number) === asked.finding).about.has(body));

function filter() {
  const kept = new Set(bodies.filter(matches));
  for (const [body, group] of drawn) group.classList.toggle("faint", !kept.has(body));
  for (const { group, from, to, kind } of drawnLines) {
    group.classList.toggle("off", hiddenKinds.has(kind));
    group.classList.toggle("faint", !kept.has(from) || !kept.has(to));
  }
  for (const badge of badges) {
    const other = asked.finding && String(badge.number) !== asked.finding;
    badge.group.classList.toggle("faint", Boolean(other) || (badge.body && !kept.has(badge.body)));
  }
  raise();
  for (const row of document.querySelectorAll("#who tbody tr")) row.hidden = !kept.has(bodyOf(row));
  const hiddenWords = new Set(kinds.filter((kind) => hiddenKinds.has(kind.id)).map((kind) => kind.reads));
  for (const row of document.querySelectorAll("#relations tbody tr")) {
    row.hidden = hiddenWords.has(row.querySelector(".reads").textContent);
  }
  tellFiltered();
}

// What the filters leave, and whether the chosen body is of it.
function tellFiltered() {
  const left = bodies.filter(matches).length;
  const hidden = kinds.filter((kind) => hiddenKinds.has(kind.id)).map((kind) => kind.reads);
  byId("filtered").textContent = say.filtered(left, bodies.length, chosen && !matches(chosen) ? chosen : null, hidden);
}

function bodyOf(row) {
  const link = row.querySelector("th a");
  return link && bodyById.get(decodeURIComponent(link.hash.slice("#body-".length)));
}
