/**
 * The time of a run as a share of a bar: strip, scrubber and player use the same.
 */

// Decades shown of a run that is over within a few iterations.
const SHORTEST_SPAN = 1e-3;

/**
 * @param {object} run
 * @param {'log'|'linear'} kind
 * @returns {{first: number, last: number, shareAt: function(number): number,
 *   timeAt: function(number): number}} between iterations and shares from 0 to 1
 */
export function timeScale(run, kind) {
  const last = Math.max(run.end / run.experiment.learningRate, Number.MIN_VALUE);
  const first = kind === 'log' ? Math.min(1, SHORTEST_SPAN * last) : 0;
  const [forth, back] = kind === 'log' ? [Math.log, Math.exp] : [Number, Number];
  const from = forth(first);
  const span = forth(last) - from || 1;
  return {
    first,
    last,
    shareAt: (time) => (time <= first ? 0 : Math.min((forth(time) - from) / span, 1)),
    timeAt: (share) => (share >= 1 ? last : back(from + share * span)),
  };
}
