/**
 * All that is drawn at one moment: the state, its run, and what follows from the two.
 */

import { sampleAt } from '../plots/samples.js';
import { timeScale } from './time-scale.js';

/**
 * @typedef {object} Scene
 * @property {object} state
 * @property {object} run the newest there is; while a slider moves it may be one step behind the state
 * @property {{experiment: object, run: object|undefined}[]} pins with their runs, once computed
 * @property {number} columnIndex of the query whose panels are shown
 * @property {object} column
 * @property {number|null} index of the sample at the cursor
 * @property {number|null} time of that sample in iterations
 * @property {object} scale see time-scale.js
 */

/**
 * @param {object} state
 * @param {object} run
 * @param {{experiment: object, run: object|undefined}[]} pins
 * @returns {Scene}
 */
export function sceneOf(state, run, pins) {
  const chosen = run.columns.findIndex((column) => column.query === state.view.query);
  const columnIndex = chosen < 0 ? run.leading : chosen;
  const index = state.view.time === null ? null : sampleAt(run, state.view.time);
  return {
    state,
    run,
    pins,
    columnIndex,
    column: run.columns[columnIndex],
    index,
    time: index === null ? null : run.times[index] / run.experiment.learningRate,
    scale: timeScale(run, state.view.timeScale),
  };
}

/**
 * The phase of a column at a flow time.
 *
 * @param {object} column
 * @param {number} tau
 * @returns {object|null} null when the column's last phase is over
 */
export function phaseAt(column, tau) {
  return column.phases.find((phase) => tau >= phase.from && tau < phase.to) ?? null;
}

/**
 * The values of a column at one time.
 *
 * @param {object} column
 * @param {number} index of the time
 * @returns {{error: number, own: object, competitor: object|null}} logit, descent and attention of the two
 */
export function valuesAt(column, index) {
  const of = (group) => {
    const place = index * column.groups.length + group;
    return {
      logit: column.logits[place],
      descent: column.descent[place],
      attention: column.attention[place],
    };
  };
  return {
    error: column.error[index],
    own: of(column.own),
    competitor: hasCompetitor(column) ? of(column.competitor) : null,
  };
}

function hasCompetitor({ competitor, own, groups }) {
  return competitor !== own && competitor >= 0 && competitor < groups.length;
}
