/** The times of a run in iterations, and which of them is meant. */

const iterationsOfRuns = new WeakMap();

/**
 * The run's times in iterations; the same array for the same run.
 *
 * @param {object} run
 * @returns {Float64Array}
 */
export function iterationsOf(run) {
  if (!iterationsOfRuns.has(run)) {
    const { learningRate } = run.experiment;
    iterationsOfRuns.set(run, Float64Array.from(run.times, (tau) => tau / learningRate));
  }
  return iterationsOfRuns.get(run);
}

/**
 * The sample of a run that is nearest to a number of iterations.
 *
 * @param {object} run
 * @param {number} iterations
 * @returns {number} index into run.times
 */
export function sampleAt(run, iterations) {
  return nearestIndex(iterationsOf(run), iterations, (t) => t);
}

/**
 * The index of the nearest of ascending values.
 *
 * @param {ArrayLike<number>} ascending not empty
 * @param {number} value
 * @param {(value: number) => number} place what nearness is measured on, increasing
 * @returns {number}
 */
export function nearestIndex(ascending, value, place) {
  const after = firstNotBelow(ascending, value);
  if (after === 0) {
    return 0;
  }
  if (after === ascending.length) {
    return after - 1;
  }
  const isLater = place(ascending[after]) - place(value) <= place(value) - place(ascending[after - 1]);
  return isLater ? after : after - 1;
}

/**
 * A curve's value: exact where it has a sample, in between on the line drawn.
 *
 * @param {{x: ArrayLike<number>, y: ArrayLike<number>}} series
 * @param {number} x
 * @returns {{value: number, exact: boolean} | null} null beside the curve
 */
export function valueOn({ x: xs, y: ys }, x) {
  const after = firstNotBelow(xs, x);
  if (after === xs.length) {
    return null;
  }
  if (xs[after] === x) {
    return { value: ys[after], exact: true };
  }
  if (after === 0) {
    return null;
  }
  const share = (x - xs[after - 1]) / (xs[after] - xs[after - 1]);
  return { value: ys[after - 1] + share * (ys[after] - ys[after - 1]), exact: false };
}

function firstNotBelow(ascending, value) {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
