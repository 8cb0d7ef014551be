/** A chart in the page: title, legend with values at the cursor, plot, and what pointer and keys do. */

import { valueAt } from './axes.js';
import { whenMathFontIsThere } from './canvas-painter.js';
import { createCanvasPlot } from './canvas-plot.js';
import { createCursorLine } from './cursor-line.js';
import { listenToGestures } from './gestures.js';
import { listenToKeys } from './keys.js';
import { createLegend } from './legend.js';
import { namedCurves } from './legend-order.js';
import { mathHtml, mathPlain } from './mathtext.js';
import { resolveColor } from './palette.js';
import { numberLabel } from './readout.js';
import { nearestIndex, valueOn } from './samples.js';
import { clipped, panned, zoomed } from './zoom.js';

const SPOKEN_DIGITS = 4;

/**
 * A chart in an element. The host becomes focusable; the plot fills its width and is as high as the custom
 * property `--plot-height` says.
 *
 * @param {HTMLElement} host empty
 * @param {{onCursor?: (iterations: number|null) => void, onRange?: (range: [number, number]|null) => void}}
 *   [listeners] told what the user does here, never what setCursor and setRange did; null: no cursor, the
 *   whole axis. The cursor stays when the pointer leaves; Escape takes it away
 * @returns {{update(spec: import('./panels.js').ChartSpec, theme: 'light'|'dark'): void,
 *   setCursor(iterations: number|null): void, setRange(range: [number, number]|null): void, resize(): void,
 *   destroy(): void}}
 */
export function createChart(host, listeners = {}) {
  return new Chart(host, listeners).handle();
}

class Chart {
  #host;
  #listeners;
  #parts;
  #legend;
  #plot;
  #line;
  #observer;
  #spec = null;
  #theme = 'light';
  #cursor = null;
  #range = null;

  constructor(host, { onCursor = () => {}, onRange = () => {} }) {
    this.#host = host;
    this.#listeners = { onCursor, onRange };
    this.#parts = build(host);
    this.#legend = createLegend(this.#parts.legend);
    this.#plot = createCanvasPlot(this.#parts.area, getComputedStyle(host).fontFamily);
    this.#line = createCursorLine(this.#plot.over);
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(this.#parts.area);
    this.#listen();
    whenMathFontIsThere(() => this.#resize());
  }

  handle() {
    return {
      update: (spec, theme) => this.#update(spec, theme),
      setCursor: (iterations) => this.#setCursor(iterations),
      setRange: (range) => this.#setRange(range),
      resize: () => this.#resize(),
      destroy: () => this.#destroy(),
    };
  }

  #update(spec, theme) {
    this.#spec = spec;
    this.#theme = theme;
    setHtml(this.#parts.title, mathHtml(spec.title));
    this.#host.setAttribute('aria-label', spec.description);
    this.#legend.update(spec.series, theme);
    this.#draw();
  }

  #draw() {
    this.#plot.show(this.#spec, this.#shownRange(), this.#theme);
    this.#placeCursor();
  }

  #shownRange() {
    return clipped(this.#range, this.#spec.xRange) ?? this.#spec.xRange;
  }

  #setCursor(iterations) {
    this.#cursor = iterations;
    if (this.#spec) {
      this.#placeCursor();
    }
  }

  #setRange(range) {
    if (!sameRange(range, this.#range)) {
      this.#range = range;
      if (this.#spec) {
        this.#draw();
      }
    }
  }

