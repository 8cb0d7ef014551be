/**
 * Lists of an experiment as text to edit, and back.
 */

import { exactNumber, parseNumber } from '../state/numbers.js';

const words = (text) => text.split(/[\s,;]+/).filter((word) => word !== '');

// What is no number is handed on as it is, so that the check can say so.
const numberOr = (word) => {
  const value = parseNumber(word);
  return Number.isNaN(value) ? word : value;
};

const LISTS = {
  probabilities: {
    write: (probabilities) => probabilities.map(exactNumber).join(', '),
    read: (text) => words(text).map(numberOr),
  },
  groups: {
    write: (groups) =>
      groups
        .map(({ probability, count }) => `${exactNumber(probability)} × ${exactNumber(count)}`)
        .join(', '),
    read: (text) =>
      text
        .split(/[,;\n]+/)
        .filter((part) => part.trim() !== '')
        .map(readGroup),
  },
  scalar: {
    write: (value) => (typeof value === 'number' ? exactNumber(value) : value),
    read: (text) => numberOr(text.trim()),
  },
  queries: {
    write: (queries) => (Array.isArray(queries) ? queries.map((query) => query + 1).join(', ') : queries),
    read: readQueries,
  },
};

function readGroup(part) {
  const [probability, count = '1'] = part.split(/[×x*]/).map((number) => number.trim());
  return { probability: numberOr(probability), count: numberOr(count) };
}

function readQueries(text) {
  const [first, ...others] = words(text);
  if (others.length === 0 && (first === 'auto' || first === 'all')) {
    return first;
  }
  return words(text)
    .map(numberOr)
    .map((feature) => (typeof feature === 'number' ? feature - 1 : feature));
}

/**
 * @param {'probabilities'|'groups'|'scalar'|'queries'} list
 * @param {*} value of the experiment
 * @returns {string}
 */
export function writeList(list, value) {
  return LISTS[list].write(value);
}

/**
 * @param {'probabilities'|'groups'|'scalar'|'queries'} list
 * @param {string} text
 * @returns {*} to be checked
 */
export function readList(list, text) {
  return LISTS[list].read(text);
}
