/**
 * Marks for measuring: `plots-drawn` after every drawing of a run, `first-run-drawn` after the first.
 * A slider marks `slider-input`. Of repeated marks only the newest is kept.
 *
 * @returns {{drawRun: function()}} the last part of a drawing
 */
export function createMarks() {
  let isFirst = true;
  return {
    drawRun: () => {
      performance.clearMarks('plots-drawn');
      performance.mark('plots-drawn');
      if (isFirst) {
        isFirst = false;
        performance.mark('first-run-drawn');
      }
    },
  };
}
