/**
 * The state of the page, and what was before it.
 */

import { History } from '../state/history.js';
import { featureCount } from '../state/experiment.js';

/** Holds the one state; every change goes through it. */
export class Store {
  #state;
  #history;
  #listeners = [];

  /** @param {object} state the first */
  constructor(state) {
    this.#state = state;
    this.#history = new History(state);
  }

  /** @returns {object} the present state, frozen */
  get state() {
    return this.#state;
  }

  /** @returns {boolean} */
  get canUndo() {
    return this.#history.canUndo;
  }

  /** @returns {boolean} */
  get canRedo() {
    return this.#history.canRedo;
  }

  /** @param {function(object, object, string|null)} listener told the new state, the one before, and the key
   *     of a move */
  subscribe(listener) {
    this.#listeners.push(listener);
  }

  /**
   * Changes the experiment, as a step that can be undone.
   *
   * @param {object} experiment checked
   * @param {string|null} [key] moves in a row with the same key are one step
   */
  setExperiment(experiment, key = null) {
    this.#push({ ...this.#state, experiment, view: fitted(this.#state.view, experiment) }, key);
  }

  /** @param {object[]} pins checked experiments */
  setPins(pins) {
    this.#push({ ...this.#state, pins }, null);
  }

  /**
   * Changes what is looked at, which is no step to undo.
   *
   * @param {object} changes of the view
   */
  setView(changes) {
    this.#show({ ...this.#state, view: { ...this.#state.view, ...changes } });
  }

  /** @param {object} state a whole checked state, as one step */
  replace(state) {
    this.#push(state, null);
  }

  /** Ends a row of moves of one slider. */
  seal() {
    this.#history.seal();
  }

  /** Back to the experiment and the pins before the last step. */
  undo() {
    this.#restore(this.#history.undo());
  }

  /** Forth again. */
  redo() {
    this.#restore(this.#history.redo());
  }

  #restore({ experiment, pins }) {
    this.#show({ experiment, pins, view: fitted(this.#state.view, experiment) });
  }

  #push(state, key) {
    this.#history.push(state, key);
    this.#show(state, key);
  }

  #show(state, key = null) {
    const before = this.#state;
    this.#state = Object.freeze(state);
    this.#listeners.forEach((listener) => listener(state, before, key));
  }
}

function fitted(view, experiment) {
  const isGone = view.query !== null && view.query >= featureCount(experiment.law);
  return isGone ? { ...view, query: null } : view;
}
