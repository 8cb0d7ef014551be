/**
 * Whether the browser can run the engine.
 */

// The smallest module with a garbage-collected type: one struct of one byte.
const STRUCT_MODULE = [0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0];

/** What to say where it cannot. */
export const NEEDED =
  'The engine needs a browser with WebAssembly garbage collection: Chrome or Edge 119, ' +
  'Firefox 125, Safari 18.2, or newer.';

/** @returns {boolean} */
export function canRunEngine() {
  return typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(STRUCT_MODULE));
}
