/** Where an axis has ticks, and what stands beside them. */

const FEWEST_POWERS = 2;
const LEAST_ROOM_FOR_NINTHS = 34;
const LEAST_ROOM_FOR_POWERS = 6;
const STEPS_IN_POWERS = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50, 100, 200];
const WRITTEN_OUT = 1e6;
const LEAST_WRITTEN_OUT = 1e-3;
const THIN_SPACE = '\u2009';

/**
 * @typedef {'log'|'linear'} Scale
 * @typedef {{value: number, label: string}} Tick the label as in mathtext.js
 * @typedef {{major: Tick[], minor: number[], factor: string}} Ticks the labels are to be multiplied by the
 *   factor, a label as well, if it is not empty
 */

/**
 * The ticks of an axis, as many as fit.
 *
 * @param {Scale} scale
 * @param {[number, number]} range
 * @param {number} pixels length of the axis
 * @param {number} room pixels from one label to the next
 * @returns {Ticks}
 */
export function ticks(scale, range, pixels, room) {
  if (!(range[1] > range[0])) {
    return { major: [], minor: [], factor: '' };
  }
  return scale === 'log' ? logTicks(range, pixels, room) : linearTicks(range, pixels, room);
}

/**
 * A tick's label and the factor in one.
 *
 * @param {string} label
 * @param {string} factor
 * @returns {string}
 */
export function multiplied(label, factor) {
  return factor === '' || label === '0' ? label : `${label}·${factor}`;
}

/**
 * Maps values to pixels.
 *
 * @param {Scale} scale
 * @param {[number, number]} range
 * @param {number} from pixel of the range's start
 * @param {number} to pixel of the range's end
 * @returns {(value: number) => number} not finite for what a logarithm does not have
 */
export function positioner(scale, range, from, to) {
  if (scale === 'log') {
    const start = Math.log(range[0]);
    const factor = (to - from) / (Math.log(range[1]) - start);
    return (value) => from + (Math.log(value) - start) * factor;
  }
  const factor = (to - from) / (range[1] - range[0]);
  return (value) => from + (value - range[0]) * factor;
}

/**
 * The value at a pixel: the inverse of positioner.
 *
 * @param {Scale} scale
 * @param {[number, number]} range
 * @param {number} share 0 at the range's start, 1 at its end
 * @returns {number}
 */
export function valueAt(scale, [start, end], share) {
  return scale === 'log' ? start * (end / start) ** share : start + (end - start) * share;
}

function logTicks([start, end], pixels, room) {
  const perPower = pixels / Math.log10(end / start);
  const first = Math.ceil(Math.log10(start) - 1e-9);
  const last = Math.floor(Math.log10(end) + 1e-9);
  if (last - first + 1 < FEWEST_POWERS) {
    return ticksWithinPower([start, end], pixels, room);
  }
  const step = STEPS_IN_POWERS.find((candidate) => candidate * perPower >= room) ?? STEPS_IN_POWERS.at(-1);
  const powers = count(first, last);
  const labelled = powers.filter((power) => power % step === 0);
  return {
    major: labelled.map((power) => ({ value: 10 ** power, label: powerLabel(power) })),
    minor: step === 1 ? ninths([start, end], perPower) : otherPowers(powers, step, perPower),
    factor: '',
  };
}

function ninths([start, end], perPower) {
  if (perPower < LEAST_ROOM_FOR_NINTHS) {
    return [];
  }
  return count(Math.floor(Math.log10(start)), Math.ceil(Math.log10(end)))
    .flatMap((power) => [2, 3, 4, 5, 6, 7, 8, 9].map((digit) => digit * 10 ** power))
    .filter((value) => value >= start && value <= end);
}

function otherPowers(powers, step, perPower) {
  return perPower < LEAST_ROOM_FOR_POWERS
    ? []
    : powers.filter((power) => power % step !== 0).map((power) => 10 ** power);
}

/** A logarithmic axis over less than a power or two has the ticks of a linear one that do not crowd. */
function ticksWithinPower(range, pixels, room) {
  const place = positioner('log', range, 0, pixels);
  const candidates = [];
  for (const value of roundValues(range)) {
    candidates.push({ value, at: place(value) });
  }
  const kept = [];
  for (const candidate of candidates.filter(({ at }) => at >= 0 && at <= pixels)) {
    if (kept.length === 0 || candidate.at - kept.at(-1).at >= room) {
      kept.push(candidate);
    }
  }
  const values = kept.map(({ value }) => value);
  const minor = candidates.map(({ value }) => value).filter((value) => !values.includes(value));
  return { ...labelledAlike(values), minor: minor.filter((value) => value >= range[0] && value <= range[1]) };
}

function roundValues([start, end]) {
  if (end / start < 3) {
    return multiples(start, end, roundStep((end - start) / 8));
  }
  return count(Math.floor(Math.log10(start)), Math.ceil(Math.log10(end)))
    .flatMap((power) => [1, 2, 5].map((digit) => Number(`${digit}e${power}`)));
}

function linearTicks([start, end], pixels, room) {
  const most = Math.max(1, Math.floor(pixels / room));
  const values = multiples(start, end, roundStep((end - start) / most));
  return { ...labelledAlike(values), minor: [] };
}

function multiples(start, end, step) {
  const slack = step * 1e-9;
  return count(Math.ceil((start - slack) / step), Math.floor((end + slack) / step))
    .map((multiple) => Number((multiple * step).toPrecision(12)));
}

/** The next of 1, 2, 5, 10, … times a power of ten. */
function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  const digit = [1, 2, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return Number((digit * power).toPrecision(6));
}

/** All ticks of an axis are written with the same power of ten and the same decimals. */
function labelledAlike(values) {
  const largest = Math.max(...values.map(Math.abs), 0);
  const isWrittenOut = largest === 0 || (largest >= LEAST_WRITTEN_OUT && largest < WRITTEN_OUT);
  const power = isWrittenOut ? 0 : Math.floor(Math.log10(largest));
  const mantissas = values.map((value) => value / 10 ** power);
  const decimals = Math.max(...mantissas.map(decimalsOf), 0);
  return {
    major: values.map((value, i) => ({ value, label: tickLabel(mantissas[i], decimals) })),
    factor: power === 0 ? '' : powerLabel(power),
  };
}

function decimalsOf(value) {
  const text = Number(value.toPrecision(9)).toString();
  return text.includes('e') ? 0 : (text.split('.')[1] ?? '').length;
}

function tickLabel(mantissa, decimals) {
  return mantissa === 0 ? '0' : grouped(mantissa.toFixed(decimals)).replace('-', '−');
}

function grouped(text) {
  const [whole, fraction] = text.split('.');
  const spaced = whole.replace('-', '').length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE) : whole;
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

function powerLabel(power) {
  if (power === 0 || power === 1) {
    return String(10 ** power);
  }
  return `$10^{${String(power).replace('-', '−')}}$`;
}

function count(from, to) {
  return to < from ? [] : Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
