/** The part of the time axis that is shown. */

import { valueAt } from './axes.js';

/** The shortest part that can be shown, as a share of the axis. */
const SHORTEST = 1e-4;

/**
 * The range after zooming around a place.
 *
 * @param {'log'|'linear'} scale
 * @param {[number, number]} shown
 * @param {[number, number]} whole
 * @param {number} share of the shown range that stays where it is, 0 to 1
 * @param {number} factor above 1 zooms in
 * @returns {[number, number] | null} null: the whole axis
 */
export function zoomed(scale, shown, whole, share, factor) {
  const [from, to] = sharesOf(scale, shown, whole);
  const length = Math.max((to - from) / factor, SHORTEST);
  if (length >= 1 - 1e-9) {
    return null;
  }
  const start = from + (to - from) * share - length * share;
  return rangeOf(scale, whole, start, length);
}

/**
 * The range after shifting it by a share of its length.
 *
 * @param {'log'|'linear'} scale
 * @param {[number, number]} shown
 * @param {[number, number]} whole
 * @param {number} by
 * @returns {[number, number]}
 */
export function panned(scale, shown, whole, by) {
  const [from, to] = sharesOf(scale, shown, whole);
  return rangeOf(scale, whole, from + (to - from) * by, to - from);
}

function sharesOf(scale, [from, to], [start, end]) {
  const share = scale === 'log'
    ? (value) => Math.log(value / start) / Math.log(end / start)
    : (value) => (value - start) / (end - start);
  return [share(from), share(to)];
}

function rangeOf(scale, whole, start, length) {
  const kept = Math.min(Math.max(start, 0), 1 - length);
  return [valueAt(scale, whole, kept), valueAt(scale, whole, kept + length)];
}

/**
 * What of a chosen range lies on an axis; null if that is nothing or everything.
 *
 * @param {[number, number] | null} range
 * @param {[number, number]} whole
 * @returns {[number, number] | null}
 */
export function clipped(range, whole) {
  if (range === null) {
    return null;
  }
  const kept = [Math.max(range[0], whole[0]), Math.min(range[1], whole[1])];
  const isPart = kept[0] > whole[0] || kept[1] < whole[1];
  return isPart && kept[1] > kept[0] ? kept : null;
}
