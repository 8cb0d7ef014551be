/**
 * The engine's own thread: loads the core, then trains what it is asked to, one run at a time.
 *
 * Takes `{id, experiment, draft}`; answers `{ready: true}` once, then `{id, run}` or `{id, problem}` each time.
 */
import '../../lib/classes.wasm-runtime.js';
import { trainedRun } from './run.js';

const ENGINE = new URL('../../lib/engine.wasm', import.meta.url);

const loaded = globalThis.TeaVM.wasmGC.load(ENGINE.href).then((module) => module.exports);

loaded.then(
  () => self.postMessage({ ready: true }),
  (error) => self.postMessage({ broken: String(error.message ?? error) }),
);

self.addEventListener('message', async ({ data: { id, experiment, draft } }) => {
  const studio = await loaded;
  try {
    const run = trainedRun(studio, experiment, draft);
    self.postMessage({ id, run }, buffersOf(run));
  } catch (error) {
    self.postMessage({ id, problem: String(error.message ?? error) });
  }
});

/** The arrays' memory is handed over, not copied. */
function buffersOf(run) {
  const buffers = [run.times.buffer];
  for (const column of run.columns) {
    buffers.push(column.error.buffer, column.logits.buffer, column.descent.buffer, column.attention.buffer);
    for (const law of column.laws) {
      if (law.kind === 'curve') {
        buffers.push(law.times.buffer, law.errors.buffer);
      }
    }
  }
  return buffers;
}
