/** The heat map in the page: mean attention of each shown query to each shown feature at one time. */

import { exactNumber } from '../state/numbers.js';
import { attentionTable, momentName } from './attention-table.js';
import { canvasPainter, whenMathFontIsThere } from './canvas-painter.js';
import { GRID_MARGINS, gridLayout, paintCells, paintColorBar, paintRowNames } from './heatmap-grid.js';
import { mathHtml, mathPlain } from './mathtext.js';
import { numberLabel } from './readout.js';
import { iterationsOf } from './samples.js';

/** The table for screen readers follows when the time has rested this long. */
const REST_MILLISECONDS = 300;
const TIME_DIGITS = 8;
const TABLE_DIGITS = 4;

/**
 * A heat map in an element. The host becomes focusable; up and down choose a query if someone listens.
 *
 * @param {HTMLElement} host empty
 * @param {{onQuery?: (query: number) => void}} [listeners] told when a row is chosen by click or key
 * @returns {{update(run: object, theme: 'light'|'dark', query?: number|null): void, setTime(index: number):
 *   void, resize(): void, destroy(): void}} setTime takes an index into run.times; query is the row to mark
 */
export function createHeatmap(host, listeners = {}) {
  const heatmap = new Heatmap(host, listeners);
  return {
    update: (run, theme, query = null) => heatmap.update(run, theme, query),
    setTime: (index) => heatmap.setTime(index),
    resize: () => heatmap.draw(),
    destroy: () => heatmap.destroy(),
  };
}

class Heatmap {
  #host;
  #onQuery;
  #parts;
  #family;
  #observer;
  #resting = 0;
  #run = null;
  #theme = 'light';
  #chosen = null;
  #index = 0;
  #grid = null;
  #table = null;

  constructor(host, { onQuery }) {
    this.#host = host;
    this.#onQuery = onQuery;
    this.#parts = build(host);
    this.#family = getComputedStyle(host).fontFamily;
    this.#observer = new ResizeObserver(() => this.draw());
    this.#observer.observe(this.#parts.area);
    this.#listen();
    whenMathFontIsThere(() => this.draw());
  }

  update(run, theme, query) {
    this.#run = run;
    this.#theme = theme;
    this.#chosen = query;
    this.#index = Math.min(this.#index, run.times.length - 1);
    this.draw();
  }

  setTime(index) {
    this.#index = index;
    this.draw();
  }

  destroy() {
    clearTimeout(this.#resting);
    this.#observer.disconnect();
    this.#host.replaceChildren();
  }

  draw() {
    if (!this.#run) {
      return;
    }
    this.#table = attentionTable(this.#run, Math.min(this.#index, this.#run.times.length - 1));
    this.#paint();
    this.#showTime();
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#fillTable(), REST_MILLISECONDS);
  }

  #paint() {
    const { canvas, area } = this.#parts;
    const width = Math.max(area.clientWidth, 160);
    const { left, top, right, bottom } = GRID_MARGINS;
    this.#grid = gridLayout(this.#table, { left, top, width: width - left - right });
    const context = sized(canvas, width, this.#grid.bottom + bottom);
    const painter = canvasPainter(context, this.#family);
    paintCells(painter, this.#table, this.#grid, this.#theme);
    paintRowNames(painter, this.#table, this.#grid, this.#theme, this.#chosen);
    paintColorBar(painter, this.#grid, this.#theme);
    context.restore();
  }

  #showTime() {
    const moment = momentName(this.#run, this.#index);
    const iterations = iterationsOf(this.#run)[this.#index];
    const label = `$t$ = ${numberLabel(iterations, TIME_DIGITS)}${moment === '' ? '' : `, ${moment}`}`;
    this.#parts.time.innerHTML = mathHtml(label);
    this.#parts.time.title = exactNumber(iterations);
  }

  #fillTable() {
    const { rows, columns } = this.#table;
    const time = mathPlain(numberLabel(iterationsOf(this.#run)[this.#index], TABLE_DIGITS));
    const head = columns.map((label) => `<th scope="col">${mathPlain(label)}</th>`).join('');
    const body = rows.map(rowHtml).join('');
    this.#parts.table.innerHTML = `<caption>Mean attention at t = ${time}, a row for each query</caption>`
      + `<thead><tr><th scope="col">query</th>${head}</tr></thead><tbody>${body}</tbody>`;
  }

  #listen() {
    const { canvas, value } = this.#parts;
    canvas.addEventListener('pointermove', (event) => this.#point(event));
    canvas.addEventListener('pointerdown', (event) => this.#point(event));
    canvas.addEventListener('pointerleave', () => { value.textContent = ''; });
    if (this.#onQuery) {
      canvas.addEventListener('click', (event) => this.#choose(this.#rowAt(event)));
      this.#host.addEventListener('keydown', (event) => this.#press(event));
    }
  }

  #point(event) {
    const row = this.#table?.rows[this.#rowAt(event)];
    const column = Math.floor((event.offsetX - this.#grid.left) / this.#grid.cellWidth);
    const value = row?.values[column];
    this.#parts.value.innerHTML = value === undefined ? ''
      : `${mathHtml(`${row.label} to ${this.#table.columns[column]}`)}: ${exactNumber(value)}`;
  }

  #rowAt(event) {
    return Math.floor((event.offsetY - this.#grid.top) / this.#grid.cellHeight);
  }

  #choose(row) {
    const chosen = this.#table?.rows[row];
    if (chosen) {
      this.#onQuery(chosen.query);
    }
  }

  #press(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && this.#table) {
      event.preventDefault();
      const now = this.#table.rows.findIndex(({ query }) => query === this.#chosen);
      this.#choose(Math.min(Math.max(now + step, 0), this.#table.rows.length - 1));
    }
  }
}

function build(host) {
  host.classList.add('heatmap');
  host.tabIndex = 0;
  host.setAttribute('role', 'group');
  host.setAttribute('aria-roledescription', 'heat map');
  host.setAttribute('aria-label', 'Mean attention of queries (rows) to features (columns)');
  host.innerHTML = '<div class="heatmap-head" aria-hidden="true">'
    + '<div class="heatmap-title">Mean attention, query by feature</div>'
    + '<div class="heatmap-line"><span class="heatmap-time"></span><span class="heatmap-value"></span></div></div>'
    + '<div class="heatmap-area" aria-hidden="true"><canvas></canvas></div>'
    + '<div class="heatmap-table"><table></table></div>';
  const part = (name) => host.querySelector(`.heatmap-${name}`);
  return {
    area: part('area'), canvas: host.querySelector('canvas'), time: part('time'), value: part('value'),
    table: host.querySelector('table'),
  };
}

function rowHtml({ label, values }) {
  const cells = values.map((value) => `<td>${Number(value.toPrecision(TABLE_DIGITS))}</td>`).join('');
  return `<tr><th scope="row">${mathPlain(label)}</th>${cells}</tr>`;
}

/** The canvas' context, cleared, in CSS pixels; the caller restores it. */
function sized(canvas, width, height) {
  const scale = window.devicePixelRatio || 1;
  const wanted = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== wanted[0] || canvas.height !== wanted[1]) {
    [canvas.width, canvas.height] = wanted;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const context = canvas.getContext('2d');
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.save();
  context.scale(scale, scale);
  return context;
}
