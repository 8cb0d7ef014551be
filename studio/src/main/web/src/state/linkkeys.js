/**
 * An experiment as keys and short texts, as links hold it.
 */

import { StateProblem, broken, requireWord } from './check.js';
import { sameData } from './data.js';
import {
  DEFAULT_EXPERIMENT, DEFAULT_LAWS, INITIAL_KINDS, LAW_KINDS, METHODS, SOURCES, initialFields, lawFields,
  methodFields, presetOf, usualConstants,
} from './experiment.js';
import { exactNumber } from './numbers.js';
import { nameOf, shapeAt, usualValues, valueShape, wordsOf } from './shape.js';
import { VIEW_KEYS } from './viewkeys.js';
import { numberOrText, wholeOrText } from './words.js';

/** Fields of laws that have shorter keys here than in files. */
const SHORT = { features: 'K', dominant: 'p1', probabilities: 'p' };

const WORD = { write: (word) => word, read: (text) => text };
const QUERIES = {
  write: (queries) => (Array.isArray(queries) ? queries.map(exactNumber).join(',') : queries),
  read: (text) =>
    text === 'auto' || text === 'all'
      ? text
      : text.split(',').map((query) => wholeOrText('queries', 'A query', query)),
};
const INITIAL = {
  write: ({ kind, ...values }) => [kind, ...Object.values(values).map(exactNumber)].join(':'),
  read: readInitial,
};

/** How values of a shape are written, and read to be checked. */
function codecOf(shape, field, name) {
  const words = wordsOf(shape);
  const value = valueShape(shape);
  if (value.type === 'list') {
    return listCodec(value.element, field, name);
  }
  const read = value.whole ? (text) => wholeOrText(field, name, text) : (text) => numberOrText(text);
  return {
    write: (given) => (typeof given === 'string' ? given : exactNumber(given)),
    read: (text) => (words.includes(text) ? text : read(text)),
  };
}

function listCodec(element, field, name) {
  const one = element.type === 'number' ? codecOf(element, field, name) : groupCodec(element.entries, field, name);
  return {
    write: (list) => list.map(one.write).join(','),
    read: (text) => text.split(',').map(one.read),
  };
}

function groupCodec(entries, field, name) {
  const codecs = entries.map(({ key, shape }) =>
    codecOf(shape, field, `${nameOf({ key, symbol: '' })} of ${name}`));
  return {
    write: (group) => entries.map(({ key }, place) => codecs[place].write(group[key])).join('x'),
    read: (text) => readGroup(text, entries, codecs, field),
  };
}

// What a group usually has may be left out at its end.
function readGroup(text, entries, codecs, field) {
  const parts = text.split('x');
  if (parts.length > entries.length) {
    const rule = `${entries.map(({ key }) => key).join(' and ')} such as 0.05x10`;
    throw broken(field, 'A group', rule, text);
  }
  const given = entries.map(({ key }, place) => [key, parts[place], codecs[place]]);
  return { ...usualValues(entries), ...readParts(given) };
}

function readParts(given) {
  return Object.fromEntries(
    given.filter(([, part]) => part !== undefined).map(([key, part, codec]) => [key, codec.read(part)]));
}

function readInitial(text) {
  const [kind, ...parts] = text.split(':');
  const fields = INITIAL_KINDS.includes(kind) ? initialFields(kind) : [];
  const needed = fields.filter(({ otherwise }) => otherwise === undefined).length;
  if (!INITIAL_KINDS.includes(kind) || parts.length < needed || parts.length > fields.length) {
    throw broken('initial', 'The initial logits', 'zero or such as gaussian:0.1:1', text);
  }
  const given = fields.map((field, place) => [field.key, parts[place], fieldCodec(field, 'initial')]);
  return { kind, ...usualValues(fields), ...readParts(given) };
}

function fieldCodec(field, path) {
  return codecOf(field.shape, `${path}.${field.key}`, nameOf(field));
}

