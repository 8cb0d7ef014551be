/** The cursor: a vertical line at a time, a dot on every named curve, and the time below the axis. */

import { mathHtml } from './mathtext.js';
import { numberLabel } from './readout.js';

const TIME_DIGITS = 8;

/**
 * A cursor.
 *
 * @param {HTMLElement} over the area of the plot; the cursor is measured from its corner
 * @returns {{place(x: number, time: number, dots: {y: number, color: string}[]): void, hide(): void}}
 */
export function createCursorLine(over) {
  const layer = document.createElement('div');
  layer.className = 'plot-cursor';
  layer.setAttribute('aria-hidden', 'true');
  layer.hidden = true;
  layer.innerHTML = '<div class="plot-cursor-line"></div><div class="plot-cursor-time"></div>';
  const [line, time] = layer.children;
  const dots = [];
  over.append(layer);

  function dotAt(index) {
    if (!dots[index]) {
      dots[index] = document.createElement('div');
      dots[index].className = 'plot-cursor-dot';
      layer.append(dots[index]);
    }
    return dots[index];
  }

  return {
    place(x, iterations, places) {
      layer.hidden = false;
      line.style.transform = `translateX(${x}px)`;
      time.innerHTML = `<i>t</i> = ${mathHtml(numberLabel(iterations, TIME_DIGITS))}`;
      time.style.transform = `translateX(${timePlace(x, time.offsetWidth, over.clientWidth)}px)`;
      places.forEach(({ y, color }, i) => {
        const dot = dotAt(i);
        dot.hidden = false;
        dot.style.transform = `translate(${x}px, ${y}px)`;
        dot.style.backgroundColor = color;
      });
      dots.slice(places.length).forEach((dot) => { dot.hidden = true; });
    },
    hide() {
      layer.hidden = true;
    },
  };
}

/** Below the line, but not beyond the plot. */
function timePlace(x, width, plotWidth) {
  return Math.min(Math.max(x - width / 2, 0), Math.max(plotWidth - width, 0));
}
