/**
 * The fields of an experiment as the rail shows them: names, explanations, and where their sliders may stand.
 * What is declared is taken from the declaration; what is said here makes it easier to use.
 */

import {
  INITIAL_KINDS, LAW_KINDS, METHODS, SOURCES, initialFields, lawFields, methodFields,
} from '../state/experiment.js';
import { mostFeatures } from '../state/law.js';
import { entryAt, kindsAt, titleOf, wordsOf } from '../state/shape.js';
import { evenStops, logarithmicStops, stopsWithin } from './stops.js';

/**
 * @typedef {object} Field
 * @property {string} path as in withField
 * @property {string} source where it is declared
 * @property {'choice'|'select'|'number'|'list'} kind
 * @property {string} label
 * @property {string} symbol as in symbols.js, or empty
 * @property {string} hint
 * @property {{value: *, label: string}[]} [options] of a choice
 * @property {number[]} [stops] of a slider
 * @property {string} [list] which list of list-text.js
 * @property {function(object): boolean} [isShown] given the experiment; always, if left out
 */

/** What is said of a field besides its declaration, by its path in the state. */
const MORE = {
  'law.features': { hint: 'Training takes about K² iterations.' },
  'law.dominant': { label: 'Dominant share', stops: evenStops(0.01, 0.99, 0.01) },
  'law.exponent': { stops: evenStops(0, 3, 0.05) },
  'law.probabilities': { symbol: 'p_1, p_2, …', hint: 'Numbers with commas between; their sum is 1.' },
  'law.weights': { symbol: 'w_1, w_2, …', hint: 'Positive numbers with commas between, divided by their sum.' },
  'law.groups': {
    symbol: 'p × count',
    hint: 'The probability of one feature, times their number; the sum is 1.',
  },
  promptLength: {
    hint: 'Short prompts miss the query, which puts a floor under its error.',
    kind: 'number',
    stops: [...logarithmicStops(1, 1e18, { whole: true }), Infinity],
  },
  noise: {
    label: 'Label noise',
    hint: 'With noise the floor is found by minimisation.',
    stops: [0, ...logarithmicStops(1e-6, 10)],
  },
  learningRate: { stops: logarithmicStops(1e-3, 1e6) },
  'initial.scale': { stops: logarithmicStops(1e-3, 10) },
  'initial.seed': { stops: evenStops(1, 100, 1) },
  'constants.seed': { stops: evenStops(1, 100, 1) },
  epsilon: { label: 'Accuracy', stops: logarithmicStops(1e-8, 0.5) },
  until: { label: 'Train until' },
};

/** Kinds that have a shorter or nicer name here. */
const NAMES = { zipf: 'Zipf', probabilities: 'list', gaussian: 'Gaussian' };

/** More options than this are a list to unfold. */
const MOST_BUTTONS = 6;

/** @type {{title: string, fields: Field[]}[]} */
export const SECTIONS = [
  {
    title: 'Prompts',
    fields: [
      {
        path: 'law.kind',
        source: 'tokenLaw',
        kind: LAW_KINDS.length > MOST_BUTTONS ? 'select' : 'choice',
        label: 'Token law',
        symbol: 'p_k',
        hint: 'How often each feature shows in a prompt, and how often it is asked for.',
        options: LAW_KINDS.map((value) => ({ value, label: NAMES[value] ?? value })),
      },
      ...LAW_KINDS.flatMap(fieldsOfLaw),
      declared('promptLength'),
      declared('noise'),
    ],
  },
  {
    title: 'Training',
    fields: [
      {
        path: 'method',
        source: 'training.method',
        kind: 'select',
        label: 'Method',
        symbol: '',
        hint: 'The flow is descent with small steps; the others are iterated one by one, so keep K small.',
        options: kindsAt('training.method').map(({ kind, sentence }) => ({
          value: kind,
          label: brief(sentence),
        })),
      },
      ...METHODS.flatMap((method) =>
        methodFields(method).map((field) => ({
          ...fieldOf(field, `constants.${field.key}`, `training.${field.key}`),
          isShown: (experiment) => experiment.method === method,
        })),
      ),
      declared('learningRate'),
      {
        path: 'initial.kind',
        source: 'initial.logits',
        kind: 'choice',
        label: 'Initial logits',
        symbol: '',
        hint: 'The weights before training: all zero, or drawn at random.',
        options: INITIAL_KINDS.map((value) => ({ value, label: NAMES[value] ?? value })),
      },
      ...INITIAL_KINDS.flatMap((kind) =>
        initialFields(kind).map((field) => ({
          ...fieldOf(field, `initial.${field.key}`, `initial.logits.${kind}.${field.key}`),
          isShown: ({ initial }) => initial.kind === kind,
        })),
      ),
    ],
  },
  {
    title: 'Goal',
    fields: [
      declared('epsilon'),
      declared('until'),
      {
        path: 'queries',
        source: 'queries',
        kind: 'list',
        label: 'Queries',
        symbol: 'v_k',
        list: 'queries',
        hint: 'auto, all, or the numbers of up to 12 features, with commas between; v_1 is 1.',
      },
    ],
  },
];

// The sentence up to its formulas.
function brief(sentence) {
  return sentence.split(/[,:;]/)[0];
}

function declared(path) {
  return fieldOf(entryAt(SOURCES[path]), path, SOURCES[path]);
}

function fieldsOfLaw(kind) {
  return lawFields(kind).map((field) => {
    const made = fieldOf(field, `law.${field.key}`, `tokenLaw.${kind}.${field.key}`);
    return { ...made, ...featuresOf(field, kind), isShown: ({ law }) => law.kind === kind };
  });
}

// As many as the page can show.
function featuresOf({ key }, kind) {
  const most = Math.min(mostFeatures(kind), 1e9);
  return key === 'features' ? { stops: logarithmicStops(2, most, { whole: true }) } : {};
}

function fieldOf({ key, symbol, sentence, shape }, path, source) {
  const more = MORE[path] ?? {};
  return {
    path,
    source,
    label: titleOf(key),
    symbol,
    ...controlOf(shape, more),
    ...more,
    hint: `${capital(sentence)}. ${more.hint ?? ''}`.trim(),
  };
}

function capital(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function controlOf(shape, { stops }) {
  switch (shape.type) {
    case 'number':
      return { kind: 'number', stops: stops ?? stopsWithin(shape) };
    case 'word':
      return { kind: 'select', options: wordsOf(shape).map((value) => ({ value, label: value })) };
    case 'list':
      return { kind: 'list', list: shape.element.type === 'number' ? 'probabilities' : 'groups' };
    default:
      return { kind: 'list', list: 'scalar' };
  }
}

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
