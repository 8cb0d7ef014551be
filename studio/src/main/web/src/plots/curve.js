/** The course of a curve in pixels. */

/**
 * Follows a curve, leaving out what lies to the left and right of the picture, lifting the pen where there is
 * no value.
 *
 * @param {{x: ArrayLike<number>, y: ArrayLike<number>}} series
 * @param {(value: number) => number} toX
 * @param {(value: number) => number} toY
 * @param {[number, number]} visible pixels from left to right
 * @param {{moveTo(x: number, y: number): void, lineTo(x: number, y: number): void}} pen
 */
export function traceCurve({ x: xs, y: ys }, toX, toY, [left, right], pen) {
  let down = false;
  let waiting = null;
  for (let i = 0; i < xs.length; i++) {
    const x = toX(xs[i]);
    const y = toY(ys[i]);
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      down = false;
      waiting = null;
    } else if (x < left) {
      waiting = [x, y];
    } else {
      down = drawTo(pen, x, y, down, waiting);
      waiting = null;
      if (x > right) {
        return;
      }
    }
  }
}

function drawTo(pen, x, y, down, waiting) {
  if (down) {
    pen.lineTo(x, y);
  } else if (waiting) {
    pen.moveTo(...waiting);
    pen.lineTo(x, y);
  } else {
    pen.moveTo(x, y);
  }
  return true;
}

/**
 * Points about every few pixels along curves, by which labels keep off them.
 *
 * @param {object[]} series
 * @param {(value: number) => number} toX
 * @param {(value: number) => number} toY
 * @param {{left: number, right: number, top: number, bottom: number}} box
 * @returns {{x: number, y: number}[]}
 */
export function pointsOnCurves(series, toX, toY, box) {
  const points = [];
  const add = (fromX, fromY, x, y) => {
    const steps = Math.min(Math.ceil(Math.hypot(x - fromX, y - fromY) / 6), 40);
    for (let i = 1; i <= steps; i++) {
      points.push({ x: fromX + ((x - fromX) * i) / steps, y: fromY + ((y - fromY) * i) / steps });
    }
  };
  for (const curve of series.slice(-8)) {
    let last = null;
    traceCurve(curve, toX, toY, [box.left, box.right], {
      moveTo: (x, y) => { last = [x, y]; },
      lineTo: (x, y) => {
        if (Math.abs(x - last[0]) + Math.abs(y - last[1]) > 4) {
          add(...last, x, y);
          last = [x, y];
        }
      },
    });
  }
  return points;
}
