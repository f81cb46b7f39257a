// What is left of the picture, moved together: every body stays in its row and on its side of
// every other, every line keeps its corners. Only the distances are new.

const AIR = { box: 12, strip: 5, label: 2, wall: 5 };
const APART = { box: 22, strip: 9, label: 4, wall: 10 };
const TIED = 38; // between two bodies with a line straight from one to the other
const INSET = 13; // how near to the corner of a body a line may meet it
const PORTS = 12; // between lines at one side of a body
const EDGE = 3; // how near two things may come that pass each other
const SWEEPS = 14;
const STILL = 4; // all moves of a sweep together that end it

// Places across for what is shown, and a scale down. Needs the bodies, lines, labels and areas shown.
function compact(shown, lines, labels, areas, boxes) {
  const across = things(shown, lines, labels, areas, boxes);
  const down = contractDown(shown, lines, labels, areas, boxes);
  for (const thing of across.all) { thing.top = down(thing.y0) - EDGE; thing.foot = down(thing.y1) + EDGE; }
  closeAcross(across);
  holdApart(across);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const order = across.all.slice().sort((one, other) => one.x - other.x);
    let moved = 0;
    for (const thing of order) moved += pull(thing, -1);
    for (const thing of order.reverse()) moved += pull(thing, 1);
    if (moved < STILL) break;
  }
  closeAcross(across);
  return { across, down };
}

function contractDown(shown, lines, labels, areas, boxes) {
  const stops = [], solids = [];
  const solid = ({ y0, y1 }, air) => { stops.push({ at: y0, air }, { at: y1, air }); solids.push([y0, y1]); };
  for (const body of shown) solid(boxes.get(body), 15);
  for (const { box } of labels) solid(box, 3);
  for (const { y0, y1 } of areas) stops.push({ at: y0, air: 6 }, { at: y1, air: 6 });
  for (const { corners } of lines) {
    for (const [number, [, y]] of corners.entries()) if (number && Math.abs(y - corners[number - 1][1]) < NEAR) stops.push({ at: y, air: 5 });
  }
  return contract(stops, solids);
}

// Everything that has a place across: bodies, upright pieces of lines, words beside them, and
// the sides of areas; and what each line is tied to at its corners.
function things(shown, lines, labels, areas, boxes) {
  const all = [];
  const add = (kind, x0, x1, y0, y1) => {
    const thing = { kind, x: x0, was: x0, width: x1 - x0, y0, y1, top: 0, foot: 0, after: [], before: [], ties: [], bodies: [], strips: [], leads: [], hung: [], wish: null };
    all.push(thing);
    return thing;
  };
  const body = new Map();
  for (const each of shown) {
    const box = boxes.get(each);
    body.set(each, add("box", box.x0, box.x1, box.y0, box.y1));
  }
  const strips = stripsOf(lines, add);
  const anchors = new Map(lines.map((line) => [line, anchorsOf(line, strips, body, boxes)]));
  const flat = [];
  for (const [line, at] of anchors) tie(line, at, flat);
  for (const [, each] of body) spreadPorts(each);
  const words = new Map(labels.map((label) => [label, hang(label, anchors.get(label.line), add)]));
  const walls = new Map();
  for (const area of areas) {
    const [left, right] = [add("wall", area.x0, area.x0, area.y0, area.y1), add("wall", area.x1, area.x1, area.y0, area.y1)];
    left.wish = () => Infinity;
    right.wish = () => -Infinity;
    walls.set(area, { left, right });
  }
  return { all, body, anchors, words, walls, flat };
}

// The upright pieces of lines; those that lie upon each other are one.
function stripsOf(lines, add) {
  const pieces = [];
  for (const line of lines) {
    for (let number = 1; number < line.corners.length; number += 1) {
      const [[ax, ay], [bx, by]] = [line.corners[number - 1], line.corners[number]];
      if (Math.abs(ax - bx) < NEAR) pieces.push({ line, number, x: ax, y0: Math.min(ay, by), y1: Math.max(ay, by) });
    }
  }
  pieces.sort((one, other) => Math.round(one.x * 5) - Math.round(other.x * 5) || one.y0 - other.y0);
  const of = new Map(lines.map((line) => [line, []]));
  const all = [];
  let last = null;
  for (const piece of pieces) {
    if (last && Math.abs(last.was - piece.x) < NEAR && piece.y0 <= last.y1 + NEAR) last.y1 = Math.max(last.y1, piece.y1);
    else { last = add("strip", piece.x, piece.x, piece.y0, piece.y1); all.push(last); }
    of.get(piece.line)[piece.number] = last;
  }
  return { of, all };
}

// What each corner of a line goes with, and by how much beside it.
function anchorsOf(line, strips, body, boxes) {
  const mine = strips.of.get(line);
  return line.corners.map(([x, y], number) => {
    const end = number === 0 ? line.ends[0] : number === line.corners.length - 1 ? line.ends[1] : null;
    const strip = mine[number] || mine[number + 1];
    if (strip) {
      const box = end && boxes.get(end);
      if (box && x > box.x0 && x < box.x1 && !strip.bodies.some((each) => each.thing === body.get(end))) {
        strip.bodies.push({ thing: body.get(end), above: y < (box.y0 + box.y1) / 2 });
        body.get(end).strips.push(strip);
      }
      return { thing: strip, by: x - strip.was, box: body.get(end) };
    }
    if (end) return { thing: body.get(end), by: x - body.get(end).was, box: body.get(end) };
    const met = strips.all.find((each) => Math.abs(each.was - x) < 2 * NEAR && y >= each.y0 - NEAR && y <= each.y1 + NEAR);
    return met ? { thing: met, by: x - met.was, box: null } : null;
  });
}

// Level pieces of a line tie together what they lead from and to.
function tie(line, at, flat) {
  const [first, last] = [at[0], at.at(-1)];
  const down = line.corners.at(-1)[1] > line.corners[0][1];
  if (first?.box && last) first.box.leads.push({ mine: first, other: last, down });
  if (last?.box && first) last.box.leads.push({ mine: last, other: first, down: !down });
  for (let number = 1; number < at.length; number += 1) {
    const [one, other] = [at[number - 1], at[number]];
    if (!one || !other || one.thing === other.thing) continue;
    one.thing.ties.push({ mine: one.by, other: other.thing, by: other.by });
    other.thing.ties.push({ mine: other.by, other: one.thing, by: one.by });
    if (one.thing.kind === "box" && other.thing.kind === "box") flat.push([one.thing, other.thing]);
  }
}

// Lines meet a body about its middle, in the order in which they met it.
function spreadPorts(box) {
  for (const above of [true, false]) {
    const ports = box.strips.filter((strip) => strip.bodies.some((each) => each.thing === box && each.above === above))
      .sort((one, other) => one.was - other.was);
    for (const [place, strip] of ports.entries()) {
      strip.bodies.find((each) => each.thing === box).by = box.width / 2 + (place - (ports.length - 1) / 2) * PORTS;
    }
  }
}

// The words beside a line keep to the piece of it that they stand nearest to.
function hang({ box, line }, at, add) {
  const middle = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  const thing = add("label", box.x0, box.x1, box.y0, box.y1);
  const [near] = at.map((anchor, number) => ({ anchor, away: Math.hypot(line.corners[number][0] - middle[0], line.corners[number][1] - middle[1]) }))
    .filter(({ anchor }) => anchor).sort((one, other) => one.away - other.away);
  if (near) {
    const by = box.x0 - near.anchor.thing.was;
    near.anchor.thing.hung.push(thing);
    thing.wish = () => near.anchor.thing.x + by - thing.x;
  }
  return thing;
}
