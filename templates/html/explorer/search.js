// Finding a body by any of its names or acronyms, whatever the accents.

const SMALL = new Set(["a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"]);
const PLAIN = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i" };
const MOST_FOUND = 10;

const plain = (text) =>
  text.toLowerCase().replace(/['’]|\p{Default_Ignorable_Code_Point}/gu, "")
    .normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[łøđßæœı]/g, (letter) => PLAIN[letter])
    .replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const initials = (text) =>
  text.split(" ").filter((word) => word && !SMALL.has(word)).map((word) => word[0]).join("");

// Made a part at a time, so that the page answers meanwhile; a search makes what is left.
const index = [];
const PART = 4000;

function indexMore(most) {
  for (const body of bodies.slice(index.length, index.length + most)) {
    const known = [...new Set([body.name, ...body.others, body.id].map(plain))];
    const acronyms = known.map(initials);
    index.push({ body, known, acronyms, all: ` ${known.join(" | ")} | ${acronyms.join(" ")}` });
  }
}

function buildIndex() {
  indexMore(PART);
  if (index.length < bodies.length) setTimeout(buildIndex);
}

// How well a body fits: 0 not at all; a whole name before an acronym before a part.
function fit({ known, acronyms, all }, wanted, parts) {
  if (!parts.every((part) => all.includes(part))) return 0;
  if (known.includes(wanted)) return 6;
  if (wanted.length > 1 && acronyms.includes(wanted)) return 5;
  if (known.some((name) => name.startsWith(wanted))) return 4;
  if (wanted.length > 2 && acronyms.some((letters) => letters.endsWith(wanted))) return 3;
  if (known.some((name) => parts.every((part) => ` ${name}`.includes(` ${part}`)))) return 2;
  return known.some((name) => name.includes(wanted)) ? 1 : 0;
}

function search(text) {
  const wanted = plain(text);
  if (!wanted) return [];
  indexMore(bodies.length);
  const parts = wanted.split(" ");
  const found = Array.from({ length: 7 }, () => []);
  for (const entry of index) {
    const how = fit(entry, wanted, parts);
    if (how) found[how].push(entry.body);
  }
  return found.reverse().flat();
}

function startSearch() {
  const field = byId("find");
  const list = byId("found");
  const close = () => { list.hidden = true; };
  field.addEventListener("input", () => {
    const found = search(field.value);
    list.replaceChildren(...found.slice(0, MOST_FOUND).map((body) => offer(body, close)));
    list.hidden = !found.length;
    highlight(field.value.trim() ? found : null);
    announce(field.value.trim() ? (found.length ? say.matches(found.length) : say.noMatch) : say.choose);
  });
  field.addEventListener("keydown", (event) => {
    const first = list.querySelector("button");
    if (event.key === "Enter" && first) first.click();
    else if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
    else if (event.key === "Escape") close();
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") { close(); field.focus(); }
    if (!step) return;
    event.preventDefault();
    const all = [...list.querySelectorAll("button")];
    (all[all.indexOf(document.activeElement) + step] || field).focus();
  });
}

function offer(body, close) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = [body.name, body.kind, body.area].filter(Boolean).join(", ");
  button.addEventListener("click", () => { close(); show(body); });
  const item = document.createElement("li");
  item.append(button);
  return item;
}
