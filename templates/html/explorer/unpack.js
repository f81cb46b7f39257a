// The structure of a large page: columns, and bodies and relations that read themselves from them.

const data = await inflate(document.getElementById("structure-data").textContent);
const { words } = data;

// A number for each, where the page may hold the one that all have.
const spread = (column, count) => (Array.isArray(column) ? Int32Array.from(column) : new Int32Array(count).fill(column));

// Each number is told by how much it is greater than the one before.
function add(steps, count = steps.length) {
  const all = spread(steps, count);
  for (let place = 1; place < all.length; place += 1) all[place] += all[place - 1];
  return all;
}

const kinds = data.reads.map(([id, reads, account]) => ({ id, reads, account: Boolean(account) }));

const bodyColumns = (({ id, name, others, kind, area, tier, apex, outside, life }) => ({
  id, name,
  others: new Map(others.map(([place, ...names]) => [place, names])),
  kind: spread(kind, id.length),
  area: add(area, id.length),
  tier: spread(tier, id.length),
  apex: new Set(add(apex)),
  outside: new Set(add(outside)),
  life: life.map((column) => spread(column, id.length)),
}))(data.bodies);

const relationColumns = (({ count, below, above, kind, life }) => ({
  below: add(below, count),
  above: add(above, count),
  kind: spread(kind, count),
  life: life.map((column) => spread(column, count)),
}))(data.relations);

const NONE = [];

class Body {
  constructor(place) { this.place = place; }
  get id() { return bodyColumns.id[this.place]; }
  get name() { return bodyColumns.name[this.place]; }
  get others() { return bodyColumns.others.get(this.place) || NONE; }
  get kind() { return data.kinds[bodyColumns.kind[this.place]]; }
  get area() { return words[bodyColumns.area[this.place]]; }
  get tier() { return words[bodyColumns.tier[this.place]]; }
  get apex() { return bodyColumns.apex.has(this.place); }
  get outside() { return bodyColumns.outside.has(this.place); }
  get status() { return words[bodyColumns.life[0][this.place]]; }
  get from() { return words[bodyColumns.life[1][this.place]]; }
  get until() { return words[bodyColumns.life[2][this.place]]; }
  get heard() { return words[bodyColumns.life[3][this.place]]; }
  get silent() { return words[bodyColumns.life[4][this.place]]; }
  get last() { return words[bodyColumns.life[5][this.place]]; }
}

class Relation {
  constructor(place) { this.place = place; }
  get below() { return bodies[relationColumns.below[this.place]]; }
  get above() { return bodies[relationColumns.above[this.place]]; }
  get kind() { return kinds[relationColumns.kind[this.place]]; }
  get status() { return words[relationColumns.life[0][this.place]]; }
  get from() { return words[relationColumns.life[1][this.place]]; }
  get until() { return words[relationColumns.life[2][this.place]]; }
  get heard() { return words[relationColumns.life[3][this.place]]; }
  get silent() { return words[relationColumns.life[4][this.place]]; }
  get last() { return words[relationColumns.life[5][this.place]]; }
}

const bodies = bodyColumns.id.map((_, place) => new Body(place));
const relations = Array.from(relationColumns.below, (_, place) => new Relation(place));
const findings = data.findings.map(([title, about], place) => ({ number: place + 1, title, about: add(about) }));

const bodyById = { get: (id) => bodies[bodyColumns.id.indexOf(id)] };
const byId = (id) => document.getElementById(id);
