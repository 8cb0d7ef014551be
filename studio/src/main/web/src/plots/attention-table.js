/** Mean attention, query by feature, at one time. */

import { featureLabel } from './describe.js';

/**
 * @typedef {{rows: {query: number, label: string, values: number[]}[], columns: string[]}} AttentionTable
 *   a last column 'rest' holds what the features not shown get together
 *
 * The attention of every shown query.
 *
 * @param {object} run
 * @param {number} index into run.times
 * @returns {AttentionTable}
 */
export function attentionTable(run, index) {
  const { features, hasRest, rows } = run.heatmap;
  return {
    columns: [...features.map(featureLabel), ...(hasRest ? ['rest'] : [])],
    rows: rows.map(({ query, column, groups }) => {
      const values = groups.map((group) => attentionOf(run.columns[column], index, group));
      return { query, label: featureLabel(query), values: hasRest ? [...values, restOf(values)] : values };
    }),
  };
}

function attentionOf({ attention, groups }, index, group) {
  return attention[index * groups.length + group];
}

function restOf(values) {
  const rest = values.reduce((left, value) => left - value, 1);
  return Math.min(Math.max(rest, 0), 1);
}

/**
 * The indexes of the start, the ends of the leading query's phases and the end.
 *
 * @param {object} run
 * @returns {number[]} into run.times, ascending
 */
export function milestones(run) {
  const ends = run.columns[run.leading].phases.map(({ to }) => run.times.indexOf(to));
  const known = ends.filter((index) => index >= 0);
  return [...new Set([0, ...known, run.times.length - 1])].sort((a, b) => a - b);
}

/**
 * What happens at a time: start, end of a phase, end.
 *
 * @param {object} run
 * @param {number} index into run.times
 * @returns {string} empty if nothing does
 */
export function momentName(run, index) {
  if (index === 0) {
    return 'start';
  }
  const ended = run.columns[run.leading].phases.findLast(({ to }) => to === run.times[index]);
  if (ended) {
    return `end of ${ended.name}`;
  }
  return index === run.times.length - 1 ? 'end' : '';
}
