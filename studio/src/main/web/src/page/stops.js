/**
 * Where a slider may stand: lists of round values, so that a drag goes through 1000, 1100, 1200, not 1018.27.
 */

import { allows } from '../state/shape.js';

/** Beyond this, stops are spaced by ratio. */
const WIDEST = 100;
const LEAST_BY_RATIO = 1e-12;
const MOST_BY_RATIO = 1e6;
const EVEN_STEPS = 100;

const PER_DECADE = [
  1, 1.1, 1.2, 1.3, 1.5, 1.6, 1.8, 2, 2.2, 2.4, 2.7, 3, 3.3, 3.6, 3.9, 4.3, 4.7, 5.1, 5.6, 6.2, 6.8, 7.5, 8.2,
  9.1,
];

/**
 * Round values, nearly evenly spaced by ratio.
 *
 * @param {number} least
 * @param {number} most
 * @param {{whole?: boolean}} [kind] whole: whole numbers only
 * @returns {number[]} ascending, distinct
 */
export function logarithmicStops(least, most, { whole = false } = {}) {
  const stops = [];
  for (let decade = Math.floor(Math.log10(least)); decade <= Math.log10(most); decade++) {
    stops.push(...PER_DECADE.map((mantissa) => Number(`${mantissa}e${decade}`)));
  }
  const rounded = whole ? stops.map(Math.round) : stops;
  return [...new Set(rounded)].filter((stop) => stop >= least && stop <= most);
}

/**
 * Evenly spaced values.
 *
 * @param {number} least
 * @param {number} most
 * @param {number} step
 * @returns {number[]}
 */
export function evenStops(least, most, step) {
  const count = Math.round((most - least) / step) + 1;
  return Array.from({ length: count }, (_, index) => Number((least + index * step).toFixed(10)));
}

/**
 * Values within bounds: by ratio where the bounds are far apart, else evenly spaced.
 *
 * @param {object} shape of a number
 * @returns {number[]} ascending, distinct
 */
export function stopsWithin(shape) {
  const least = Math.max(shape.low, shape.high > 0 && shape.low >= 0 ? 0 : -WIDEST);
  const most = Math.min(shape.high, shape.low >= 0 && shape.high > WIDEST ? farthest(shape.low) : WIDEST);
  return spread(least, most, shape).filter((stop) => allows(shape, stop));
}

function farthest(low) {
  return MOST_BY_RATIO * Math.max(low, 1);
}

function spread(least, most, { whole, low }) {
  const isByRatio = most > WIDEST || (low > 0 && most / low > WIDEST);
  if (isByRatio) {
    return logarithmicStops(Math.max(least, whole ? 1 : LEAST_BY_RATIO), most, { whole });
  }
  const count = whole ? most - least : EVEN_STEPS;
  return Array.from({ length: count + 1 }, (_, place) =>
    Number((least + ((most - least) * place) / count).toPrecision(12)));
}

/**
 * The stop at or next to a value.
 *
 * @param {number[]} stops ascending
 * @param {number} value
 * @returns {number} index
 */
export function nearestStop(stops, value) {
  const above = stops.findIndex((stop) => stop >= value);
  if (above <= 0) {
    return above < 0 ? stops.length - 1 : 0;
  }
  const below = above - 1;
  return value - stops[below] < stops[above] - value ? below : above;
}
