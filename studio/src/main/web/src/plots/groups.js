/** Which groups of a query's features get a curve, and how the curves are told apart. */

const OWN = { subscript: null, color: 'blue', dash: [] };
const DOMINANT = { subscript: 'k,1', color: 'vermillion', dash: [9, 5] };
const FREQUENT = { subscript: 'k,m', color: 'purple', dash: [9, 5] };
const RARE = { subscript: 'k,n', color: 'green', dash: [2, 4] };

/**
 * @typedef {{group: number, subscript: string|null, color: string, dash: number[]}} ShownGroup
 *   subscript null: the query's own group
 */

/**
 * The query's own group, the strongest competitor, and of the others the least frequent.
 *
 * @param {object} column of a run
 * @returns {ShownGroup[]}
 */
export function shownGroups(column) {
  const { own, competitor } = column;
  const rarest = rarestBesides(column);
  const shown = [{ group: own, ...OWN }];
  if (competitor !== own) {
    shown.push({ group: competitor, ...competitorStyle(column, rarest) });
  }
  if (rarest >= 0) {
    shown.push({ group: rarest, ...RARE });
  }
  return shown;
}

function competitorStyle({ groups, competitor, probability }, rarest) {
  if (groups[competitor].probability > probability) {
    return DOMINANT;
  }
  return rarest >= 0 ? FREQUENT : RARE;
}

function rarestBesides({ groups, own, competitor }) {
  let rarest = -1;
  groups.forEach(({ probability }, group) => {
    const isOther = group !== own && group !== competitor;
    if (isOther && (rarest < 0 || probability <= groups[rarest].probability)) {
      rarest = group;
    }
  });
  return rarest;
}

/**
 * One group's values over time.
 *
 * @param {ArrayLike<number>} table row i holds all groups at time i
 * @param {number} groups how many
 * @param {number} group which
 * @returns {Float64Array}
 */
export function valuesOf(table, groups, group) {
  const values = new Float64Array(table.length / groups);
  for (let i = 0; i < values.length; i++) {
    values[i] = table[i * groups + group];
  }
  return values;
}
