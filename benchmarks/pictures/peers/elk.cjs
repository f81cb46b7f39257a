// Lays out one graph with ELK layered: JSON on standard input, JSON on standard output.
// {nodes: [{id, width, height, tier, area}], edges: [{id, superior, subordinate}], tiers: bool}
const ELK = require('elkjs');
const input = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const options = {
  'elk.algorithm': 'layered', 'elk.direction': 'DOWN', 'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '40', 'elk.spacing.nodeNode': '20', 'elk.spacing.edgeEdge': '8',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '8', 'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.thoroughness': '20',
};
const part = n => input.tiers && n.tier >= 0 ? {'elk.partitioning.partition': String(n.tier)} : {};
const leaf = n => ({id: n.id, width: n.width, height: n.height, layoutOptions: part(n)});
let children;
if (input.tiers) {
  options['elk.partitioning.activate'] = 'true';
  options['elk.hierarchyHandling'] = 'INCLUDE_CHILDREN';
  const areas = {};
  children = [];
  for (const n of input.nodes) {
    if (!n.area) { children.push(leaf(n)); continue; }
    const key = n.area + '|' + n.tier;
    if (!areas[key]) {
      areas[key] = {id: 'area:' + key, children: [], edges: [],
        layoutOptions: {...part(n), 'elk.padding': '[top=24,left=10,bottom=10,right=10]'}};
      children.push(areas[key]);
    }
    areas[key].children.push(leaf(n));
  }
} else children = input.nodes.map(leaf);
const graph = {id: 'root', layoutOptions: options, children,
  edges: input.edges.map(e => ({id: e.id, sources: [e.superior], targets: [e.subordinate]}))};
new ELK().layout(graph).then(done => {
  const boxes = {}, origin = {root: [0, 0]}, lines = {};
  const walk = (g, x, y) => {
    for (const c of g.children || []) {
      const at = [x + c.x, y + c.y];
      origin[c.id] = at;
      if (c.children && c.children.length) walk(c, ...at);
      else boxes[c.id] = [at[0], at[1], at[0] + c.width, at[1] + c.height];
    }
  };
  walk(done, 0, 0);
  const edges = g => {
    for (const e of g.edges || []) {
      const [x, y] = origin[e.container || g.id] || [0, 0];
      lines[e.id] = (e.sections || []).flatMap(s => [s.startPoint, ...(s.bendPoints || []), s.endPoint])
        .map(p => [p.x + x, p.y + y]);
    }
    for (const c of g.children || []) edges(c);
  };
  edges(done);
  process.stdout.write(JSON.stringify({boxes, lines, width: done.width, height: done.height}));
}).catch(e => { process.stderr.write(String(e && e.message || e)); process.exit(1); });
