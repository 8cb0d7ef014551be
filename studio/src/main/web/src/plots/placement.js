/** Labels that do not collide. */

const OVER_A_LABEL = 1000;
const OVER_A_CURVE = 10;

/**
 * Centres for labels in a row, in the same order and as near to where they are wanted as their widths allow.
 *
 * @param {{center: number, width: number}[]} wanted ascending centres
 * @param {number} gap between neighbours
 * @param {[number, number]} bounds of the row
 * @returns {number[]}
 */
export function spreadOut(wanted, gap, bounds) {
  const offsets = [];
  wanted.forEach(({ width }, i) => {
    offsets.push(i === 0 ? 0 : offsets[i - 1] + (wanted[i - 1].width + width) / 2 + gap);
  });
  const starts = nearestAscending(wanted.map(({ center }, i) => center - offsets[i]));
  return shiftedInto(starts.map((start, i) => start + offsets[i]), wanted, gap, bounds);
}

/**
 * The values that do not descend and are nearest in least squares: neighbours in the wrong order become their
 * mean.
 */
function nearestAscending(values) {
  const blocks = [];
  for (const value of values) {
    let block = { sum: value, size: 1 };
    while (blocks.length > 0 && meanOf(blocks.at(-1)) > meanOf(block)) {
      const before = blocks.pop();
      block = { sum: before.sum + block.sum, size: before.size + block.size };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array(block.size).fill(meanOf(block)));
}

function meanOf({ sum, size }) {
  return sum / size;
}

function shiftedInto(centers, wanted, gap, [from, to]) {
  const placed = [...centers];
  for (let i = placed.length - 1, limit = to; i >= 0; i--) {
    placed[i] = Math.min(placed[i], limit - wanted[i].width / 2);
    limit = placed[i] - wanted[i].width / 2 - gap;
  }
  for (let i = 0, limit = from; i < placed.length; i++) {
    placed[i] = Math.max(placed[i], limit + wanted[i].width / 2);
    limit = placed[i] + wanted[i].width / 2 + gap;
  }
  return placed;
}

/**
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 *
 * The first of several places for a label that is free, or the one that hides least.
 *
 * @param {Box[]} places in order of preference
 * @param {Box[]} taken by other labels
 * @param {{x: number, y: number}[]} points on curves
 * @returns {Box}
 */
export function freest(places, taken, points) {
  let best = places[0];
  let least = Infinity;
  for (const place of places) {
    const cost = hidden(place, taken, points);
    if (cost < least) {
      best = place;
      least = cost;
    }
    if (cost === 0) {
      break;
    }
  }
  return best;
}

function hidden(place, taken, points) {
  const labels = taken.filter((box) => overlaps(box, place)).length;
  let covered = 0;
  for (const { x, y } of points) {
    covered += x >= place.left && x <= place.right && y >= place.top && y <= place.bottom ? 1 : 0;
  }
  return labels * OVER_A_LABEL + covered * OVER_A_CURVE;
}

function overlaps(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
