/**
 * When what is drawn: at most once a frame, and of it only what has changed.
 */

import { sceneOf } from './scene.js';

/** Collects what has become out of date and draws it in the next frame. */
export class Drawing {
  #source;
  #parts;
  #frame = null;
  #isRunStale = false;
  #scene = null;

  /**
   * @param {function(): {state: object, run: object|null, pins: object[]}} source
   * @param {{drawRun?: function(object), drawCursor?: function(object)}[]} parts
   */
  constructor(source, parts) {
    this.#source = source;
    this.#parts = parts;
  }

  /** @returns {import('./scene.js').Scene|null} what is drawn; null before the first run */
  get scene() {
    return this.#scene;
  }

  /** @returns {boolean} whether a frame is still to come */
  get isPending() {
    return this.#frame !== null;
  }

  /** The run, the pins or the way they are shown have changed. */
  invalidateRun() {
    this.#isRunStale = true;
    this.invalidateCursor();
  }

  /** The cursor has moved. */
  invalidateCursor() {
    this.#frame ??= requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#frame = null;
    const { state, run, pins } = this.#source();
    if (run === null) {
      return;
    }
    this.#scene = sceneOf(state, run, pins);
    if (this.#isRunStale) {
      this.#isRunStale = false;
      this.#parts.forEach((part) => part.drawRun?.(this.#scene));
    }
    this.#parts.forEach((part) => part.drawCursor?.(this.#scene));
  }
}
