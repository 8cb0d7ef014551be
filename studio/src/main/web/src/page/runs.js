/**
 * The runs that belong to the state: that of its experiment, and those of its pins.
 */

import { sameExperiment } from '../state/experiment.js';
import { RunQueue } from './run-queue.js';

// A slider rests when it has not moved for so long.
const REST = 150;
// Enough for all pins, those that were just removed, and undo.
const MOST_REMEMBERED = 16;

/** Asks for runs when the state changes, and keeps the newest of each. */
export class Runs {
  #queue;
  #listeners;
  #rest = null;
  #shown = null;
  #pinned = [];

  /**
   * @param {object} engine
   * @param {{onRun: function(), onProblem: function(Error, {isPinned: boolean}),
   *   onBusy: function(boolean)}} listeners
   */
  constructor(engine, listeners) {
    this.#listeners = listeners;
    this.#queue = new RunQueue(engine, {
      onRun: (run, job) => this.#take(run, job),
      onProblem: (problem, job) => this.#fail(problem, job),
      onBusy: listeners.onBusy,
    });
  }

  /** @returns {object|null} the newest run of the experiment shown */
  get shown() {
    return this.#shown;
  }

  /** @returns {boolean} */
  get isIdle() {
    return this.#queue.isIdle && this.#rest === null;
  }

  /**
   * Asks for a run.
   *
   * @param {object} experiment
   * @param {{moving: boolean}} options moving: a draft now, and all digits when things rest
   */
  ask(experiment, { moving }) {
    clearTimeout(this.#rest);
    this.#rest = null;
    if (moving) {
      this.#rest = setTimeout(() => this.ask(experiment, { moving: false }), REST);
    }
    const known = this.#pinned.find((pin) => sameExperiment(pin.experiment, experiment));
    if (known?.run !== undefined) {
      this.#show(known.run);
    } else {
      this.#queue.request(experiment, { draft: moving });
    }
  }

  /**
   * The pins with their runs; those that are missing are asked for.
   *
   * @param {object[]} experiments
   * @returns {{experiment: object, run: object|undefined}[]}
   */
  ofPins(experiments) {
    return experiments.map((experiment) => ({ experiment, run: this.#runOf(experiment) }));
  }

  #runOf(experiment) {
    const known = this.#pinned.find((pin) => sameExperiment(pin.experiment, experiment));
    if (known !== undefined) {
      return known.run;
    }
    if (this.#shown !== null && !this.#shown.draft && sameExperiment(this.#shown.experiment, experiment)) {
      this.#remember(experiment, this.#shown);
      return this.#shown;
    }
    this.#queue.requestPinned(experiment);
    return undefined;
  }

  #take(run, { isPinned }) {
    if (isPinned) {
      this.#remember(run.experiment, run);
      this.#listeners.onRun();
    } else {
      this.#show(run);
    }
  }

  // A pin that cannot be computed is not asked for again and again.
  #fail(problem, { experiment, isPinned }) {
    if (isPinned) {
      this.#remember(experiment, undefined);
    }
    this.#listeners.onProblem(problem, { isPinned });
  }

  #show(run) {
    this.#shown = run;
    this.#listeners.onRun();
  }

  #remember(experiment, run) {
    this.#pinned = [...this.#pinned, { experiment, run }].slice(-MOST_REMEMBERED);
  }
}