const FIELDS = [
  { key: 'N', field: 'promptLength' },
  { key: 'eps', field: 'epsilon' },
  { key: 'eta', field: 'learningRate' },
  { key: 'method', field: 'method', ...WORD },
  { key: 'query', field: 'queries', ...QUERIES },
  { key: 'init', field: 'initial', ...INITIAL },
  { key: 'noise', field: 'noise' },
  { key: 'until', field: 'until' },
].map((each) =>
  each.field in SOURCES ? { ...each, ...codecOf(shapeAt(SOURCES[each.field]), each.field, each.key) } : each);

const TAKEN = ['law', 'pin', ...FIELDS.map(({ key }) => key), ...VIEW_KEYS];
const LAW_FIELDS = fieldsByKind(LAW_KINDS, lawFields, 'law', TAKEN);
const LAW_KEYS = keysOf(LAW_FIELDS);
const CONSTANTS = fieldsByKind(METHODS, methodFields, 'constants', [...TAKEN, ...LAW_KEYS]);

// A key that has another meaning already is told apart by what it belongs to.
function fieldsByKind(kinds, fieldsOf, path, taken) {
  return Object.fromEntries(kinds.map((kind) => [kind, fieldsOf(kind).map((field) => {
    const key = SHORT[field.key] ?? field.key;
    return { key: taken.includes(key) ? `${path}.${key}` : key, field: field.key, ...fieldCodec(field, path) };
  })]));
}

function keysOf(fieldsOfKinds) {
  return [...new Set(Object.values(fieldsOfKinds).flat().map(({ key }) => key))];
}

/** All keys of an experiment, in the order in which they are written. */
export const EXPERIMENT_KEYS = Object.freeze([
  'law', ...LAW_KEYS, ...FIELDS.map(({ key }) => key), ...keysOf(CONSTANTS),
]);

/**
 * The keys of an experiment in fixed order, without those at the default of its law or its method.
 *
 * @param {object} experiment
 * @returns {[string, string][]}
 */
export function writeKeys(experiment) {
  const { law, method, constants } = experiment;
  return [
    ['law', law.kind],
    ...written(LAW_FIELDS[law.kind], law, DEFAULT_LAWS[law.kind]),
    ...written(FIELDS, experiment, presetOf(law.kind)),
    ...written(CONSTANTS[method], constants, usualConstants(method)),
  ];
}

function written(fields, data, defaults) {
  return fields
    .filter(({ field }) => !sameData(data[field], defaults[field]))
    .map(({ key, field, write }) => [key, write(data[field])]);
}

/**
 * The experiment of some keys, to be checked.
 *
 * @param {Map<string, string>} keys known ones
 * @returns {object}
 * @throws {StateProblem}
 */
export function readKeys(keys) {
  const kind = requireWord('law.kind', 'The law', keys.get('law') ?? DEFAULT_EXPERIMENT.law.kind, LAW_KINDS);
  const preset = presetOf(kind);
  const method = requireWord('method', 'The training method', keys.get('method') ?? preset.method, METHODS);
  requireOwn(keys, LAW_FIELDS, kind, 'law');
  requireOwn(keys, CONSTANTS, method, 'method');
  return {
    ...preset,
    law: { ...DEFAULT_LAWS[kind], ...read(LAW_FIELDS[kind], keys) },
    constants: { ...usualConstants(method), ...read(CONSTANTS[method], keys) },
    ...read(FIELDS, keys),
  };
}

function requireOwn(keys, fieldsOfKinds, kind, what) {
  const foreign = keysOf(fieldsOfKinds).find((key) =>
    keys.has(key) && !fieldsOfKinds[kind].some((own) => own.key === key));
  if (foreign !== undefined) {
    throw new StateProblem(what, `${foreign} is no key of the ${what} ${kind}.`);
  }
}

function read(fields, keys) {
  return Object.fromEntries(
    fields.filter(({ key }) => keys.has(key)).map((field) => [field.field, field.read(keys.get(field.key))]));
}
