/**
 * The four charts and the heat map, with their tools.
 */

import { createChart } from '../plots/chart.js';
import { createHeatmap } from '../plots/heatmap.js';
import { panels } from '../plots/panels.js';
import { button, element } from './element.js';
import { icon } from './icons.js';
import { themeInUse } from './theme.js';

const CHARTS = ['error', 'weights', 'gradients', 'attention'];

/** All figures, in the order of the page. */
export const FIGURES = Object.freeze([...CHARTS, 'heatmap']);

const SCALABLE = ['error', 'gradients', 'attention'];

/** What the figures are called. */
export const FIGURE_NAMES = Object.freeze({
  error: 'Prediction error',
  weights: 'Weights',
  gradients: 'Gradients',
  attention: 'Attention',
  heatmap: 'Heat map',
});

/**
 * @param {HTMLElement} host
 * @param {object} listeners onTime(iterations|null), onQuery(query), onScale(chart, scale),
 *   onPicture(figure, format)
 * @returns {{drawRun: function(object), drawCursor: function(object), specs: function(): object,
 *   resetZoom: function()}}
 */
export function createFigures(host, listeners) {
  const figures = Object.fromEntries(FIGURES.map((name) => [name, figure(name, listeners)]));
  host.prepend(...Object.values(figures).map(({ root }) => root));
  const charts = {};
  const zoomAll = (range) => {
    CHARTS.forEach((name) => charts[name].setRange(range));
    CHARTS.forEach((name) => figures[name].root.classList.toggle('zoomed', range !== null));
  };
  CHARTS.forEach((name) => {
    charts[name] = createChart(figures[name].plot, { onCursor: listeners.onTime, onRange: zoomAll });
    figures[name].reset?.addEventListener('click', () => zoomAll(null));
  });
  const heatmap = createHeatmap(figures.heatmap.plot, { onQuery: listeners.onQuery });
  const board = { figures, charts, heatmap, specs: null };
  return {
    drawRun: (scene) => drawRun(board, scene),
    drawCursor: (scene) => drawCursor(board, scene),
    specs: () => board.specs,
    resetZoom: () => zoomAll(null),
  };
}

function figure(name, listeners) {
  const plot = element('div', { class: 'plot' });
  const scale = SCALABLE.includes(name) ? scaleButton(name, listeners) : null;
  const reset =
    name === 'heatmap'
      ? null
      : button(
          {
            class: 'tool tool-zoom',
            'aria-label': `${FIGURE_NAMES[name]}: whole run`,
            title: 'Whole run',
          },
          icon('zoom'),
        );
  const tools = element(
    'div',
    { class: 'tools', role: 'group', 'aria-label': `${FIGURE_NAMES[name]}: tools` },
    scale,
    reset,
    ...['SVG', 'PNG'].map((format) => pictureButton(name, format, listeners)),
  );
  const heading = element('h3', { id: `figure-${name}` }, FIGURE_NAMES[name]);
  const root = element(
    'section',
    { class: `figure figure-${name}`, 'aria-labelledby': heading.id },
    element('div', { class: 'figure-head' }, heading, tools),
    plot,
  );
  return { root, plot, scale, reset };
}

function scaleButton(name, { onScale }) {
  const toggle = button({ class: 'tool tool-scale' });
  toggle.addEventListener('click', () => onScale(name, toggle.dataset.other));
  return toggle;
}

function pictureButton(name, format, { onPicture }) {
  return button(
    {
      class: 'tool',
      'aria-label': `${FIGURE_NAMES[name]}: save as ${format}`,
      title: `Save as ${format}`,
      on: { click: () => onPicture(name, format) },
    },
    format,
  );
}

function drawRun(board, scene) {
  const { run, pins, state, columnIndex } = scene;
  const theme = themeInUse();
  board.specs = panels(run, pins, state.view, columnIndex);
  CHARTS.forEach((name) => board.charts[name].update(board.specs[name], theme));
  board.heatmap.update(run, theme, scene.column.query);
  SCALABLE.forEach((name) =>
    drawScale(board.figures[name].scale, FIGURE_NAMES[name], state.view.scales[name]),
  );
}

function drawScale(toggle, name, scale) {
  if (toggle.dataset.scale !== scale) {
    const other = scale === 'log' ? 'linear' : 'log';
    toggle.dataset.scale = scale;
    toggle.dataset.other = other;
    toggle.textContent = scale;
    toggle.setAttribute('aria-label', `${name}: ${scale} axis, switch to ${other}`);
    toggle.title = `Switch to a ${other} axis`;
  }
}

function drawCursor({ charts, heatmap }, { time, index, run }) {
  CHARTS.forEach((name) => charts[name].setCursor(time));
  heatmap.setTime(index ?? run.times.length - 1);
}
