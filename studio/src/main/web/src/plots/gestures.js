/**
 * Pointer, touch and wheel on a plot. Moving the mouse or one finger moves the cursor; dragging with the
 * mouse pans what has been zoomed; two fingers, or the wheel with Ctrl or ⌘ held (which a pinch on a touchpad
 * counts as), zoom; a double click resets. The wheel alone scrolls the page.
 */

const WHEEL_SPEED = 0.002;
const PINCH_WHEEL_SPEED = 0.01;

/**
 * Listens to an element.
 *
 * @param {HTMLElement} element
 * @param {{moveCursor(x: number): void, zoom(x: number, factor: number): void, pan(pixels: number): void,
 *   isZoomed(): boolean, reset(): void}} actions x in pixels from the element's left edge; a factor above 1
 *   zooms in
 */
export function listenToGestures(element, actions) {
  const pointers = new Map();
  const placeOf = (event) => event.clientX - element.getBoundingClientRect().left;

  element.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' && event.button !== 0) {
      return;
    }
    pointers.set(event.pointerId, placeOf(event));
    element.setPointerCapture(event.pointerId);
    if (pointers.size === 1) {
      actions.moveCursor(placeOf(event));
    }
  });
  element.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    const now = placeOf(event);
    if (pointers.size === 2 && before !== undefined) {
      pinch(pointers, event.pointerId, now, actions);
    } else if (before !== undefined && event.pointerType === 'mouse' && actions.isZoomed()) {
      actions.pan(now - before);
    } else if (pointers.size < 2) {
      actions.moveCursor(now);
    }
    if (before !== undefined) {
      pointers.set(event.pointerId, now);
    }
  });
  for (const ending of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    element.addEventListener(ending, (event) => pointers.delete(event.pointerId));
  }
  element.addEventListener('dblclick', () => actions.reset());
  element.addEventListener('wheel', (event) => turnWheel(event, placeOf(event), actions), { passive: false });
}

/** What was under the two fingers stays under them. */
function pinch(pointers, moved, now, { zoom, pan }) {
  const [still] = [...pointers].filter(([id]) => id !== moved).map(([, x]) => x);
  const before = pointers.get(moved);
  const spread = Math.max(Math.abs(before - still), 1);
  pan((now - before) / 2);
  zoom((now + still) / 2, Math.max(Math.abs(now - still), 1) / spread);
}

function turnWheel(event, x, { zoom, pan, isZoomed }) {
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    const speed = Math.abs(event.deltaY) < 40 ? PINCH_WHEEL_SPEED : WHEEL_SPEED;
    zoom(x, Math.exp(-event.deltaY * speed));
  } else if (isZoomed() && Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    event.preventDefault();
    pan(-event.deltaX);
  }
}
