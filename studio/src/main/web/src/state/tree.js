/**
 * A parsed file whose scalars are all texts, read value by value; whatever is not what it must be is a
 * problem that names its path.
 */

import { StateProblem, broken } from './check.js';
import { parseDecimal } from './numbers.js';
import { numberOrText, unknownKey, wholeOrText } from './words.js';

const NULLS = ['', '~', 'null', 'Null', 'NULL'];

/**
 * Whether there is no value, as YAML writes it.
 *
 * @param {*} tree
 * @returns {boolean}
 */
export function isNothing(tree) {
  return tree === null || tree === undefined || NULLS.includes(tree);
}

/**
 * Whether this is a mapping.
 *
 * @param {*} tree
 * @returns {boolean}
 */
export function isMapping(tree) {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree);
}

/**
 * The path of a key below another.
 *
 * @param {string} path
 * @param {string} key
 * @returns {string}
 */
export function childPath(path, key) {
  return path === '' ? key : `${path}.${key}`;
}

/**
 * The mapping itself, if all its keys are known.
 *
 * @param {*} tree
 * @param {string} path
 * @param {string[]} known
 * @returns {object}
 * @throws {StateProblem}
 */
export function mapping(tree, path, known) {
  if (!isMapping(tree)) {
    throw broken(path, path || 'The file', `a mapping with keys among ${known.join(', ')}`, tree);
  }
  const unknown = Object.keys(tree).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw unknownKey(childPath(path, unknown), unknown, known);
  }
  return tree;
}

/**
 * The value of a key, if it is given and not null.
 *
 * @param {object} tree
 * @param {string} key
 * @returns {*} or undefined
 */
export function given(tree, key) {
  return Object.hasOwn(tree, key) && !isNothing(tree[key]) ? tree[key] : undefined;
}

/**
 * The value of a key that must be given.
 *
 * @param {object} tree
 * @param {string} path
 * @param {string} key
 * @returns {*}
 * @throws {StateProblem}
 */
export function required(tree, path, key) {
  const value = given(tree, key);
  if (value === undefined) {
    throw new StateProblem(childPath(path, key), `${childPath(path, key)} is required but not given.`);
  }
  return value;
}

/**
 * The list itself, if it is one.
 *
 * @param {*} tree
 * @param {string} path
 * @returns {Array}
 * @throws {StateProblem}
 */
export function list(tree, path) {
  if (!Array.isArray(tree)) {
    throw broken(path, path, 'a list', tree);
  }
  return tree;
}

/**
 * The text of a scalar.
 *
 * @param {*} tree
 * @param {string} path
 * @param {string} rule what it must be
 * @returns {string}
 * @throws {StateProblem}
 */
export function scalar(tree, path, rule) {
  if (typeof tree !== 'string') {
    throw broken(path, path, rule, tree);
  }
  return tree;
}

/**
 * A finite number.
 *
 * @param {*} tree
 * @param {string} path
 * @returns {number}
 * @throws {StateProblem}
 */
export function number(tree, path) {
  const text = scalar(tree, path, 'a finite number');
  const value = numberOrText(text, parseDecimal);
  if (typeof value === 'string') {
    throw broken(path, path, 'a finite number', text);
  }
  return value;
}

/**
 * A whole number that a double holds exactly.
 *
 * @param {*} tree
 * @param {string} path
 * @returns {number}
 * @throws {StateProblem}
 */
export function whole(tree, path) {
  const value = wholeOrText(path, path, scalar(tree, path, 'a whole number'), parseDecimal);
  if (!Number.isInteger(value)) {
    throw broken(path, path, 'a whole number', tree);
  }
  return value;
}
