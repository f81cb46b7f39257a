// Lines of account from the standpoint: one step, and everyone that steps lead to.

let upward, downward;

function countLines() {
  upward = new Map();
  downward = new Map();
  for (const relation of relations) {
    if (countsAsLine(relation)) {
      gather(upward, relation.below, relation);
      gather(downward, relation.above, relation);
    }
  }
}

function gather(groups, key, thing) {
  if (groups.has(key)) groups.get(key).push(thing);
  else groups.set(key, [thing]);
}

const superiors = (body) => ends(upward, body, "above");
const subordinates = (body) => ends(downward, body, "below");

const ends = (lines, body, end) => [...new Set((lines.get(body) || []).map((line) => line[end]))];

// Everyone above or below, nearest first, and the lines that lead there.
function reach(body, lines, end) {
  const found = new Set();
  const used = new Set();
  const waiting = [body];
  for (const next of waiting) {
    for (const line of lines.get(next) || []) {
      used.add(line);
      if (!found.has(line[end]) && line[end] !== body) {
        found.add(line[end]);
        waiting.push(line[end]);
      }
    }
  }
  return { found: [...found], used };
}
