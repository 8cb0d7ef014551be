/**
 * A button that unfolds a list of buttons; any choice, Escape or a click elsewhere folds it up.
 */

import { button, element } from './element.js';

let made = 0;

/**
 * @typedef {object} Item
 * @property {string} label
 * @property {function()} [onChoose]
 * @property {string} [note]
 * @property {string} [name] for a screen reader, where the label says too little
 * @property {boolean} [isNarrow] only where the page has no room for a button of its own
 * @property {Item[]} [choices] instead of onChoose: a row of several
 */

/**
 * @param {string} name
 * @param {{title?: string, items: Item[]}[]} groups
 * @returns {HTMLElement}
 */
export function createMenu(name, groups) {
  const id = `menu-${++made}`;
  const panel = element(
    'div',
    { class: 'menu', id, popover: 'auto' },
    ...groups.map((group) => groupOf(group, hide)),
  );
  const opener = button(
    { class: 'quiet', popovertarget: id, 'aria-expanded': 'false', 'aria-controls': id },
    name,
  );
  function hide() {
    panel.hidePopover();
  }
  panel.addEventListener('toggle', ({ newState }) => {
    opener.setAttribute('aria-expanded', String(newState === 'open'));
  });
  panel.addEventListener('beforetoggle', ({ newState }) => newState === 'open' && place(panel, opener));
  panel.addEventListener('keydown', (event) => moveFocus(event, panel));
  return element('div', { class: 'menu-frame' }, opener, panel);
}

function groupOf({ title = null, items }, hide) {
  return element(
    'div',
    { class: 'menu-group' },
    title && element('p', { class: 'menu-title' }, title),
    ...items.map((item) => (item.choices === undefined ? itemOf(item, hide) : rowOf(item, hide))),
  );
}

function itemOf({ label, note = null, name = null, isNarrow = false, onChoose }, hide) {
  const choose = () => {
    hide();
    onChoose();
  };
  return button(
    {
      class: isNarrow ? 'menu-item narrow-only' : 'menu-item',
      'aria-label': name,
      on: { click: choose },
    },
    label,
    note && element('span', { class: 'menu-note' }, note),
  );
}

function rowOf({ label, choices }, hide) {
  return element(
    'div',
    { class: 'menu-row' },
    element('span', {}, label),
    ...choices.map((choice) => itemOf(choice, hide)),
  );
}

function place(panel, opener) {
  const { right, bottom } = opener.getBoundingClientRect();
  panel.style.top = `${bottom + 6}px`;
  panel.style.right = `${Math.max(8, document.documentElement.clientWidth - right)}px`;
}

function moveFocus(event, panel) {
  const direction = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (direction === undefined) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  const items = [...panel.querySelectorAll('.menu-item')];
  const place = items.indexOf(document.activeElement) + direction;
  items[(place + items.length) % items.length].focus();
}
