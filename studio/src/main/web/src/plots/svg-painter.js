/** Paints SVG. */

import {
  MATH_FAMILY, MATH_SCALE, SCRIPT, baselineShift, escapeText, estimatedWidth, mathRuns,
} from './mathtext.js';

/**
 * A painter that gathers SVG elements.
 *
 * @returns {import('./frame.js').Painter & {path: Function, open: Function, close: Function, elements:
 *   string[]}}
 */
export function svgPainter() {
  const elements = [];
  return {
    elements,
    measure: estimatedWidth,
    rect({ left, top, right, bottom }, fill) {
      elements.push(`<rect x="${short(left)}" y="${short(top)}" width="${short(right - left)}" `
        + `height="${short(bottom - top)}" ${colored('fill', fill)}/>`);
    },
    line(x1, y1, x2, y2, style) {
      const ends = `x1="${short(x1)}" y1="${short(y1)}" x2="${short(x2)}" y2="${short(y2)}"`;
      elements.push(`<line ${ends} ${stroke(style)}/>`);
    },
    path(data, style) {
      elements.push(`<path d="${data}" fill="none" stroke-linejoin="round" ${stroke(style)}/>`);
    },
    text(label, x, y, { size, color, anchor, upwards = false, bold = false }) {
      const turn = upwards ? ` transform="rotate(-90 ${short(x)} ${short(y)})"` : '';
      const weight = bold ? ' font-weight="600"' : '';
      elements.push(`<text x="${short(x)}" y="${short(y)}" dy="${short(size * 0.35)}" font-size="${size}" `
        + `text-anchor="${anchor}" ${colored('fill', color)}${weight}${turn}>${spans(label, size)}</text>`);
    },
    open(attributes) {
      elements.push(`<g ${attributes}>`);
    },
    close() {
      elements.push('</g>');
    },
  };
}

/**
 * A pen for traceCurve whose strokes become the data of an SVG path.
 *
 * @returns {{moveTo: Function, lineTo: Function, data: () => string}}
 */
export function svgPen() {
  const strokes = [];
  return {
    moveTo: (x, y) => strokes.push(`M${short(x)} ${short(y)}`),
    lineTo: (x, y) => strokes.push(`L${short(x)} ${short(y)}`),
    data: () => strokes.join(''),
  };
}

/** A raised or lowered stretch moves the baseline, the next one moves it back. */
function spans(label, size) {
  let shifted = 0;
  return mathRuns(label).map(({ text, italic, level }) => {
    const target = size * baselineShift(level);
    const move = target === shifted ? '' : ` dy="${short(target - shifted)}"`;
    shifted = target;
    return `<tspan${move}${fontOf(italic, level, size)}>${escapeText(text)}</tspan>`;
  }).join('');
}

function fontOf(italic, level, size) {
  const scaled = size * (level === 0 ? 1 : SCRIPT.size) * (italic ? MATH_SCALE : 1);
  const sized = scaled === size ? '' : ` font-size="${short(scaled)}"`;
  return italic ? `${sized} font-style="italic" font-family="${escapeText(MATH_FAMILY)}"` : sized;
}

function stroke({ color, width, dash = [] }) {
  const dashes = dash.length === 0 ? '' : ` stroke-dasharray="${dash.join(' ')}"`;
  return `${colored('stroke', color)} stroke-width="${width}"${dashes}`;
}

/** Colours with an opacity are given as two attributes, which every program reads. */
function colored(attribute, color) {
  if (/^#[0-9a-f]{8}$/i.test(color)) {
    const opacity = parseInt(color.slice(7), 16) / 255;
    return `${attribute}="${color.slice(0, 7)}" ${attribute}-opacity="${short(opacity, 3)}"`;
  }
  return `${attribute}="${color}"`;
}

function short(number, decimals = 2) {
  return String(Number(number.toFixed(decimals)));
}
