/**
 * `window.icl`: the page from the console and from tests.
 *
 *     icl.state()              the state: experiment, view, pins
 *     icl.run()                the run shown, with its arrays; null before the first
 *     await icl.whenIdle()     until all is computed at full accuracy, drawn, and in the link
 *     icl.setState({experiment: {…icl.state().experiment, epsilon: 0.001}})
 *                              experiment, view and pins, or some; throws a sentence if refused
 */

import { checkState } from '../state/experiment.js';

/**
 * @param {import('./studio.js').Studio} studio
 */
export function installConsoleHook(studio) {
  const { store, runs } = studio;
  window.icl = Object.freeze({
    state: () => store.state,
    run: () => runs.shown,
    whenIdle: () => studio.whenIdle(),
    setState: (changes) => {
      const { state, problem } = checkState({ ...store.state, ...changes });
      if (problem !== null) {
        throw new Error(problem.sentence);
      }
      store.replace(state);
    },
  });
}
