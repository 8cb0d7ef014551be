/**
 * On a phone the rail is a sheet at the bottom, so that the plots can be seen while a slider moves.
 */

import { button } from './element.js';
import { icon } from './icons.js';

/**
 * @param {{rail: HTMLElement, close: HTMLElement, dock: HTMLElement}} hosts
 * @param {import('./store.js').Store} store whose steps are undone from the dock
 * @returns {{draw: function()}}
 */
export function createRailSheet({ rail, close, dock }, store) {
  const undo = stepButton('undo', 'Undo', () => store.undo());
  const redo = stepButton('redo', 'Redo', () => store.redo());
  const open = button(
    {
      class: 'dock-button',
      id: 'rail-open',
      'aria-expanded': 'false',
      'aria-controls': rail.id,
    },
    icon('sliders'),
    'Experiment',
  );
  dock.append(undo, open, redo);
  const set = (isOpen) => {
    rail.classList.toggle('open', isOpen);
    document.body.classList.toggle('sheet-open', isOpen);
    open.setAttribute('aria-expanded', String(isOpen));
    (isOpen ? close : open).focus({ preventScroll: true });
  };
  open.addEventListener('click', () => set(!rail.classList.contains('open')));
  close.addEventListener('click', () => set(false));
  rail.addEventListener(
    'keydown',
    (event) => event.key === 'Escape' && rail.classList.contains('open') && set(false),
  );
  return {
    draw: () => {
      undo.disabled = !store.canUndo;
      redo.disabled = !store.canRedo;
    },
  };
}

function stepButton(name, label, onClick) {
  return button({ class: 'dock-step', 'aria-label': label, on: { click: onClick } }, icon(name));
}
