/**
 * Switches that all plots share: the time axis, and what is drawn over the curves.
 */

import { element } from './element.js';

const SWITCHES = [
  { name: 'phases', label: 'phases' },
  { name: 'law', label: 'sharp law' },
  { name: 'bound', label: 'bound' },
];

/**
 * @param {HTMLElement} host
 * @param {{onView: function(object)}} listeners told changes of the view
 * @returns {{draw: function(object)}}
 */
export function createPlotSwitches(host, { onView }) {
  let view = null;
  const overlays = SWITCHES.map(({ name, label }) => {
    const box = element('input', { type: 'checkbox', id: `overlay-${name}` });
    box.addEventListener('change', () => onView({ overlays: { ...view.overlays, [name]: box.checked } }));
    return { name, box, root: element('label', { class: 'switch', for: box.id }, box, label) };
  });
  const linear = element('input', { type: 'checkbox', id: 'time-linear' });
  linear.addEventListener('change', () => onView({ timeScale: linear.checked ? 'linear' : 'log' }));
  host.append(
    ...overlays.map(({ root }) => root),
    element('label', { class: 'switch', for: linear.id }, linear, 'linear time'),
  );
  return {
    draw: (state) => {
      ({ view } = state);
      overlays.forEach(({ name, box }) => {
        box.checked = view.overlays[name];
      });
      linear.checked = view.timeScale === 'linear';
    },
  };
}
