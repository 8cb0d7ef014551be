/** The names of phases, of lines of reference and of what lies beyond the axis. */

import { shortNumber } from '../state/numbers.js';
import { pointsOnCurves } from './curve.js';
import { isWithin } from './frame.js';
import { withFormulas } from './mathtext.js';
import { freest, spreadOut } from './placement.js';

const SIZE = 12;
const GAP = 6;
const ROW = 17;
const ROWS = 5;
const LINE_STEP = 8;

/**
 * Paints the labels inside and above the plot.
 *
 * @param {object} painter
 * @param {object} layout of frame.js
 */
export function paintAnnotations(painter, layout) {
  paintPhaseNames(painter, layout);
  const taken = [];
  const { spec, toX, toY, box } = layout;
  const points = [...pointsOnCurves(spec.series, toX, toY, box), ...pointsOnLines(layout)];
  for (const vertical of spec.verticals) {
    paintFreely(painter, layout, verticalPlaces(painter, layout, vertical), taken, points);
  }
  for (const horizontal of spec.horizontals.filter(({ y }) => isWithin(y, spec.yRange))) {
    paintFreely(painter, layout, horizontalPlaces(painter, layout, horizontal), taken, points);
  }
}

function paintPhaseNames(painter, { spec, box, xRange, toX, color }) {
  const wanted = spec.bands
    .map(({ from, to, label }) => {
      const left = toX(Math.max(from, xRange[0]));
      const right = toX(Math.min(to, xRange[1]));
      return { label, span: right - left, center: (left + right) / 2, width: painter.measure(label, SIZE) };
    })
    .filter(({ span }) => span > 0);
  const centers = spreadOut(wanted, GAP, [box.left, box.right + GAP]);
  wanted.forEach(({ label }, i) => {
    painter.text(label, centers[i], box.top - 10, { size: SIZE, color: color('muted'), anchor: 'middle' });
  });
}

function paintFreely(painter, { color }, { label, places }, taken, points) {
  const place = freest(places, taken, points);
  taken.push(place);
  const y = (place.top + place.bottom) / 2;
  painter.text(label, place.left + 2, y, { size: SIZE, color: color('muted'), anchor: 'start' });
}

function verticalPlaces(painter, { box, xRange, toX }, { x, label }) {
  if (!isWithin(x, xRange)) {
    return beyondPlaces(painter, box, xRange, { x, label });
  }
  const width = painter.measure(label, SIZE) + 4;
  const at = toX(x);
  const sides = [at + 3, at - 3 - width].filter((left) => left >= box.left && left + width <= box.right + 6);
  const rows = [...count(ROWS), ...count(ROWS).map((row) => -1 - row)];
  const places = rows.flatMap((row) => (sides.length > 0 ? sides : [at - 3 - width])
    .map((left) => placeInRow(box, row, left, width)));
  return { label, places };
}

/**
 * What comes later than the axis goes is named at its end, with an arrow; what came earlier, at its start.
 */
function beyondPlaces(painter, box, xRange, { x, label }) {
  const isLater = x > xRange[1];
  const number = withFormulas(shortNumber(x, 3));
  const text = isLater ? `${label} at ${number} →` : `← ${label} at ${number}`;
  const width = painter.measure(text, SIZE) + 4;
  const left = isLater ? box.right - width : box.left + 2;
  return { label: text, places: count(ROWS).map((row) => placeInRow(box, row, left, width)) };
}

/** Rows are counted from the top, negative ones from the bottom. */
function placeInRow(box, row, left, width) {
  const top = row >= 0 ? box.top + 3 + row * ROW : box.bottom - 3 + row * ROW;
  return { left, top, right: left + width, bottom: top + ROW };
}

function horizontalPlaces(painter, { box, toY }, { y, label }) {
  const width = painter.measure(label, SIZE) + 4;
  const at = toY(y);
  const room = box.right - box.left - width;
  const lefts = [0.01, 0.99, 0.25, 0.5, 0.75].map((share) => box.left + share * room);
  const places = lefts.flatMap((left) => [at - ROW - 1, at + 1].map((top) => ({
    left, top, right: left + width, bottom: top + ROW,
  })));
  const inside = places.filter(({ top, bottom }) => top >= box.top - 2 && bottom <= box.bottom + 1);
  return { label, places: inside.length > 0 ? inside : places };
}

function pointsOnLines({ spec, box, xRange, toX, toY }) {
  const along = (from, to) =>
    count(Math.ceil((to - from) / LINE_STEP)).map((step) => from + step * LINE_STEP);
  return [
    ...spec.verticals.filter(({ x }) => isWithin(x, xRange))
      .flatMap(({ x }) => along(box.top, box.bottom).map((y) => ({ x: toX(x), y }))),
    ...spec.horizontals.filter(({ y }) => isWithin(y, spec.yRange))
      .flatMap(({ y }) => along(box.left, box.right).map((x) => ({ x, y: toY(y) }))),
  ];
}

function count(number) {
  return Array.from({ length: number }, (_, i) => i);
}
