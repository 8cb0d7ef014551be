/**
 * The shell command that gives the numbers of an experiment.
 */

import { sameData } from './data.js';
import { presetOf } from './experiment.js';
import { exactNumber } from './numbers.js';

const PROGRAM = './icl run';
const PRESETS = ['imbalanced', 'balanced', 'zipf'];

/**
 * One line for a shell: a preset with the options that differ from it, or an experiment on standard input.
 *
 * @param {object} experiment a checked experiment
 * @returns {string}
 */
export function toCommand(experiment) {
  return isPresetWithOptions(experiment)
    ? [PROGRAM, experiment.law.kind, ...options(experiment)].join(' ')
    : `echo '${toFlowYaml(experiment)}' | ${PROGRAM} -`;
}

function isPresetWithOptions({ law, noise, initial }) {
  return PRESETS.includes(law.kind) && (law.exponent ?? 1) === 1 && noise === 0 && initial.kind === 'zero';
}

function options(experiment) {
  const preset = presetOf(experiment.law.kind);
  const { law } = experiment;
  return [
    ['features', law.features, preset.law.features],
    ['dominant', law.dominant, preset.law.dominant],
    ['prompt-length', experiment.promptLength, preset.promptLength],
    ['method', experiment.method, preset.method],
    ['learning-rate', experiment.learningRate, preset.learningRate],
    ['epsilon', experiment.epsilon, preset.epsilon],
    ['until', experiment.until, preset.until],
    ['query', experiment.queries, preset.queries],
  ]
    .filter(([, value, otherwise]) => !sameData(value, otherwise))
    .map(([name, value]) => `--${name} ${[value].flat().map(scalar).join(',')}`);
}

function scalar(value) {
  return typeof value === 'number' ? exactNumber(value) : value;
}

function toFlowYaml(experiment) {
  const { law, initial } = experiment;
  const preset = presetOf(law.kind);
  const changed = (field) => (experiment[field] === preset[field] ? undefined : experiment[field]);
  const { scale, seed } = initial;
  return flow({
    tokenLaw: { [law.kind]: lawTree(law) },
    promptLength: experiment.promptLength,
    labels: branch({ noise: changed('noise') }),
    initial: initial.kind === 'zero' ? undefined : { logits: { gaussian: { scale, seed } } },
    training: branch({
      method: changed('method'),
      learningRate: changed('learningRate'),
      epsilon: changed('epsilon'),
      until: changed('until'),
    }),
    queries: changed('queries'),
  });
}

function lawTree({ kind, ...law }) {
  return kind === 'probabilities' || kind === 'groups' ? law[kind] : law;
}

function branch(tree) {
  return Object.values(tree).every((value) => value === undefined) ? undefined : tree;
}

function flow(tree) {
  if (Array.isArray(tree)) {
    return `[${tree.map(flow).join(', ')}]`;
  }
  if (typeof tree !== 'object') {
    return scalar(tree);
  }
  const entries = Object.entries(tree).filter(([, value]) => value !== undefined);
  return `{${entries.map(([key, value]) => `${key}: ${flow(value)}`).join(', ')}}`;
}
