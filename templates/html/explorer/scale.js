// One axis of the picture with its gaps closed: what is beside something else stays so.

const NEAR = 0.3; // what rounding may have parted

// Where each place of an axis goes when every gap that nothing fills is as narrow as may be.
// Stops are places with the air that they want beside them; solids are never made smaller.
function contract(stops, solids) {
  const at = stops.slice().sort((one, other) => one.at - other.at);
  const filled = solids.slice().sort((one, other) => one[0] - other[0]);
  const places = [], went = [];
  let reached = 0, until = -Infinity, next = 0;
  for (const [number, stop] of at.entries()) {
    const before = at[number - 1];
    if (before) {
      while (next < filled.length && filled[next][0] <= before.at + NEAR) { until = Math.max(until, filled[next][1]); next += 1; }
      const gap = stop.at - before.at;
      reached += until >= stop.at - NEAR ? gap : Math.min(gap, before.air + stop.air);
    }
    places.push(stop.at);
    went.push(reached);
  }
  return (place) => {
    if (!places.length) return place;
    let low = 0, high = places.length - 1;
    if (place <= places[0]) return went[0] + Math.max(place - places[0], -20);
    if (place >= places[high]) return went[high] + Math.min(place - places[high], 20);
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (places[middle] <= place) low = middle; else high = middle;
    }
    const part = (place - places[low]) / ((places[high] - places[low]) || 1);
    return went[low] + part * (went[high] - went[low]);
  };
}
