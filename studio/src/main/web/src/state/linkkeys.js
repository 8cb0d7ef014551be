/**
 * An experiment as keys and short texts, as links hold it.
 */

import { StateProblem, broken, requireWord } from './check.js';
import { sameData } from './data.js';
import { DEFAULT_LAWS, LAW_KINDS, presetOf } from './experiment.js';
import { exactNumber } from './numbers.js';
import { numberOrText, wholeOrText } from './words.js';

const NUMBER = { write: exactNumber, read: (text) => numberOrText(text) };
const WORD = { write: (word) => word, read: (text) => text };
const TIME = {
  write: (until) => (until === 'auto' ? until : exactNumber(until)),
  read: (text) => numberOrText(text),
};
const QUERIES = {
  write: (queries) => (Array.isArray(queries) ? queries.map(exactNumber).join(',') : queries),
  read: (text) =>
    text === 'auto' || text === 'all'
      ? text
      : text.split(',').map((query) => wholeOrText('queries', 'A query', query)),
};
const PROBABILITIES = {
  write: (probabilities) => probabilities.map(exactNumber).join(','),
  read: (text) => text.split(',').map((p) => numberOrText(p)),
};
const GROUPS = {
  write: (groups) => groups.map((g) => `${exactNumber(g.probability)}x${exactNumber(g.count)}`).join(','),
  read: (text) => text.split(',').map(readGroup),
};
const INITIAL = {
  write: ({ kind, scale, seed }) =>
    kind === 'zero' ? kind : `${kind}:${exactNumber(scale)}:${exactNumber(seed)}`,
  read: readInitial,
};

function whole(field, name) {
  return { write: exactNumber, read: (text) => wholeOrText(field, name, text) };
}

function readGroup(text) {
  const [probability, count = '1', ...more] = text.split('x');
  if (more.length > 0) {
    throw broken('law.groups', 'A group', 'a probability and a count such as 0.05x10', text);
  }
  return {
    probability: numberOrText(probability),
    count: wholeOrText('law.groups', 'The count of a group', count),
  };
}

function readInitial(text) {
  const [kind, scale, seed = '1', ...more] = text.split(':');
  if (kind !== 'gaussian' || scale === undefined || more.length > 0) {
    if (text === 'zero') {
      return { kind: text };
    }
    throw broken('initial', 'The initial logits', 'zero or such as gaussian:0.1:1', text);
  }
  return { kind, scale: numberOrText(scale), seed: wholeOrText('initial.seed', 'The seed', seed) };
}

const FEATURES = { key: 'K', field: 'features', ...whole('law.features', 'K') };

const LAW_FIELDS = {
  imbalanced: [FEATURES, { key: 'p1', field: 'dominant', ...NUMBER }],
  balanced: [FEATURES],
  zipf: [FEATURES, { key: 'exponent', field: 'exponent', ...NUMBER }],
  probabilities: [{ key: 'p', field: 'probabilities', ...PROBABILITIES }],
  groups: [{ key: 'groups', field: 'groups', ...GROUPS }],
};

const FIELDS = [
  { key: 'N', field: 'promptLength', ...whole('promptLength', 'The prompt length N') },
  { key: 'eps', field: 'epsilon', ...NUMBER },
  { key: 'eta', field: 'learningRate', ...NUMBER },
  { key: 'method', field: 'method', ...WORD },
  { key: 'query', field: 'queries', ...QUERIES },
  { key: 'init', field: 'initial', ...INITIAL },
  { key: 'noise', field: 'noise', ...NUMBER },
  { key: 'until', field: 'until', ...TIME },
];

/** All keys of an experiment, in the order in which they are written. */
export const EXPERIMENT_KEYS = Object.freeze([
  'law', 'K', 'p1', 'exponent', 'p', 'groups', ...FIELDS.map(({ key }) => key),
]);

/**
 * The keys of an experiment in fixed order, without those at the default of its law.
 *
 * @param {object} experiment
 * @returns {[string, string][]}
 */
export function writeKeys(experiment) {
  const { law } = experiment;
  return [
    ['law', law.kind],
    ...written(LAW_FIELDS[law.kind], law, DEFAULT_LAWS[law.kind]),
    ...written(FIELDS, experiment, presetOf(law.kind)),
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
  const kind = requireWord('law.kind', 'The law', keys.get('law') ?? 'imbalanced', LAW_KINDS);
  const foreign = Object.values(LAW_FIELDS).flat().find(({ key }) =>
    keys.has(key) && !LAW_FIELDS[kind].some((own) => own.key === key));
  if (foreign !== undefined) {
    throw new StateProblem(`law.${foreign.field}`, `${foreign.key} is no key of the law ${kind}.`);
  }
  const law = { ...DEFAULT_LAWS[kind], ...read(LAW_FIELDS[kind], keys) };
  return { ...presetOf(kind), law, ...read(FIELDS, keys) };
}

function read(fields, keys) {
  return Object.fromEntries(
    fields.filter(({ key }) => keys.has(key)).map((field) => [field.field, field.read(keys.get(field.key))]));
}
