/** An experiment as the tree of an experiment file, and back. */

/**
 * The tree with every field that the studio has a control for; infinity is the word inf.
 *
 * @param {object} experiment a checked experiment
 * @returns {object}
 */
export function experimentTree(experiment) {
  const { law, promptLength, noise, initial, method, constants, learningRate, epsilon, until, queries } =
    experiment;
  return {
    tokenLaw: lawTree(law),
    promptLength: promptLength === Infinity ? 'inf' : promptLength,
    labels: { noise },
    initial: { logits: initialTree(initial) },
    training: { method, learningRate, epsilon, until, ...constants },
    queries,
  };
}

/**
 * The experiment of a tree in which every field is given.
 *
 * @param {object} tree
 * @returns {object} to be checked
 */
export function experimentOf({ tokenLaw, promptLength, labels, initial, training, queries }) {
  const { method, learningRate, epsilon, until, ...constants } = training;
  return {
    law: lawOf(tokenLaw),
    promptLength: promptLength === 'inf' ? Infinity : promptLength,
    noise: labels.noise,
    initial: initialOf(initial.logits),
    method,
    constants,
    learningRate,
    epsilon,
    until,
    queries,
  };
}

/** A law under its kind: a list of numbers or groups, or its fields. */
function lawTree({ kind, ...law }) {
  return { [kind]: Array.isArray(law[kind]) ? law[kind] : law };
}

/**
 * The law of a tree.
 *
 * @param {object} tree with one key, the kind
 * @returns {object}
 */
export function lawOf(tree) {
  const [[kind, law]] = Object.entries(tree);
  return { kind, ...(Array.isArray(law) ? { [kind]: law } : law) };
}

function initialTree({ kind, ...constants }) {
  return Object.keys(constants).length === 0 ? kind : { [kind]: constants };
}

function initialOf(tree) {
  if (typeof tree === 'string') {
    return { kind: tree };
  }
  const [[kind, constants]] = Object.entries(tree);
  return { kind, ...constants };
}
