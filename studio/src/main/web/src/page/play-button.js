/**
 * The button that plays and stops.
 */

import { button } from './element.js';
import { icon } from './icons.js';

/**
 * @param {{onToggle: function()}} listeners
 * @returns {{root: HTMLButtonElement, draw: function(boolean)}} `draw` is told whether it plays
 */
export function createPlayButton({ onToggle }) {
  const root = button({ class: 'play', id: 'play', on: { click: onToggle } });
  const draw = (isPlaying) => {
    root.replaceChildren(icon(isPlaying ? 'pause' : 'play'));
    root.setAttribute('aria-label', isPlaying ? 'Stop' : 'Play through the run');
    root.title = isPlaying ? 'Stop (Space)' : 'Play (Space)';
  };
  draw(false);
  return { root, draw };
}
