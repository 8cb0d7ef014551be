/**
 * Reads the tree of an experiment file, in which all scalars are texts, by the rules of `icl run`.
 */

import { StateProblem, alternatives, broken } from './check.js';
import { METHODS } from './experiment.js';
import { LAW_KINDS } from './law.js';
import { parseDecimal } from './numbers.js';
import {
  given, isMapping, isNothing, list, mapping, number, numberAt, required, requiredNumber, requiredWhole,
  scalar, whole,
} from './tree.js';
import { wholeOrText } from './words.js';

/** The constants that a method looks at, and their defaults, the only values that the studio has. */
export const METHOD_CONSTANTS = Object.freeze({
  flow: { tolerance: 'auto' },
  gd: {},
  momentum: { momentum: 0.9 },
  nesterov: { momentum: 0.9 },
  adam: { beta1: 0.9, beta2: 0.999, adamEpsilon: 1e-8 },
  signgd: {},
  normalized: {},
});

const KEYS = [
  'tokenLaw', 'promptLength', 'labels', 'features', 'initial', 'training', 'queries', 'queryLaw', 'change',
  'valueScale', 'test',
];
const CONSTANTS = ['momentum', 'beta1', 'beta2', 'adamEpsilon', 'batch', 'seed', 'tolerance'];
const COUNTED = ['batch', 'seed'];
const INFINITY = /^\s*(?:inf|infinity|\.inf)\s*$/i;

/**
 * The experiment of a tree, to be checked; what is not given takes its default.
 *
 * @param {*} tree of mappings, lists and texts
 * @returns {object}
 * @throws {StateProblem}
 */
export function readExperiment(tree) {
  if (isNothing(tree)) {
    throw new StateProblem('', 'The file must hold an experiment, but is empty.');
  }
  if (isMapping(tree) && Object.hasOwn(tree, 'mixture')) {
    throw new StateProblem('mixture', 'mixture belongs to the second system, which the studio cannot show; '
      + '`icl classify` can run the file.');
  }
  const file = mapping(tree, '', KEYS);
  refuseVariations(file);
  return {
    law: readLaw(required(file, '', 'tokenLaw')),
    promptLength: readLength(required(file, '', 'promptLength')),
    noise: readNoise(file),
    initial: readInitial(file),
    ...readTraining(file),
    queries: readQueries(given(file, 'queries')),
  };
}

function readLaw(tree) {
  const choice = mapping(tree, 'tokenLaw', LAW_KINDS);
  const kinds = Object.keys(choice);
  if (kinds.length !== 1) {
    throw new StateProblem(
      'tokenLaw', `tokenLaw must have exactly one of the keys ${LAW_KINDS.join(', ')}, not ${kinds.length}.`);
  }
  const [kind] = kinds;
  return { kind, ...LAWS[kind](required(choice, 'tokenLaw', kind), `tokenLaw.${kind}`) };
}

const LAWS = {
  imbalanced: (tree, path) => {
    const law = mapping(tree, path, ['features', 'dominant']);
    return {
      features: requiredWhole(law, path, 'features'),
      dominant: requiredNumber(law, path, 'dominant'),
    };
  },
  balanced: (tree, path) => ({
    features: requiredWhole(mapping(tree, path, ['features']), path, 'features'),
  }),
  zipf: (tree, path) => {
    const law = mapping(tree, path, ['features', 'exponent']);
    return { features: requiredWhole(law, path, 'features'), exponent: numberAt(law, path, 'exponent', 1) };
  },
  probabilities: (tree, path) => ({
    probabilities: list(tree, path).map((p, k) => number(p, `${path}[${k}]`)),
  }),
  groups: (tree, path) => ({ groups: list(tree, path).map((g, i) => readGroup(g, `${path}[${i}]`)) }),
};

function readGroup(tree, path) {
  const group = mapping(tree, path, ['probability', 'count']);
  const count = given(group, 'count');
  return {
    probability: requiredNumber(group, path, 'probability'),
    count: count === undefined ? 1 : whole(count, `${path}.count`),
  };
}

function readLength(tree) {
  if (typeof tree === 'string' && INFINITY.test(tree)) {
    return Infinity;
  }
  const rule = 'a whole number from 1 to 1e18, or inf';
  return wholeOrText('promptLength', 'promptLength', scalar(tree, 'promptLength', rule), parseDecimal);
}

