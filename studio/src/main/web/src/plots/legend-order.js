/** Which curves stand in a legend, and in which order. */

const ORDER = ['run', 'pin', 'law'];

/**
 * The named curves: the run's first, then those of pinned runs, then laws.
 *
 * @param {object[]} series of a chart spec
 * @returns {{curve: object, index: number}[]} index into series
 */
export function namedCurves(series) {
  return series
    .map((curve, index) => ({ curve, index }))
    .filter(({ curve }) => curve.label !== '')
    .sort((a, b) => ORDER.indexOf(a.curve.kind) - ORDER.indexOf(b.curve.kind));
}
