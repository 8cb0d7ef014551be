/**
 * Values as a link and an experiment file have them: read from text, refused in one sentence.
 */

import { StateProblem, broken, cut } from './check.js';
import { isExactWhole, parseNumber } from './numbers.js';

/**
 * A number, or the text itself if it is none: the check of the experiment then says what is allowed.
 *
 * @param {string} text
 * @param {function(string): number} [parse]
 * @returns {number|string}
 */
export function numberOrText(text, parse = parseNumber) {
  const value = parse(text);
  return Number.isNaN(value) ? text : value;
}

/**
 * The same for a whole number, which must not have been rounded by reading it.
 *
 * @param {string} field
 * @param {string} name
 * @param {string} text
 * @param {function(string): number} [parse]
 * @returns {number|string}
 * @throws {StateProblem}
 */
export function wholeOrText(field, name, text, parse = parseNumber) {
  const value = numberOrText(text, parse);
  if (Number.isInteger(value) && !isExactWhole(text)) {
    const rule = 'a whole number that a double holds exactly';
    throw broken(field, name, rule, text);
  }
  return value;
}

/**
 * The problem of a key that is not known, which names the nearest one that is.
 *
 * @param {string} field path of the key
 * @param {string} key
 * @param {string[]} known
 * @returns {StateProblem}
 */
export function unknownKey(field, key, known) {
  const near = nearestName(key.slice(0, 100), known);
  const end = near === null ? '.' : `; did you mean ${near}?`;
  return new StateProblem(field, `${cut(field) || 'An empty key'} is not a known key${end}`);
}

/**
 * The name with the fewest edits from the one given, unless more than a third of it is edited.
 *
 * @param {string} given
 * @param {string[]} known
 * @returns {string|null}
 */
function nearestName(given, known) {
  const distances = known.map((name) => editDistance(given, name));
  const least = Math.min(...distances);
  const name = known[distances.indexOf(least)];
  const isNear = name !== undefined && least < name.length && 3 * least <= Math.max(name.length, 6);
  return isNear ? name : null;
}

function editDistance(left, right) {
  let previous = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const current = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = previous[j - 1] + (left[i - 1] === right[j - 1] ? 0 : 1);
      current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
    }
    previous = current;
  }
  return previous[right.length];
}
