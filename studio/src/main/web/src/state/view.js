/**
 * What is shown of a run: cursor, scales, overlays, tour.
 */

import { broken, requireMapping, requireNumber, requireWhole, requireWord } from './check.js';
import { deeplyFrozen } from './data.js';

/** The view of somebody who has chosen nothing yet. */
export const DEFAULT_VIEW = deeplyFrozen({
  time: null,
  query: null,
  timeScale: 'log',
  scales: { error: 'log', gradients: 'log', attention: 'linear', weights: 'linear' },
  overlays: { phases: true, bound: false, law: true },
  tour: 0,
});

/** Steps of the guided tour. */
const TOUR_STEPS = 6;

/** Scales that an axis may have. */
const SCALES = Object.freeze(['log', 'linear']);

/**
 * A view with known keys only.
 *
 * @param {*} candidate
 * @param {number} features K of the experiment
 * @returns {object} the canonical view, not frozen
 * @throws {StateProblem}
 */
export function checkView(candidate, features) {
  const view = requireMapping('view', 'The view', candidate);
  return {
    time: checkedTime(view.time),
    query: checkedQuery(view.query, features),
    timeScale: requireWord('view.timeScale', 'The scale of the time', view.timeScale, SCALES),
    scales: checkedScales(view.scales),
    overlays: checkedOverlays(view.overlays),
    tour: requireWhole('view.tour', 'The step of the tour', view.tour, 0, TOUR_STEPS),
  };
}

function checkedTime(time) {
  return time === null
    ? null
    : requireNumber('view.time', 'The time at the cursor', time, 'a finite number of at least 0', (t) =>
        t >= 0 && t < Infinity);
}

function checkedQuery(query, features) {
  return query === null
    ? null
    : requireWhole('view.query', 'The query shown', query, 0, features - 1);
}

function checkedScales(candidate) {
  const scales = requireMapping('view.scales', 'The scales', candidate);
  const names = Object.keys(DEFAULT_VIEW.scales);
  return Object.fromEntries(names.map((name) => [name, checkedScale(name, scales[name])]));
}

function checkedScale(name, scale) {
  const known = name === 'weights' ? ['linear'] : SCALES;
  return requireWord(`view.scales.${name}`, `The scale of ${name}`, scale, known);
}

function checkedOverlays(candidate) {
  const overlays = requireMapping('view.overlays', 'The overlays', candidate);
  const names = Object.keys(DEFAULT_VIEW.overlays);
  return Object.fromEntries(names.map((name) => [name, checkedSwitch(name, overlays[name])]));
}

function checkedSwitch(name, value) {
  if (typeof value !== 'boolean') {
    throw broken(`view.overlays.${name}`, `The overlay ${name}`, 'true or false', value);
  }
  return value;
}
