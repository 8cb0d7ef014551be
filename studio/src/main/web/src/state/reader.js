/**
 * Reads the tree of an experiment file, in which all scalars are texts, by the rules of `icl run`.
 */

import { StateProblem, broken, cut } from './check.js';
import { sameData } from './data.js';
import { experimentOf, experimentTree } from './document.js';
import { INITIAL_KINDS, METHODS } from './experiment.js';
import { LAW_KINDS } from './law.js';
import { readShape } from './reading.js';
import { EXPERIMENT } from './schema.js';
import { isMapping, isNothing } from './tree.js';
import { completed } from './yaml-text.js';

/**
 * The experiment of a tree, to be checked; what is not given takes its default.
 *
 * @param {*} tree of mappings, lists and texts
 * @returns {object}
 * @throws {StateProblem}
 */
export function readExperiment(tree) {
  if (isNothing(tree)) {
    throw new StateProblem('', 'The file must hold an experiment, but is empty.');
  }
  if (isMapping(tree) && Object.hasOwn(tree, 'mixture')) {
    throw new StateProblem('mixture', 'mixture belongs to another system, which the studio cannot show; '
      + '`icl run` can run the file.');
  }
  const document = readShape(EXPERIMENT, tree, '');
  requireKinds(document);
  const experiment = experimentOf({ ...document, queries: distinct(document.queries) });
  const shown = { ...completed(EXPERIMENT, experimentTree(experiment)), queries: document.queries };
  requireSame('', withPlainCovariance(document), shown);
  return experiment;
}

// A query that is listed again is trained once.
function distinct(queries) {
  return Array.isArray(queries) ? [...new Set(queries)] : queries;
}

function requireKinds({ tokenLaw, initial, training }) {
  requireKind('tokenLaw', Object.keys(tokenLaw)[0], LAW_KINDS);
  requireKind('training.method', training.method, METHODS);
  const { logits } = initial;
  requireKind('initial.logits', isMapping(logits) ? Object.keys(logits)[0] : logits, INITIAL_KINDS);
}

function requireKind(path, kind, kinds) {
  if (!kinds.includes(kind)) {
    throw notShown(path, kinds[0], kind);
  }
}

/** Two ways to write one thing. */
function withPlainCovariance(document) {
  const { covariance } = document.labels;
  return sameData(covariance, { kernel: 'linear' })
    ? { ...document, labels: { ...document.labels, covariance: 'identity' } }
    : document;
}

// The first field in which the two differ is the one that the studio has no place for.
function requireSame(path, given, shown) {
  if (isMapping(given) && isMapping(shown)) {
    Object.entries(shown).forEach(([key, value]) =>
      requireSame(path === '' ? key : `${path}.${key}`, given[key], value));
  } else if (!sameData(given, shown)) {
    throw notShown(path, cut(String(shown)), given);
  }
}

function notShown(path, rule, value) {
  const refusal = broken(path, path, `${rule} in the studio`, value);
  return new StateProblem(path, refusal.sentence.replace(/\.$/, '; `icl run` can run it.'));
}