  #resize() {
    this.#plot.resize();
    if (this.#spec) {
      this.#placeCursor();
    }
  }

  #destroy() {
    this.#observer.disconnect();
    this.#plot.destroy();
    this.#host.replaceChildren();
  }

  /** The samples of the run shown, in iterations. */
  #samples() {
    return this.#spec.series.findLast(({ kind }) => kind === 'run').x;
  }

  #cursorIndex() {
    return nearestIndex(this.#samples(), this.#cursor, this.#plot.layout().toX);
  }

  #placeCursor() {
    if (this.#cursor === null) {
      this.#legend.show([]);
      this.#line.hide();
      return;
    }
    const time = this.#samples()[this.#cursorIndex()];
    const reads = this.#spec.series.map((series) => valueOn(series, time));
    this.#legend.show(reads);
    const { toX, toY, box } = this.#plot.layout();
    const x = Math.max(toX(time), box.left) - box.left;
    if (x > box.right - box.left + 0.5 || (toX(time) < box.left && this.#range)) {
      this.#line.hide();
    } else {
      this.#line.place(x, time, this.#dots(reads, toY, box));
    }
  }

  #dots(reads, toY, { top, bottom }) {
    return this.#spec.series
      .map(({ label, color }, i) => ({
        isNamed: label !== '',
        y: reads[i] ? toY(reads[i].value) - top : NaN,
        color: resolveColor(color, this.#theme),
      }))
      .filter(({ isNamed, y }) => isNamed && y >= -1 && y <= bottom - top + 1);
  }

  #listen() {
    listenToGestures(this.#plot.over, {
      moveCursor: (x) => this.#moveCursorTo(x),
      zoom: (x, factor) => this.#zoom(x / this.#plot.over.clientWidth, factor),
      pan: (pixels) => this.#pan(-pixels / this.#plot.over.clientWidth),
      isZoomed: () => this.#range !== null,
      reset: () => this.#chooseRange(null),
    });
    listenToKeys(this.#host, {
      step: (samples) => this.#step(samples),
      zoomAtCursor: (factor) => this.#zoom(this.#shareOfCursor(), factor),
      reset: () => this.#chooseRange(null),
      clear: () => this.#chooseCursor(null),
    });
  }

  #moveCursorTo(x) {
    if (this.#spec) {
      const share = Math.min(Math.max(x / this.#plot.over.clientWidth, 0), 1);
      const time = valueAt(this.#spec.xScale, this.#shownRange(), share);
      const samples = this.#samples();
      this.#chooseCursor(samples[nearestIndex(samples, time, this.#plot.layout().toX)]);
    }
  }

  #step(by) {
    const samples = this.#samples();
    const [from, to] = this.#shownRange();
    const first = samples.findIndex((time) => time >= from);
    const last = samples.findLastIndex((time) => time <= to);
    if (first < 0 || last < first) {
      return;
    }
    const now = this.#cursor === null ? first : this.#cursorIndex() + by;
    this.#chooseCursor(samples[Math.min(Math.max(now, first), last)]);
    this.#speak();
  }

  #chooseCursor(time) {
    if (time !== this.#cursor) {
      this.#setCursor(time);
      this.#listeners.onCursor(time);
    }
  }

  /** The values at the cursor, for people who move it with keys and do not see it. */
  #speak() {
    const values = namedCurves(this.#spec.series)
      .map(({ curve }) => ({ name: mathPlain(curve.label), read: valueOn(curve, this.#cursor) }))
      .filter(({ read }) => read !== null)
      .map(({ name, read }) => `${name}: ${mathPlain(numberLabel(read.value, SPOKEN_DIGITS))}`);
    const time = mathPlain(numberLabel(this.#cursor, SPOKEN_DIGITS));
    this.#parts.spoken.textContent = `t = ${time}; ${values.join('; ')}`;
  }

  #shareOfCursor() {
    const { toX, box } = this.#plot.layout();
    const share = this.#cursor === null ? 0.5 : (toX(this.#cursor) - box.left) / (box.right - box.left);
    return share >= 0 && share <= 1 ? share : 0.5;
  }

  #zoom(share, factor) {
    if (this.#spec) {
      this.#chooseRange(zoomed(this.#spec.xScale, this.#shownRange(), this.#spec.xRange, share, factor));
    }
  }

  #pan(share) {
    if (this.#spec && this.#range) {
      this.#chooseRange(panned(this.#spec.xScale, this.#shownRange(), this.#spec.xRange, share));
    }
  }

  #chooseRange(range) {
    this.#setRange(range);
    this.#listeners.onRange(range);
  }
}

function build(host) {
  host.classList.add('plot');
  host.tabIndex = 0;
  host.setAttribute('role', 'application');
  host.setAttribute('aria-roledescription', 'chart');
  host.innerHTML = '<div class="plot-head" aria-hidden="true"><div class="plot-title"></div>'
    + '<ul class="plot-legend"></ul></div><div class="plot-area" aria-hidden="true"></div>'
    + '<div class="plot-spoken" aria-live="polite"></div>';
  const part = (name) => host.querySelector(`.plot-${name}`);
  return { title: part('title'), legend: part('legend'), area: part('area'), spoken: part('spoken') };
}

function setHtml(element, html) {
  if (element.dataset.shown !== html) {
    element.dataset.shown = html;
    element.innerHTML = html;
  }
}

function sameRange(a, b) {
  return a === b || (a !== null && b !== null && a[0] === b[0] && a[1] === b[1]);
}
