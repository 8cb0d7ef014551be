/**
 * The curves of pinned runs: thin, dashed as those of the run, in a colour of their own that says what
 * differs.
 */

import { differenceLabel, differences } from '../state/difference.js';
import { withFormulas } from './mathtext.js';
import { pinColor } from './palette.js';
import { iterationsOf } from './samples.js';

const WIDTH = 1.4;
const FEW_FIELDS = 2;

/**
 * @typedef {{run: object, column: object, label: string, color: string}} PinnedColumn
 *   the column that compares with the one shown; label says what differs
 */

/**
 * The columns of pinned runs that compare with a column of the run: those of the same role, else the leading
 * ones.
 *
 * @param {object} run
 * @param {object} column of the run
 * @param {{experiment: object, run: object}[]} pins those without a run are left out
 * @returns {{own: string, pinned: PinnedColumn[]}} own: what differs in the run itself, empty if that
 *   is too much to be said in a legend
 */
export function pinnedColumns(run, column, pins) {
  const answered = pins.map((pin, index) => ({ ...pin, index })).filter((pin) => pin.run);
  if (answered.length === 0) {
    return { own: '', pinned: [] };
  }
  const fields = differences([run.experiment, ...answered.map(({ experiment }) => experiment)]);
  return {
    own: fields.length <= FEW_FIELDS ? labelOf(run.experiment, fields) : '',
    pinned: answered.map((pin) => ({
      run: pin.run,
      column: counterpart(pin.run, column),
      label: labelOf(pin.experiment, fields) || `pinned run ${pin.index + 1}`,
      color: pinColor(pin.index),
    })),
  };
}

function labelOf(experiment, fields) {
  return fields.length === 0 ? '' : withFormulas(differenceLabel(experiment, fields));
}

function counterpart(pinned, { role, query }) {
  const ofRole = pinned.columns.filter((column) => column.role === role);
  return ofRole.find((column) => column.query === query) ?? ofRole.at(-1) ?? pinned.columns[pinned.leading];
}

/**
 * A curve of a pinned run.
 *
 * @param {PinnedColumn} pin
 * @param {number} index of the pin
 * @param {{name: string, label: string, y: Float64Array, dash?: number[]}} curve
 * @returns {object} series
 */
export function pinCurve({ run, color }, index, { name, label, y, dash = [] }) {
  const key = `pin:${index}:${name}`;
  return { key, label, x: iterationsOf(run), y, color, dash, width: WIDTH, kind: 'pin' };
}
