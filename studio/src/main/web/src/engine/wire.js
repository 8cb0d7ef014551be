/** An experiment as the compiled core takes it: the tree of an experiment file, numbers as doubles, never as text. */

import { experimentTree } from '../state/document.js';

/**
 * @param {object} experiment of the state
 * @returns {object} what the core reads
 */
export function wireExperiment(experiment) {
  const tree = experimentTree(experiment);
  return { ...tree, promptLength: experiment.promptLength };
}
