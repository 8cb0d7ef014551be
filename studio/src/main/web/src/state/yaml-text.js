/**
 * The canonical text of a document: all fields in the order in which they are declared, numbers as Java prints
 * them.
 */

import { javaDouble } from './numbers.js';
import { valueShape } from './shape.js';

/**
 * The tree with every field; those that are not given are what they are otherwise.
 *
 * @param {object} shape
 * @param {*} tree
 * @returns {*}
 */
export function completed(shape, tree) {
  if (shape.type !== 'mapping') {
    return tree;
  }
  const entries = shape.entries.map((entry) =>
    [entry.key, tree[entry.key] === undefined ? entry.otherwise : completed(entry.shape, tree[entry.key])]);
  return { ...tree, ...Object.fromEntries(entries) };
}

/**
 * The lines of a mapping.
 *
 * @param {object[]} entries as they are declared
 * @param {object} tree with all of them
 * @param {number} indent
 * @returns {string[]}
 */
export function linesOf(entries, tree, indent = 0) {
  const lines = entries.flatMap(({ key, shape }) => entryLines(key, shape, tree[key], indent));
  const constants = entries
    .filter(({ shape }) => shape.type === 'tagged')
    .flatMap(({ key, shape }) => shape.cases.find((each) => each.key === tree[key]).shape.entries);
  return constants.length === 0 ? lines : [...lines, ...linesOf(constants, tree, indent)];
}

function entryLines(key, shape, value, indent) {
  const start = `${' '.repeat(indent)}${key}:`;
  return typeof value === 'object'
    ? [start, ...innerLines(shape, value, indent)]
    : [`${start} ${scalar(shape, value)}`];
}

function innerLines(shape, value, indent) {
  if (shape.type === 'choice') {
    return choiceLines(shape, value, indent);
  }
  return shape.type === 'list'
    ? value.flatMap((element) => elementLines(shape.element, element, indent + 1))
    : linesOf(shape.entries, value, indent + 2);
}

// A kind stands under its key, if it has one.
function choiceLines(shape, value, indent) {
  const [key] = Object.keys(value);
  const keyed = shape.cases.find((each) => each.key === key && !Array.isArray(value));
  return keyed === undefined
    ? innerLines(shape.cases.find((each) => each.key === '').shape, value, indent)
    : entryLines(key, keyed.shape, value[key], indent + 2);
}

function elementLines(shape, element, indent) {
  const start = `${' '.repeat(indent)}-`;
  return typeof element === 'object'
    ? [start, ...linesOf(shape.entries, element, indent + 1)]
    : [`${start} ${scalar(shape, element)}`];
}

function scalar(shape, value) {
  if (typeof value !== 'number') {
    return String(value);
  }
  return valueShape(shape).whole ? BigInt(value).toString() : javaDouble(value);
}
