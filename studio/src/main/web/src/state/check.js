/**
 * What every check says: one sentence that names the field, what is allowed and what was given.
 */

import { exactNumber } from './numbers.js';

const LONGEST_SHOWN = 40;

/** Why a value was refused. */
export class StateProblem extends Error {
  /**
   * @param {string} field path of the field, such as `law.features`
   * @param {string} sentence a whole sentence for people
   */
  constructor(field, sentence) {
    super(sentence);
    this.name = 'StateProblem';
    this.field = field;
    this.sentence = sentence;
  }
}

/**
 * What was given, in at most 40 characters.
 *
 * @param {*} value
 * @returns {string}
 */
export function shown(value) {
  if (typeof value === 'number') {
    return exactNumber(value);
  }
  if (typeof value === 'string') {
    return cut(value) || 'an empty text';
  }
  if (value === null || value === undefined) {
    return 'nothing';
  }
  return otherKinds(value);
}

function otherKinds(value) {
  if (typeof value === 'boolean' || typeof value === 'bigint') {
    return cut(String(value));
  }
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`.replace('a object', 'a mapping');
}

/**
 * A text from outside, cut to 40 characters, on one line, without characters that are not seen.
 *
 * @param {string} text
 * @param {number} [longest]
 * @returns {string}
 */
export function cut(text, longest = LONGEST_SHOWN) {
  const start = text.slice(0, longest * 4).replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ').trim();
  const characters = [...start];
  const isWhole = characters.length <= longest && text.length <= longest * 4;
  return isWhole ? start : `${characters.slice(0, longest - 1).join('')}…`;
}

/**
 * The problem of a value that breaks a rule.
 *
 * @param {string} field
 * @param {string} name what the field is called in a sentence
 * @param {string} rule what it must be
 * @param {*} given
 * @returns {StateProblem}
 */
export function broken(field, name, rule, given) {
  return new StateProblem(field, `${name} must be ${rule}, not ${shown(given)}.`);
}

/**
 * The number itself, if it is one and keeps to a rule.
 *
 * @param {string} field
 * @param {string} name
 * @param {*} value
 * @param {string} rule
 * @param {function(number): boolean} isAllowed
 * @returns {number} never −0
 * @throws {StateProblem}
 */
export function requireNumber(field, name, value, rule, isAllowed) {
  if (typeof value !== 'number' || !isAllowed(value)) {
    throw broken(field, name, rule, value);
  }
  return value + 0;
}

/**
 * The whole number itself, if it is one from `least` to `most`.
 *
 * @param {string} field
 * @param {string} name
 * @param {*} value
 * @param {number} least
 * @param {number} most
 * @param {string} [range] how a sentence gives the two
 * @returns {number}
 * @throws {StateProblem}
 */
export function requireWhole(field, name, value, least, most, range = `from ${least} to ${most}`) {
  return requireNumber(field, name, value, `a whole number ${range}`, (x) =>
    Number.isInteger(x) && x >= least && x <= most);
}

/**
 * The word itself, if it is among those known.
 *
 * @param {string} field
 * @param {string} name
 * @param {*} value
 * @param {string[]} known
 * @returns {string}
 * @throws {StateProblem}
 */
export function requireWord(field, name, value, known) {
  if (!known.includes(value)) {
    throw broken(field, name, alternatives(known), value);
  }
  return value;
}

/**
 * The mapping itself, if it is one.
 *
 * @param {string} field
 * @param {string} name
 * @param {*} value
 * @returns {object}
 * @throws {StateProblem}
 */
export function requireMapping(field, name, value) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw broken(field, name, 'a mapping', value);
  }
  return value;
}

/**
 * The list itself, if it is one of so many elements.
 *
 * @param {string} field
 * @param {string} name
 * @param {*} value
 * @param {number} least
 * @param {number} most
 * @param {string} elements what they are, in a sentence
 * @returns {Array} a copy without holes
 * @throws {StateProblem}
 */
export function requireList(field, name, value, least, most, elements) {
  const rule = `a list of ${least} to ${most} ${elements}`;
  if (!Array.isArray(value)) {
    throw broken(field, name, rule, value);
  }
  if (value.length < least || value.length > most) {
    throw new StateProblem(field, `${name} must be ${rule}, not of ${value.length}.`);
  }
  return Array.from(value);
}

/**
 * Words as a sentence names them: `a, b or c`.
 *
 * @param {string[]} words
 * @returns {string}
 */
export function alternatives(words) {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
