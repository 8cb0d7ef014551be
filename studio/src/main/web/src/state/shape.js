/**
 * What an experiment is, as it is declared: its fields with their keys, bounds and words, and the checks that
 * follow from them.
 */

import { StateProblem, broken, requireList, requireMapping, requireWord, shown } from './check.js';
import { EXPERIMENT } from './schema.js';

/** The most numbers that are listed here, and the most groups of them. */
const MOST_NUMBERS = 64;
const MOST_GROUPS = 12;

/** What is offered first where the declaration leaves the choice open. */
const OFFERED = { features: 50, scale: 0.1 };

const LARGEST_WHOLE = 2 ** 63;

/**
 * The shape below a key: of a field, or of one of several kinds.
 *
 * @param {object} shape
 * @param {string} key
 * @returns {object}
 */
function shapeBelow(shape, key) {
  return (shape.entries ?? shape.cases).find((each) => each.key === key).shape;
}

/**
 * The shape of a field.
 *
 * @param {string} path such as `training.epsilon` or `tokenLaw.zipf.exponent`
 * @returns {object}
 */
export function shapeAt(path) {
  return path.split('.').reduce(shapeBelow, EXPERIMENT);
}

/**
 * The declaration of a field: `{key, symbol, sentence, shape}`, with `otherwise` and `option` where it has them.
 *
 * @param {string} path
 * @returns {object}
 */
export function entryAt(path) {
  const keys = path.split('.');
  const outer = keys.slice(0, -1).reduce(shapeBelow, EXPERIMENT);
  return outer.entries.find(({ key }) => key === keys.at(-1));
}

/**
 * The kinds that there are at a path and that can be edited here, in the order in which they are offered.
 *
 * @param {string} path
 * @returns {{kind: string, sentence: string, fields: object[]}[]}
 */
export function kindsAt(path) {
  return shapeAt(path)
    .cases.filter(({ key }) => key !== '')
    .map(({ key, sentence, shape }) => ({ kind: key, sentence, fields: fieldsOf(key, sentence, shape) }))
    .filter(({ fields }) => fields.every(({ shape }) => isEditable(shape)));
}

// A kind that is a list has it as its one field.
function fieldsOf(key, sentence, shape) {
  if (shape.type === 'word') {
    return [];
  }
  return shape.type === 'mapping' ? shape.entries : [{ key, symbol: '', sentence, shape }];
}

function isEditable(shape) {
  switch (shape.type) {
    case 'number':
    case 'word':
      return true;
    case 'list':
      return shape.element.type === 'number' || isGroup(shape.element);
    case 'choice':
      return shape.cases.every((each) => ['number', 'word'].includes(each.shape.type));
    default:
      return false;
  }
}

function isGroup(shape) {
  return shape.type === 'mapping' && shape.entries.every((entry) => entry.shape.type === 'number');
}

/**
 * What a field is called in a sentence: `Learning rate η`.
 *
 * @param {{key: string, symbol: string}} entry
 * @returns {string}
 */
export function nameOf({ key, symbol }) {
  return `${titleOf(key)} ${symbol}`.trim();
}

/**
 * A key in words: `Learning rate`.
 *
 * @param {string} key
 * @returns {string}
 */
export function titleOf(key) {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * Whether a number keeps to its bounds.
 *
 * @param {object} shape of a number
 * @param {number} value
 * @returns {boolean}
 */
export function allows({ low, high, withLow, withHigh }, value) {
  return (withLow ? value >= low : value > low) && (withHigh ? value <= high : value < high);
}

/**
 * The words that stand for themselves where other values may stand too.
 *
 * @param {object} shape
 * @returns {string[]}
 */
export function wordsOf(shape) {
  return shape.type === 'choice' ? shape.cases.flatMap((each) => wordsOf(each.shape)) : (shape.words ?? []);
}

/**
 * The shape of what is no word.
 *
 * @param {object} shape
 * @returns {object}
 */
export function valueShape(shape) {
  return shape.type === 'choice' ? shape.cases.find((each) => each.shape.type !== 'word').shape : shape;
}

/**
 * The values of fields before anything is chosen.
 *
 * @param {object[]} fields
 * @returns {object}
 */
export function usualValues(fields) {
  return Object.fromEntries(fields.map((field) => [field.key, usualValue(field)]));
}

function usualValue({ key, shape, otherwise }) {
  if (otherwise !== undefined) {
    return otherwise;
  }
  const [word] = wordsOf(shape);
  return word ?? [OFFERED[key], 1, 2, (shape.low + shape.high) / 2, shape.low, shape.high].find((value) =>
    allows(shape, value));
}

/**
 * The values of fields, each as it is declared; what is not given is what it usually is.
 *
 * @param {object[]} fields
 * @param {object} given
 * @param {string} path of the fields in the state
 * @returns {object} with these fields only
 * @throws {StateProblem}
 */
export function checkFields(fields, given, path) {
  const usual = usualValues(fields);
  return Object.fromEntries(fields.map((field) => {
    const value = given[field.key] ?? usual[field.key];
    return [field.key, checkValue(field.shape, `${path}.${field.key}`, nameOf(field), value)];
  }));
}

/**
 * The value itself, if it is as it is declared.
 *
 * @param {object} shape
 * @param {string} field
 * @param {string} name
 * @param {*} value
 * @returns {*} a copy; never −0
 * @throws {StateProblem}
 */
export function checkValue(shape, field, name, value) {
  return CHECKS[shape.type](shape, field, name, value);
}

const CHECKS = { number: checkedNumber, word: checkedWord, choice: checkedChoice, list: checkedList };

function checkedNumber(shape, field, name, value) {
  if (typeof value === 'number' && shape.whole && !isWhole(value)) {
    throw broken(field, name, 'a whole number', value);
  }
  if (typeof value !== 'number' || !allows(shape, value)) {
    throw new StateProblem(field, `${name} ${shape.rule}, not ${shown(value)}.`);
  }
  return value + 0;
}

function isWhole(value) {
  return Number.isInteger(value) && value >= -LARGEST_WHOLE && value < LARGEST_WHOLE;
}

function checkedWord({ words }, field, name, value) {
  return requireWord(field, name, value, words);
}

function checkedChoice(shape, field, name, value) {
  return wordsOf(shape).includes(value) ? value : checkValue(valueShape(shape), field, name, value);
}

function checkedList({ element }, field, name, value) {
  const isOfNumbers = element.type === 'number';
  const [most, elements] = isOfNumbers ? [MOST_NUMBERS, 'numbers'] : [MOST_GROUPS, 'groups'];
  return requireList(field, name, value, 1, most, `${elements} in the studio`).map((each, index) =>
    checkedElement(element, field, `number ${index + 1} of ${name.toLowerCase()}`, each));
}

function checkedElement(element, field, name, value) {
  if (element.type === 'number') {
    return checkedNumber(element, field, titleOf(name), value);
  }
  const group = requireMapping(field, titleOf(name), value);
  return Object.fromEntries(element.entries.map(({ key, shape }) =>
    [key, checkedNumber(shape, field, `${titleOf(key)} of ${name}`, group[key])]));
}
