/**
 * Reads a tree of texts as it is declared: its numbers as numbers, and what is not given as it is otherwise.
 */

import { StateProblem, alternatives, broken, shown } from './check.js';
import { allows, wordsOf } from './shape.js';
import { childPath, given, isMapping, list, mapping, number, required, scalar, whole } from './tree.js';

const INFINITY = /^\s*(?:inf|infinity|\.inf)\s*$/i;

/**
 * The document of a tree.
 *
 * @param {object} shape
 * @param {*} tree of mappings, lists and texts
 * @param {string} path of the tree in the file
 * @returns {*} with every field
 * @throws {StateProblem}
 */
export function readShape(shape, tree, path) {
  return READERS[shape.type](shape, tree, path);
}

const READERS = {
  number: readNumber,
  truth: (_, tree, path) => readWord({ words: ['true', 'false'] }, tree, path) === 'true',
  word: readWord,
  list: ({ element }, tree, path) =>
    list(tree, path).map((each, index) => readShape(element, each, `${path}[${index}]`)),
  mapping: readMapping,
  choice: readChoice,
  tagged: (shape, tree, path) => readMapping({ entries: [{ key: shape.key, shape }] }, tree, path),
};

function readNumber(shape, tree, path) {
  const value = shape.whole ? whole(tree, path) : number(tree, path);
  if (!allows(shape, value)) {
    throw new StateProblem(path, `${path} ${shape.rule}, not ${shown(value)}.`);
  }
  return value;
}

function readWord({ words }, tree, path) {
  const word = scalar(tree, path, alternatives(words));
  if (!words.includes(word)) {
    throw broken(path, path, alternatives(words), word);
  }
  return word;
}

function readMapping({ entries }, tree, path) {
  const constants = entries.flatMap(({ shape }) => (shape.type === 'tagged' ? constantsOf(shape) : []));
  const own = mapping(tree, path, [...new Set([...entries, ...constants].map(({ key }) => key))]);
  const values = readEntries(entries, own, path);
  return entries
    .filter(({ shape }) => shape.type === 'tagged')
    .reduce((all, { key, shape }) => ({ ...all, ...readConstants(shape, all[key], own, path) }), values);
}

function constantsOf({ cases }) {
  return cases.flatMap(({ shape }) => shape.entries);
}

function readEntries(entries, tree, path) {
  return Object.fromEntries(entries.map((entry) => [entry.key, readEntry(entry, tree, path)]));
}

function readEntry({ key, shape, otherwise }, tree, path) {
  const value = otherwise === undefined ? required(tree, path, key) : given(tree, key);
  if (shape.type === 'tagged') {
    return value === undefined ? otherwise[shape.key] : readTag(shape, value, childPath(path, key));
  }
  return value === undefined ? otherwise : readShape(shape, value, childPath(path, key));
}

function readTag({ cases }, tree, path) {
  return readWord({ words: cases.map(({ key }) => key) }, tree, path);
}

// A constant of another kind would be ignored.
function readConstants(shape, tag, tree, path) {
  const { entries } = shape.cases.find(({ key }) => key === tag).shape;
  const foreign = constantsOf(shape).find(({ key }) =>
    given(tree, key) !== undefined && entries.every((own) => own.key !== key));
  if (foreign !== undefined) {
    const { key } = foreign;
    const owners = shape.cases.filter((each) => each.shape.entries.some((own) => own.key === key));
    const words = alternatives(owners.map((owner) => owner.key));
    const field = childPath(path, key);
    throw new StateProblem(field, `${field} goes with the ${shape.key} ${words}, not with ${tag}.`);
  }
  return readEntries(entries, tree, path);
}

function readChoice(shape, tree, path) {
  const words = wordsOf(shape);
  if (typeof tree === 'string' && INFINITY.test(tree) && words.includes('inf')) {
    return 'inf';
  }
  return words.includes(tree) ? tree : readValue(shape, tree, path);
}

// A kind under its key, or else the one that is written as this is.
function readValue({ cases }, tree, path) {
  const keyed = cases.filter(({ key, shape }) => key !== '' && shape.type !== 'word');
  const bare = cases.find(({ key, shape }) => key === '' && isWrittenAs(shape, tree));
  if (bare !== undefined) {
    return readShape(bare.shape, tree, path);
  }
  const keys = keyed.map(({ key }) => key);
  if (keys.length === 0 || !isMapping(tree)) {
    const forms = [...cases.flatMap(({ shape }) => shape.words ?? []), ...keys.map((key) => `{${key}: …}`)];
    throw refused(cases, forms, tree, path);
  }
  const own = mapping(tree, path, keys);
  const [key, ...more] = Object.keys(own);
  if (key === undefined || more.length > 0) {
    const count = Object.keys(own).length;
    throw new StateProblem(path, `${path} must have exactly one of the keys ${keys.join(', ')}, not ${count}.`);
  }
  const { shape } = keyed.find((each) => each.key === key);
  return { [key]: readShape(shape, required(own, path, key), childPath(path, key)) };
}

function refused(cases, forms, tree, path) {
  const numeral = cases.map(({ shape }) => shape).find(({ type }) => type === 'number');
  return numeral === undefined
    ? broken(path, path, alternatives(forms), tree)
    : new StateProblem(path, `${path} ${numeral.rule}, not ${shown(tree)}.`);
}

function isWrittenAs(shape, tree) {
  switch (shape.type) {
    case 'list':
      return Array.isArray(tree);
    case 'number':
      return typeof tree === 'string';
    case 'choice':
      return shape.cases.every(({ key }) => key !== '') ? isMapping(tree) : true;
    default:
      return isMapping(tree);
  }
}
