/**
 * Undo and redo over immutable states.
 */

const MOST_STEPS = 200;

/** A line of states with a present one. */
export class History {
  #states;
  #present = 0;
  #key = null;
  #most;

  /**
   * @param {*} state the first
   * @param {{most?: number}} [options] how many steps can be undone
   */
  constructor(state, { most = MOST_STEPS } = {}) {
    this.#states = [state];
    this.#most = most;
  }

  /** @returns {*} the present state */
  get current() {
    return this.#states[this.#present];
  }

  /** @returns {boolean} */
  get canUndo() {
    return this.#present > 0;
  }

  /** @returns {boolean} */
  get canRedo() {
    return this.#present < this.#states.length - 1;
  }

  /**
   * Makes a state the present one; what had been undone is forgotten.
   *
   * Pushes in a row with the same key, such as the moves of one slider, are one step.
   *
   * @param {*} state
   * @param {string|null} [key]
   */
  push(state, key = null) {
    if (state === this.current) {
      return;
    }
    const isMerged = key !== null && key === this.#key;
    const past = this.#states.slice(0, this.#present + (isMerged ? 0 : 1)).slice(-this.#most);
    this.#states = [...past, state];
    this.#present = past.length;
    this.#key = key;
  }

  /** Ends a row of merged pushes: the slider was let go. */
  seal() {
    this.#key = null;
  }

  /** @returns {*} the state before, which is now the present one; the present one if there is none before */
  undo() {
    return this.#move(this.canUndo ? -1 : 0);
  }

  /** @returns {*} the state that was undone last, which is now the present one */
  redo() {
    return this.#move(this.canRedo ? 1 : 0);
  }

  #move(steps) {
    this.#present += steps;
    this.seal();
    return this.current;
  }
}
