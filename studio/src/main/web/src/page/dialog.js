/**
 * A dialog with a heading and a button that closes it.
 */

import { button, element } from './element.js';
import { icon } from './icons.js';

let made = 0;

/**
 * @param {string} heading
 * @param {...(Node|string|null)} content
 * @returns {HTMLDialogElement} in the page, closed
 */
export function createDialog(heading, ...content) {
  const id = `dialog-${++made}`;
  const dialog = element(
    'dialog',
    { class: 'dialog', 'aria-labelledby': id },
    element(
      'div',
      { class: 'dialog-head' },
      element('h2', { id }, heading),
      button(
        { class: 'icon-button', 'aria-label': 'Close', on: { click: () => dialog.close() } },
        icon('close'),
      ),
    ),
    element('div', { class: 'dialog-body' }, ...content),
  );
  // The backdrop belongs to the dialog itself; its content does not.
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  return dialog;
}
