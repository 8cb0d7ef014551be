/**
 * A number: a slider over round values, and a text field that takes any.
 */

import { exactNumber, parseNumber, shortNumber } from '../state/numbers.js';
import { element, setAttributeOf } from './element.js';
import { fieldFrame } from './field-frame.js';
import { nearestStop } from './stops.js';

/**
 * @param {object} field see fields.js
 * @param {{onMove: function(number), onRest: function(), onSet: function(*), onReset: function()}} listeners
 *   moves of the slider, its rest, and a value typed in
 * @returns {object} the frame with `show(value)`
 */
export function numberField(field, listeners) {
  const frame = fieldFrame(field, listeners);
  const text = textInput(frame.id);
  const slider = sliderInput(field);
  [text, slider].forEach(frame.describe);
  frame.head.append(text);
  frame.body.append(slider);
  slider.addEventListener('input', () => {
    performance.clearMarks('slider-input');
    performance.mark('slider-input');
    listeners.onMove(field.stops[slider.valueAsNumber]);
  });
  slider.addEventListener('change', listeners.onRest);
  text.addEventListener('change', () => listeners.onSet(numberOrText(text.value)));
  return { ...frame, show: (value) => show(field, value, text, slider) };
}

function numberOrText(text) {
  const value = parseNumber(text);
  return Number.isNaN(value) ? text : value;
}

function textInput(id) {
  return element('input', {
    id,
    class: 'field-value',
    type: 'text',
    inputmode: 'text',
    spellcheck: 'false',
    size: '8',
    enterkeyhint: 'done',
  });
}

function sliderInput(field) {
  return element('input', {
    class: 'slider',
    type: 'range',
    min: '0',
    max: String(field.stops.length - 1),
    step: '1',
    'aria-label': `${field.label} ${field.symbol.replaceAll('_', '')}`.trim(),
  });
}

function show(field, value, text, slider) {
  const written = Number.isFinite(value) ? exactNumber(value) : '∞';
  if (text.value !== written) {
    text.value = written;
  }
  const stop = nearestStop(field.stops, value);
  if (slider.valueAsNumber !== stop) {
    slider.value = String(stop);
  }
  const share = stop / (field.stops.length - 1);
  slider.style.setProperty('--share', share.toFixed(4));
  setAttributeOf(slider, 'aria-valuetext', shortNumber(value));
}
