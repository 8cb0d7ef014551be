/**
 * Symbols of the theory in ordinary text: `B_{k,1}` becomes an italic B with a subscript.
 */

import { element } from './element.js';

// A letter with a subscript, or one that stands alone and is no word.
const SYMBOL = /(Attn|[A-Za-zα-ω])_(?:\{([^}]+)\}|(\w))(\*?)|(?<![\p{L}'’])([B-HJ-Zb-zα-ω])(?![\p{L}'’])/gu;

/**
 * A text with symbols as nodes.
 *
 * @param {string} text such as `until α_k overtakes |β_{k,1}|`
 * @returns {(Node|string)[]}
 */
export function symbols(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(SYMBOL)) {
    nodes.push(text.slice(end, match.index), ...symbol(match));
    end = match.index + match[0].length;
  }
  return [...nodes, text.slice(end)];
}

function symbol([, letter, braced, single, star, alone]) {
  if (alone !== undefined) {
    return [element('i', {}, alone)];
  }
  const name = letter === 'Attn' ? letter : element('i', {}, letter);
  return [name, element('sub', {}, ...subscript(braced ?? single)), star];
}

function subscript(text) {
  return text.split(/([A-Za-z])/).map((part) => (/[A-Za-z]/.test(part) ? element('i', {}, part) : part));
}

/**
 * Puts a text with symbols into an element, if it is not there already.
 *
 * @param {HTMLElement} host
 * @param {string} text
 */
export function setSymbols(host, text) {
  if (host.dataset.text !== text) {
    host.dataset.text = text;
    host.replaceChildren(...symbols(text));
  }
}

/**
 * A text with symbols as plain text.
 *
 * @param {string} text
 * @returns {string}
 */
export function plainText(text) {
  return symbols(text)
    .map((node) => node.textContent ?? node)
    .join('');
}
