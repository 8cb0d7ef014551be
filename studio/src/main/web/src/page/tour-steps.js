/**
 * The guided tour: six experiments, each at its telling moment. Measured numbers are those of the run shown.
 */

import { shortNumber } from '../state/numbers.js';
import { texNumber } from './formula.js';
import { hasDominantFeature, plateauTime } from './phase-laws.js';
import { valuesAt } from './scene.js';

/**
 * @typedef {object} TourStep
 * @property {string} title
 * @property {object} changes of the default experiment
 * @property {number} query that is shown
 * @property {function(object): number} moment flow time of the cursor, given the run
 * @property {function(object): string} text given what `factsOf` says, as in symbols.js
 * @property {function(object): string} formula TeX
 * @property {{label: string, path: string, value: *}[]} suggestions
 */

const SHORT_PROMPT = 60;

const imbalanced = (features, dominant = 0.5) => ({ kind: 'imbalanced', features, dominant });
const endOf =
  (name) =>
  ({ columns, leading }) =>
    columns[leading].phases.find((phase) => phase.name === name)?.to ?? 0;
const number = (value, digits = 3) => shortNumber(value, digits);
const tex = (value, digits = 3) => texNumber(shortNumber(value, digits));

/** @type {TourStep[]} */
export const TOUR = [
  {
    title: 'What is frequent is learned first',
    changes: { law: imbalanced(100) },
    query: 1,
    moment: ({ columns }) => columns[0].convergence ?? 0,
    text: ({ features, dominant, first, last, ratio, error }) =>
      `A share ${number(dominant)} of all tokens shows v_1; the other ${number(features - 1)} have ` +
      `the rest. v_1 has converged after ${number(first)} iterations. v_2 takes ${number(last)}, ` +
      `${number(ratio)} times as many; at the cursor it still errs by ${number(error)}.`,
    formula: ({ first, last }) => String.raw`T_1 = ${tex(first)},\qquad T_2 = ${tex(last)}`,
    suggestions: [
      { label: 'p₁ = 0.2', path: 'law.dominant', value: 0.2 },
      { label: 'p₁ = 0.9', path: 'law.dominant', value: 0.9 },
    ],
  },
  {
    title: 'The long plateau',
    changes: { law: imbalanced(10_000), promptLength: 1e9 },
    query: 1,
    moment: ({ experiment }) => plateauTime(experiment) / 2,
    text: ({ own, error, plateau, passed }) =>
      `For most of the run the error stands still, at the cursor at ${number(error)}: the target has so ` +
      'little attention that its weight A_k is hardly moved. A share ' +
      `${number(passed)} of T = ${number(plateau)} has passed, and A_k is ${number(own.logit)}` +
      `${passed < 1 ? `; the law says ${number(-Math.log1p(-passed))}` : ''}. It explodes only near T.`,
    formula: () =>
      String.raw`A_k(\tau) \approx -\ln\Bigl(1 - \frac{\tau}{T}\Bigr),\qquad T = \frac{1-p_1}{p_k^2}`,
    suggestions: [
      { label: 'K = 1000', path: 'law.features', value: 1000 },
      { label: 'K = 10⁶', path: 'law.features', value: 1_000_000 },
    ],
  },
  {
    title: 'At a third of the time the lead changes',
    changes: { law: imbalanced(1_000_000), promptLength: 1e14 },
    query: 1,
    moment: endOf('I'),
    text: ({ third }) =>
      'First the network only learns to look away from v_1: |β_{k,1}| leads. It falls like 1/(2τ), ' +
      'while α_k grows like 1/(T − τ), so that the two meet at T/3 for many features. Here they meet at ' +
      `${number(third, 4)} · T/3.`,
    formula: () =>
      String.raw`\frac{1}{2\tau} = \frac{1}{T-\tau} \;\Rightarrow\; \tau_{\mathrm{I}} = \frac T3`,
    suggestions: [
      { label: 'K = 100', path: 'law.features', value: 100 },
      { label: 'K = 10⁹', path: 'law.features', value: 1e9 },
    ],
  },
  {
    title: 'Balanced features need no detour',
    changes: { law: { kind: 'balanced', features: 100 } },
    query: 0,
    moment: endOf('I'),
    text: ({ last, half }) =>
      'Without a dominant feature nothing has to be suppressed, and two phases are left. ' +
      `Attention reaches one half after ${number(half)} iterations, and the error converges after ` +
      `${number(last)}. It is still a matter of K² iterations.`,
    formula: () => String.raw`T \approx K^2 + \frac{K}{4\varepsilon} + K\sqrt{\frac2\varepsilon}
      + 3K\ln\frac{K}{\sqrt{2\varepsilon}}`,
    suggestions: [
      { label: 'K = 1000', path: 'law.features', value: 1000 },
      { label: 'ε = 0.001', path: 'epsilon', value: 0.001 },
    ],
  },
  {
    title: 'Short prompts: the floor takes over',
    changes: { law: imbalanced(100), promptLength: SHORT_PROMPT },
    query: 1,
    moment: ({ end }) => end,
    text: ({ length, floor, missing, error }) =>
      `A prompt of ${number(length)} tokens does not show v_2 with probability ${number(missing)}, and ` +
      `then nobody can label it. No weights bring the error below L_k* = ${number(floor, 4)}; at the ` +
      `cursor it is ${number(error, 4)}.`,
    formula: () => String.raw`\tfrac12(1-p_k)^N \;\le\; L_k^* \;\le\; (1-p_k)^N`,
    suggestions: [
      { label: 'N = 600', path: 'promptLength', value: 600 },
      { label: 'N = 6000', path: 'promptLength', value: 6000 },
    ],
  },
  {
    title: 'A billion features',
    changes: { law: imbalanced(1e9), promptLength: 1e18 },
    query: 1,
    moment: endOf('II'),
    text: ({ features, last, share, milliseconds }) =>
      `With K = ${number(features)} the run takes ${number(last, 5)} iterations; the engine needed ` +
      `${number(milliseconds, 2)} ms. That is ${number(share, 8)} times T: no factor ln K stands before K².`,
    formula: () => String.raw`\frac{T_k}{T} = 1 + \sqrt{\frac2K} + \cdots,\qquad T = \frac{1-p_1}{p_k^2}`,
    suggestions: [
      { label: 'p₁ = 0.01', path: 'law.dominant', value: 0.01 },
      { label: 'p₁ = 0.99', path: 'law.dominant', value: 0.99 },
    ],
  },
];

