/**
 * What can be done on the page: every action of a button or a key ends here, and changes of state begin here.
 */

import { sameData } from '../state/data.js';
import { checkExperiment, sameExperiment } from '../state/experiment.js';
import { toLink } from '../state/link.js';
import { announce } from './announcer.js';
import { Drawing } from './drawing.js';
import { copyText } from './files.js';
import { areFormulasShown } from './formula.js';
import { LinkSync } from './link-sync.js';
import { clearNotices, showNotice } from './notices.js';
import { endOf } from './phase-story.js';
import { canPin } from './pin-chips.js';
import { Runs } from './runs.js';
import { neighbour, sampledTime } from './scrubber.js';
import { Store } from './store.js';
import { plainText } from './symbols.js';
import { momentOfStep, stateOfStep } from './tour.js';

const POLL = 16;

/** The page's state with all that keeps it, computes it and draws it. */
export class Studio {
  #link = new LinkSync();
  #stateListeners = [];
  #refuse = () => false;
  #stepToPlace = 0;
  #announced = null;

  /**
   * @param {object} engine
   * @param {object} state the first
   */
  constructor(engine, state) {
    this.store = new Store(state);
    this.runs = new Runs(engine, {
      onRun: () => this.#runArrived(),
      onBusy: (isBusy) => document.body.classList.toggle('busy', isBusy),
      onProblem: (problem, { isPinned }) =>
        isPinned ? showNotice(problem.message) : this.#engineRefused(problem),
    });
    this.parts = [];
    this.drawing = new Drawing(
      () => ({
        state: this.state,
        run: this.runs.shown,
        pins: this.runs.ofPins(this.state.pins),
      }),
      this.parts,
    );
    this.store.subscribe((now, before, key) => this.#stateChanged(now, before, key));
    this.#link.listen((read) => this.#linkChanged(read));
  }

  /** @returns {object} */
  get state() {
    return this.store.state;
  }

  /** @returns {import('./scene.js').Scene|null} */
  get scene() {
    return this.drawing.scene;
  }

  /** @returns {Promise<void>} until all is computed at full accuracy, drawn, and in the link */
  async whenIdle() {
    do {
      await new Promise((resolve) => setTimeout(resolve, POLL));
    } while (!this.#isIdle);
  }

  get #isIdle() {
    return this.runs.isIdle && !this.drawing.isPending && this.#link.isIdle && areFormulasShown();
  }

  /**
   * Asks for the first run.
   *
   * @param {string|null} problem of the link
   */
  begin(problem) {
    this.#read(problem);
    this.#stateListeners.forEach((listener) => listener(this.state));
    this.#stepToPlace = this.state.view.time === null ? this.state.view.tour : 0;
    this.runs.ask(this.state.experiment, { moving: true });
    this.#link.write(this.state);
  }

  /**
   * @param {function(object)} listener told every new state
   * @param {function(string, string): boolean} [refuse] shows a sentence at a field, if it is on the page
   */
  onState(listener, refuse = this.#refuse) {
    this.#stateListeners.push(listener);
    this.#refuse = refuse;
  }

  /** @param {object} changes of the view */
  setView(changes) {
    this.store.setView(changes);
  }

  /** @param {number|null} time iterations, anywhere in the run; null takes the cursor away */
  goTo(time) {
    const run = this.runs.shown;
    if (run !== null) {
      this.setView({ time: time === null ? null : sampledTime(run, time) });
    }
  }

  /** @param {number} steps samples, ahead or back */
  step(steps) {
    if (this.scene !== null) {
      this.goTo(neighbour(this.scene, steps));
    }
  }

  /** @param {object} experiment checked, from a file */
  open(experiment) {
    clearNotices();
    this.store.setExperiment(experiment);
  }

  /** @param {function(object): object} change of the experiment, checked here */
  tryOut(change) {
    const { experiment, problem } = checkExperiment(change(this.state.experiment));
    if (problem === null) {
      this.#stepToPlace = this.state.view.tour;
      this.store.setExperiment(experiment);
    } else {
      showNotice(problem.sentence);
    }
  }

  /** Keeps the run shown for comparison. */
  pin() {
    if (canPin(this.state)) {
      this.store.setPins([...this.state.pins, this.state.experiment]);
      announce('This run is pinned.');
    }
  }

  /** @param {number} index of the pin to be removed */
  unpin(index) {
    this.store.setPins(this.state.pins.filter((_, place) => place !== index));
  }

  /** @param {number} index of the pin that changes places with the run shown */
  swap(index) {
    const { pins, experiment } = this.state;
    const others = pins.map((pinned, place) => (place === index ? experiment : pinned));
    this.store.replace({ ...this.state, experiment: pins[index], pins: others });
  }

  /** @param {number} step of the tour, from 1; 0 leaves it */
  tour(step) {
    this.#stepToPlace = step;
    this.store.replace(stateOfStep(this.state, step));
  }

  /**
   * Copies the link.
   *
   * @returns {Promise<boolean>} whether that was allowed
   */
  async share() {
    const isCopied = await copyText(new URL(toLink(this.state), location.href).href);
    announce(isCopied ? 'The link is copied.' : 'The address of this page is the link.');
    return isCopied;
  }

  #stateChanged(now, before, key) {
    this.#stateListeners.forEach((listener) => listener(now));
    this.#link.write(now);
    if (!sameExperiment(now.experiment, before.experiment)) {
      clearNotices();
      this.runs.ask(now.experiment, { moving: key !== null });
    } else if (this.#stepToPlace > 0 && now.view.tour === this.#stepToPlace) {
      this.#placeCursor();
    }
    if (sameData({ ...now.view, time: null }, { ...before.view, time: null }) && now.pins === before.pins) {
      this.drawing.invalidateCursor();
    } else {
      this.drawing.invalidateRun();
    }
  }

  #runArrived() {
    this.#placeCursor();
    this.drawing.invalidateRun();
    this.#announceEnd();
  }

  // A step of the tour puts the cursor where its run tells most, which is known only when it is there.
  #placeCursor() {
    const run = this.runs.shown;
    const step = this.#stepToPlace;
    if (step > 0 && run !== null && !run.draft && sameExperiment(run.experiment, this.state.experiment)) {
      this.#stepToPlace = 0;
      this.goTo(momentOfStep(run, step));
    }
  }

  #announceEnd() {
    const run = this.runs.shown;
    if (!run.draft && run !== this.#announced && run.experiment !== this.#announced?.experiment) {
      this.#announced = run;
      const { query } = this.state.view;
      const column = run.columns.find((candidate) => candidate.query === query) ?? run.columns[run.leading];
      announce(plainText(endOf(run, column)));
    }
  }

  // What the checks let pass and the engine refuses: back to what could be shown.
  #engineRefused({ field = '', message }) {
    if (this.runs.shown !== null && this.store.canUndo) {
      this.store.undo();
    }
    if (!this.#refuse(field, message)) {
      showNotice(message);
    }
  }

  #linkChanged({ state, problem }) {
    this.#stepToPlace = state.view.time === null ? state.view.tour : 0;
    this.store.replace(state);
    this.#read(problem);
  }

  #read(problem) {
    clearNotices();
    if (problem !== null) {
      showNotice(problem);
    }
  }
}
