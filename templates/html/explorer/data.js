// The structure as it was read: bodies, relations and how they read.

const bodies = data.bodies.map(
  ([
    id, name, others, kind, area, tier, status, from, until, heard, silent, last, apex, outside,
  ]) => ({
    id, name, others, kind: data.kinds[kind], area, tier, status, from, until, heard, silent, last,
    apex: Boolean(apex), outside: Boolean(outside),
  }),
);

const kinds = data.reads.map(([id, reads, account]) => ({ id, reads, account: Boolean(account) }));

// A relation to a body that the structure does not hold has no such end.
const relations = data.relations.map(([from, to, kind, status, begins, ends, heard, silent, last]) => ({
  below: bodies[from], above: bodies[to], kind: kinds[kind], status, from: begins, until: ends,
  heard, silent, last,
}));

const findings = data.findings.map(([number, title, about]) => ({
  number, title, about: new Set(about.map((place) => bodies[place])),
}));

const bodyById = new Map(bodies.map((body) => [body.id, body]));

const byId = (id) => document.getElementById(id);