/**
 * Whether the text of a step is true of the run shown: its reader may have changed the experiment.
 *
 * @param {TourStep} step
 * @param {object} run
 * @returns {boolean}
 */
export function holds(step, run) {
  const { law, noise, initial, promptLength } = run.experiment;
  const isOfItsKind =
    law.kind === step.changes.law.kind && (law.kind === 'balanced' || hasDominantFeature(law));
  const needsTokens = step.changes.promptLength === SHORT_PROMPT;
  return (
    isOfItsKind &&
    noise === 0 &&
    initial.kind === 'zero' &&
    run.columns.every(({ convergence }) => convergence !== null) &&
    (!needsTokens || Number.isFinite(promptLength))
  );
}

/**
 * The numbers that the texts of the tour tell, all from the run shown.
 *
 * @param {import('./scene.js').Scene} scene
 * @returns {object}
 */
export function factsOf(scene) {
  const { run, column } = scene;
  const { learningRate, law, promptLength } = run.experiment;
  const index = scene.index ?? run.times.length - 1;
  const plateau = law.kind === 'imbalanced' ? plateauTime(run.experiment) : NaN;
  const [first, last] = [run.columns[0], column].map(
    ({ convergence }) => (convergence ?? NaN) / learningRate,
  );
  return {
    ...valuesAt(column, index),
    features: run.features,
    dominant: law.dominant ?? NaN,
    length: promptLength,
    passed: run.times[index] / plateau,
    first,
    last,
    ratio: last / first,
    plateau: plateau / learningRate,
    third: (3 * (column.phases[0]?.to ?? NaN)) / plateau,
    half: (column.phases[0]?.to ?? NaN) / learningRate,
    share: (column.convergence ?? NaN) / plateau,
    floor: column.floor ?? NaN,
    missing: Math.exp(promptLength * Math.log1p(-column.probability)),
    milliseconds: run.milliseconds,
  };
}
