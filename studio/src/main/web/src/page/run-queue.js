/**
 * Which runs are asked of the engine: the one shown at once, pinned ones when nothing else is to do.
 *
 * The engine itself keeps one run in flight and only the newest one waiting.
 */

import { Superseded } from '../engine/engine.js';

/** Asks the engine, and tells what it answers in the order in which it answers. */
export class RunQueue {
  #engine;
  #listeners;
  #asked = new Set();
  #background = [];

  /**
   * @param {object} engine
   * @param {{onRun: function(object, object), onProblem: function(Error, object),
   *   onBusy: function(boolean)}} listeners told the run or the problem, and the job
   *   {experiment, draft, isPinned}
   */
  constructor(engine, listeners) {
    this.#engine = engine;
    this.#listeners = listeners;
  }

  /** @returns {boolean} whether nothing is being computed or waits to be */
  get isIdle() {
    return this.#asked.size === 0 && this.#background.length === 0;
  }

  /**
   * Asks for the run of the experiment that is shown.
   *
   * @param {object} experiment
   * @param {{draft: boolean}} options
   */
  request(experiment, { draft }) {
    this.#ask({ experiment, draft, isPinned: false });
  }

  /** @param {object} experiment a pinned one, computed when there is time */
  requestPinned(experiment) {
    const jobs = [...this.#asked, ...this.#background];
    if (!jobs.some((job) => job.isPinned && job.experiment === experiment)) {
      this.#background.push({ experiment, draft: false, isPinned: true });
      this.#proceed();
    }
  }

  #proceed() {
    if (this.#asked.size > 0) {
      return;
    }
    const next = this.#background.shift();
    if (next === undefined) {
      this.#listeners.onBusy(false);
    } else {
      this.#ask(next);
    }
  }

  async #ask(job) {
    this.#asked.add(job);
    this.#listeners.onBusy(true);
    try {
      const run = await this.#engine.run(job.experiment, { draft: job.draft });
      this.#listeners.onRun(run, job);
    } catch (problem) {
      this.#fail(problem, job);
    } finally {
      this.#asked.delete(job);
      this.#proceed();
    }
  }

  #fail(problem, job) {
    if (!(problem instanceof Superseded)) {
      this.#listeners.onProblem(problem, job);
    } else if (job.isPinned) {
      this.#background.push(job);
    }
  }
}
