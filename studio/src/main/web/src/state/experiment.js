/**
 * Experiments and states: their defaults, the check that decides what the engine is asked, and changes.
 */

import {
  StateProblem, broken, requireList, requireMapping, requireNumber, requireWhole, requireWord,
} from './check.js';
import { deeplyFrozen, sameData } from './data.js';
import { DEFAULT_LAWS, LAW_KINDS, checkLaw, featureCount, lawGroups, lawOfKind } from './law.js';
import { DEFAULT_VIEW, checkView } from './view.js';
import { exactNumber } from './numbers.js';

export { DEFAULT_LAWS, DEFAULT_VIEW, LAW_KINDS, featureCount, lawGroups };

/** All training methods, in the order in which they are offered. */
export const METHODS = Object.freeze(['flow', 'gd', 'momentum', 'nesterov', 'adam', 'signgd', 'normalized']);

/** The experiment of `icl run imbalanced`. */
export const DEFAULT_EXPERIMENT = deeplyFrozen({
  law: DEFAULT_LAWS.imbalanced,
  promptLength: 10000,
  noise: 0,
  initial: { kind: 'zero' },
  method: 'flow',
  learningRate: 1,
  epsilon: 0.01,
  until: 'auto',
  queries: 'auto',
});

/**
 * The experiment of a law before anything else is chosen; that of `icl run` where it has one.
 *
 * @param {string} kind of the law
 * @returns {object}
 */
export function presetOf(kind) {
  const promptLength = kind === 'balanced' ? 2500 : DEFAULT_EXPERIMENT.promptLength;
  return { ...DEFAULT_EXPERIMENT, law: DEFAULT_LAWS[kind], promptLength };
}

/** The state of the page before anything is chosen. */
export const DEFAULT_STATE = deeplyFrozen({ experiment: DEFAULT_EXPERIMENT, view: DEFAULT_VIEW, pins: [] });

/** The random initial logits that are offered first. */
const DEFAULT_GAUSSIAN = Object.freeze({ kind: 'gaussian', scale: 0.1, seed: 1 });

/** The most experiments that are pinned. */
export const MOST_PINS = 5;

/** The most queries that are listed. */
const MOST_QUERIES = 12;

/** The most features that are told apart here, as random initial logits do. */
const MOST_TOLD_APART = 5000;

/** The most groups of a layer whose columns move together, as normalized descent makes them. */
const MOST_COUPLED = 150;

const LONGEST_PROMPT = 1e18;
const LARGEST_SEED = 2 ** 63;

/**
 * Checks a complete candidate by the rules of the engine.
 *
 * @param {*} candidate
 * @returns {{experiment: object|null, problem: null|{field: string, sentence: string}}} the experiment is
 *     frozen and has known keys only; it is null if there is a problem
 */
export function checkExperiment(candidate) {
  return checked('experiment', () => canonicalExperiment(candidate));
}

/**
 * Checks a complete state: experiment, view and pins.
 *
 * @param {*} candidate
 * @returns {{state: object|null, problem: null|{field: string, sentence: string}}}
 */
export function checkState(candidate) {
  return checked('state', () => {
    const given = requireMapping('', 'The state', candidate);
    const experiment = canonicalExperiment(given.experiment);
    return {
      experiment,
      view: checkView(given.view, featureCount(experiment.law)),
      pins: requireList('pins', 'The pinned experiments', given.pins, 0, MOST_PINS, 'experiments')
        .map(canonicalExperiment),
    };
  });
}

function checked(name, check) {
  try {
    return { [name]: deeplyFrozen(check()), problem: null };
  } catch (problem) {
    if (problem instanceof StateProblem) {
      return { [name]: null, problem: { field: problem.field, sentence: problem.sentence } };
    }
    throw problem;
  }
}

function canonicalExperiment(candidate) {
  const given = requireMapping('', 'The experiment', candidate);
  const experiment = {
    law: checkLaw(given.law),
    promptLength: checkedPromptLength(given.promptLength),
    noise: requireNumber('noise', 'The label noise σ²', given.noise, 'from 0 to 10¹⁰⁰', isWithin(0, 1e100)),
    initial: checkedInitial(given.initial),
    method: requireWord('method', 'The training method', given.method, METHODS),
    learningRate: requireNumber(
      'learningRate', 'The learning rate η', given.learningRate, 'from 10⁻³⁰ to 10³⁰', isWithin(1e-30, 1e30)),
    epsilon: requireNumber(
      'epsilon', 'ε', given.epsilon, 'positive and finite', isWithin(Number.MIN_VALUE, Number.MAX_VALUE)),
    until: checkedUntil(given.until),
    queries: checkedQueries(given.queries, given.law),
  };
  requireAffordable(experiment);
  return experiment;
}

