// Every sentence that the explorer says.

const MOST_NAMED = 8;

const say = {
  choose: "Choose a body to see whom it answers to and who answers to it.",
  absent: "Not there on the day chosen",
  showInPicture: "Show in the picture",
  sort: (column) => `Sort by ${column}`,
  download: (caption) => `Download as CSV: ${caption.charAt(0).toLowerCase()}${caption.slice(1)}`,
  anyDate: "any date",
  answersTo: "↑ answers to",
  showAll: (count) => `Show all ${count}`,
  found: (body) => [body.name, body.kind, body.area].filter(Boolean).join(", "),
  wholePicture: "Whole picture",
  compareWith: "Compare other days with this one",
  stopComparing: "Stop comparing",
  noSource: "No source is given.",
  copied: "The picture is on the clipboard.",
  notCopied: "This browser does not let the page copy pictures. Save it as PNG instead.",
  it: (reads) => `It ${reads}`,
  noMatch: "No body goes by that name.",

  matches(count) {
    return count === 1 ? "1 body matches." : `${count} bodies match.`;
  },

  body(body, above, below, ties) {
    const said = [`${body.name} (${body.kind}).`];
    const missing = presence(body);
    if (missing !== "holds") said.push(`It does not count here: ${missing}.`);
    else if (lastHeard(body)) said.push(`Last heard of ${lastHeard(body)}: a later paper does not mention it.`);
    const direct = superiors(body);
    const further = above.filter((each) => !direct.includes(each));
    if (direct.length) {
      const on = further.length ? `, and through ${direct.length > 1 ? "them" : "it"} to ${names(further)}` : "";
      said.push(`It answers to ${names(direct)}${on}.`);
    } else if (body.apex) said.push("Accountability may end here.");
    else if (body.outside) said.push("Its own governance is outside these arrangements.");
    else said.push("No line of account leads upward from it.");
    if (below.length) said.push(`${below.length === 1 ? "One body answers" : `${below.length} bodies answer`} to it: ${names(below)}.`);
    else said.push("Nobody answers to it.");
    if (ties) said.push(ties === 1 ? "One other relation of its own is shown too." : `${ties} other relations of its own are shown too.`);
    return said.join(" ");
  },

  slide: (place, all) => `${place} of ${all}`,

  step([what, id, up, down]) {
    const { name } = bodyById.get(id);
    const far = (steps) => (steps === Infinity ? "all" : steps);
    return { only: `Only ${name}, ${far(up)} up, ${far(down)} down`, hide: `Without ${name}`, expand: `More round ${name}`, collapse: `Nothing below ${name}` }[what];
  },

  more: (text, hidden, body) => `${text}: show ${names(hidden)}, hidden beside ${body.name}`,

  part(shown, hidden, told) {
    if (!hidden) return "The whole picture is shown.";
    const bodies = `${shown === 1 ? "One body is" : `${shown} bodies are`} shown, ${hidden} hidden.`;
    return told ? `${told}. ${bodies}` : bodies;
  },

  filtered(count, total, outside, hidden) {
    const said = [];
    if (count < total) said.push(`${count} of ${total} bodies ${count === 1 ? "is" : "are"} as asked for; the others are faint, and left out of the table below.`);
    if (outside) said.push(`${outside.name}, which is chosen, is not as asked for.`);
    if (hidden.length) said.push(`Not shown, though still counted: ${hidden.map((reads) => `‘${reads}’`).join(", ")}.`);
    return said.join(" ");
  },

  moment(day) {
    const said = [];
    const begins = bodies.filter((body) => body.from === day);
    const heard = bodies.filter((body) => !body.from && body.heard === day);
    const ended = bodies.filter((body) => body.until && body.until < day && dayAfter(body.until) === day);
    if (begins.length) said.push(`${names(begins)} ${begins.length === 1 ? "begins" : "begin"}`);
    if (heard.length) said.push(`${names(heard)} ${heard.length === 1 ? "is" : "are"} first heard of`);
    if (ended.length) said.push(`${names(ended)} ${ended.length === 1 ? "has" : "have"} ended`);
    for (const [when, what] of data.events) if (when === day) said.push(what);
    return said.join("; ");
  },

  standpoint(there) {
    const said = [`On ${day(here.day)}, ${counted()}: ${there} of ${bodies.length} bodies ${there === 1 ? "is" : "are"} there.`];
    said.push(`The findings and the tables below are still those of the page: ${data.said || say.anyDate}.`);
    return said.join(" ");
  },

  state: (state) => `${day(state.day)}, ${counted(state)}`,

  fates: { added: "New", removed: "Ended", lost: "Lost: answers to nobody any more", moved: "Moved: answers to somebody else" },
  fateWords: { added: "NEW", removed: "ENDED", lost: "LOST", moved: "MOVED" },
  relationsAdded: "Relations that are new",
  relationsRemoved: "Relations that have ended",
  relation: (each) => `${each.below.name} ${each.kind.reads} ${each.above.name}`,

  compared(from, to, counts) {
    const told = Object.entries({ added: "new", removed: "ended", lost: "lost", moved: "moved" })
      .flatMap(([fate, word]) => (counts[fate] ? [`${counts[fate]} ${word}`] : []));
    return `Before: ${say.state(from)}. After: ${say.state(to)}. ${told.length ? `Of the bodies, ${told.join(", ")}` : "No body is different"}.`;
  },
};

function counted(state = here) {
  const also = [...state.include].sort().join(" and ");
  const presumed = state.presume ? ", ‘part of’ taken for a line of account" : "";
  return (also ? `with what is ${also}` : "with what is in force alone") + presumed;
}

function names(list) {
  const told = list.slice(0, MOST_NAMED).map((body) => body.name);
  if (list.length > told.length) told.push(`${list.length - told.length} more`);
  return told.length > 1 ? `${told.slice(0, -1).join(", ")} and ${told[told.length - 1]}` : told.join("");
}

function day(written) {
  if (!written) return say.anyDate;
  const date = new Date(`${written}T00:00:00Z`);
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
