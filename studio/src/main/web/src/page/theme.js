/**
 * Light, dark, or as the system has it; remembered.
 */

import { button, setAttributeOf } from './element.js';
import { icon } from './icons.js';

const KEY = 'icl-theme';
const CHOICES = ['system', 'light', 'dark'];
const ICONS = { system: 'system', light: 'sun', dark: 'moon' };
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/**
 * The theme that is painted.
 *
 * @returns {'light'|'dark'}
 */
export function themeInUse() {
  return document.documentElement.dataset.theme ?? (systemIsDark.matches ? 'dark' : 'light');
}

/**
 * A button that goes through the three choices.
 *
 * @param {function()} onChange told after the theme in use may have changed
 * @returns {HTMLButtonElement}
 */
export function createThemeButton(onChange) {
  const toggle = button({ class: 'icon-button', id: 'theme' });
  toggle.addEventListener('click', () => {
    remember(CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length]);
    draw(toggle);
    onChange();
  });
  systemIsDark.addEventListener('change', onChange);
  draw(toggle);
  return toggle;
}

function chosen() {
  return document.documentElement.dataset.theme ?? 'system';
}

function remember(choice) {
  if (choice === 'system') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = choice;
  }
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // The choice then lasts as long as the page.
  }
}

function draw(toggle) {
  const choice = chosen();
  toggle.replaceChildren(icon(ICONS[choice]));
  setAttributeOf(toggle, 'aria-label', `Theme: ${choice}`);
  toggle.title = `Theme: ${choice}`;
}
