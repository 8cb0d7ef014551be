/**
 * Tells a screen reader what has happened, once things have come to rest.
 */

const QUIET = 600;

let timer = null;

/**
 * @param {string} sentence plain text
 */
export function announce(sentence) {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const host = document.getElementById('announcer');
    host.textContent = host.textContent === sentence ? `${sentence}\u00a0` : sentence;
  }, QUIET);
}
