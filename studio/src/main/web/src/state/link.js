/**
 * The link: the whole state as text that people can read, and anything at all back into a state.
 *
 * `#v1&law=imbalanced&K=1e6&N=inf&t=3e11&pin=law:balanced;K:1e6`
 */

import { StateProblem, cut } from './check.js';
import { DEFAULT_STATE, checkState } from './experiment.js';
import { EXPERIMENT_KEYS, readKeys, writeKeys } from './linkkeys.js';
import { VIEW_KEYS, readView, writeView } from './viewkeys.js';
import { unknownKey } from './words.js';

const VERSION = 'v1';

/** The longest link that is read: more than six experiments of 64 probabilities with all their digits. */
export const LONGEST_LINK = 16000;

const TOP_KEYS = [...EXPERIMENT_KEYS, ...VIEW_KEYS];

/**
 * The canonical link of a state: fixed order, defaults left out.
 *
 * @param {object} state a checked state
 * @returns {string}
 */
export function toLink({ experiment, view, pins }) {
  const keys = [...writeKeys(experiment), ...writeView(view), ...pins.map((pin) => ['pin', writePin(pin)])];
  return `#${[VERSION, ...keys.map((pair) => pair.join('='))].join('&')}`;
}

function writePin(experiment) {
  return writeKeys(experiment).map((pair) => pair.join(':')).join(';');
}

/**
 * The state of a link. Whatever is given, it does not throw.
 *
 * @param {string} hash with or without the leading `#`
 * @returns {{state: object, problem: string|null}} the default state if there is a problem
 */
export function fromLink(hash) {
  try {
    return { state: readState(typeof hash === 'string' ? hash.replace(/^#/, '') : ''), problem: null };
  } catch (problem) {
    if (!(problem instanceof StateProblem)) {
      throw problem;
    }
    return { state: DEFAULT_STATE, problem: `This link cannot be shown: ${problem.sentence}` };
  }
}

function readState(text) {
  if (text === '') {
    return DEFAULT_STATE;
  }
  if (text.length > LONGEST_LINK) {
    throw new StateProblem('', `it has ${text.length} characters, and at most ${LONGEST_LINK} are read.`);
  }
  const [version, ...parts] = text.split('&');
  if (version !== VERSION) {
    throw new StateProblem('', `it must start with #${VERSION}, not with #${cut(version)}.`);
  }
  const pairs = parts.map((part) => pairOf(part, '='));
  const pins = pairs.filter(([key]) => key === 'pin').map(([, pin]) => readPin(pin));
  const keys = keysOf(pairs.filter(([key]) => key !== 'pin'), TOP_KEYS);
  const { state, problem } = checkState({ experiment: readKeys(keys), view: readView(keys), pins });
  if (problem !== null) {
    throw new StateProblem(problem.field, problem.sentence);
  }
  return state;
}

function readPin(text) {
  return readKeys(keysOf(text.split(';').map((part) => pairOf(part, ':')), EXPERIMENT_KEYS));
}

function pairOf(part, separator) {
  const end = part.indexOf(separator);
  if (end < 1) {
    throw new StateProblem('', `'${cut(part)}' is not a key and a value.`);
  }
  return [part.slice(0, end), separator === '=' ? decoded(part.slice(end + 1)) : part.slice(end + 1)];
}

function decoded(value) {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new StateProblem('', `'${cut(value)}' has a per cent sign that stands for no character.`);
  }
}

function keysOf(pairs, known) {
  const keys = new Map();
  for (const [key, value] of pairs) {
    if (!known.includes(key)) {
      throw unknownKey(key, key, known);
    }
    if (keys.has(key)) {
      throw new StateProblem(key, `${key} is given twice.`);
    }
    keys.set(key, value);
  }
  return keys;
}
