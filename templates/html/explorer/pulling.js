// Who may come how near to whom, and where everything would rather be.

function closeAcross({ all, flat }) {
  const stops = [], solids = [];
  for (const { kind, x, width } of all) {
    stops.push({ at: x, air: AIR[kind] });
    if (!width) continue;
    stops.push({ at: x + width, air: AIR[kind] });
    solids.push([x, x + width]);
  }
  for (const [one, other] of flat) {
    const [left, right] = one.x < other.x ? [one, other] : [other, one];
    if (right.x - left.x - left.width <= TIED + 1) solids.push([left.x, right.x]);
  }
  const scale = contract(stops, solids);
  const to = all.map(({ x }) => scale(x));
  for (const [number, thing] of all.entries()) thing.x = to[number];
}

// Whatever sees something at its left stays at the right of it.
function holdApart({ all, flat }) {
  const tied = new Map();
  for (const [one, other] of flat) { gather(tied, one, other); gather(tied, other, one); }
  let seen = [];
  const order = all.slice().sort((one, other) => one.x - other.x || one.x + one.width - other.x - other.width);
  for (const thing of order) {
    const left = new Set();
    const kept = [];
    for (const piece of seen) {
      if (piece.foot <= thing.top || piece.top >= thing.foot) { kept.push(piece); continue; }
      left.add(piece.thing);
      if (piece.top < thing.top) kept.push({ thing: piece.thing, top: piece.top, foot: thing.top });
      if (piece.foot > thing.foot) kept.push({ thing: piece.thing, top: thing.foot, foot: piece.foot });
    }
    kept.push({ thing, top: thing.top, foot: thing.foot });
    seen = kept;
    for (const other of left) keepApart(other, thing, tied);
  }
  for (const box of all) for (const strip of box.strips) keepOn(box, strip);
}

function keepApart(left, right, tied) {
  if (left.strips.includes(right) || right.strips.includes(left)) return;
  const gap = right.x - left.x - left.width;
  let apart = Math.max(Math.min(APART[left.kind], APART[right.kind]), left.kind === right.kind ? APART[left.kind] : 0);
  if ((tied.get(left) || []).includes(right)) apart = TIED;
  const touch = Math.min(left.foot, right.foot) - Math.max(left.top, right.top) <= 2 * EDGE + NEAR;
  if (touch && left.ties.some((each) => each.other === right)) apart = 0;
  hold(left, right, left.width + Math.min(gap, apart));
}

function keepOn(box, strip) {
  const from = strip.x - box.x;
  hold(box, strip, Math.min(INSET, from));
  hold(strip, box, -Math.max(box.width - INSET, from));
}

// The second is never less than so far right of the first.
function hold(first, second, by) {
  first.after.push({ other: second, by });
  second.before.push({ other: first, by });
}

// Moves a thing, and what goes with it, to where it would rather be, as far as it may.
function pull(thing, way) {
  const wish = wishOf(thing);
  if (!(wish * way > 0.05)) return 0;
  const going = thing.kind === "box" ? goingWith(thing) : [thing, ...thing.hung];
  let most = Math.abs(wish);
  for (const each of going) {
    for (const { other, by } of way > 0 ? each.after : each.before) {
      if (!going.includes(other)) most = Math.min(most, way > 0 ? other.x - by - each.x : each.x - other.x - by);
    }
  }
  if (most <= 0 || most === Infinity) return 0;
  for (const each of going) each.x += way * most;
  return most;
}

// A body takes its ends of lines along, what lies in line with these, and the words beside them.
function goingWith(box) {
  const going = [box, ...box.strips];
  for (const each of going) {
    for (const { mine, other, by } of each === box ? [] : each.ties) {
      const free = other.kind === "strip" && !other.bodies.length;
      if (free && Math.abs(other.x + by - each.x - mine) < NEAR && !going.includes(other)) going.push(other);
    }
    going.push(...each.hung);
  }
  return going;
}

function wishOf(thing) {
  if (thing.wish) return thing.wish();
  if (thing.kind === "box") return median(wishesOf(thing));
  if (thing.bodies.length) {
    const all = thing.bodies.map(({ thing: box, by }) => box.x + by - thing.x);
    return all.reduce((sum, each) => sum + each, 0) / all.length;
  }
  // A piece between two others lies in line with one of them where it can.
  const all = thing.ties.map(({ mine, other, by }) => other.x + by - thing.x - mine);
  return all.length ? all.reduce((near, each) => (Math.abs(each) < Math.abs(near) ? each : near)) : 0;
}

// How far the lines to those below would have a body move, to run straight; or else those upward.
function wishesOf(box) {
  const below = box.leads.filter(({ down }) => down);
  return (below.length ? below : box.leads).map(({ mine, other }) => {
    if (mine.thing !== other.thing || !other.box) return other.thing.x + other.by - mine.thing.x - mine.by;
    return other.box.x + other.box.width / 2 - box.x - box.width / 2;
  });
}

function median(numbers) {
  if (!numbers.length) return 0;
  const sorted = numbers.sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
