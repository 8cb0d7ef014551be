/**
 * The queries of the run in a table: what they are, how long they took, how they ended.
 */

import { powerOfTen, shortNumber } from '../state/numbers.js';
import { button, element, setText } from './element.js';
import { symbols } from './symbols.js';

const HEADINGS = ['query', 'role', 'p_k', 'floor L_k*', 'τ to L_k* + ε', 'iterations', 'ended'];
const DIGITS = 5;

/**
 * @param {HTMLElement} host
 * @param {{onQuery: function(number)}} listeners
 * @returns {{draw: function(object)}}
 */
export function createQueryTable(host, { onQuery }) {
  const body = element('tbody');
  const table = element(
    'table',
    { class: 'queries' },
    element('caption', { class: 'visually-hidden' }, 'Queries of the run'),
    element(
      'thead',
      {},
      element('tr', {}, ...HEADINGS.map((heading) => element('th', { scope: 'col' }, ...symbols(heading)))),
    ),
    body,
  );
  host.append(table);
  const rows = [];
  return {
    draw: (scene) => {
      while (rows.length < scene.run.columns.length) {
        rows.push(row(body, onQuery));
      }
      rows.forEach((entry, index) => drawRow(entry, scene.run.columns[index], scene));
    },
  };
}

function row(body, onQuery) {
  const entry = { query: -1, cells: HEADINGS.slice(1).map(() => element('td')) };
  entry.choose = button({ class: 'query-name', on: { click: () => onQuery(entry.query) } });
  entry.root = element(
    'tr',
    { on: { click: () => onQuery(entry.query) } },
    element('th', { scope: 'row' }, entry.choose),
    ...entry.cells,
  );
  body.append(entry.root);
  return entry;
}

function drawRow(entry, column, scene) {
  entry.root.hidden = column === undefined;
  if (column === undefined) {
    return;
  }
  if (entry.query !== column.query) {
    entry.query = column.query;
    entry.choose.replaceChildren(...symbols(`v_{${column.query + 1}}`));
  }
  const isShown = column === scene.column;
  entry.choose.setAttribute('aria-pressed', String(isShown));
  entry.root.classList.toggle('shown', isShown);
  cellTexts(column, scene.run).forEach((text, index) => setText(entry.cells[index], text));
}

function cellTexts(column, run) {
  const { convergence, role, probability, sentence } = column;
  return [
    role,
    shortNumber(probability, DIGITS),
    floorText(column),
    convergence === null ? '–' : shortNumber(convergence, DIGITS),
    convergence === null ? '–' : shortNumber(convergence / run.experiment.learningRate, DIGITS),
    sentence,
  ];
}

// Long prompts have floors far below what a double holds; their logarithm is known.
function floorText({ floor, floorLog10 }) {
  if (floorLog10 === null || floorLog10 === undefined) {
    return 'not defined';
  }
  if (floorLog10 === -Infinity) {
    return '0';
  }
  if (floor > 0) {
    return shortNumber(floor, DIGITS);
  }
  const power = Math.floor(floorLog10);
  return Math.abs(power) < 1e6
    ? `${shortNumber(10 ** (floorLog10 - power), DIGITS)}·${powerOfTen(power)}`
    : `10^(${shortNumber(floorLog10, DIGITS)})`;
}
