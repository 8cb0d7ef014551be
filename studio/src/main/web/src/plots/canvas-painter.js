/** Paints on a canvas, in CSS pixels. */

import { MATH_FAMILY, MATH_SCALE, SCRIPT, baselineShift, mathRuns } from './mathtext.js';

const MOST_WIDTHS = 2000;

const widths = new Map();

/**
 * Canvas does not wait for fonts: calls back when the font of formulas has come, if it does.
 *
 * @param {() => void} redraw
 */
export function whenMathFontIsThere(redraw) {
  document.fonts.load('italic 12px "ICL Math"', 'α').then(() => {
    widths.clear();
    redraw();
  }, () => {});
}

/**
 * A painter.
 *
 * @param {CanvasRenderingContext2D} context scaled to CSS pixels
 * @param {string} family font of upright text
 * @returns {import('./frame.js').Painter}
 */
export function canvasPainter(context, family) {
  const fontOf = ({ italic, level }, size) => {
    const scaled = size * (level === 0 ? 1 : SCRIPT.size);
    return italic ? `italic ${scaled * MATH_SCALE}px "ICL Math", ${MATH_FAMILY}` : `${scaled}px ${family}`;
  };
  const widthOf = (run, size) => {
    const font = fontOf(run, size);
    const key = `${font}|${run.text}`;
    if (!widths.has(key)) {
      if (widths.size > MOST_WIDTHS) {
        widths.clear();
      }
      context.font = font;
      widths.set(key, context.measureText(run.text).width);
    }
    return widths.get(key);
  };
  const measure = (label, size) => mathRuns(label).reduce((sum, run) => sum + widthOf(run, size), 0);

  return {
    measure,
    rect({ left, top, right, bottom }, fill) {
      context.fillStyle = fill;
      context.fillRect(left, top, right - left, bottom - top);
    },
    line(x1, y1, x2, y2, { color, width, dash = [] }) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.setLineDash(dash);
      context.beginPath();
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      context.stroke();
    },
    text(label, x, y, { size, color, anchor, upwards = false, bold = false }) {
      context.save();
      context.translate(x, y);
      if (upwards) {
        context.rotate(-Math.PI / 2);
      }
      context.fillStyle = color;
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      let at = startOf(anchor, measure(label, size));
      for (const run of mathRuns(label)) {
        context.font = `${bold ? '600 ' : ''}${fontOf(run, size)}`;
        context.fillText(run.text, at, size * (0.35 + baselineShift(run.level)));
        at += widthOf(run, size);
      }
      context.restore();
    },
  };
}

function startOf(anchor, width) {
  if (anchor === 'start') {
    return 0;
  }
  return anchor === 'end' ? -width : -width / 2;
}
