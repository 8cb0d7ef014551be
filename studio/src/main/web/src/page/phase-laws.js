/**
 * Closed laws of the phases, each with what it predicts and what the run measured, where its hypotheses hold.
 *
 * They need the token laws they were derived for, linear labels without noise, weights that start at zero,
 * the flow or descent with steps that follow it, and prompts so long that the floor is far below ε.
 */

import { valuesAt } from './scene.js';

// Descent with larger ηp leaves the flow.
const LARGEST_STEP = 0.1;
// A floor above this share of ε bends the end of the run.
const NEGLIGIBLE_FLOOR = 0.01;
// Attn_1 ≈ (2pτ)^−½ is small from here on.
const SUPPRESSED = 1000;
// The lead-in of −ln(1 − τ/T) is followed to this share of T.
const EXPLOSION = 0.9;

const MANY_FEATURES = 'for many features';
const LONG_PROMPTS = 'for infinite prompts';

/**
 * @typedef {object} PhaseLaw
 * @property {string} formula TeX
 * @property {string} quantity TeX of what is compared
 * @property {number} predicted
 * @property {number} measured
 * @property {string} scope where the law becomes exact
 */

/**
 * Whether the laws are stated for this run.
 *
 * @param {object} experiment
 * @param {object} column
 * @returns {boolean}
 */
export function areLawsStated(experiment, column) {
  const { law, noise, initial } = experiment;
  return (
    (law.kind === 'balanced' || hasDominantFeature(law)) &&
    noise === 0 &&
    initial.kind === 'zero' &&
    followsTheFlow(experiment) &&
    column.floor !== null &&
    column.floor <= NEGLIGIBLE_FLOOR * experiment.epsilon
  );
}

/**
 * Whether the one feature that is told apart is more frequent than the rest.
 *
 * @param {object} law
 * @returns {boolean}
 */
export function hasDominantFeature(law) {
  return law.kind === 'imbalanced' && law.dominant > 1 / law.features;
}

function followsTheFlow({ method, learningRate, law }) {
  const most = law.kind === 'imbalanced' ? Math.max(law.dominant, 1 - law.dominant) : 1 / law.features;
  return method === 'flow' || (method === 'gd' && learningRate * most <= LARGEST_STEP);
}

/**
 * The law of a phase at a time.
 *
 * @param {object} run
 * @param {object} column
 * @param {object} phase
 * @param {number} index of the time
 * @returns {PhaseLaw|null}
 */
export function phaseLaw(run, column, phase, index) {
  if (!areLawsStated(run.experiment, column)) {
    return null;
  }
  const laws = column.role === 'under-represented' ? UNDER_REPRESENTED : EXCHANGEABLE;
  return laws[phase.name]?.(run, column, phase, index) ?? null;
}

const UNDER_REPRESENTED = { I: suppression, II: growth, III: swing, IV: convergence };
const EXCHANGEABLE = { I: closedForm, II: closedForm };

function suppression(run, column, phase, index) {
  const { competitor } = valuesAt(column, index);
  const tau = run.times[index];
  const isLate = column.probability * tau >= SUPPRESSED;
  const a = competitor.attention;
  return {
    formula: isLate
      ? String.raw`\beta_{k,1} \approx -\frac{1}{2\tau}`
      : String.raw`\beta_{k,1} \approx -p_k\,\mathrm{Attn}_1^2\,(1 - \mathrm{Attn}_1)`,
    quantity: String.raw`\beta_{k,1}`,
    predicted: isLate ? -1 / (2 * tau) : -column.probability * a * a * (1 - a),
    measured: competitor.descent,
    scope: MANY_FEATURES,
  };
}

/**
 * T of an under-represented query, to leading order the time that everything before phase IV takes.
 *
 * @param {object} experiment of an imbalanced law
 * @returns {number} flow time
 */
export function plateauTime({ law }) {
  return (law.features - 1) ** 2 / (1 - law.dominant);
}

function growth(run, column, phase, index) {
  const share = run.times[index] / plateauTime(run.experiment);
  return {
    formula: String.raw`A_k \approx -\ln\!\Bigl(1 - \frac{\tau}{T}\Bigr),\quad T = \frac{1-p_1}{p_k^2}`,
    ...(share < EXPLOSION && {
      quantity: 'A_k',
      predicted: -Math.log1p(-share),
      measured: valuesAt(column, index).own.logit,
      scope: MANY_FEATURES,
    }),
  };
}

function swing(run, column, phase) {
  return {
    formula: String.raw`\tau_{\mathrm{III}} - \tau_{\mathrm{II}} \approx T\sqrt{2/K}`,
    quantity: String.raw`\tau_{\mathrm{III}} - \tau_{\mathrm{II}}`,
    predicted: plateauTime(run.experiment) * Math.sqrt(2 / run.features),
    measured: phase.to - phase.from,
    scope: MANY_FEATURES,
  };
}

function convergence(run, column, phase) {
  const { epsilon } = run.experiment;
  const inverse = Math.log(1 / (2 * epsilon));
  const terms = 1 / (4 * epsilon) + Math.sqrt(2 / epsilon) + 1.5 * inverse - 5;
  const isSmall = epsilon <= 0.05;
  return (
    isSmall && {
      formula: String.raw`\tau_{\mathrm{IV}} - \tau_{\mathrm{III}} \approx \frac{1}{p_k}
      \Bigl[\frac{1}{4\varepsilon} + \sqrt{\frac{2}{\varepsilon}}
      + \tfrac32\ln\frac{1}{2\varepsilon} - 5\Bigr]`,
      quantity: String.raw`\tau_{\mathrm{IV}} - \tau_{\mathrm{III}}`,
      predicted: terms / column.probability,
      measured: phase.to - phase.from,
      scope: MANY_FEATURES,
    }
  );
}

function closedForm(run, column, phase, index) {
  const curve = column.laws.find(({ kind }) => kind === 'curve');
  const name = column.role === 'balanced' ? 'k' : '1';
  return {
    formula: String.raw`L_${name} = \frac{\kappa}{2(1+o)^2},\quad p_${name}\kappa^2\tau = F(o) - F(o_0)`,
    ...(curve && {
      quantity: `L_${name}`,
      predicted: errorOn(curve, run.times[index]),
      measured: valuesAt(column, index).error,
      scope: LONG_PROMPTS,
    }),
  };
}

// Straight in log time and log error, as fine as the curve was sampled.
function errorOn({ times, errors }, tau) {
  const above = times.findIndex((time) => time >= tau);
  if (above <= 0) {
    return errors.at(above);
  }
  const log = (time) => Math.log1p(time);
  const share = (log(tau) - log(times[above - 1])) / (log(times[above]) - log(times[above - 1]));
  return errors[above - 1] * (errors[above] / errors[above - 1]) ** share;
}
