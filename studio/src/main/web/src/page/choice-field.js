/**
 * One of a few words: buttons side by side, or a list to unfold.
 */

import { element } from './element.js';
import { fieldFrame } from './field-frame.js';

/**
 * @param {object} field see fields.js
 * @param {{onSet: function(string), onReset: function()}} listeners
 * @returns {object} the frame with `show(value)`
 */
export function choiceField(field, listeners) {
  const frame = fieldFrame(field, listeners);
  const group = element('div', {
    class: 'segments',
    role: 'radiogroup',
    'aria-labelledby': `${frame.id}-label`,
  });
  const radios = field.options.map((option, index) => radio(field, frame, option, index));
  radios.forEach(({ input, label }) => {
    group.append(input, label);
    input.addEventListener('change', () => listeners.onSet(input.value));
  });
  frame.describe(group);
  frame.body.append(group);
  return {
    ...frame,
    show: (value) =>
      radios.forEach(({ input }) => {
        input.checked = input.value === value;
      }),
  };
}

function radio(field, frame, option, index) {
  const id = index === 0 ? frame.id : `${frame.id}-${index}`;
  return {
    input: element('input', {
      type: 'radio',
      name: field.path,
      value: option.value,
      id,
      class: 'visually-hidden',
    }),
    label: element('label', { for: id, class: 'segment' }, option.label),
  };
}

/**
 * @param {object} field see fields.js
 * @param {{onSet: function(string), onReset: function()}} listeners
 * @returns {object} the frame with `show(value)`
 */
export function selectField(field, listeners) {
  const frame = fieldFrame(field, listeners);
  const select = element(
    'select',
    { id: frame.id, class: 'select' },
    ...field.options.map(({ value, label }) => element('option', { value }, label)),
  );
  select.addEventListener('change', () => listeners.onSet(select.value));
  frame.describe(select);
  frame.body.append(select);
  return {
    ...frame,
    show: (value) => {
      select.value = value;
    },
  };
}
