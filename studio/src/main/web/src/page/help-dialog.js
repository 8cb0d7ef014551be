/**
 * What the letters mean, and which keys do what.
 */

import { createDialog } from './dialog.js';
import { element } from './element.js';
import { symbols } from './symbols.js';

const LETTERS = [
  ['v_1 … v_K', 'the features, orthonormal; v_k is the one that is asked for'],
  ['p_k', 'how often v_k shows in a prompt, and how often it is asked for'],
  ['N', 'tokens in a prompt, each with its label under a task that is new in every prompt'],
  ['L_k', 'prediction error: half the expected squared error when v_k is asked for'],
  ['L_k*', 'the floor: the least error that any weights reach; prompts that never show v_k still err'],
  ['A_k', 'the weight between the query v_k and its own feature, v_kᵀQv_k'],
  ['B_{k,n}', 'the weight between the query v_k and another feature, v_nᵀQv_k'],
  ['α_k, β_{k,n}', 'the directions in which training moves A_k and B_{k,n}'],
  ['Attn_n', 'the expected attention to all tokens that show v_n'],
  ['η', 'learning rate'],
  ['t, τ', 'iterations, and flow time τ = η t'],
  ['ε', 'a query has converged when L_k ≤ L_k* + ε'],
  ['o', 'the odds Attn_k/(1 − Attn_k), with F(o) = −1/o + 3 ln o + 3o + o²/2 and κ = K/(K − 1)'],
];

const KEYS = [
  ['Space', 'play or stop'],
  ['← →', 'one sample back or forth; with Shift ten'],
  ['Home, End', 'to the start, to the end'],
  ['Escape', 'take the cursor away'],
  ['Ctrl Z, Ctrl Y', 'undo, redo'],
  ['P', 'pin this run'],
  ['?', 'this help'],
  ['+ − 0', 'in a plot: zoom in, out, whole run'],
];

/**
 * @returns {function()} opens the dialog
 */
export function createHelpDialog() {
  const dialog = createDialog(
    'What you see here',
    element(
      'p',
      {},
      'One layer of softmax attention is trained to label the query of a prompt from the labels it ' +
        'attends to. The whole training run is computed exactly, on the population loss, in your browser; ' +
        'nothing is sampled, and nothing is sent anywhere.',
    ),
    element('h3', {}, 'Letters'),
    definitions(LETTERS, (term) => symbols(term)),
    element('h3', {}, 'Phases of an under-represented feature'),
    element(
      'p',
      {},
      ...symbols(
        'I until α_k overtakes |β_{k,1}|, II until Attn_k overtakes Attn_1, III until Attn_k ' +
          '= ½, IV until L_k ≤ L_k* + ε. They are found by who leads: no constant in them is fitted.',
      ),
    ),
    element('h3', {}, 'Keys'),
    definitions(KEYS, (term) => [element('kbd', {}, term)]),
  );
  return () => dialog.showModal();
}

function definitions(pairs, termOf) {
  return element(
    'dl',
    { class: 'definitions' },
    ...pairs.map(([term, meaning]) =>
      element('div', {}, element('dt', {}, ...termOf(term)), element('dd', {}, ...symbols(meaning))),
    ),
  );
}