function isWithin(least, most) {
  return (x) => x >= least && x <= most;
}

function checkedPromptLength(length) {
  const rule = 'a whole number from 1 to 10¹⁸, or inf';
  return requireNumber('promptLength', 'The prompt length N', length, rule, (x) =>
    x === Infinity || (Number.isInteger(x) && x >= 1 && x <= LONGEST_PROMPT));
}

function checkedInitial(candidate) {
  const { kind, scale, seed } = requireMapping('initial', 'The initial logits', candidate);
  if (requireWord('initial.kind', 'The kind of initial logits', kind, ['zero', 'gaussian']) === 'zero') {
    return { kind };
  }
  return {
    kind,
    scale: requireNumber(
      'initial.scale', 'The scale of the initial logits', scale, 'from 0 to 1000', isWithin(0, 1000)),
    seed: requireNumber('initial.seed', 'The seed', seed, 'a whole number from −2⁶³ to below 2⁶³', (x) =>
      Number.isInteger(x) && x >= -LARGEST_SEED && x < LARGEST_SEED),
  };
}

function checkedUntil(until) {
  return until === 'auto'
    ? until
    : requireNumber(
      'until', 'The time to train to', until, 'auto or a flow time from 0 to 10²⁰⁰', isWithin(0, 1e200));
}

// Called with a law that has been checked.
function checkedQueries(queries, law) {
  if (queries === 'auto' || queries === 'all') {
    return queries;
  }
  if (!Array.isArray(queries)) {
    throw broken('queries', 'The queries', 'auto, all or a list of features', queries);
  }
  const last = featureCount(law) - 1;
  const range = `from 0 to ${exactNumber(last)}`;
  const list = requireList('queries', 'The queries', queries, 1, MOST_QUERIES, 'features in the studio')
    .map((query) => requireWhole('queries', 'A query', query, 0, last, range));
  const repeated = list.find((query, index) => list.indexOf(query) !== index);
  if (repeated !== undefined) {
    throw new StateProblem('queries', `The queries must be distinct, but ${repeated} is listed twice.`);
  }
  return list;
}

function requireAffordable({ law, initial, method }) {
  const features = featureCount(law);
  const isToldApart = initial.kind === 'gaussian';
  if (isToldApart && features > MOST_TOLD_APART) {
    throw new StateProblem('initial.kind', 'K must be at most 5000 in the studio where random initial logits '
      + `tell the features apart, not ${exactNumber(features)}.`);
  }
  const groups = isToldApart ? features : lawGroups(law).length;
  if (method === 'normalized' && groups > MOST_COUPLED) {
    throw new StateProblem('method', 'Features that are told apart must be at most 150 for normalized '
      + `descent, which couples their columns, not ${exactNumber(groups)}.`);
  }
}

/**
 * The experiment with one field changed; not checked.
 *
 * Another kind of law keeps K, and the probabilities where it can. Queries that a changed law no longer has
 * are dropped.
 *
 * @param {object} experiment a checked experiment
 * @param {string} path such as `epsilon`, `law.features`, `law.kind` or `initial.kind`
 * @param {*} value
 * @returns {object}
 */
export function withField(experiment, path, value) {
  const [outer, inner] = path.split('.');
  if (inner === undefined) {
    return withQueriesOfLaw({ ...experiment, [outer]: value });
  }
  const changed = inner === 'kind'
    ? KINDS[outer](experiment[outer], value)
    : { ...experiment[outer], [inner]: value };
  return withQueriesOfLaw({ ...experiment, [outer]: changed });
}

const KINDS = {
  law: lawOfKind,
  initial: (initial, kind) => {
    if (kind === initial.kind) {
      return initial;
    }
    return kind === 'gaussian' ? DEFAULT_GAUSSIAN : { kind };
  },
};

function withQueriesOfLaw(experiment) {
  const { queries, law } = experiment;
  const features = featureCount(law);
  if (!Array.isArray(queries) || queries.every((query) => !(query >= features))) {
    return experiment;
  }
  const kept = queries.filter((query) => query < features);
  return { ...experiment, queries: kept.length === 0 ? 'auto' : kept };
}

/**
 * Whether two experiments are the same, so that they give the same bits.
 *
 * @param {object} a
 * @param {object} b
 * @returns {boolean}
 */
export function sameExperiment(a, b) {
  return sameData(a, b);
}
