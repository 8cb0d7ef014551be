/** What is drawn beside the curves of a run: phases, targets and the laws of convergence. */

import { shortNumber } from '../state/numbers.js';
import { withFormulas } from './mathtext.js';

/** A floor below this share of ε does not show. */
const NEGLIGIBLE_FLOOR = 1e-2;

const LAW_DASH = [3, 3];
const BOUNDS = ['published bound', 'recalled bound'];

/**
 * The phases of a query that last at all within a range.
 *
 * @param {object} run
 * @param {object} column
 * @param {[number, number]} xRange in iterations
 * @returns {{from: number, to: number, label: string}[]}
 */
export function phaseBands(run, column, xRange) {
  const { learningRate } = run.experiment;
  return column.phases
    .map(({ name, from, to }) => ({
      from: Math.max(from / learningRate, xRange[0]),
      to: Math.min(to / learningRate, xRange[1]),
      label: name,
    }))
    .filter(({ from, to }) => to > from);
}

/**
 * The error to be reached, and the floor if it can be seen.
 *
 * @param {object} run
 * @param {object} column
 * @returns {{y: number, label: string}[]}
 */
export function errorTargets(run, { floor }) {
  const { epsilon } = run.experiment;
  if (floor === null) {
    return [];
  }
  if (floor < NEGLIGIBLE_FLOOR * epsilon) {
    return [{ y: epsilon, label: withFormulas(`ε = ${shortNumber(epsilon)}`) }];
  }
  return [{ y: floor + epsilon, label: '$L^* + ε$' }, { y: floor, label: '$L^*$' }];
}

/**
 * The laws of a query that are curves.
 *
 * @param {object} run
 * @param {object} column
 * @param {object} overlays of the view
 * @returns {object[]} series
 */
export function lawCurves(run, column, overlays) {
  const { learningRate } = run.experiment;
  return shownLaws(column, overlays, run.experiment)
    .filter(({ kind }) => kind === 'curve')
    .map(({ name, title, times, errors }) => ({
      key: `law:${name}`,
      label: name,
      title,
      x: Float64Array.from(times, (tau) => tau / learningRate),
      y: errors,
      color: 'ink',
      dash: LAW_DASH,
      width: 1.25,
      kind: 'law',
    }));
}

/**
 * The laws of a query that are moments.
 *
 * @param {object} run
 * @param {object} column
 * @param {object} overlays of the view
 * @returns {{x: number, label: string, title: string}[]}
 */
export function lawMoments(run, column, overlays) {
  return shownLaws(column, overlays, run.experiment)
    .filter(({ kind }) => kind === 'time')
    .map(({ name, title, tau }) => ({ x: tau / run.experiment.learningRate, label: name, title }));
}

// The laws are those of long prompts: a floor that shows is where they end.
function shownLaws({ laws, floor }, { law, bound }, { epsilon }) {
  const areLong = floor !== null && floor <= NEGLIGIBLE_FLOOR * epsilon;
  return laws.filter(({ name }) => (BOUNDS.includes(name) ? bound : law) && areLong);
}

/**
 * The moment when α overtakes |β|: the end of phase I of an under-represented feature.
 *
 * @param {object} run
 * @param {object} column
 * @returns {{x: number, label: string}[]}
 */
export function changeOfLead(run, { role, phases }) {
  const changes = role === 'under-represented' && phases.length > 1 && phases[0].to > 0;
  return changes ? [{ x: phases[0].to / run.experiment.learningRate, label: 'lead changes' }] : [];
}
