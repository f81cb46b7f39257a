// Finding a body by any of its names or acronyms, whatever the accents.

const SMALL = new Set(["a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"]);
const PLAIN = { ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae", œ: "oe", ı: "i" };
const MOST_FOUND = 10;
const PART = 5000;

// Without accents, signs and capitals; of several lines each stays one.
const plain = (text) =>
  text.toLowerCase().replace(/['’]|\p{Default_Ignorable_Code_Point}/gu, "")
    .normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[łøđßæœı]/g, (letter) => PLAIN[letter])
    .replace(/[^\p{L}\p{N}\n ]+/gu, " ").replace(/  +/g, " ").replace(/ ?\n ?/g, "\n").trim();

const initials = (text) =>
  text.split(" ").filter((word) => word && !SMALL.has(word)).map((word) => word[0]).join("");

// Every name a line, and the place of the body that bears it. Made a part at a time, so that the
// page answers meanwhile; a search makes what is left.
const index = [];
let indexed = 0;

function indexMore(most) {
  const names = [];
  const bearers = [];
  const last = Math.min(indexed + most, bodies.length);
  for (; indexed < last; indexed += 1) {
    const body = bodies[indexed];
    for (const name of [body.name, ...body.others, body.id]) {
      names.push(name.includes("\n") ? name.replaceAll("\n", " ") : name);
      bearers.push(indexed);
    }
  }
  if (!names.length) return;
  const known = plain(`x\n${names.join("\n")}\nx`).split("\n").slice(1, -1);
  index.push({ bearers, known: lined(known), acronyms: lined(known.map(initials)) });
}

// Lines as one text that is searched at once, and where in it each begins.
function lined(lines) {
  const begins = new Int32Array(lines.length + 1);
  let at = 1;
  for (const [number, line] of lines.entries()) { begins[number] = at; at += line.length + 1; }
  begins[lines.length] = at;
  return { text: `\n${lines.join("\n")}\n`, begins };
}

function buildIndex() {
  indexMore(PART);
  if (indexed < bodies.length) setTimeout(buildIndex);
}

// Calls with the number of each line that holds a text, where it begins and ends, and where the text is.
function eachLine({ text, begins }, wanted, call) {
  const first = wanted.startsWith("\n") ? 1 : 0;
  let number = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, begins[number] - 1)) {
    while (begins[number + 1] <= at + first) number += 1;
    call(number, begins[number], begins[number + 1] - 1, at);
    number += 1;
    if (number >= begins.length - 1) return;
  }
}

// How well a line fits: 0 not at all; the whole of it before its beginning before its words.
function fitter(text, wanted, parts) {
  const words = parts.map((part) => ` ${part}`);
  return (begin, end, at) => {
    if (text.startsWith(wanted, begin)) return end - begin === wanted.length ? 6 : 4;
    if (parts.length === 1 && text[at - 1] === " ") return 2;
    const name = text.slice(begin, end);
    if (words.every((word, place) => name.includes(word) || name.startsWith(parts[place]))) return 2;
    return name.includes(wanted) ? 1 : 0;
  };
}

// The bodies that fit, the best first: a whole name, an acronym, a beginning, an acronym's end.
function search(text) {
  const wanted = plain(text);
  if (!wanted) return [];
  indexMore(bodies.length);
  // The shortest first: it is what most names lack.
  const parts = wanted.split(" ").sort((one, other) => one.length - other.length);
  const longest = parts.at(-1);
  const fits = new Uint8Array(bodies.length);
  for (const { bearers, known, acronyms } of index) {
    const raise = (number, how) => { if (how > fits[bearers[number]]) fits[bearers[number]] = how; };
    const fit = fitter(known.text, wanted, parts);
    eachLine(known, longest, (number, begin, end, at) => raise(number, fit(begin, end, at)));
    if (wanted.length < 2) continue;
    if (wanted.length > 2) eachLine(acronyms, `${wanted}\n`, (number) => raise(number, 3));
    eachLine(acronyms, `\n${wanted}\n`, (number) => raise(number, 5));
  }
  const found = Array.from({ length: 7 }, () => []);
  for (let place = 0; place < fits.length; place += 1) {
    if (fits[place]) found[fits[place]].push(bodies[place]);
  }
  return found.reverse().flat();
}

function startSearch() {
  const field = byId("find");
  const list = byId("found");
  const close = () => { list.hidden = true; };
  field.addEventListener("input", () => {
    const found = search(field.value);
    const offers = found.slice(0, MOST_FOUND).map((body) => offer(say.found(body), close, () => show(body)));
    list.replaceChildren(...offers, ...offerAll(found, close));
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

function offer(text, close, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = text;
  button.addEventListener("click", () => { close(); act(); });
  const item = document.createElement("li");
  item.append(button);
  return item;
}
