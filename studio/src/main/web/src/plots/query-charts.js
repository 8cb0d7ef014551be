/** Weights, negative gradients and attention of one query. */

import { describeChart, featureLabel } from './describe.js';
import { shownGroups, valuesOf } from './groups.js';
import { changeOfLead, phaseBands } from './overlays.js';
import { pinCurve } from './pins.js';
import { extent, isAny, isPositive, powersAround, roomAround } from './ranges.js';
import { iterationsOf } from './samples.js';

const WIDTH = 2;
const OTHERS = { color: 'green', dash: [2, 4] };

/**
 * The bilinear weights A and B.
 *
 * @param {object} context run, column, pinned, view, xRange of panels.js
 * @returns {object} chart spec
 */
export function weightChart(context) {
  const curvesOf = (column) => groupCurves(column, column.logits, (shown) =>
    shown.subscript === null ? '$A_k$' : `$B_{${shown.subscript}}$`);
  return queryChart(context, {
    id: 'weights',
    title: 'Weights',
    yLabel: 'weight',
    yScale: 'linear',
    curvesOf,
    rangeOf: (series, xRange) => roomAround(...(extent(series, xRange, isAny) ?? [0, 1])),
  });
}

/**
 * The negative gradients α and |β|, with the moment when the lead changes.
 *
 * @param {object} context run, column, pinned, view, xRange of panels.js
 * @returns {object} chart spec
 */
export function gradientChart(context) {
  const { run, column, view } = context;
  const yScale = view.scales.gradients;
  const curvesOf = (shownColumn) => groupCurves(shownColumn, shownColumn.descent, (shown) =>
    shown.subscript === null ? '$α_k$' : `$|β_{${shown.subscript}}|$`).map(withSizeOfCompetitors);
  return queryChart(context, {
    id: 'gradients',
    title: 'Negative gradients',
    yLabel: 'negative gradient',
    yScale,
    curvesOf,
    rangeOf: yScale === 'log' ? sizeRange : linearRange,
    verticals: changeOfLead(run, column),
  });
}

/**
 * The mean attention to the query's own tokens, to the strongest competitor's and to all others together.
 *
 * @param {object} context run, column, pinned, view, xRange of panels.js
 * @returns {object} chart spec
 */
export function attentionChart(context) {
  const yScale = context.view.scales.attention;
  return queryChart(context, {
    id: 'attention',
    title: 'Mean attention',
    yLabel: 'mean attention',
    yScale,
    curvesOf: attentionCurves,
    rangeOf: yScale === 'log'
      ? (series, xRange) => powersAround(extent(series, xRange, isPositive)?.[0] ?? 0.1, 1)
      : () => [0, 1],
    horizontals: [{ y: 0.5, label: '½' }],
  });
}

function queryChart({ run, column, pinned, view, xRange }, chart) {
  const { id, title, yLabel, yScale, curvesOf, rangeOf, horizontals = [], verticals = [] } = chart;
  const series = [
    ...pinned.flatMap((pin, i) => curvesOfPin(pin, i, curvesOf)),
    ...curvesOf(column).map((curve) => runCurve(run, curve)),
  ];
  const spec = {
    id,
    title: `${title} of query ${featureLabel(column.query)}`,
    xLabel: 'iterations $t = τ/η$',
    yLabel,
    xScale: view.timeScale,
    yScale,
    xRange,
    yRange: rangeOf(series, xRange),
    series,
    bands: view.overlays.phases ? phaseBands(run, column, xRange) : [],
    horizontals,
    verticals,
  };
  return { ...spec, description: describeChart(spec) };
}

function groupCurves(column, table, labelOf) {
  return shownGroups(column).map((shown) => ({
    name: shown.subscript ?? 'own',
    label: labelOf(shown),
    y: valuesOf(table, column.groups.length, shown.group),
    color: shown.color,
    dash: shown.dash,
  }));
}

function withSizeOfCompetitors(curve) {
  return curve.name === 'own' ? curve : { ...curve, y: curve.y.map(Math.abs) };
}

function attentionCurves(column) {
  const { groups, own, attention } = column;
  const shown = shownGroups(column).slice(0, 2);
  const named = groupCurves(column, attention, ({ subscript }) =>
    `$Attn_${subscript === null ? 'k' : subscript.slice(2)}$`).slice(0, 2);
  if (!groups.some((_, group) => shown.every((one) => one.group !== group))) {
    return groups[shown.at(-1).group].count > 1 ? [named[0], othersTogether(column, [own])] : named;
  }
  return groups[shown[1].group].count > 1
    ? [named[0], othersTogether(column, [own])]
    : [...named, othersTogether(column, shown.map(({ group }) => group))];
}

function othersTogether({ groups, attention }, besides) {
  const y = new Float64Array(attention.length / groups.length);
  groups.forEach(({ count }, group) => {
    if (!besides.includes(group)) {
      for (let i = 0; i < y.length; i++) {
        y[i] += count * attention[i * groups.length + group];
      }
    }
  });
  return { name: 'others', label: 'all others', y, ...OTHERS };
}

function runCurve(run, { name, label, y, color, dash }) {
  return { key: `run:${name}`, label, x: iterationsOf(run), y, color, dash, width: WIDTH, kind: 'run' };
}

/** The own group and the strongest competitor, the first of them named; the dashes tell which is which. */
function curvesOfPin(pin, index, curvesOf) {
  return curvesOf(pin.column).slice(0, 2).map(({ name, label, y, dash }, i) =>
    pinCurve(pin, index, { name, label: i === 0 ? `${label}, ${pin.label}` : '', y, dash }));
}

function linearRange(series, xRange) {
  return roomAround(...(extent(series, xRange, isAny) ?? [0, 1]));
}

/**
 * Down to a tenth of the smallest value at either end of a curve: where a direction changes its sign on the
 * way, its logarithm falls without bound, which the axis need not follow.
 */
function sizeRange(series, xRange) {
  const ends = series.flatMap(({ y }) => [y[0], y[y.length - 1]]).filter(isPositive);
  const highest = extent(series, xRange, isPositive)?.[1] ?? 1;
  return powersAround(Math.min(...ends, highest), highest);
}
