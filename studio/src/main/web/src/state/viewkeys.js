/**
 * A view as keys and short texts, as links hold it.
 */

import { StateProblem, alternatives, broken } from './check.js';
import { DEFAULT_VIEW } from './view.js';
import { exactNumber } from './numbers.js';
import { numberOrText, wholeOrText } from './words.js';

/** All keys of a view, in the order in which they are written. */
export const VIEW_KEYS = Object.freeze(['t', 'show', 'x', 'y', 'hide', 'overlay', 'tour']);

/**
 * The keys of a view in fixed order, without those at their default.
 *
 * @param {object} view
 * @returns {[string, string][]}
 */
export function writeView(view) {
  const keys = {
    t: view.time === null ? '' : exactNumber(view.time),
    show: view.query === null ? '' : exactNumber(view.query),
    x: view.timeScale === DEFAULT_VIEW.timeScale ? '' : view.timeScale,
    y: changed(view.scales, DEFAULT_VIEW.scales).map((name) => `${name}:${view.scales[name]}`).join(','),
    hide: changed(view.overlays, DEFAULT_VIEW.overlays).filter((name) => !view.overlays[name]).join(','),
    overlay: changed(view.overlays, DEFAULT_VIEW.overlays).filter((name) => view.overlays[name]).join(','),
    tour: view.tour === 0 ? '' : exactNumber(view.tour),
  };
  return VIEW_KEYS.filter((key) => keys[key] !== '').map((key) => [key, keys[key]]);
}

function changed(values, defaults) {
  return Object.keys(defaults).filter((name) => values[name] !== defaults[name]);
}

/**
 * The view of some keys, to be checked.
 *
 * @param {Map<string, string>} keys known ones
 * @returns {object}
 * @throws {StateProblem}
 */
export function readView(keys) {
  const overlays = [...listed(keys, 'hide', false), ...listed(keys, 'overlay', true)];
  return {
    time: keys.has('t') ? numberOrText(keys.get('t')) : DEFAULT_VIEW.time,
    query: keys.has('show')
      ? wholeOrText('view.query', 'The query shown', keys.get('show'))
      : DEFAULT_VIEW.query,
    timeScale: keys.get('x') ?? DEFAULT_VIEW.timeScale,
    scales: { ...DEFAULT_VIEW.scales, ...distinct('y', scalesOf(keys)) },
    overlays: { ...DEFAULT_VIEW.overlays, ...distinct('hide and overlay', overlays) },
    tour: keys.has('tour') ? numberOrText(keys.get('tour')) : DEFAULT_VIEW.tour,
  };
}

function scalesOf(keys) {
  return !keys.has('y') ? [] : keys.get('y').split(',').map((text) => {
    const [name, scale, ...more] = text.split(':');
    if (more.length > 0 || scale === undefined) {
      throw broken('view.scales', 'A scale', 'such as error:linear', text);
    }
    requireName('view.scales', 'A panel', name, DEFAULT_VIEW.scales);
    return [name, scale];
  });
}

function listed(keys, key, value) {
  return !keys.has(key) ? [] : keys.get(key).split(',').map((name) => {
    requireName('view.overlays', 'An overlay', name, DEFAULT_VIEW.overlays);
    return [name, value];
  });
}

function requireName(field, what, name, known) {
  if (!Object.hasOwn(known, name)) {
    throw broken(field, what, alternatives(Object.keys(known)), name);
  }
}

function distinct(key, pairs) {
  const names = pairs.map(([name]) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) {
    throw new StateProblem('view', `${key} must name everything once, but ${repeated} is named twice.`);
  }
  return Object.fromEntries(pairs);
}
