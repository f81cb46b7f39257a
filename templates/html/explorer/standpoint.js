// What is there on a day, and what counts: the rules of govgraph/model/standpoint.py.
// When papers speak of it: those of govgraph/model/mentions.py.
// Days are written as 2010-04-09, which sorts as it reads.

const own = {
  day: data.day,
  include: new Set(data.include),
  presume: data.presume,
  ahead: data.ahead,
};

let here = { ...own };

const isOwn = () =>
  here.day === own.day && here.presume === own.presume &&
  here.include.size === own.include.size && [...here.include].every((each) => own.include.has(each));

function presence(thing) {
  const tentative = thing.status === "proposed" || thing.status === "shadow";
  if (here.day && thing.until && thing.until < here.day) return "ended";
  if (thing.status === "ended" && !(here.day && thing.until)) return "ended";
  if (tentative && !here.include.has(thing.status)) return `${thing.status} only`;
  const waits = !(tentative && here.ahead);
  if (here.day && thing.from && waits && thing.from > here.day) return "not yet begun";
  if (here.day && !data.undated && thing.heard > here.day) return `first heard of on ${day(thing.heard)}`;
  return "holds";
}

// When something is last heard of, where a later paper by the day is silent on it.
const lastHeard = (thing) => (here.day && thing.silent && thing.silent <= here.day ? thing.last : "");

const holds = (thing) => presence(thing) === "holds";

const isThere = (relation) =>
  Boolean(relation.below && relation.above) &&
  holds(relation) && holds(relation.below) && holds(relation.above);

const countsAsLine = (relation) =>
  isThere(relation) && (relation.kind.account || (here.presume && relation.kind.id === "part_of"));

// The days on which something begins, or has ended the day before, and the page's own.
function moments() {
  const days = new Set(own.day ? [own.day] : []);
  for (const thing of [...bodies, ...relations]) {
    if (thing.from || thing.heard) days.add(thing.from || thing.heard);
    if (thing.silent) days.add(thing.silent);
    if (thing.until && thing.until < "9999-12-31") days.add(dayAfter(thing.until));
  }
  for (const [day] of data.events) days.add(day);
  return [...days].sort();
}

function dayAfter(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