function readNoise(file) {
  const labels = mapping(given(file, 'labels') ?? {}, 'labels', ['covariance', 'noise']);
  const covariance = given(labels, 'covariance') ?? 'identity';
  const isLinear = isMapping(covariance)
    && Object.keys(covariance).length === 1 && covariance.kernel === 'linear';
  if (covariance !== 'identity' && !isLinear) {
    throw notShown('labels.covariance', 'identity', covariance);
  }
  return numberAt(labels, 'labels', 'noise', 0);
}

function readInitial(file) {
  const initial = mapping(given(file, 'initial') ?? {}, 'initial', ['logits']);
  const logits = given(initial, 'logits') ?? 'zero';
  if (logits === 'zero') {
    return { kind: 'zero' };
  }
  if (!isMapping(logits)) {
    throw notShown('initial.logits', 'zero or {gaussian: {scale, seed}}', logits);
  }
  const path = 'initial.logits.gaussian';
  const tree = required(mapping(logits, 'initial.logits', ['gaussian']), 'initial.logits', 'gaussian');
  const gaussian = mapping(tree, path, ['scale', 'seed']);
  const seed = given(gaussian, 'seed');
  return {
    kind: 'gaussian',
    scale: requiredNumber(gaussian, path, 'scale'),
    seed: seed === undefined ? 1 : whole(seed, `${path}.seed`),
  };
}

function readTraining(file) {
  const known = ['method', 'learningRate', 'epsilon', 'until', ...CONSTANTS];
  const training = mapping(given(file, 'training') ?? {}, 'training', known);
  const method = given(training, 'method') ?? 'flow';
  if (!METHODS.includes(method)) {
    const refuse = method === 'sgd' ? notShown : (path, rule, value) => broken(path, path, rule, value);
    throw refuse('training.method', alternatives(METHODS), method);
  }
  refuseConstants(training, METHOD_CONSTANTS[method]);
  return {
    method,
    learningRate: numberAt(training, 'training', 'learningRate', 1),
    epsilon: numberAt(training, 'training', 'epsilon', 0.01),
    until: timeAt(training, 'until'),
  };
}

// A constant that the method does not look at may be any number.
function refuseConstants(training, defaults) {
  for (const name of CONSTANTS) {
    const value = name === 'tolerance' ? timeAt(training, name) : numberAt(training, 'training', name, null);
    if (COUNTED.includes(name) && value !== null && !Number.isInteger(value)) {
      throw broken(`training.${name}`, `training.${name}`, 'a whole number', value);
    }
    if (value !== null && Object.hasOwn(defaults, name) && value !== defaults[name]) {
      throw notShown(`training.${name}`, String(defaults[name]), given(training, name));
    }
  }
}

function timeAt(training, key) {
  const value = given(training, key);
  return value === undefined || value === 'auto' ? 'auto' : number(value, `training.${key}`);
}

function readQueries(tree) {
  if (tree === undefined || tree === 'auto' || tree === 'all') {
    return tree ?? 'auto';
  }
  if (!Array.isArray(tree) || tree.length === 0) {
    throw broken('queries', 'queries', 'auto, all or a list of at least one feature', tree);
  }
  // A query that is listed again is trained once.
  return [...new Set(tree.map((query, i) => whole(query, `queries[${i}]`)))];
}

function refuseVariations(file) {
  const features = mapping(given(file, 'features') ?? {}, 'features', ['gram']);
  const scale = mapping(given(file, 'valueScale') ?? {}, 'valueScale', ['initial', 'trained']);
  requireWord('features.gram', given(features, 'gram'), ['identity']);
  requireWord('queryLaw', given(file, 'queryLaw'), ['same']);
  requireWord('change', given(file, 'change'), ['none']);
  requireWord('test', given(file, 'test'), ['same']);
  requireWord('valueScale.trained', given(scale, 'trained'), ['false']);
  if (numberAt(scale, 'valueScale', 'initial', 1) !== 1) {
    throw notShown('valueScale.initial', '1', scale.initial);
  }
}

function requireWord(path, value, words) {
  if (value !== undefined && !words.includes(value)) {
    throw notShown(path, words[0], value);
  }
}

function notShown(path, rule, value) {
  const refusal = broken(path, path, `${rule} in the studio`, value);
  return new StateProblem(path, refusal.sentence.replace(/\.$/, '; `icl run` can run it.'));
}
