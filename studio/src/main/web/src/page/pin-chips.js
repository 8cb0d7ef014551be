/**
 * Pinned runs as chips: colour, what differs, swap and remove.
 */

import { differenceLabel, differences, experimentTitle } from '../state/difference.js';
import { MOST_PINS, sameExperiment } from '../state/experiment.js';
import { pinColor, resolveColor } from '../plots/palette.js';
import { button, element } from './element.js';
import { icon } from './icons.js';
import { themeInUse } from './theme.js';

/**
 * @param {HTMLElement} host
 * @param {{onPin: function(), onSwap: function(number), onRemove: function(number)}} listeners
 * @returns {{draw: function(object)}}
 */
export function createPinChips(host, { onPin, onSwap, onRemove }) {
  const pin = button(
    { class: 'quiet pin-button', id: 'pin', title: 'Keep this run for comparison (P)' },
    icon('pin'),
    'Pin this run',
  );
  pin.addEventListener('click', onPin);
  const chips = element('div', { class: 'chips' });
  host.append(pin, chips);
  let drawn = '';
  return {
    draw: (state) => {
      pin.disabled = !canPin(state);
      const fields = differences([state.experiment, ...state.pins]);
      const labels = state.pins.map((experiment) => differenceLabel(experiment, fields) || 'the same run');
      const key = `${themeInUse()} ${labels.join('|')}`;
      if (key !== drawn) {
        drawn = key;
        chips.replaceChildren(
          ...state.pins.map((experiment, index) =>
            chip(experiment, index, labels[index], { onSwap, onRemove }),
          ),
        );
      }
    },
  };
}

/**
 * Whether the run shown can be pinned: there is room, and it is not pinned yet.
 *
 * @param {object} state
 * @returns {boolean}
 */
export function canPin({ experiment, pins }) {
  return pins.length < MOST_PINS && !pins.some((pinned) => sameExperiment(pinned, experiment));
}

function chip(experiment, index, label, { onSwap, onRemove }) {
  const sample = element('span', { class: 'chip-sample', 'aria-hidden': 'true' });
  sample.style.background = resolveColor(pinColor(index), themeInUse());
  return element(
    'span',
    { class: 'chip' },
    button(
      {
        class: 'chip-name',
        title: `Swap with the run shown: ${experimentTitle(experiment)}`,
        on: { click: () => onSwap(index) },
      },
      sample,
      label,
    ),
    button(
      {
        class: 'icon-button chip-remove',
        'aria-label': `Remove the pinned run ${label}`,
        on: { click: () => onRemove(index) },
      },
      icon('close'),
    ),
  );
}
