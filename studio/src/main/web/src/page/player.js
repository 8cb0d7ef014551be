/**
 * Play: the cursor moves through the run at even speed in the time shown, or phase by phase.
 */

const DURATION = 12_000;
// Where motion is unwelcome, the cursor stays this long at each stage.
const STAY = 2_500;

/** Moves the cursor until it is stopped or at the end. */
export class Player {
  #listeners;
  #share = 0;
  #frame = null;
  #timer = null;

  /**
   * @param {{scene: function(): object, onTime: function(number), onChange: function(boolean)}} listeners
   */
  constructor(listeners) {
    this.#listeners = listeners;
  }

  /** @returns {boolean} */
  get isPlaying() {
    return this.#frame !== null || this.#timer !== null;
  }

  /** Plays, or stops. */
  toggle() {
    if (this.isPlaying) {
      this.stop();
    } else {
      this.#start();
    }
  }

  /** Stops where the cursor is. */
  stop() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = null;
    this.#timer = null;
    this.#listeners.onChange(false);
  }

  #start() {
    const { time, scale } = this.#listeners.scene();
    const share = time === null ? 1 : scale.shareAt(time);
    this.#share = share >= 1 ? 0 : share;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#stage(stagesFrom(this.#listeners.scene(), this.#share));
    } else {
      let before = performance.now();
      const move = (now) => {
        this.#advance((now - before) / DURATION, move);
        before = now;
      };
      this.#frame = requestAnimationFrame(move);
    }
    this.#listeners.onChange(true);
  }

  #advance(shares, move) {
    this.#share = Math.min(this.#share + Math.max(shares, 0), 1);
    this.#listeners.onTime(this.#listeners.scene().scale.timeAt(this.#share));
    if (this.#share >= 1) {
      this.stop();
    } else {
      this.#frame = requestAnimationFrame(move);
    }
  }

  #stage([next, ...others]) {
    this.#listeners.onTime(next);
    if (others.length === 0) {
      this.stop();
    } else {
      this.#timer = setTimeout(() => this.#stage(others), STAY);
    }
  }
}

// The middle of every phase, and the end.
function stagesFrom({ run, column, scale }, share) {
  const middles = column.phases
    .filter(({ from, to }) => to > from)
    .map(({ from, to }) => [from, to].map((tau) => scale.shareAt(tau / run.experiment.learningRate)))
    .map(([from, to]) => (from + to) / 2)
    .filter((middle) => middle > share);
  return [...middles, 1].map(scale.timeAt);
}
