/** The prediction error of every query, with the phases of the leading one. */

import { describeChart, featureLabel } from './describe.js';
import { errorTargets, lawCurves, lawMoments, phaseBands } from './overlays.js';
import { DISTINCT, gradedColor } from './palette.js';
import { pinCurve } from './pins.js';
import { extent, isPositive, powersAround, roomAround } from './ranges.js';
import { iterationsOf } from './samples.js';

/** Errors further below the target than this are not followed. */
const FOLLOWED_BELOW_TARGET = 1e-5;

/** A target at the very edge would not show. */
const ROOM_BELOW_TARGET = 0.7;

/**
 * The chart.
 *
 * @param {object} context run, column, pinned, own, view, xRange of panels.js
 * @returns {object} chart spec
 */
export function errorChart({ run, column, pinned, own, view, xRange }) {
  const leading = run.columns[run.leading];
  const yScale = view.scales.error;
  const horizontals = errorTargets(run, leading);
  const series = [
    ...lawCurves(run, leading, view.overlays),
    ...pinned.map((pin, i) => pinCurve(pin, i, { name: 'error', label: pin.label, y: pin.column.error })),
    ...errorCurves(run, column, own),
  ];
  const spec = {
    id: 'error',
    title: 'Prediction error',
    xLabel: 'iterations $t = τ/η$',
    yLabel: 'prediction error $L_k$',
    xScale: view.timeScale,
    yScale,
    xRange,
    yRange: errorRange(yScale, series, xRange, horizontals),
    series,
    bands: view.overlays.phases ? phaseBands(run, leading, xRange) : [],
    horizontals,
    verticals: lawMoments(run, leading, view.overlays),
  };
  return { ...spec, description: describeChart(spec) };
}

/** The query that the other charts show is drawn last, and stronger. */
function errorCurves(run, shown, own) {
  const curves = run.columns.map((column, index) => errorCurve(run, index, column === shown, own));
  const isShown = (curve, index) => run.columns[index] === shown;
  return [...curves.filter((curve, i) => !isShown(curve, i)), ...curves.filter(isShown)].sort(byLegend);
}

function byLegend(a, b) {
  return (a.label === '' ? 0 : 1) - (b.label === '' ? 0 : 1);
}

function errorCurve(run, index, isShown, own) {
  const { query, role, error } = run.columns[index];
  const number = run.columns.length;
  const graded = number > DISTINCT.length;
  const labelled = !graded || isShown || index === 0 || index === number - 1;
  const differs = isShown && own !== '' ? ` (${own})` : '';
  return {
    key: `run:${query}`,
    label: labelled ? `${featureLabel(query)}, ${role}${differs}` : '',
    x: iterationsOf(run),
    y: error,
    color: graded ? gradedColor(index / (number - 1)) : DISTINCT[index],
    dash: [],
    width: widthOf(graded, isShown),
    kind: 'run',
  };
}

function widthOf(graded, isShown) {
  if (graded) {
    return isShown ? 2.5 : 1;
  }
  return isShown ? 2.5 : 1.9;
}

function errorRange(scale, series, xRange, horizontals) {
  const targets = horizontals.map(({ y }) => y).filter(isPositive);
  const [lowest, highest] = extent(series, xRange, isPositive) ?? [0.1, 1];
  if (scale === 'linear') {
    return roomAround(0, highest);
  }
  const followed = targets.length === 0 ? 0 : FOLLOWED_BELOW_TARGET * Math.min(...targets);
  const below = targets.map((target) => ROOM_BELOW_TARGET * target);
  return powersAround(Math.min(Math.max(lowest, followed), ...below), highest);
}
