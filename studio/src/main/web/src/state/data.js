/**
 * Plain data: frozen, and compared with all that it holds.
 */

/**
 * Freezes data with all that it holds.
 *
 * @template T
 * @param {T} data
 * @returns {T} the same
 */
export function deeplyFrozen(data) {
  if (typeof data === 'object' && data !== null) {
    Object.values(data).forEach(deeplyFrozen);
    Object.freeze(data);
  }
  return data;
}

/**
 * Whether plain data is equal with all that it holds.
 *
 * @param {*} a
 * @param {*} b
 * @returns {boolean}
 */
export function sameData(a, b) {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b;
  }
  const keys = Object.keys(a);
  return Array.isArray(a) === Array.isArray(b)
    && keys.length === Object.keys(b).length
    && keys.every((key) => Object.hasOwn(b, key) && sameData(a[key], b[key]));
}
