/**
 * Experiments and states: their defaults, the check that decides what the engine is asked, and changes.
 */

import { StateProblem, broken, requireList, requireMapping, requireWhole, requireWord } from './check.js';
import { deeplyFrozen, sameData } from './data.js';
import { experimentOf } from './document.js';
import { DEFAULT_LAWS, LAW_KINDS, checkLaw, featureCount, lawFields, lawGroups, lawOfKind } from './law.js';
import { DEFAULT_VIEW, checkView } from './view.js';
import { exactNumber } from './numbers.js';
import { PRESETS } from './schema.js';
import { checkFields, checkValue, entryAt, kindsAt, nameOf, usualValues } from './shape.js';

export { DEFAULT_LAWS, DEFAULT_VIEW, LAW_KINDS, featureCount, lawFields, lawGroups };

/** Where each field of the state that is a value of its own is declared. */
export const SOURCES = Object.freeze({
  promptLength: 'promptLength',
  noise: 'labels.noise',
  learningRate: 'training.learningRate',
  epsilon: 'training.epsilon',
  until: 'training.until',
});

const ALL_METHODS = kindsAt('training.method');

/** All training methods, in the order in which they are offered. */
export const METHODS = Object.freeze(ALL_METHODS.map(({ kind }) => kind));

const ALL_INITIAL = kindsAt('initial.logits');

/** All kinds of initial logits, in the order in which they are offered. */
export const INITIAL_KINDS = Object.freeze(ALL_INITIAL.map(({ kind }) => kind));

/**
 * The constants of a method as they are declared.
 *
 * @param {string} method
 * @returns {object[]}
 */
export function methodFields(method) {
  return ALL_METHODS.find(({ kind }) => kind === method).fields;
}

/**
 * The fields of initial logits as they are declared.
 *
 * @param {string} kind
 * @returns {object[]}
 */
export function initialFields(kind) {
  return ALL_INITIAL.find((each) => each.kind === kind).fields;
}

/** The experiment of `icl run imbalanced`. */
export const DEFAULT_EXPERIMENT = deeplyFrozen(experimentOf(PRESETS.imbalanced));

/**
 * The experiment of a law before anything else is chosen; that of `icl run` where it has one.
 *
 * @param {string} kind of the law
 * @returns {object}
 */
export function presetOf(kind) {
  const preset = Object.values(PRESETS).find(({ tokenLaw }) => Object.hasOwn(tokenLaw, kind));
  return preset === undefined
    ? { ...DEFAULT_EXPERIMENT, law: DEFAULT_LAWS[kind] }
    : experimentOf(preset);
}

/** The state of the page before anything is chosen. */
export const DEFAULT_STATE = deeplyFrozen({ experiment: DEFAULT_EXPERIMENT, view: DEFAULT_VIEW, pins: [] });

/** The most experiments that are pinned. */
export const MOST_PINS = 5;

/** The most queries that are listed. */
const MOST_QUERIES = 12;

/** The most features that are told apart here, as random initial logits do. */
const MOST_TOLD_APART = 5000;

/** The most groups of a layer whose columns move together, as normalized descent makes them. */
const MOST_COUPLED = 150;

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
    promptLength: checkedPromptLength(given),
    noise: checkedField('noise', given),
    initial: checkedInitial(given.initial),
    ...checkedMethod(given),
    learningRate: checkedField('learningRate', given),
    epsilon: checkedField('epsilon', given),
    until: checkedField('until', given),
    queries: checkedQueries(given.queries, given.law),
  };
  requireAffordable(experiment);
  return experiment;
}

function checkedPromptLength(given) {
  const isInfinite = given.promptLength === Infinity || given.promptLength === 'inf';
  return isInfinite ? Infinity : checkedField('promptLength', given);
}

function checkedField(field, given) {
  const entry = entryAt(SOURCES[field]);
  return checkValue(entry.shape, field, nameOf(entry), given[field]);
}

function checkedInitial(candidate) {
  const given = requireMapping('initial', 'The initial logits', candidate);
  const kind = requireWord('initial.kind', 'The kind of initial logits', given.kind, INITIAL_KINDS);
  return { kind, ...checkFields(initialFields(kind), given, 'initial') };
}

// Constants of another method are left out.
function checkedMethod(given) {
  const method = requireWord('method', 'The training method', given.method, METHODS);
  const constants = requireMapping('constants', 'The constants of the method', given.constants ?? {});
  return { method, constants: checkFields(methodFields(method), constants, 'constants') };
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

// What the page knows of costs; the rest is the engine's to say.
function requireAffordable({ law, initial, method }) {
  const features = featureCount(law);
  if (features === Infinity) {
    return;
  }
  const isToldApart = initial.kind === 'gaussian';
  if (isToldApart && features > MOST_TOLD_APART) {
    throw new StateProblem('initial.kind', 'K must be at most 5000 in the studio where random initial logits '
      + `tell the features apart, not ${exactNumber(features)}.`);
  }
  const groups = isToldApart ? features : (lawGroups(law)?.length ?? features);
  if (method === 'normalized' && groups > MOST_COUPLED) {
    throw new StateProblem('method', 'Features that are told apart must be at most 150 for normalized '
      + `descent, which couples their columns, not ${exactNumber(groups)}.`);
  }
}

/**
 * The experiment with one field changed; not checked.
 *
 * Another kind of law keeps K, and the probabilities where it can. Another method has its usual constants.
 * Queries that a changed law no longer has are dropped.
 *
 * @param {object} experiment a checked experiment
 * @param {string} path such as `epsilon`, `law.features`, `law.kind`, `initial.kind` or `constants.momentum`
 * @param {*} value
 * @returns {object}
 */
export function withField(experiment, path, value) {
  const [outer, inner] = path.split('.');
  const changes = CHOICES[path]?.(experiment, value)
    ?? { [outer]: inner === undefined ? value : { ...experiment[outer], [inner]: value } };
  return withQueriesOfLaw({ ...experiment, ...changes });
}

const CHOICES = {
  'law.kind': ({ law }, kind) => ({ law: lawOfKind(law, kind) }),
  'initial.kind': ({ initial }, kind) => ({
    initial: kind === initial.kind ? initial : usualInitial(kind),
  }),
  method: ({ method, constants }, next) => ({
    method: next,
    constants: next === method ? constants : usualConstants(next),
  }),
};

/**
 * The initial logits of a kind that are offered first.
 *
 * @param {string} kind
 * @returns {object}
 */
export function usualInitial(kind) {
  return { kind, ...usualValues(initialFields(kind)) };
}

/**
 * The constants that a method has if none are chosen.
 *
 * @param {string} method
 * @returns {object}
 */
export function usualConstants(method) {
  return usualValues(methodFields(method));
}

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
