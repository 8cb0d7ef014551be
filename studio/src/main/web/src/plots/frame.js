/**
 * Everything of a chart but its curves: bands, grid, axes, lines of reference and their labels. It is drawn
 * with a painter, on canvas (canvas-painter.js) or as SVG (svg-painter.js), so that both look the same.
 *
 * @typedef {{rect: Function, line: Function, text: Function, measure: (label: string, size: number) =>
 *   number}} Painter
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 */

import { multiplied, positioner, ticks } from './axes.js';
import { resolveColor } from './palette.js';

const X_LABEL_ROOM = 62;
const Y_LABEL_ROOM = 26;
const TICK_SIZE = 12;
const TITLE_SIZE = 13;

/** Space around the plot; the same in all charts, so that their time axes stand below each other. */
export const MARGINS = Object.freeze({ left: 66, leftUntitled: 50, top: 24, right: 18, bottom: 46 });

/** Below this width the title of the vertical axis gives way. */
const WIDTH_FOR_TITLE = 440;

/**
 * Where the plot lies in a picture.
 *
 * @param {number} width
 * @param {number} height
 * @returns {Box}
 */
export function plotBox(width, height) {
  const left = width < WIDTH_FOR_TITLE ? MARGINS.leftUntitled : MARGINS.left;
  return { left, top: MARGINS.top, right: width - MARGINS.right, bottom: height - MARGINS.bottom };
}

/**
 * A chart laid out in a box: how values become pixels, and the ticks.
 *
 * @param {object} spec chart spec
 * @param {[number, number]} xRange shown
 * @param {Box} box
 * @param {'light'|'dark'} theme
 * @returns {object}
 */
export function layOut(spec, xRange, box, theme) {
  return {
    spec,
    box,
    xRange,
    toX: positioner(spec.xScale, xRange, box.left, box.right),
    toY: positioner(spec.yScale, spec.yRange, box.bottom, box.top),
    xTicks: ticks(spec.xScale, xRange, box.right - box.left, X_LABEL_ROOM),
    yTicks: ticks(spec.yScale, spec.yRange, box.bottom - box.top, Y_LABEL_ROOM),
    color: (key) => resolveColor(key, theme),
  };
}

/**
 * What lies behind the curves.
 *
 * @param {Painter} painter
 * @param {object} layout of layOut
 */
export function paintBackdrop(painter, layout) {
  paintBands(painter, layout);
  paintGrid(painter, layout);
  paintReferences(painter, layout);
}

/**
 * The axes around the curves.
 *
 * @param {Painter} painter
 * @param {object} layout of layOut
 */
export function paintAxes(painter, layout) {
  paintTimeAxis(painter, layout);
  paintValueAxis(painter, layout);
}

function paintBands(painter, { spec, box, xRange, toX, color }) {
  spec.bands.forEach(({ from, to }, i) => {
    const left = toX(Math.max(from, xRange[0]));
    const right = toX(Math.min(to, xRange[1]));
    if (right > left) {
      const shade = color(i % 2 === 0 ? 'evenBand' : 'oddBand');
      painter.rect({ left, top: box.top, right, bottom: box.bottom }, shade);
    }
  });
}

function paintGrid(painter, { box, toX, toY, xTicks, yTicks, color }) {
  const style = { color: color('grid'), width: 1 };
  for (const { value } of yTicks.major) {
    const y = crisp(toY(value));
    painter.line(box.left, y, box.right, y, style);
  }
  for (const { value } of xTicks.major) {
    const x = crisp(toX(value));
    painter.line(x, box.top, x, box.bottom, style);
  }
}

function paintReferences(painter, { spec, box, xRange, toX, toY, color }) {
  for (const { y } of spec.horizontals.filter((line) => isWithin(line.y, spec.yRange))) {
    painter.line(box.left, crisp(toY(y)), box.right, crisp(toY(y)), { color: color('reference'), width: 1 });
  }
  for (const { x } of spec.verticals.filter((line) => isWithin(line.x, xRange))) {
    const style = { color: color('reference'), width: 1, dash: [4, 3] };
    painter.line(crisp(toX(x)), box.top, crisp(toX(x)), box.bottom, style);
  }
}

function paintTimeAxis(painter, { spec, box, toX, xTicks, color }) {
  const style = { color: color('axis'), width: 1 };
  const labelStyle = { size: TICK_SIZE, color: color('muted'), anchor: 'middle' };
  const y = crisp(box.bottom);
  painter.line(box.left, y, box.right, y, style);
  for (const value of xTicks.minor) {
    painter.line(crisp(toX(value)), y, crisp(toX(value)), y + 3, style);
  }
  for (const { value, label } of xTicks.major) {
    painter.line(crisp(toX(value)), y, crisp(toX(value)), y + 6, style);
    painter.text(multiplied(label, xTicks.factor), toX(value), y + 16, labelStyle);
  }
  const middle = (box.left + box.right) / 2;
  painter.text(spec.xLabel, middle, y + 36, { size: TITLE_SIZE, color: color('ink'), anchor: 'middle' });
}

function paintValueAxis(painter, { spec, box, toY, yTicks, color }) {
  const style = { color: color('axis'), width: 1 };
  const labelStyle = { size: TICK_SIZE, color: color('muted'), anchor: 'end' };
  const x = crisp(box.left);
  painter.line(x, box.top, x, box.bottom, style);
  for (const value of yTicks.minor) {
    painter.line(x - 3, crisp(toY(value)), x, crisp(toY(value)), style);
  }
  for (const { value, label } of yTicks.major) {
    painter.line(x - 6, crisp(toY(value)), x, crisp(toY(value)), style);
    painter.text(label, x - 9, toY(value), labelStyle);
  }
  if (yTicks.factor !== '') {
    painter.text(`×${yTicks.factor}`, x, box.top - 10, labelStyle);
  }
  if (box.left >= MARGINS.left) {
    const middle = (box.top + box.bottom) / 2;
    const title = { size: TITLE_SIZE, color: color('ink'), anchor: 'middle', upwards: true };
    painter.text(spec.yLabel, box.left - MARGINS.left + 12, middle, title);
  }
}

/**
 * Whether a value lies on an axis.
 *
 * @param {number} value
 * @param {[number, number]} range
 * @returns {boolean}
 */
export function isWithin(value, range) {
  return value >= range[0] && value <= range[1];
}

/** Lines of one pixel are sharp in the middle of a pixel. */
function crisp(pixel) {
  return Math.round(pixel - 0.5) + 0.5;
}
