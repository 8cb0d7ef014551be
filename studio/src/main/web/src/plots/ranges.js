/** The part of the values that an axis shows. */

const SHORTEST_SPAN = 1e-3;
const FOR_RUNS_OVER_AT_ONCE = 1;
const MOST_POWERS = 14;
const MARGIN = 0.05;

/**
 * The times shown: on a logarithmic axis three powers of ten before the end of a run that is over within a
 * few iterations.
 *
 * @param {'log'|'linear'} scale
 * @param {number[]} ends iterations at which the runs end
 * @returns {[number, number]}
 */
export function timeRange(scale, ends) {
  const last = Math.max(...ends) || FOR_RUNS_OVER_AT_ONCE;
  if (scale === 'linear') {
    return [0, last];
  }
  const soonest = Math.min(...ends.filter((end) => end > 0), last);
  return [Math.min(1, SHORTEST_SPAN * soonest), last];
}

/**
 * Whole powers of ten around what is to be seen, at most fourteen.
 *
 * @param {number} lowest positive
 * @param {number} highest positive
 * @returns {[number, number]}
 */
export function powersAround(lowest, highest) {
  const top = Math.ceil(Math.log10(highest) - 1e-9);
  const bottom = Math.max(Math.floor(Math.log10(lowest) + 1e-9), top - MOST_POWERS);
  return [10 ** Math.min(bottom, top - 1), 10 ** top];
}

/**
 * A linear range with a little room on either side; zero stays at the edge if it is the lowest.
 *
 * @param {number} lowest
 * @param {number} highest
 * @returns {[number, number]}
 */
export function roomAround(lowest, highest) {
  const span = highest - lowest || Math.abs(highest) || 1;
  return [lowest === 0 ? 0 : lowest - MARGIN * span, highest + MARGIN * span];
}

/**
 * The least and the greatest value of curves within a range of time.
 *
 * @param {{x: ArrayLike<number>, y: ArrayLike<number>}[]} series
 * @param {[number, number]} xRange
 * @param {(value: number) => boolean} counts which values do
 * @returns {[number, number] | null} null if no value counts
 */
export function extent(series, [from, to], counts) {
  let lowest = Infinity;
  let highest = -Infinity;
  for (const { x, y } of series) {
    for (let i = 0; i < y.length; i++) {
      const value = y[i];
      if (x[i] >= from && x[i] <= to && Number.isFinite(value) && counts(value)) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
  }
  return highest >= lowest ? [lowest, highest] : null;
}

/** @param {number} value */
export const isPositive = (value) => value > 0;

/** @param {number} _value */
export const isAny = (_value) => true;
