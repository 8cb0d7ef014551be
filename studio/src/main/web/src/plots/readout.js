/** Numbers as they stand at the cursor. */

const DIGITS = 8;
const ROUGH_DIGITS = 4;

/**
 * A value at the cursor with eight digits, as wide for every value of a size.
 *
 * @param {number} value
 * @param {boolean} [exact] false: read off between two samples
 * @returns {string} a label as mathtext.js says
 */
export function readOut(value, exact = true) {
  return exact ? numberLabel(value, DIGITS) : `≈ ${numberLabel(value, ROUGH_DIGITS)}`;
}

/**
 * A number with a given number of significant digits.
 *
 * @param {number} value
 * @param {number} digits
 * @returns {string} a label as mathtext.js says
 */
export function numberLabel(value, digits) {
  if (!Number.isFinite(value) || value === 0) {
    return value === 0 ? '0' : '–';
  }
  const [mantissa, power] = value.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent >= -3 && exponent < digits) {
    return withMinus(value.toFixed(digits - 1 - exponent));
  }
  return `$${withMinus(mantissa)}·10^{${withMinus(String(exponent))}}$`;
}

function withMinus(text) {
  return text.replace('-', '−');
}
