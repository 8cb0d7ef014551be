/**
 * The fields of an experiment as the rail shows them: names, explanations, and where their sliders may stand.
 */

import { METHODS } from '../state/experiment.js';
import { evenStops, logarithmicStops } from './stops.js';

/**
 * @typedef {object} Field
 * @property {string} path as in withField
 * @property {'choice'|'select'|'number'|'list'} kind
 * @property {string} label
 * @property {string} symbol as in symbols.js, or empty
 * @property {string} hint
 * @property {{value: *, label: string}[]} [options] of a choice
 * @property {number[]} [stops] of a slider
 * @property {string} [list] which list of list-text.js
 * @property {function(object): boolean} [isShown] given the experiment; always, if left out
 */

const isLaw =
  (...kinds) =>
  ({ law }) =>
    kinds.includes(law.kind);
const isGaussian = ({ initial }) => initial.kind === 'gaussian';

const METHOD_NAMES = {
  flow: 'gradient flow',
  gd: 'gradient descent',
  momentum: 'momentum',
  nesterov: 'Nesterov',
  adam: 'Adam',
  signgd: 'sign descent',
  normalized: 'normalized descent',
};

/** @type {{title: string, fields: Field[]}[]} */
export const SECTIONS = [
  {
    title: 'Prompts',
    fields: [
      {
        path: 'law.kind',
        kind: 'choice',
        label: 'Token law',
        symbol: 'p_k',
        hint: 'How often each feature shows in a prompt, and how often it is asked for.',
        options: [
          { value: 'imbalanced', label: 'imbalanced' },
          { value: 'balanced', label: 'balanced' },
          { value: 'zipf', label: 'Zipf' },
          { value: 'probabilities', label: 'list' },
          { value: 'groups', label: 'groups' },
        ],
      },
      {
        path: 'law.features',
        kind: 'number',
        label: 'Features',
        symbol: 'K',
        hint: 'The number of orthonormal features v_1 … v_K. Training takes about K² iterations.',
        stops: logarithmicStops(2, 1e9, { whole: true }),
        isShown: isLaw('imbalanced', 'balanced'),
      },
      {
        path: 'law.features',
        kind: 'number',
        label: 'Features',
        symbol: 'K',
        hint: 'The number of orthonormal features v_1 … v_K, at most 2000 here.',
        stops: logarithmicStops(2, 2000, { whole: true }),
        isShown: isLaw('zipf'),
      },
      {
        path: 'law.dominant',
        kind: 'number',
        label: 'Dominant share',
        symbol: 'p_1',
        hint: 'The probability of the dominant feature v_1; the others have (1 − p_1)/(K − 1) each.',
        stops: evenStops(0.01, 0.99, 0.01),
        isShown: isLaw('imbalanced'),
      },
      {
        path: 'law.exponent',
        kind: 'number',
        label: 'Exponent',
        symbol: 's',
        hint: 'Feature number k has a probability proportional to k to the power −s.',
        stops: evenStops(0, 3, 0.05),
        isShown: isLaw('zipf'),
      },
      {
        path: 'law.probabilities',
        kind: 'list',
        label: 'Probabilities',
        symbol: 'p_1, p_2, …',
        list: 'probabilities',
        hint: 'One number a feature, 2 to 64 of them, with commas between; their sum is 1.',
        isShown: isLaw('probabilities'),
      },
      {
        path: 'law.groups',
        kind: 'list',
        label: 'Groups',
        symbol: 'p × count',
        list: 'groups',
        hint: 'Equally frequent features: the probability of one, times their number. At most 12 groups.',
        isShown: isLaw('groups'),
      },
      {
        path: 'promptLength',
        kind: 'number',
        label: 'Prompt length',
        symbol: 'N',
        hint: 'Tokens in a prompt. Short prompts miss the query, which puts a floor under its error.',
        stops: [...logarithmicStops(1, 1e18, { whole: true }), Infinity],
      },
      {
        path: 'noise',
        kind: 'number',
        label: 'Label noise',
        symbol: 'σ²',
        hint: 'Variance of the noise on every label of the prompt. With noise no floor is known.',
        stops: [0, ...logarithmicStops(1e-6, 10)],
      },
    ],
  },
  {
    title: 'Training',
    fields: [
      {
        path: 'method',
        kind: 'select',
        label: 'Method',
        symbol: '',
        hint: 'The flow is descent with small steps; the others are iterated one by one, so keep K small.',
        options: METHODS.map((value) => ({ value, label: METHOD_NAMES[value] })),
      },
      {
        path: 'learningRate',
        kind: 'number',
        label: 'Learning rate',
        symbol: 'η',
        hint: 'Flow time is η times the number of iterations: τ = η t.',
        stops: logarithmicStops(1e-3, 1e6),
      },
      {
        path: 'initial.kind',
        kind: 'choice',
        label: 'Initial logits',
        symbol: '',
        hint: 'The weights before training: all zero, or drawn at random.',
        options: [
          { value: 'zero', label: 'zero' },
          { value: 'gaussian', label: 'Gaussian' },
        ],
      },
      {
        path: 'initial.scale',
        kind: 'number',
        label: 'Scale',
        symbol: '',
        hint: 'Standard deviation of the initial logits.',
        stops: logarithmicStops(1e-3, 10),
        isShown: isGaussian,
      },
      {
        path: 'initial.seed',
        kind: 'number',
        label: 'Seed',
        symbol: '',
        hint: 'The same seed draws the same logits.',
        stops: evenStops(1, 100, 1),
        isShown: isGaussian,
      },
    ],
  },
  {
    title: 'Goal',
    fields: [
      {
        path: 'epsilon',
        kind: 'number',
        label: 'Accuracy',
        symbol: 'ε',
        hint: 'A query has converged when its error is within ε of its floor: L_k ≤ L_k* + ε.',
        stops: logarithmicStops(1e-8, 0.5),
      },
      {
        path: 'until',
        kind: 'list',
        label: 'Train until',
        symbol: 'τ',
        list: 'until',
        hint: 'auto, which is convergence (or rest, where no floor is known), or a flow time.',
      },
      {
        path: 'queries',
        kind: 'list',
        label: 'Queries',
        symbol: 'v_k',
        list: 'queries',
        hint: 'auto, all, or the numbers of up to 12 features, with commas between; v_1 is 1.',
      },
    ],
  },
];

/**
 * The value of a field.
 *
 * @param {object} experiment
 * @param {string} path
 * @returns {*} undefined where this experiment has no such field
 */
export function valueOf(experiment, path) {
  return path.split('.').reduce((value, key) => value?.[key], experiment);
}
