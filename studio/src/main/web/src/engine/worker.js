/**
 * The engine's own thread: takes the compiled core, then trains what it is asked to, one run at a time.
 *
 * Takes `{core}` once and answers `{ready: true}`, or `{broken}`; then takes `{id, experiment, draft}` and answers
 * `{id, run}` or `{id, problem}`.
 */
import '../../lib/classes.wasm-runtime.js';
import { trainedRun } from './run.js';

self.addEventListener('message', ({ data }) => {
  if (data.core) {
    load(data.core);
  }
});

async function load(core) {
  try {
    const { exports } = await globalThis.TeaVM.wasmGC.load(core);
    self.addEventListener('message', ({ data }) => train(exports, data));
    self.postMessage({ ready: true });
  } catch (error) {
    self.postMessage({ broken: String(error.message ?? error) });
  }
}

function train(studio, { id, experiment, draft }) {
  try {
    const run = trainedRun(studio, experiment, draft);
    self.postMessage({ id, run }, buffersOf(run));
  } catch (error) {
    self.postMessage({ id, problem: String(error.message ?? error) });
  }
}

/** The arrays' memory is handed over, not copied. */
function buffersOf(run) {
  const arrays = [run.times];
  for (const column of run.columns) {
    arrays.push(column.error, column.logits, column.descent, column.attention);
    for (const law of column.laws.filter(({ kind }) => kind === 'curve')) {
      arrays.push(law.times, law.errors);
    }
  }
  return arrays.map((array) => array.buffer);
}
