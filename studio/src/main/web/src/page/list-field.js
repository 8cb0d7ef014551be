/**
 * A list of numbers, edited as text.
 */

import { button, element } from './element.js';
import { fieldFrame } from './field-frame.js';
import { readList, writeList } from './list-text.js';

const LONG_LISTS = ['probabilities', 'groups'];

/**
 * @param {object} field see fields.js
 * @param {{onSet: function(*), onReset: function()}} listeners
 * @returns {object} the frame with `show(value)`
 */
export function listField(field, listeners) {
  const frame = fieldFrame(field, listeners);
  const isLong = LONG_LISTS.includes(field.list);
  const input = isLong
    ? element('textarea', { id: frame.id, class: 'list-text', rows: '3', spellcheck: 'false' })
    : element('input', {
        id: frame.id,
        class: 'field-value list-line',
        type: 'text',
        spellcheck: 'false',
        size: '8',
      });
  input.addEventListener('change', () => listeners.onSet(readList(field.list, input.value)));
  frame.describe(input);
  if (isLong) {
    frame.body.append(input);
  } else {
    frame.head.append(input);
  }
  if (field.list === 'probabilities') {
    frame.body.append(scaleButton(input, listeners));
  }
  return { ...frame, show: (value) => show(field, value, input) };
}

// Lists are mostly typed in as shares of no particular whole.
function scaleButton(input, { onSet }) {
  const scale = () => {
    const values = readList('probabilities', input.value);
    const sum = values.reduce((total, value) => total + value, 0);
    onSet(sum > 0 && Number.isFinite(sum) ? values.map((value) => value / sum) : values);
  };
  return button({ class: 'quiet small', on: { click: scale } }, 'Scale to sum 1');
}

function show(field, value, input) {
  const written = writeList(field.list, value);
  if (input.value !== written) {
    input.value = written;
  }
}
