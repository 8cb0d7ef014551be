/** Names and sentences about a run's queries. */

import { shortNumber } from '../state/numbers.js';
import { namedCurves } from './legend-order.js';
import { mathPlain } from './mathtext.js';
import { valueOn } from './samples.js';

const TOLD = 4;

/**
 * A feature as the papers write it: v₁ is feature number 0.
 *
 * @param {number} feature counted from 0
 * @returns {string} a label
 */
export function featureLabel(feature) {
  return `$v_{${feature + 1}}$`;
}

/**
 * A chart in a sentence, for people who do not see it.
 *
 * @param {object} spec a chart spec
 * @returns {string}
 */
export function describeChart({ title, series, bands, xRange }) {
  const told = namedCurves(series).slice(0, TOLD).map(({ curve }) => course(curve, xRange));
  const phases = bands.map(({ label, to }) => `${label} until ${shortNumber(to)}`);
  const shaded = phases.length === 0 ? '' : ` Phases in iterations: ${phases.join(', ')}.`;
  return `${mathPlain(title)} over ${shortNumber(xRange[1])} iterations: ${told.join('; ')}.${shaded}`;
}

function course({ label, x, y }, [from, to]) {
  const start = valueOn({ x, y }, Math.max(from, x[0])) ?? { value: y[0] };
  const end = valueOn({ x, y }, Math.min(to, x[x.length - 1])) ?? { value: y[y.length - 1] };
  return `${mathPlain(label)} from ${shortNumber(start.value, 4)} to ${shortNumber(end.value, 4)}`;
}
