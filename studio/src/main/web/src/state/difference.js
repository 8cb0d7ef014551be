/**
 * What tells experiments apart, and what they are called.
 */

import { sameData } from './data.js';
import {
  LAW_KINDS, METHODS, featureCount, lawFields, methodFields, presetOf, usualConstants,
} from './experiment.js';
import { exactNumber, fullNumber, shortNumber } from './numbers.js';
import { titleOf } from './shape.js';

const MOST_LISTED = 4;

/** Fields of laws that are not simply told by their symbol and a number. */
const OF_LAW = {
  features: { of: knownCount, label: (features) => `K = ${fullNumber(features)}` },
  dominant: { of: ({ law }) => law.dominant, label: (p) => `p₁ = ${fullNumber(p)}` },
  probabilities: { of: ({ law }) => law.probabilities, label: (list) => `p = ${listed(list, probability)}` },
  weights: { of: ({ law }) => law.weights, label: (list) => `w = ${listed(list, probability)}` },
  groups: { of: ({ law }) => law.groups, label: (list) => `p = ${listed(list, group)}` },
};

/** Fields in the order in which they are named, and how. */
const FIELDS = {
  'law.kind': { of: ({ law }) => law.kind, label: (kind) => kind },
  ...eachOf(LAW_KINDS, lawFields, 'law', OF_LAW),
  promptLength: { of: (e) => e.promptLength, label: (length) => `N = ${fullNumber(length)}` },
  noise: { of: (e) => e.noise, label: (noise) => `σ² = ${fullNumber(noise)}` },
  initial: { of: (e) => e.initial, label: initialLabel },
  method: { of: (e) => e.method, label: (method) => method },
  ...eachOf(METHODS, methodFields, 'constants', {}),
  learningRate: { of: (e) => e.learningRate, label: (rate) => `η = ${fullNumber(rate)}` },
  epsilon: { of: (e) => e.epsilon, label: (epsilon) => `ε = ${fullNumber(epsilon)}` },
  until: {
    of: (e) => e.until,
    label: (until) => (until === 'auto' ? 'to convergence' : `to τ = ${fullNumber(until)}`),
  },
  queries: { of: (e) => e.queries, label: queriesLabel },
};

const TITLE = [...Object.keys(FIELDS).filter((field) => field.startsWith('law.')), 'promptLength'];
const TITLE_IF_CHANGED = Object.keys(FIELDS).filter((field) => !TITLE.includes(field));

// K is that of lists too, which have no such field.
function knownCount({ law }) {
  const features = featureCount(law);
  return features === Infinity ? undefined : features;
}

function eachOf(kinds, fieldsOf, path, known) {
  const fields = kinds.flatMap(fieldsOf).map(({ key }) => [
    `${path}.${key}`,
    known[key] ?? { of: (experiment) => experiment[path][key], label: (value) => told(key, value) },
  ]);
  return Object.fromEntries(fields);
}

function told(key, value) {
  return `${titleOf(key).toLowerCase()} ${typeof value === 'number' ? fullNumber(value) : value}`;
}

function probability(p) {
  return shortNumber(p, 3);
}

function group({ probability: p, count }) {
  return count === 1 ? probability(p) : `${fullNumber(count)} × ${probability(p)}`;
}

function listed(list, text) {
  const more = list.length > MOST_LISTED ? ', …' : '';
  return `(${list.slice(0, MOST_LISTED).map(text).join(', ')}${more})`;
}

function initialLabel(initial) {
  return initial.kind === 'zero'
    ? 'Q(0) = 0'
    : `random Q(0) of scale ${fullNumber(initial.scale)}, seed ${exactNumber(initial.seed)}`;
}

function queriesLabel(queries) {
  if (!Array.isArray(queries)) {
    return queries === 'all' ? 'all queries' : 'queries by default';
  }
  return `${queries.length === 1 ? 'query' : 'queries'} ${queries.map(exactNumber).join(', ')}`;
}

/**
 * The fields in which experiments differ, as paths, in the order in which they are named.
 *
 * @param {object[]} experiments
 * @returns {string[]}
 */
export function differences(experiments) {
  return Object.keys(FIELDS).filter((field) => {
    const values = experiments.map(FIELDS[field].of);
    return values.some((value) => !sameData(value, values[0]));
  });
}

/**
 * What an experiment has in some fields: `K = 10⁶, ε = 0.01`.
 *
 * @param {object} experiment
 * @param {string[]} fields as {@link differences} gives them
 * @returns {string} the title of the experiment if none of the fields says anything
 */
export function differenceLabel(experiment, fields) {
  return labels(experiment, fields).join(', ') || experimentTitle(experiment);
}

/**
 * An experiment in one line: `imbalanced, K = 100, p₁ = 0.5, N = 10⁴`, with whatever is not usual.
 *
 * @param {object} experiment
 * @returns {string}
 */
export function experimentTitle(experiment) {
  const preset = { ...presetOf(experiment.law.kind), constants: usualConstants(experiment.method) };
  const changed = TITLE_IF_CHANGED.filter((field) => {
    const { of } = FIELDS[field];
    return !sameData(of(experiment), of(preset));
  });
  return labels(experiment, [...TITLE, ...changed]).join(', ');
}

function labels(experiment, fields) {
  return fields
    .map((field) => [FIELDS[field], FIELDS[field].of(experiment)])
    .filter(([, value]) => value !== undefined)
    .map(([{ label }, value]) => label(value));
}
