/** The four charts of a run, as plain data that chart.js and svg.js draw. */

import { errorChart } from './error-chart.js';
import { attentionChart, gradientChart, weightChart } from './query-charts.js';
import { lawMoments } from './overlays.js';
import { pinnedColumns } from './pins.js';
import { timeRange } from './ranges.js';

/**
 * @typedef {{key: string, label: string, title?: string, x: Float64Array, y: Float64Array, color: string,
 *   dash: number[], width: number, kind: 'run'|'law'|'pin'}} Series
 *   color is a key of palette.js; an empty label is a curve that has no place in the legend
 * @typedef {{id: string, title: string, xLabel: string, yLabel: string, xScale: 'log'|'linear',
 *   yScale: 'log'|'linear', xRange: [number, number], yRange: [number, number], series: Series[],
 *   bands: {from: number, to: number, label: string}[], horizontals: {y: number, label: string}[],
 *   verticals: {x: number, label: string, title?: string}[], description: string}} ChartSpec
 *   labels and titles are written as mathtext.js says; x is in iterations
 */

/**
 * The charts of a run.
 *
 * @param {object} run what the engine answered
 * @param {{experiment: object, run: object}[]} pins pinned runs, at most five
 * @param {object} view of the state
 * @param {number} [column] index into run.columns of the query whose weights are shown; the leading one
 * @returns {{error: ChartSpec, weights: ChartSpec, gradients: ChartSpec, attention: ChartSpec}}
 */
export function panels(run, pins, view, column = run.leading) {
  const shown = run.columns[column];
  const { own, pinned } = pinnedColumns(run, shown, pins);
  const context = { run, column: shown, pinned, own, view, xRange: sharedRange(run, pinned, view) };
  return {
    error: errorChart(context),
    weights: weightChart(context),
    gradients: gradientChart(context),
    attention: attentionChart(context),
  };
}

/** All charts show the same times, so that one cursor runs through them. */
function sharedRange(run, pinned, { timeScale, overlays }) {
  const runs = [run, ...pinned.map((pin) => pin.run)];
  const ends = runs.map(({ end, experiment }) => end / experiment.learningRate);
  const range = timeRange(timeScale, ends);
  const bounds = timeScale === 'log' ? lawMoments(run, run.columns[run.leading], overlays) : [];
  return [range[0], Math.max(range[1], ...bounds.map(({ x }) => 1.5 * x))];
}
