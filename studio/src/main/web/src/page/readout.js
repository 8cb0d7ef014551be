/**
 * The numbers at the cursor.
 */

import { shortNumber } from '../state/numbers.js';
import { element, setText } from './element.js';
import { valuesAt } from './scene.js';
import { setSymbols } from './symbols.js';

const DIGITS = 5;

const ROWS = [
  { name: () => 't', value: ({ time }) => time },
  { name: () => 'L_k', value: (scene, values) => values.error },
  { name: () => 'A_k', value: (scene, values) => values.own.logit },
  { name: (other) => `B_{k,${other}}`, value: (scene, values) => values.competitor?.logit },
  { name: () => 'Attn_k', value: (scene, values) => values.own.attention },
  { name: (other) => `Attn_${other}`, value: (scene, values) => values.competitor?.attention },
];

/**
 * @param {HTMLElement} list a dl
 * @returns {{draw: function(object)}}
 */
export function createReadout(list) {
  const cells = ROWS.map(() => ({ name: element('dt'), value: element('dd') }));
  list.append(...cells.map(({ name, value }) => element('div', {}, name, value)));
  return { draw: (scene) => draw(cells, scene) };
}

function draw(cells, scene) {
  // Without a cursor the numbers are those of the end.
  const index = scene.index ?? scene.run.times.length - 1;
  const time = scene.run.times[index] / scene.run.experiment.learningRate;
  const values = valuesAt(scene.column, index);
  const other = competitorName(scene.column);
  ROWS.forEach((row, place) => {
    const value = row.value({ ...scene, time }, values);
    setSymbols(cells[place].name, row.name(other));
    setText(cells[place].value, value === undefined ? '–' : shortNumber(value, DIGITS));
  });
}

/**
 * The subscript of the strongest competitor: 1 for the dominant feature, n for any other one.
 *
 * @param {object} column
 * @returns {string}
 */
export function competitorName({ role }) {
  return role === 'under-represented' ? '1' : 'n';
}
