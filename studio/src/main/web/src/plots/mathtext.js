/**
 * Labels with formulas: `$v_2$, dominant`, `$|β_{k,1}|$`, `$10^6$`. Between dollars single letters are
 * italic, longer names (Attn, ln) upright, and `_` and `^` lower and raise the character or the group in
 * braces that follows.
 */

/** Fonts of italic letters, in HTML, on canvas and in SVG. */
export const MATH_FAMILY = '"STIX Two Text", "Times New Roman", "Liberation Serif", serif';

/** Size of lowered and raised characters, and how far they move, in parts of the font size. */
export const SCRIPT = Object.freeze({ size: 0.72, down: 0.24, up: 0.36 });

/** Italic letters of serif fonts are lower than those of the others. */
export const MATH_SCALE = 1.12;

const TOKEN = /([_^])(?:\{([^}]*)\}|(.))|([A-Za-zα-ωΑ-Ω]+)|([^_^A-Za-zα-ωΑ-Ω]+)/gu;
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * @typedef {{text: string, italic: boolean, level: -1|0|1}} Run a stretch of text in one style;
 *   level −1 is lowered, 1 raised
 */

const parsed = new Map();
const MOST_PARSED = 500;

/**
 * The runs of a label.
 *
 * @param {string} label
 * @returns {Run[]}
 */
export function mathRuns(label) {
  if (!parsed.has(label)) {
    if (parsed.size > MOST_PARSED) {
      parsed.clear();
    }
    parsed.set(label, parse(label));
  }
  return parsed.get(label);
}

function parse(label) {
  return label
    .split('$')
    .flatMap((part, i) => (i % 2 === 1 ? formula(part, 0) : [{ text: part, italic: false, level: 0 }]))
    .filter((run) => run.text !== '');
}

function formula(source, level) {
  const runs = [];
  for (const [, script, group, single, letters, other] of source.matchAll(TOKEN)) {
    if (script) {
      runs.push(...formula(group ?? single, script === '_' ? -1 : 1));
    } else {
      runs.push({ text: letters ?? other, italic: letters?.length === 1, level });
    }
  }
  return runs;
}

/**
 * A label as HTML.
 *
 * @param {string} label
 * @returns {string}
 */
export function mathHtml(label) {
  return mathRuns(label).map(runHtml).join('');
}

function runHtml({ text, italic, level }) {
  const inner = italic ? `<i>${escapeText(text)}</i>` : escapeText(text);
  if (level === 0) {
    return inner;
  }
  return level < 0 ? `<sub>${inner}</sub>` : `<sup>${inner}</sup>`;
}

/**
 * A label as plain text, for descriptions.
 *
 * @param {string} label
 * @returns {string}
 */
export function mathPlain(label) {
  return mathRuns(label).map(({ text, level }) => scripted(text, level)).join('');
}

function scripted(text, level) {
  const digits = level < 0 ? LOWERED : RAISED;
  if (level !== 0 && /^[−0-9]+$/.test(text)) {
    return text.replace('−', level < 0 ? '₋' : '⁻').replace(/[0-9]/g, (digit) => digits[Number(digit)]);
  }
  return level < 0 ? `_${text}` : text;
}

/**
 * Plain text such as `K = 10⁶, p₁ = 0.5` with its formulas marked.
 *
 * @param {string} text
 * @returns {string}
 */
export function withFormulas(text) {
  return text
    .replace(/(^|[\s,(])([A-Za-zα-ω])([₀-₉]*)(²?)(?= [=≤≥<>])/gu, (_, before, letter, below, above) =>
      `${before}$${letter}${below && `_{${ordinary(below)}}`}${above && '^2'}$`)
    .replace(/10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/gu, (_, power) => `$10^{${ordinary(power)}}$`);
}

function ordinary(digits) {
  return digits.replace('⁻', '−').replace(/[^−]/gu, (digit) => {
    const lowered = LOWERED.indexOf(digit);
    return String(lowered >= 0 ? lowered : RAISED.indexOf(digit));
  });
}

/**
 * How far below the baseline a stretch of text stands.
 *
 * @param {-1|0|1} level
 * @returns {number} in parts of the font size
 */
export function baselineShift(level) {
  return { [-1]: SCRIPT.down, 0: 0, 1: -SCRIPT.up }[level];
}

/**
 * About how wide a label is; good enough to keep labels apart where nothing can be measured.
 *
 * @param {string} label
 * @param {number} size of the font, in pixels
 * @returns {number}
 */
export function estimatedWidth(label, size) {
  return mathRuns(label).reduce((sum, { text, level }) => {
    const width = [...text].reduce((total, character) => total + characterWidth(character), 0);
    return sum + width * size * (level === 0 ? 1 : SCRIPT.size);
  }, 0);
}

function characterWidth(character) {
  if (' .,|il:;\'I\u2009'.includes(character)) {
    return 0.32;
  }
  return 'mwMW—'.includes(character) ? 0.85 : 0.58;
}

/**
 * Text for HTML and XML.
 *
 * @param {string} text
 * @returns {string}
 */
export function escapeText(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
