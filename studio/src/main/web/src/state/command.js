/**
 * The shell command that gives the numbers of an experiment.
 */

import { sameData } from './data.js';
import { experimentTree } from './document.js';
import { exactNumber } from './numbers.js';
import { EXPERIMENT, PRESETS } from './schema.js';
import { completed } from './yaml-text.js';

const PROGRAM = './icl run';

/**
 * One line for a shell: a preset with the options that differ from it, or an experiment on standard input.
 *
 * @param {object} experiment a checked experiment
 * @returns {string}
 */
export function toCommand(experiment) {
  const tree = completed(EXPERIMENT, experimentTree(experiment));
  const [kind] = Object.keys(tree.tokenLaw);
  const [name, preset] =
    Object.entries(PRESETS).find(([, { tokenLaw }]) => Object.hasOwn(tokenLaw, kind)) ?? [];
  const options = preset === undefined ? null : optionsOf(EXPERIMENT, tree, preset);
  return options === null
    ? `echo '${flow(essential(EXPERIMENT, tree))}' | ${PROGRAM} -`
    : [PROGRAM, name, ...options].join(' ');
}

/**
 * The options that make one document of another.
 *
 * @param {object} shape of both
 * @param {*} tree
 * @param {*} preset
 * @returns {string[]|null} null if options cannot
 */
function optionsOf(shape, tree, preset) {
  if (sameData(tree, preset)) {
    return [];
  }
  const entries = entriesOf(shape, tree);
  const all = entries?.map((entry) => optionOf(entry, tree, preset)) ?? [null];
  return all.includes(null) || !hasUsualConstants(shape, tree) ? null : all.flat();
}

function optionOf({ key, shape, option }, tree, preset) {
  const [value, other] = [tree[key], preset?.[key]];
  if (sameData(value, other)) {
    return [];
  }
  return option === undefined ? optionsOf(shape, value, other) : [`--${option} ${words(value)}`];
}

function words(value) {
  return [value].flat().map(scalar).join(',');
}

// The fields of a mapping, or of the kind under its key.
function entriesOf(shape, tree) {
  if (shape.type === 'mapping') {
    return shape.entries;
  }
  const isKeyed = shape.type === 'choice' && typeof tree === 'object' && !Array.isArray(tree);
  return isKeyed ? shape.cases.filter(({ key }) => Object.hasOwn(tree, key)) : null;
}

// An option for a kind gives it its usual constants.
function hasUsualConstants(shape, tree) {
  return (shape.entries ?? [])
    .filter((entry) => entry.shape.type === 'tagged')
    .flatMap((entry) => caseOf(entry.shape, tree[entry.key]).shape.entries)
    .every(({ key, otherwise }) => sameData(tree[key], otherwise));
}

function caseOf({ cases }, kind) {
  return cases.find(({ key }) => key === kind);
}

/**
 * What of a document is not as it would be otherwise.
 *
 * @param {object} shape
 * @param {*} tree
 * @returns {*}
 */
function essential(shape, tree) {
  if (shape.type !== 'mapping') {
    return tree;
  }
  const constants = shape.entries.flatMap((entry) =>
    entry.shape.type === 'tagged' ? caseOf(entry.shape, tree[entry.key]).shape.entries : []);
  const changed = [...shape.entries, ...constants].filter((entry) => !isUsual(entry, tree[entry.key]));
  return Object.fromEntries(changed.map((entry) => [entry.key, essential(entry.shape, tree[entry.key])]));
}

function isUsual({ shape, otherwise }, value) {
  return otherwise !== undefined && sameData(value, shape.type === 'tagged' ? otherwise[shape.key] : otherwise);
}

function scalar(value) {
  return typeof value === 'number' ? exactNumber(value) : String(value);
}

function flow(tree) {
  if (Array.isArray(tree)) {
    return `[${tree.map(flow).join(', ')}]`;
  }
  return typeof tree === 'object'
    ? `{${Object.entries(tree).map(([key, value]) => `${key}: ${flow(value)}`).join(', ')}}`
    : scalar(tree);
}
