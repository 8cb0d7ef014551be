/**
 * The law of the tokens: its kinds, its groups of equally frequent features, and one kind made of another.
 */

import { StateProblem, requireMapping, requireWord } from './check.js';
import { deeplyFrozen } from './data.js';
import { lawOf } from './document.js';
import { exactNumber } from './numbers.js';
import { PRESETS } from './schema.js';
import { checkFields, kindsAt, usualValues } from './shape.js';

const LAWS = kindsAt('tokenLaw');

/** All kinds of law, in the order in which they are offered. */
export const LAW_KINDS = Object.freeze(LAWS.map(({ kind }) => kind));

/**
 * The fields of a law as they are declared; a law that is a list has the list as its one field.
 *
 * @param {string} kind
 * @returns {object[]}
 */
export function lawFields(kind) {
  return LAWS.find((law) => law.kind === kind).fields;
}

/** What lists are until something is chosen. */
const EXAMPLES = {
  probabilities: { probabilities: [0.4, 0.3, 0.2, 0.1] },
  weights: { weights: [4, 3, 2, 1] },
  groups: { groups: [{ probability: 0.5, count: 1 }, { probability: 0.05, count: 10 }] },
};

/** What a law of each kind is until something is chosen; that of `icl run` where it has one. */
export const DEFAULT_LAWS = deeplyFrozen(Object.fromEntries(LAW_KINDS.map((kind) => [kind, usualLaw(kind)])));

function usualLaw(kind) {
  const preset = Object.values(PRESETS).find(({ tokenLaw }) => Object.hasOwn(tokenLaw, kind));
  return preset === undefined
    ? { kind, ...(EXAMPLES[kind] ?? usualValues(lawFields(kind))) }
    : lawOf(preset.tokenLaw);
}

/** The most features whose number is exact in a double. */
const MOST_FEATURES = 2 ** 53;

/** The most features here of a law that may tell all of them apart. */
const MOST_DISTINCT = 2000;

/** Laws of few groups, however many features they have. */
const FEW_GROUPS = ['imbalanced', 'balanced'];

/** The most features whose probabilities are listed one by one, and the most groups. */
const MOST_LISTED = 64;
const MOST_GROUPS = 12;

const SUM_TOLERANCE = 1e-9;

/**
 * A law with known keys only.
 *
 * @param {*} candidate
 * @returns {object} the canonical law, not frozen
 * @throws {StateProblem}
 */
export function checkLaw(candidate) {
  const given = requireMapping('law', 'The token law', candidate);
  const kind = requireWord('law.kind', 'The kind of the token law', given.kind, LAW_KINDS);
  const law = { kind, ...checkFields(lawFields(kind), given, 'law') };
  if (law.features > mostFeatures(kind)) {
    throw new StateProblem('law.features', `K must be at most ${MOST_DISTINCT} in the studio for the law `
      + `${kind}, not ${exactNumber(law.features)}.`);
  }
  requireUsableGroups(law);
  return law;
}

/**
 * The most features of a law here.
 *
 * @param {string} kind
 * @returns {number}
 */
export function mostFeatures(kind) {
  return FEW_GROUPS.includes(kind) ? MOST_FEATURES : MOST_DISTINCT;
}

// What the page knows of the groups; the rest is the engine's to say.
function requireUsableGroups(law) {
  const groups = lawGroups(law) ?? [];
  // Subtracted, because a sum beyond 2⁵³ would be rounded.
  const room = groups.reduce((left, { count }) => left - count, MOST_FEATURES);
  if (room < 0 || room === MOST_FEATURES - 1) {
    throw new StateProblem(`law.${law.kind}`, 'The law must have from 2 to 2⁵³ features, not '
      + `${room < 0 ? 'more' : '1'}.`);
  }
  if (groups.some(({ probability }) => !(probability > 0 && probability < 1))) {
    throw new StateProblem(`law.${lawFields(law.kind).at(-1).key}`, 'Every feature must have a probability '
      + 'greater than 0 and less than 1.');
  }
  const sum = groups.reduce((total, { probability, count }) => total + count * probability, 0);
  if (groups.length > 0 && !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
    throw new StateProblem(
      `law.${law.kind}`, `The probabilities must sum to 1 within 10⁻⁹, but sum to ${exactNumber(sum)}.`);
  }
}

/**
 * The groups of equally frequent features, in the order of the features.
 *
 * @param {object} law a checked law
 * @returns {{probability: number, count: number}[]|null} null where only the engine knows them
 */
export function lawGroups(law) {
  const items = law[law.kind];
  return GROUPS[law.kind]?.(law)
    ?? items?.map((each) => (typeof each === 'number' ? single(each) : each))
    ?? null;
}

const GROUPS = {
  imbalanced: ({ features, dominant }) => [
    single(dominant),
    { probability: (1 - dominant) / (features - 1), count: features - 1 },
  ],
  balanced: ({ features }) => [{ probability: 1 / features, count: features }],
  zipf: (law) => zipfProbabilities(law).map(single),
  weights: ({ weights }) => {
    const sum = weights.reduceRight((total, weight) => total + weight, 0);
    return weights.map((weight) => single(weight / sum));
  },
};

function single(probability) {
  return { probability, count: 1 };
}

function zipfProbabilities({ features, exponent }) {
  const powers = Array.from({ length: features }, (_, k) => (k + 1) ** -exponent);
  const sum = powers.reduceRight((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/**
 * K, the number of features.
 *
 * @param {object} law
 * @returns {number} infinity where only the engine knows it
 */
export function featureCount(law) {
  return Array.isArray(law[law.kind])
    ? lawGroups(law).reduce((total, { count }) => total + count, 0)
    : (law.features ?? Infinity);
}

/**
 * A law of another kind that keeps what the two have in common: K, and the probabilities where it can.
 *
 * @param {object} law a checked law
 * @param {string} kind
 * @returns {object}
 */
export function lawOfKind(law, kind) {
  if (kind === law.kind) {
    return law;
  }
  const common = COMMON[kind] ?? (() => ({}));
  return { ...DEFAULT_LAWS[kind], ...featuresOf(law, kind), ...common(law) };
}

function featuresOf(law, kind) {
  const features = featureCount(law);
  const isKept = DEFAULT_LAWS[kind].features !== undefined && Number.isFinite(features);
  return isKept ? { features: Math.min(features, mostFeatures(kind)) } : {};
}

const COMMON = {
  imbalanced: (law) => {
    const first = lawGroups(law)?.[0];
    return first?.count === 1 && first.probability < 1 ? { dominant: first.probability } : {};
  },
  probabilities: (law) => listed(law, 'probabilities'),
  weights: (law) => listed(law, 'weights'),
  groups: (law) => {
    const groups = lawGroups(law);
    return groups === null || groups.length > MOST_GROUPS ? {} : { groups };
  },
};

// The probabilities of all features one by one, unless they are too many.
function listed(law, key) {
  const groups = lawGroups(law);
  return groups === null || featureCount(law) > MOST_LISTED
    ? {}
    : { [key]: groups.flatMap(({ probability, count }) => Array(count).fill(probability)) };
}
