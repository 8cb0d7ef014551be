/** Charts and heat maps as self-contained SVG files. */

import { paintAnnotations } from './annotations.js';
import { attentionTable, milestones, momentName } from './attention-table.js';
import { traceCurve } from './curve.js';
import { layOut, paintAxes, paintBackdrop } from './frame.js';
import { GRID_MARGINS, gridLayout, paintCells, paintColorBar, paintRowNames } from './heatmap-grid.js';
import { namedCurves } from './legend-order.js';
import { escapeText, mathPlain } from './mathtext.js';
import { resolveColor } from './palette.js';
import { numberLabel } from './readout.js';
import { iterationsOf } from './samples.js';
import { svgPainter, svgPen } from './svg-painter.js';

export { milestones };

const FAMILY = '"Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif';
const TITLE_SIZE = 15;
const LEGEND_SIZE = 13;
const LEGEND_ROW = 20;
const SAMPLE = 28;
const HEAD = 30;
const PLOT_MARGINS = { left: 72, top: 24, right: 22, bottom: 50 };

/**
 * A chart as SVG, with title and legend.
 *
 * @param {import('./panels.js').ChartSpec} spec
 * @param {'light'|'dark'} [theme]
 * @param {{width?: number, height?: number, background?: string|null, xRange?: [number, number]|null,
 *   subtitle?: string}} [options] background null: transparent; xRange: the part of the time axis shown;
 *   subtitle: what was run
 * @returns {string}
 */
export function toSvg(spec, theme = 'light', options = {}) {
  const { width = 760, height = 460, xRange = null, subtitle = '' } = options;
  const painter = svgPainter();
  const top = paintHead(painter, spec, { theme, width, subtitle });
  const { left, top: above, right, bottom } = PLOT_MARGINS;
  const box = { left, top: top + above, right: width - right, bottom: height - bottom };
  const layout = layOut(spec, xRange ?? spec.xRange, box, theme);
  paintBackdrop(painter, layout);
  paintCurves(painter, layout);
  paintAxes(painter, layout);
  paintAnnotations(painter, layout);
  const texts = { name: mathPlain(spec.title), description: spec.description };
  return fileOf(painter, { ...options, ...texts, width, height, theme, clip: box });
}

/**
 * The mean attention at the given times as SVG, a panel for each.
 *
 * @param {object} run
 * @param {number[]} [indexes] into run.times; the start and the ends of the phases
 * @param {'light'|'dark'} [theme]
 * @param {{width?: number, background?: string|null, subtitle?: string}} [options]
 * @returns {string}
 */
export function heatmapToSvg(run, indexes = milestones(run), theme = 'light', options = {}) {
  const { width = Math.max(460, 200 * indexes.length + 120), subtitle = '' } = options;
  const painter = svgPainter();
  const top = paintTitles(painter, { title: 'Mean attention, query by feature', subtitle, theme }) + 28;
  const gap = 18;
  const { left, right } = GRID_MARGINS;
  const panel = (width - left - right - gap * (indexes.length - 1)) / indexes.length;
  let grid = null;
  indexes.forEach((index, i) => {
    const table = attentionTable(run, index);
    const place = { left: left + i * (panel + gap), top: top + GRID_MARGINS.top, width: panel };
    grid = gridLayout(table, { ...place, tallest: Infinity });
    paintCells(painter, table, grid, theme);
    const style = { size: LEGEND_SIZE, color: resolveColor('ink', theme), anchor: 'start' };
    painter.text(momentLabel(run, index), place.left, top - 6, style);
    if (i === 0) {
      paintRowNames(painter, table, grid, theme, null);
    }
  });
  paintColorBar(painter, grid, theme);
  const texts = { name: 'Mean attention', description: 'A row for each query, a column for each feature.' };
  const height = Math.ceil(grid.bottom + 14);
  return fileOf(painter, { ...options, ...texts, width, height, theme, clip: null });
}

function momentLabel(run, index) {
  const moment = momentName(run, index);
  return `${moment === '' ? '' : `${moment}, `}$t$ = ${numberLabel(iterationsOf(run)[index], 4)}`;
}

function paintHead(painter, { title, series }, { theme, width, subtitle }) {
  const below = paintTitles(painter, { title, subtitle, theme });
  return paintLegend(painter, series, { theme, width, top: below });
}

/** Title and subtitle; tells where they end. */
function paintTitles(painter, { title, subtitle, theme }) {
  const ink = resolveColor('ink', theme);
  painter.text(title, 16, HEAD / 2 + 5, { size: TITLE_SIZE, color: ink, anchor: 'start', bold: true });
  if (subtitle === '') {
    return HEAD + 6;
  }
  const style = { size: LEGEND_SIZE, color: resolveColor('muted', theme), anchor: 'start' };
  painter.text(subtitle, 16, HEAD + 11, style);
  return HEAD + 26;
}

/** Line samples and names, in as many rows as needed; tells where the last one ends. */
function paintLegend(painter, series, { theme, width, top }) {
  let x = 16;
  let y = top + LEGEND_ROW / 2;
  for (const { curve } of namedCurves(series)) {
    const { label, color, dash, width: lineWidth } = curve;
    const needed = SAMPLE + 8 + painter.measure(label, LEGEND_SIZE) + 20;
    if (x > 16 && x + needed > width) {
      x = 16;
      y += LEGEND_ROW;
    }
    painter.line(x, y, x + SAMPLE, y, { color: resolveColor(color, theme), width: lineWidth, dash });
    const style = { size: LEGEND_SIZE, color: resolveColor('ink', theme), anchor: 'start' };
    painter.text(label, x + SAMPLE + 8, y, style);
    x += needed;
  }
  return y + LEGEND_ROW / 2;
}

function paintCurves(painter, { spec, box, toX, toY, color }) {
  painter.open('clip-path="url(#plot)"');
  for (const series of spec.series) {
    const pen = svgPen();
    traceCurve(series, toX, toY, [box.left, box.right], pen);
    painter.path(pen.data(), { color: color(series.color), width: series.width, dash: series.dash });
  }
  painter.close();
}

function fileOf(painter, { width, height, theme, name, description, clip, background }) {
  const shade = background === undefined ? resolveColor('surface', theme) : background;
  const size = `width="${width}" height="${height}"`;
  const ground = shade === null ? '' : `<rect ${size} fill="${escapeText(shade)}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${width} ${height}" `
    + `font-family="${escapeText(FAMILY)}" role="img"><title>${escapeText(name)}</title>`
    + `<desc>${escapeText(description)}</desc>${clip === null ? '' : clipPath(clip)}${ground}`
    + `${painter.elements.join('\n')}</svg>\n`;
}

function clipPath({ left, top, right, bottom }) {
  return `<defs><clipPath id="plot"><rect x="${left}" y="${top - 1}" width="${right - left}" `
    + `height="${bottom - top + 2}"/></clipPath></defs>`;
}
