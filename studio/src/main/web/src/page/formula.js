/**
 * Formulas by KaTeX, which is fetched only when the first one is shown.
 */

import { element } from './element.js';

let loading = null;
let pending = 0;

/**
 * Fetches KaTeX and its style sheet, once.
 *
 * @returns {Promise<object>}
 */
function loadKatex() {
  loading ??= new Promise((resolve, reject) => {
    const script = element('script', { src: 'lib/katex.min.js' });
    script.addEventListener('load', () => resolve(globalThis.katex));
    script.addEventListener('error', () => reject(new Error('lib/katex.min.js could not be read')));
    document.head.append(element('link', { rel: 'stylesheet', href: 'lib/katex.min.css' }), script);
  });
  return loading;
}

/**
 * Shows a formula in an element; nothing is done if it is there already.
 *
 * @param {HTMLElement} host
 * @param {string} tex empty: nothing
 * @param {{displayed?: boolean}} [options]
 */
export async function showFormula(host, tex, { displayed = false } = {}) {
  if (host.dataset.tex === tex) {
    return;
  }
  host.dataset.tex = tex;
  if (tex === '') {
    host.replaceChildren();
    return;
  }
  pending++;
  try {
    const katex = await loadKatex();
    if (host.dataset.tex === tex) {
      katex.render(tex, host, { displayMode: displayed, throwOnError: false });
    }
  } catch {
    host.textContent = tex;
  } finally {
    pending--;
  }
}

/**
 * @returns {boolean} whether every formula asked for is on the page
 */
export function areFormulasShown() {
  return pending === 0;
}

/**
 * A number in TeX.
 *
 * @param {string} text as shortNumber writes it
 * @returns {string}
 */
export function texNumber(text) {
  return text
    .replace('−', '-')
    .replace('∞', String.raw`\infty`)
    .replace('·', String.raw`\cdot `)
    .replace(/10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, (_, power) => `10^{${[...power].map(ordinary).join('')}}`);
}

function ordinary(digit) {
  return digit === '⁻' ? '-' : String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit));
}
