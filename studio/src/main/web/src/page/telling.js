/**
 * The sentence and the formula of the moment, beside what the law predicts and the run measured.
 */

import { shortNumber } from '../state/numbers.js';
import { element } from './element.js';
import { showFormula, texNumber } from './formula.js';
import { storyOf } from './phase-story.js';
import { setSymbols } from './symbols.js';

const DIGITS = 4;

/**
 * @param {HTMLElement} host
 * @returns {{draw: function(object)}}
 */
export function createTelling(host) {
  const title = element('p', { class: 'telling-title' });
  const sentence = element('p', { class: 'telling-sentence' });
  const formula = element('div', { class: 'telling-formula' });
  const comparison = element('div', { class: 'telling-comparison' });
  host.replaceChildren(
    element('div', { class: 'telling-words' }, title, sentence),
    element(
      'div',
      { class: 'telling-law', tabindex: '0', role: 'group', 'aria-label': 'Formula' },
      formula,
      comparison,
    ),
  );
  return {
    draw: (scene) => {
      const story = storyOf(scene);
      setSymbols(title, story.title);
      setSymbols(sentence, story.sentence);
      showFormula(formula, story.formula);
      showFormula(comparison, comparisonOf(story.law));
    },
  };
}

function comparisonOf(law) {
  if (law?.quantity === undefined) {
    return '';
  }
  const [measured, predicted] = [law.measured, law.predicted].map((value) =>
    texNumber(shortNumber(value, DIGITS)),
  );
  return String.raw`${law.quantity} = ${measured}\text{ here; }${predicted}\text{ ${law.scope}}`;
}
