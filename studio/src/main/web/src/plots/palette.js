/**
 * The colours of the pictures, after Okabe and Ito: told apart by people with any kind of colour vision, each
 * with a contrast of at least 3:1 to the background of its theme, phases included.
 */

/** @typedef {'light'|'dark'} Theme */

const LIGHT = {
  blue: '#0072b2', vermillion: '#d55e00', green: '#00855f', purple: '#b0508a',
  amber: '#a66f00', sky: '#2b8cc9', olive: '#6b7a1a', slate: '#6d7480',
  ink: '#1c2430', muted: '#56606f', axis: '#8a93a0', grid: '#1c243014', reference: '#56606f',
  evenBand: '#1c243012', oddBand: '#1c243007', surface: '#ffffff',
};

const DARK = {
  blue: '#4fa8e8', vermillion: '#f5843f', green: '#2cc498', purple: '#e08fc0',
  amber: '#e6ad35', sky: '#9bd7fb', olive: '#b9c45a', slate: '#98a2b0',
  ink: '#e8ecf2', muted: '#a7b1be', axis: '#717b88', grid: '#e8ecf214', reference: '#a7b1be',
  evenBand: '#e8ecf216', oddBand: '#e8ecf209', surface: '#12161c',
};

/** The colours of curves that are told apart by name, the first one first. */
export const DISTINCT = Object.freeze(['blue', 'vermillion', 'green', 'purple', 'amber', 'sky']);

const PINS = ['purple', 'amber', 'olive', 'sky', 'slate'];

/** The part of viridis that stands out from the background. */
const GRADED = { light: [0, 0.56], dark: [0.38, 1] };

const VIRIDIS = [
  [68, 1, 84], [72, 24, 106], [71, 45, 123], [66, 64, 134], [59, 82, 139], [51, 99, 141],
  [44, 114, 142], [38, 130, 142], [33, 145, 140], [31, 160, 136], [40, 174, 128], [63, 188, 115],
  [94, 201, 98], [132, 212, 75], [173, 220, 48], [216, 226, 25], [253, 231, 37],
];

/**
 * The CSS colour of a colour key of a chart spec: `blue`, `ink`, or `graded:0.25` for the place in an order.
 *
 * @param {string} key
 * @param {Theme} theme
 * @returns {string}
 */
export function resolveColor(key, theme) {
  if (key.startsWith('graded:')) {
    const [from, to] = GRADED[theme] ?? GRADED.light;
    return viridis(from + (to - from) * Number(key.slice('graded:'.length)));
  }
  const colors = theme === 'dark' ? DARK : LIGHT;
  return colors[key] ?? colors.ink;
}

/**
 * The colour key of a pinned run.
 *
 * @param {number} index of the pin, from 0
 * @returns {string}
 */
export function pinColor(index) {
  return PINS[index % PINS.length];
}

/**
 * The colour key of a place in an order, for more curves than have a colour of their own.
 *
 * @param {number} share 0 to 1
 * @returns {string}
 */
export function gradedColor(share) {
  return `graded:${share}`;
}

/**
 * Viridis, the perceptually uniform colours of the heat map.
 *
 * @param {number} share 0 to 1
 * @returns {string} CSS colour
 */
export function viridis(share) {
  return `rgb(${viridisChannels(share).join(', ')})`;
}

/**
 * Black or white, whichever is read more easily on viridis at this place.
 *
 * @param {number} share 0 to 1
 * @returns {string}
 */
export function textOnViridis(share) {
  const [red, green, blue] = viridisChannels(share).map(linearLight);
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.18 ? '#10141a' : '#ffffff';
}

function viridisChannels(share) {
  const place = Math.min(Math.max(share, 0), 1) * (VIRIDIS.length - 1);
  const index = Math.min(Math.floor(place), VIRIDIS.length - 2);
  const part = place - index;
  return VIRIDIS[index].map((from, i) => Math.round(from + part * (VIRIDIS[index + 1][i] - from)));
}

function linearLight(channel) {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
