/** A heat map's cells, labels and colour bar, drawn with a painter. */

import { resolveColor, textOnViridis, viridis } from './palette.js';

const LABEL_SIZE = 13;
const CELL_GAP = 1.5;
const LEAST_CELL_FOR_TEXT = 25;
const ROOM_FOR_THREE_DIGITS = 44;

/** Opacity of what is rounded to zero. */
const FAINT = 'b0';

const BAR_WIDTH = 12;
const BAR_STEPS = 48;
const TALLEST_CELL = 40;

/** Space around the cells. */
export const GRID_MARGINS = Object.freeze({ left: 58, top: 26, right: 58, bottom: 6 });

/**
 * Where the cells of a heat map lie.
 *
 * @param {{rows: object[], columns: string[]}} table
 * @param {{left: number, top: number, width: number, tallest?: number}} place
 * @returns {{left: number, top: number, cellWidth: number, cellHeight: number, right: number, bottom:
 *   number}}
 */
export function gridLayout({ rows, columns }, { left, top, width, tallest = TALLEST_CELL }) {
  const cellWidth = width / columns.length;
  const cellHeight = Math.min(cellWidth, tallest);
  return {
    left, top, cellWidth, cellHeight, right: left + width, bottom: top + cellHeight * rows.length,
  };
}

/**
 * The cells, with their values where these fit, and the features above them.
 *
 * @param {object} painter
 * @param {{rows: object[], columns: string[]}} table
 * @param {object} grid of gridLayout
 * @param {'light'|'dark'} theme
 */
export function paintCells(painter, { rows, columns }, grid, theme) {
  const ink = resolveColor('muted', theme);
  const size = Math.min(LABEL_SIZE, grid.cellWidth * 0.42);
  columns.forEach((label, column) => {
    const x = grid.left + (column + 0.5) * grid.cellWidth;
    painter.text(label, x, grid.top - 11, { size, color: ink, anchor: 'middle' });
  });
  rows.forEach(({ values }, row) => values.forEach((value, column) => {
    const left = grid.left + column * grid.cellWidth;
    const top = grid.top + row * grid.cellHeight;
    const right = left + grid.cellWidth - CELL_GAP;
    const bottom = top + grid.cellHeight - CELL_GAP;
    painter.rect({ left, top, right, bottom }, viridis(value));
    if (grid.cellWidth >= LEAST_CELL_FOR_TEXT && grid.cellHeight >= 14) {
      const digits = grid.cellWidth >= ROOM_FOR_THREE_DIGITS ? 3 : 2;
      const faint = value < 0.5 * 10 ** -digits ? FAINT : '';
      const style = { size: cellTextSize(grid), color: textOnViridis(value) + faint, anchor: 'middle' };
      painter.text(cellText(value, digits), (left + right) / 2, (top + bottom) / 2, style);
    }
  }));
}

function cellTextSize({ cellWidth, cellHeight }) {
  return Math.min(12.5, cellWidth * 0.36, cellHeight * 0.62);
}

/** Two digits, three where there is room. */
function cellText(value, digits) {
  const text = value.toFixed(digits);
  return text.startsWith('0') ? text.slice(1) : text;
}

/**
 * The names of the queries beside the rows, the chosen one marked.
 *
 * @param {object} painter
 * @param {{rows: object[]}} table
 * @param {object} grid of gridLayout
 * @param {'light'|'dark'} theme
 * @param {number|null} chosen query
 */
export function paintRowNames(painter, { rows }, grid, theme, chosen) {
  rows.forEach(({ query, label }, row) => {
    const middle = grid.top + (row + 0.5) * grid.cellHeight - CELL_GAP / 2;
    const isChosen = query === chosen;
    const color = resolveColor(isChosen ? 'ink' : 'muted', theme);
    painter.text(label, grid.left - 12, middle, { size: LABEL_SIZE, color, anchor: 'end', bold: isChosen });
    if (isChosen) {
      const box = { left: grid.left - 7, top: middle - grid.cellHeight / 2 + 2, right: grid.left - 4 };
      painter.rect({ ...box, bottom: middle + grid.cellHeight / 2 - 2 }, resolveColor('blue', theme));
    }
  });
}

/**
 * The colour bar from 0 to 1.
 *
 * @param {object} painter
 * @param {object} grid of gridLayout
 * @param {'light'|'dark'} theme
 */
export function paintColorBar(painter, grid, theme) {
  const left = grid.right + 16;
  const bottom = grid.bottom - CELL_GAP;
  const height = bottom - grid.top;
  for (let i = 0; i < BAR_STEPS; i++) {
    const top = bottom - (height * (i + 1)) / BAR_STEPS;
    const below = Math.min(top + height / BAR_STEPS + 0.6, bottom);
    painter.rect({ left, top, right: left + BAR_WIDTH, bottom: below }, viridis((i + 0.5) / BAR_STEPS));
  }
  const marks = height < 60 ? [0, 1] : [0, 0.5, 1];
  for (const mark of marks) {
    const style = { size: 12, color: resolveColor('muted', theme), anchor: 'start' };
    painter.text(String(mark), left + BAR_WIDTH + 6, bottom - mark * height, style);
  }
}
