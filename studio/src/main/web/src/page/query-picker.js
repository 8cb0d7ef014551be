/**
 * Which query's panels are shown.
 */

import { element } from './element.js';
import { symbols } from './symbols.js';

const MOST_SEGMENTS = 5;

/**
 * @param {HTMLElement} host
 * @param {{onQuery: function(number)}} listeners
 * @returns {{draw: function(object)}}
 */
export function createQueryPicker(host, { onQuery }) {
  let key = '';
  return {
    draw: ({ run, column }) => {
      const wanted = run.columns.map(({ query, role }) => `${query} ${role}`).join();
      if (wanted !== key) {
        key = wanted;
        host.replaceChildren(
          element('span', { id: 'query-picker-label', class: 'bar-label' }, 'Query'),
          run.columns.length > MOST_SEGMENTS ? list(run, onQuery) : segments(run, onQuery),
        );
      }
      select(host, String(column.query));
    },
  };
}

function segments({ columns }, onQuery) {
  return element(
    'div',
    { class: 'segments', role: 'radiogroup', 'aria-labelledby': 'query-picker-label' },
    ...columns.flatMap(({ query, role }) => [
      element('input', {
        type: 'radio',
        name: 'query',
        class: 'visually-hidden',
        id: `query-${query}`,
        value: String(query),
        on: { change: () => onQuery(query) },
      }),
      element(
        'label',
        { for: `query-${query}`, class: 'segment' },
        ...symbols(`v_{${query + 1}}`),
        ` ${role}`,
      ),
    ]),
  );
}

function list({ columns }, onQuery) {
  const select = element(
    'select',
    { class: 'select', id: 'query', 'aria-labelledby': 'query-picker-label' },
    ...columns.map(({ query, role }) =>
      element('option', { value: String(query) }, `v${lowered(query + 1)}, ${role}`),
    ),
  );
  select.addEventListener('change', () => onQuery(Number(select.value)));
  return select;
}

function lowered(number) {
  return String(number).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[digit]);
}

function select(host, query) {
  const chosen = host.querySelector(`input[value="${query}"]`);
  if (chosen !== null) {
    chosen.checked = true;
  } else if (host.querySelector('select') !== null) {
    host.querySelector('select').value = query;
  }
}
