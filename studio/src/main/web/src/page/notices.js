/**
 * Sentences above the page that can be dismissed.
 */

import { button, element } from './element.js';
import { icon } from './icons.js';

/**
 * Shows a sentence; the same one is not shown twice.
 *
 * @param {string} sentence
 * @param {{kind?: 'problem'|'note'}} [options]
 */
export function showNotice(sentence, { kind = 'problem' } = {}) {
  const host = document.getElementById('notices');
  if ([...host.children].some((notice) => notice.dataset.sentence === sentence)) {
    return;
  }
  const notice = element(
    'div',
    { class: `notice ${kind}`, role: 'alert', 'data-sentence': sentence },
    element('p', {}, sentence),
    button(
      { class: 'icon-button', 'aria-label': 'Dismiss', on: { click: () => notice.remove() } },
      icon('close'),
    ),
  );
  host.append(notice);
}

/** Takes away what is shown. */
export function clearNotices() {
  document.querySelectorAll('#notices .notice.problem').forEach((notice) => notice.remove());
}
