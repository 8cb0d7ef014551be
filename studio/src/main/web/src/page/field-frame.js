/**
 * What every field of the rail has: label, explanation, reset, and the sentence that refuses a value.
 */

import { button, element, setText } from './element.js';
import { icon } from './icons.js';
import { symbols } from './symbols.js';

let made = 0;

/**
 * @param {object} field see fields.js
 * @param {{onReset: function()}} listeners
 * @returns {{root: HTMLElement, head: HTMLElement, body: HTMLElement, id: string,
 *   describe: function(HTMLElement), setProblem: function(string|null), setChanged: function(boolean)}}
 *   `describe` binds an input to the sentence; the first one bound is what the label names
 */
export function fieldFrame(field, { onReset }) {
  const id = `field-${++made}`;
  const hint = element('p', { class: 'field-hint', id: `${id}-hint`, hidden: true }, ...symbols(field.hint));
  const problem = element('p', { class: 'field-problem', id: `${id}-problem`, role: 'alert' });
  const reset = resetButton(field, onReset);
  const head = element(
    'div',
    { class: 'field-head' },
    element(
      'label',
      { for: id, id: `${id}-label` },
      field.label,
      ' ',
      element('span', { class: 'symbol' }, ...symbols(field.symbol)),
    ),
    hintButton(field, hint),
    reset,
  );
  const body = element('div', { class: 'field-body' });
  const root = element('div', { class: 'field', 'data-field': field.path }, head, body, hint, problem);
  const inputs = [];
  return {
    root,
    head,
    body,
    id,
    describe(input) {
      inputs.push(input);
      input.setAttribute('aria-describedby', problem.id);
    },
    setProblem(sentence) {
      setText(problem, sentence ?? '');
      root.classList.toggle('refused', sentence !== null);
      inputs.forEach((input) => input.setAttribute('aria-invalid', String(sentence !== null)));
    },
    setChanged: (isChanged) => reset.classList.toggle('idle', !isChanged),
  };
}

function hintButton(field, hint) {
  const opener = button(
    {
      class: 'icon-button field-hint-button',
      'aria-label': `About: ${field.label}`,
      'aria-expanded': 'false',
      'aria-controls': hint.id,
      title: hint.textContent,
    },
    icon('hint'),
  );
  opener.addEventListener('click', () => {
    hint.hidden = !hint.hidden;
    opener.setAttribute('aria-expanded', String(!hint.hidden));
  });
  return opener;
}

function resetButton(field, onReset) {
  return button(
    {
      class: 'icon-button field-reset idle',
      'aria-label': `Reset: ${field.label}`,
      title: 'Back to the default',
      on: { click: onReset },
    },
    icon('reset'),
  );
}
