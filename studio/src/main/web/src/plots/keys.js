/** The keys that a chart understands when it has the focus. */

const PAGE = 10;
const ZOOM = 1.5;

const STEPS = { ArrowLeft: -1, ArrowRight: 1, PageUp: PAGE, PageDown: -PAGE, Home: -Infinity, End: Infinity };
const ZOOMS = { '+': ZOOM, '=': ZOOM, '-': 1 / ZOOM, '−': 1 / ZOOM };

/**
 * Listens to an element.
 *
 * @param {HTMLElement} element
 * @param {{step(samples: number): void, zoomAtCursor(factor: number): void, reset(): void, clear(): void}}
 *   actions steps of ±∞ go to the first and the last sample shown
 */
export function listenToKeys(element, { step, zoomAtCursor, reset, clear }) {
  element.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const action = actionOf(event.key);
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      action();
    }
  });

  function actionOf(key) {
    if (key in STEPS) {
      return () => step(STEPS[key]);
    }
    if (key in ZOOMS) {
      return () => zoomAtCursor(ZOOMS[key]);
    }
    return { 0: reset, Escape: clear }[key];
  }
}
