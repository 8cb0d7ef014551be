/**
 * The law of the tokens: its kinds, its groups of equally frequent features, and one kind made of another.
 */

import {
  StateProblem, requireList, requireMapping, requireNumber, requireWhole, requireWord,
} from './check.js';
import { deeplyFrozen } from './data.js';
import { exactNumber } from './numbers.js';

/** All kinds of law, in the order in which they are offered. */
export const LAW_KINDS = Object.freeze(['imbalanced', 'balanced', 'zipf', 'probabilities', 'groups']);

/** What a law of each kind is until something is chosen. */
export const DEFAULT_LAWS = deeplyFrozen({
  imbalanced: { kind: 'imbalanced', features: 100, dominant: 0.5 },
  balanced: { kind: 'balanced', features: 50 },
  zipf: { kind: 'zipf', features: 50, exponent: 1 },
  probabilities: { kind: 'probabilities', probabilities: [0.4, 0.3, 0.2, 0.1] },
  groups: { kind: 'groups', groups: [{ probability: 0.5, count: 1 }, { probability: 0.05, count: 10 }] },
});

/** The most features whose number is exact in a double. */
const MOST_FEATURES = 2 ** 53;

/** The most features of a Zipf law here. */
const MOST_ZIPF_FEATURES = 2000;

/** The most probabilities that are listed here. */
const MOST_PROBABILITIES = 64;

/** The most groups here. */
const MOST_GROUPS = 12;

const SUM_TOLERANCE = 1e-9;
const SHARE = 'greater than 0 and less than 1';

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
  const law = CHECKS[kind](given);
  requireUsableGroups(law);
  return law;
}

const CHECKS = {
  imbalanced: ({ features, dominant }) => ({
    kind: 'imbalanced',
    features: checkedFeatures(features),
    dominant: share('law.dominant', 'The dominant probability p₁', dominant),
  }),
  balanced: ({ features }) => ({ kind: 'balanced', features: checkedFeatures(features) }),
  zipf: ({ features, exponent }) => ({
    kind: 'zipf',
    features: requireWhole(
      'law.features', 'K of a Zipf law', features, 2, MOST_ZIPF_FEATURES, 'from 2 to 2000 in the studio'),
    exponent: requireNumber(
      'law.exponent', 'The exponent of the Zipf law', exponent, 'from −50 to 50', (x) => Math.abs(x) <= 50),
  }),
  probabilities: ({ probabilities }) => ({
    kind: 'probabilities',
    probabilities: requireList(
      'law.probabilities', 'The probabilities', probabilities, 2, MOST_PROBABILITIES, 'numbers in the studio')
      .map((p, k) => share('law.probabilities', `The probability of feature ${k + 1}`, p)),
  }),
  groups: ({ groups }) => ({
    kind: 'groups',
    groups: requireList('law.groups', 'The groups', groups, 1, MOST_GROUPS, 'groups in the studio')
      .map(checkedGroup),
  }),
};

function checkedFeatures(features) {
  return requireWhole('law.features', 'K', features, 2, MOST_FEATURES, 'from 2 to 2⁵³');
}

function share(field, name, p) {
  return requireNumber(field, name, p, SHARE, (x) => x > 0 && x < 1);
}

function checkedGroup(candidate, index) {
  const name = `of group ${index + 1}`;
  const group = requireMapping('law.groups', `Group ${index + 1}`, candidate);
  return {
    probability: share('law.groups', `The probability of a member ${name}`, group.probability),
    count: requireWhole('law.groups', `The count ${name}`, group.count, 1, MOST_FEATURES, 'from 1 to 2⁵³'),
  };
}

function requireUsableGroups(law) {
  // Subtracted, because a sum beyond 2⁵³ would be rounded.
  const room = lawGroups(law).reduce((left, { count }) => left - count, MOST_FEATURES);
  if (room < 0 || room > MOST_FEATURES - 2) {
    throw new StateProblem('law.groups', 'The groups must have from 2 to 2⁵³ features together, not '
      + `${room < 0 ? 'more' : exactNumber(MOST_FEATURES - room)}.`);
  }
  if (law.kind === 'imbalanced') {
    const rest = (1 - law.dominant) / (law.features - 1);
    share('law.dominant', 'The probability (1 − p₁)/(K − 1) of an under-represented feature', rest);
  }
  const sum = lawGroups(law).reduce((total, { probability, count }) => total + count * probability, 0);
  if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
    throw new StateProblem(
      `law.${law.kind}`, `The probabilities must sum to 1 within 10⁻⁹, but sum to ${exactNumber(sum)}.`);
  }
}

/**
 * The groups of equally frequent features, in the order of the features.
 *
 * @param {object} law a checked law
 * @returns {{probability: number, count: number}[]}
 */
export function lawGroups(law) {
  switch (law.kind) {
    case 'imbalanced': {
      const rest = (1 - law.dominant) / (law.features - 1);
      return [{ probability: law.dominant, count: 1 }, { probability: rest, count: law.features - 1 }];
    }
    case 'balanced':
      return [{ probability: 1 / law.features, count: law.features }];
    case 'zipf':
      return zipfProbabilities(law).map(single);
    case 'probabilities':
      return law.probabilities.map(single);
    default:
      return law.groups;
  }
}

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
 * @returns {number}
 */
export function featureCount(law) {
  switch (law.kind) {
    case 'probabilities':
      return law.probabilities.length;
    case 'groups':
      return law.groups.reduce((total, group) => total + group.count, 0);
    default:
      return law.features;
  }
}

/**
 * A law of another kind that keeps what the two have in common: K, and the probabilities where it can.
 *
 * @param {object} law a checked law
 * @param {string} kind
 * @returns {object}
 */
export function lawOfKind(law, kind) {
  const features = featureCount(law);
  switch (kind) {
    case law.kind:
      return law;
    case 'imbalanced':
      return { ...DEFAULT_LAWS.imbalanced, features, ...dominantOf(law) };
    case 'balanced':
      return { kind, features };
    case 'zipf':
      return { ...DEFAULT_LAWS.zipf, features: Math.min(features, MOST_ZIPF_FEATURES) };
    case 'probabilities':
      return listedLaw(law, features);
    default:
      return groupedLaw(law);
  }
}

function dominantOf(law) {
  const [first] = lawGroups(law);
  return first.count === 1 && first.probability < 1 ? { dominant: first.probability } : {};
}

function listedLaw(law, features) {
  if (features > MOST_PROBABILITIES) {
    return DEFAULT_LAWS.probabilities;
  }
  const probabilities = lawGroups(law).flatMap(({ probability, count }) => Array(count).fill(probability));
  return { kind: 'probabilities', probabilities };
}

function groupedLaw(law) {
  const groups = lawGroups(law);
  return groups.length > MOST_GROUPS ? DEFAULT_LAWS.groups : { kind: 'groups', groups };
}
