/** The engine as the page calls it: a worker that trains, and is replaced if a run takes too long. */

/** A newer call has made this one needless. */
export class Superseded extends Error {
  constructor() {
    super('a newer experiment has been asked for');
    this.name = 'Superseded';
  }
}

/** What the engine refuses, or cannot do here: one sentence for people. */
export class EngineProblem extends Error {
  constructor(field, message) {
    super(message);
    this.name = 'EngineProblem';
    this.field = field;
  }
}

/** A run that has gone on for so long is given up when a newer one waits. */
const PATIENCE_WITH_NEWER = 400;

/** A run that has gone on for so long is given up. */
const PATIENCE = 20_000;

const WORKER = new URL('./worker.js', import.meta.url);
const CORE = new URL('../../lib/engine.wasm', import.meta.url);

/** @returns {Engine} */
export function createEngine() {
  return new Engine();
}

class Engine {
  #core = fetchCore();
  #active = startWorker(this.#core);
  #running = null;
  #waiting = null;
  #count = 0;

  /** Resolves when the engine can train, rejects with an EngineProblem when it never will. */
  get ready() {
    return this.#active.ready;
  }

  /**
   * Trains an experiment. A newer call supersedes one that waits, and one that takes long.
   *
   * @param {object} experiment
   * @param {{draft: boolean}} options
   * @returns {Promise<object>} the run
   */
  run(experiment, { draft }) {
    return new Promise((resolve, reject) => {
      this.#waiting?.reject(new Superseded());
      this.#waiting = { experiment, draft, resolve, reject };
      if (this.#running) {
        this.#hurry(this.#running);
      } else {
        this.#next();
      }
    });
  }

  /** Ends all work. */
  dispose() {
    this.#active.worker.terminate();
    this.#running?.job.reject(new Superseded());
    this.#waiting?.reject(new Superseded());
  }

  #next() {
    const job = this.#waiting;
    this.#waiting = null;
    if (!job) {
      return;
    }
    const running = { job, id: ++this.#count, begun: performance.now(), timer: null };
    this.#running = running;
    this.#active.ready.then(() => this.#train(running), (problem) => this.#finish(running, { problem }));
  }

  #train(running) {
    const { job, id } = running;
    running.begun = performance.now();
    running.timer = setTimeout(() => this.#giveUp(running, tooLong()), PATIENCE);
    if (this.#waiting) {
      this.#hurry(running);
    }
    this.#active.worker.onmessage = ({ data }) => {
      if (data.id === id) {
        const problem = data.problem ? problemOf(data.problem) : null;
        this.#finish(running, { run: data.run, problem });
      }
    };
    this.#active.worker.postMessage({ id, experiment: job.experiment, draft: job.draft });
  }

  #finish(running, { run, problem }) {
    if (this.#running !== running) {
      return;
    }
    clearTimeout(running.timer);
    this.#running = null;
    if (problem) {
      running.job.reject(problem);
    } else {
      running.job.resolve(run);
    }
    this.#next();
  }

  #hurry(running) {
    clearTimeout(running.timer);
    const left = PATIENCE_WITH_NEWER - (performance.now() - running.begun);
    running.timer = setTimeout(() => this.#giveUp(running, new Superseded()), Math.max(0, left));
  }

  /** A run cannot be interrupted, but its thread can be ended. */
  #giveUp(running, reason) {
    if (this.#running !== running) {
      return;
    }
    this.#active.worker.terminate();
    this.#active = startWorker(this.#core);
    this.#finish(running, { problem: reason });
  }
}

/** Once, for all workers to come; not streamed, which would depend on the media type that a server gives. */
async function fetchCore() {
  const reply = await fetch(CORE);
  if (!reply.ok) {
    throw new Error(`${CORE.pathname}: ${reply.status}`);
  }
  return new Int8Array(await reply.arrayBuffer());
}

function startWorker(core) {
  const worker = new Worker(WORKER, { type: 'module' });
  const ready = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => (data.ready ? resolve() : reject(cannotLoad()));
    worker.onerror = () => reject(cannotLoad());
    core.then((bytes) => worker.postMessage({ core: bytes }), () => reject(cannotLoad()));
  });
  // Whoever trains will hear of it; nobody may have asked yet.
  ready.catch(() => {});
  return { worker, ready };
}

function cannotLoad() {
  return new EngineProblem(
    '',
    'The engine could not be started: it needs a browser with WebAssembly garbage collection '
      + '(Chrome 119, Firefox 125, Safari 18.2 or newer).',
  );
}

function tooLong() {
  return new EngineProblem(
    'training',
    `This run takes longer than ${PATIENCE / 1000} s in the browser; the icl command has no such limit.`,
  );
}

/** The core's complaints begin with the field. */
function problemOf(message) {
  const field = message.split(' ', 1)[0];
  return new EngineProblem(field, message.endsWith('.') ? message : `${message}.`);
}
