/**
 * Numbers as people read and write them, and as Java prints them.
 */

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MINUS = '−';
const LONGEST_TEXT = 400;
const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,9})?$/i;

/**
 * Ten to a whole power: `10⁶`, `10⁻⁴`.
 *
 * @param {number} exponent
 * @returns {string}
 */
export function powerOfTen(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return `10${exponent < 0 ? '⁻' : ''}${digits.join('')}`;
}

/**
 * A number in few characters, as labels show it: `33225`, `0.01`, `10⁶`, `2.5·10¹²`, `∞`.
 *
 * Between 10⁻³ and 10⁵ it is written out, with no digit of its whole part rounded away.
 *
 * @param {number} x
 * @param {number} [digits] significant digits; if given, a power of ten gets exactly so many (`2.0·10¹²`)
 * @returns {string}
 */
export function shortNumber(x, digits) {
  if (Number.isNaN(x)) {
    return '–';
  }
  const sign = x < 0 ? MINUS : '';
  const size = Math.abs(x);
  if (size === 0 || size === Infinity) {
    return size === 0 ? '0' : `${sign}∞`;
  }
  const { mantissa, exponent } = scientific(size, digits ?? 5);
  if (exponent < -3 || exponent > 4 || (exponent === 4 && size === 1e4)) {
    return sign + powerText(size, mantissa, exponent, digits === undefined);
  }
  const decimals = Math.max((digits ?? 5) - 1 - exponent, 0);
  return sign + withoutTrailingZeros(size.toFixed(decimals));
}

function powerText(size, mantissa, exponent, stripped) {
  const digits = stripped ? withoutTrailingZeros(mantissa) : mantissa;
  const isPower = digits === '1' || size === Number(`1e${exponent}`);
  return isPower ? powerOfTen(exponent) : `${digits}·${powerOfTen(exponent)}`;
}

function scientific(x, digits) {
  const [mantissa, exponent] = x.toExponential(digits - 1).split('e');
  return { mantissa, exponent: Number(exponent) };
}

function withoutTrailingZeros(text) {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/**
 * A number with all its digits, in the style of {@link shortNumber}: `1.2345678·10⁷`.
 *
 * @param {number} x
 * @returns {string}
 */
export function fullNumber(x) {
  if (!Number.isFinite(x) || x === 0) {
    return shortNumber(x);
  }
  const { digits, exponent } = decimalParts(Math.abs(x).toExponential());
  const isWrittenOut = exponent >= -3 && exponent <= 4;
  return isWrittenOut && Math.abs(x) !== 1e4
    ? String(x).replace('-', MINUS)
    : shortNumber(x, digits.length);
}

/**
 * A double as Java's `Double.toString` writes it: the shortest decimal that reads back as the same double,
 * with at least one digit after the point: `0.01`, `1.0E-4`, `1.0E7`.
 *
 * @param {number} x
 * @returns {string}
 */
export function javaDouble(x) {
  if (!Number.isFinite(x)) {
    return String(x);
  }
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (x === 0) {
    return `${sign}0.0`;
  }
  const { digits, exponent } = javaDigits(Math.abs(x));
  if (exponent < -3 || exponent > 6) {
    return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${exponent}`;
  }
  if (exponent < 0) {
    return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  }
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}

// Where one digit would do, Java takes the nearest decimal of two: 4.9E-324, which JavaScript writes 5e-324.
function javaDigits(size) {
  const shortest = decimalParts(size.toExponential());
  const parts = shortest.digits.length === 1 ? decimalParts(size.toExponential(1)) : shortest;
  return { digits: parts.digits.replace(/0+$/, ''), exponent: parts.exponent };
}

function decimalParts(exponential) {
  const [mantissa, exponent] = exponential.split('e');
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/**
 * The shortest decimal that reads back as the same double: `100`, `0.01`, `1e6`, `1.5e14`, `inf`.
 *
 * A power of ten is used only where it saves two characters or more, so that 1000 stays 1000. A whole number
 * of 64 bits is exactly itself.
 *
 * @param {number} x
 * @returns {string}
 */
export function exactNumber(x) {
  if (!Number.isFinite(x)) {
    return Number.isNaN(x) ? 'nan' : `${x < 0 ? '-' : ''}inf`;
  }
  const power = x.toExponential().replace('e+', 'e');
  const plain = String(x).replace('e+', 'e');
  const shortest = power.length <= plain.length - 2 ? power : plain;
  return isCount(x) && !isExactWhole(shortest) ? BigInt(x).toString() : shortest;
}

// Beyond 2⁵³ the shortest decimal may be another whole number than the double.
function isCount(x) {
  return Number.isInteger(x) && Math.abs(x) > 2 ** 53 && Math.abs(x) <= 2 ** 63;
}

/**
 * Reads a number as people write it: `1e6`, `10^6`, `2·10⁶`, `1_000`, `.5`, `inf`, `∞`.
 *
 * @param {string} text
 * @returns {number} NaN for what is no number, and for what is too large for a double
 */
export function parseNumber(text) {
  const plain = plainText(text);
  if (/^\+?(?:inf|infinity|\.inf|∞)$/i.test(plain)) {
    return Infinity;
  }
  return parseDecimal(plain);
}

/**
 * Reads a decimal as the experiment file has it: `1e6`, `+.5`; no words, no separators.
 *
 * @param {string} text
 * @returns {number} NaN for what is no decimal, and for what is too large for a double
 */
export function parseDecimal(text) {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_TEXT || !DECIMAL.test(trimmed)) {
    return NaN;
  }
  const value = Number(trimmed);
  return Number.isFinite(value) ? value + 0 : NaN;
}

/**
 * Whether a text is a whole number that a double holds exactly: any up to 2⁵³, and some beyond.
 *
 * @param {string} text as for {@link parseNumber}
 * @returns {boolean}
 */
export function isExactWhole(text) {
  const plain = plainText(text);
  const value = parseDecimal(plain);
  return Number.isInteger(value) && Math.abs(value) < 1e25 && wholeOf(plain) === BigInt(value);
}

// The whole number that a decimal below 10²⁵ is, or null if it has a fraction.
function wholeOf(decimal) {
  const [, sign, before, after = '', power = '0'] =
    /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(decimal);
  const digits = `${before}${after}`.replace(/^0+/, '') || '0';
  const shift = Number(power) - after.length;
  if (digits === '0') {
    return 0n;
  }
  const kept = shift < 0 ? digits.slice(0, shift) : digits.padEnd(digits.length + shift, '0');
  const dropped = shift < 0 ? digits.slice(shift) : '';
  return /^0*$/.test(dropped) ? BigInt(`${sign === '-' ? '-' : ''}${kept || '0'}`) : null;
}

function plainText(text) {
  const trimmed = text.length > LONGEST_TEXT ? '?' : text.trim();
  return trimmed
    .replace(MINUS, '-')
    .replace(/10([⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, raised) => `10^${lowered(raised)}`)
    .replace(/^([+-]?)(?:(.+?)\s*[·*×]\s*)?10\^([+-]?\d+)$/, (_, sign, mantissa = '1', power) =>
      `${sign}${mantissa}e${power}`)
    .replace(/(\d)[_\u2009\u202f](?=\d)/g, '$1');
}

function lowered(raised) {
  return [...raised].map((sign) => (sign === '⁻' ? '-' : SUPERSCRIPTS.indexOf(sign))).join('');
}
