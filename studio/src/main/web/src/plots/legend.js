/** The legend of a chart: a line sample, a name and the value at the cursor for every named curve. */

import { exactNumber } from '../state/numbers.js';
import { namedCurves } from './legend-order.js';
import { escapeText, mathHtml } from './mathtext.js';
import { resolveColor } from './palette.js';
import { readOut } from './readout.js';

/**
 * A legend.
 *
 * @param {HTMLElement} host
 * @returns {{update(series: object[], theme: string): void, show(values: ({value: number, exact:
 *   boolean}|null)[]): void}} show takes a value for each series given to update, or nothing
 */
export function createLegend(host) {
  let signature = '';
  let named = [];
  let cells = [];

  return {
    update(series, theme) {
      named = namedCurves(series);
      const next = theme + named.map(({ curve }) => signatureOf(curve)).join('|');
      if (next !== signature) {
        signature = next;
        host.innerHTML = named.map(({ curve }) => itemHtml(curve, theme)).join('');
        cells = [...host.querySelectorAll('.plot-value')];
      }
    },
    show(values) {
      named.forEach(({ index }, i) => showValue(cells[i], values[index] ?? null));
    },
  };
}

function signatureOf({ label, title, color, dash, width }) {
  return `${label};${title ?? ''};${color};${dash};${width}`;
}

function itemHtml({ label, title, color, dash, width, kind }, theme) {
  const sample = `<line x1="1" y1="5.5" x2="29" y2="5.5" stroke="${resolveColor(color, theme)}" `
    + `stroke-width="${width}" stroke-dasharray="${dash.join(' ')}"/>`;
  const hint = title ? ` title="${escapeText(title)}"` : '';
  return `<li class="plot-entry plot-entry-${kind}"${hint}>`
    + `<svg class="plot-sample" width="30" height="11" aria-hidden="true">${sample}</svg>`
    + `<span class="plot-name">${mathHtml(label)}</span> <span class="plot-value"></span></li>`;
}

function showValue(cell, read) {
  const html = read === null ? '' : mathHtml(readOut(read.value, read.exact));
  if (cell.dataset.shown !== html) {
    cell.dataset.shown = html;
    cell.innerHTML = html;
    cell.title = titleOf(read);
  }
}

function titleOf(read) {
  if (read === null) {
    return '';
  }
  return read.exact ? exactNumber(read.value) : 'read off between two samples of this curve';
}
