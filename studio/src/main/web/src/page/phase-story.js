/**
 * What is happening in a run at the cursor, in one sentence and one formula.
 */

import { shortNumber } from '../state/numbers.js';
import { phaseLaw } from './phase-laws.js';
import { phaseAt } from './scene.js';

/**
 * @typedef {object} Story
 * @property {string} title as in symbols.js
 * @property {string} sentence as in symbols.js
 * @property {string} formula TeX, or empty
 * @property {import('./phase-laws.js').PhaseLaw|null} law
 */

const SENTENCES = {
  'under-represented': {
    I: 'The network learns to look away from the dominant feature: B_{k,1} falls while A_k hardly moves.',
    II: 'A_k leads, but its attention is still small, and so is α_k ≈ p_k Attn_k: slow, then explosive.',
    III: 'Attention swings over to the target: A_k grows fast, and the weights B move little beside it.',
    IV: 'Attention concentrates on the target, and the error converges.',
  },
  dominant: {
    I: 'The dominant feature is learned in one phase: nothing stronger has to be suppressed first.',
  },
  balanced: {
    I: 'All features attract alike: A_k grows, each weight B gives way a little, attention goes to the target.',
    II: 'Attention concentrates on the target, and the error converges.',
  },
};

const DEFINITIONS = {
  'under-represented': {
    I: String.raw`\alpha_k < |\beta_{k,1}|`,
    II: String.raw`\alpha_k > |\beta_{k,1}|,\quad \mathrm{Attn}_k < \mathrm{Attn}_1`,
    III: String.raw`\mathrm{Attn}_1 < \mathrm{Attn}_k < \tfrac12`,
    IV: String.raw`\mathrm{Attn}_k > \tfrac12,\quad L_k > L_k^* + \varepsilon`,
  },
  dominant: { I: String.raw`L_k > L_k^* + \varepsilon` },
  balanced: {
    I: String.raw`\mathrm{Attn}_k < \tfrac12`,
    II: String.raw`\mathrm{Attn}_k > \tfrac12,\quad L_k > L_k^* + \varepsilon`,
  },
};

/**
 * @param {import('./scene.js').Scene} scene
 * @returns {Story}
 */
export function storyOf(scene) {
  if (scene.index === null) {
    return wholeRun(scene);
  }
  const phase = phaseAt(scene.column, scene.run.times[scene.index]);
  return phase === null ? afterwards(scene) : during(scene, phase);
}

function during({ run, column, index }, phase) {
  const law = phaseLaw(run, column, phase, index) || null;
  const sentence = SENTENCES[column.role]?.[phase.name] ?? '';
  return {
    title: `Phase ${phase.name}, ${phase.why}`,
    sentence: [sentence, ...remarks(run, column)].join(' '),
    formula: law?.formula ?? definition(run, column, phase),
    law,
  };
}

// Without a floor the last phase is not defined by it.
function definition(run, column, phase) {
  const formula = DEFINITIONS[column.role]?.[phase.name] ?? '';
  return column.floor === null && formula.includes('L_k') ? '' : formula;
}

function afterwards({ run, column, index }) {
  return {
    title: `After the last phase of v_${subscript(column)}`,
    sentence: [endOf(run, column), 'What follows is trained for the other queries.', ...remarks(run, column)]
      .filter((part, place) => place !== 1 || index < run.times.length - 1)
      .join(' '),
    formula: column.convergence === null ? '' : String.raw`L_k \le L_k^* + \varepsilon`,
    law: null,
  };
}

function wholeRun({ run, column }) {
  const count = column.phases.filter(({ from, to }) => to > from).length;
  const phases =
    ['no phases', 'one phase', 'two phases', 'three phases', 'four phases'][count] ?? `${count} phases`;
  return {
    title: `Query v_${subscript(column)}, ${column.role}: ${phases}`,
    sentence: [
      endOf(run, column),
      run.end > 0 ? 'Move along the time to see what happens when.' : '',
      ...remarks(run, column),
    ]
      .filter((part) => part !== '')
      .join(' '),
    formula: String.raw`L_k = \tfrac12\,\mathrm{E}\bigl[(\hat y - \langle w, v_k\rangle)^2\bigr]`,
    law: null,
  };
}

/**
 * How the training of a query ended.
 *
 * @param {object} run
 * @param {object} column
 * @returns {string} a sentence, as in symbols.js
 */
export function endOf(run, column) {
  const { learningRate } = run.experiment;
  const name = `Query v_${subscript(column)}`;
  if (column.convergence === 0) {
    return `${name} is within ε of its floor before any training.`;
  }
  if (column.convergence !== null) {
    return `${name} converged after ${shortNumber(column.convergence / learningRate)} iterations.`;
  }
  const told = column.sentence.endsWith('.') ? column.sentence.slice(0, -1) : column.sentence;
  return `${name} did not converge by t = ${shortNumber(run.end / learningRate)}: ${told}.`;
}

function subscript({ query }) {
  return `{${query + 1}}`;
}

function remarks(run, { floor, probability }) {
  const { noise, epsilon, promptLength } = run.experiment;
  if (noise > 0 && floor !== null && floor > 0) {
    return [`With label noise no weights bring L_k below L_k* = ${shortNumber(floor, 3)}, found by minimisation.`];
  }
  if (floor !== null && floor > 0.1 * epsilon) {
    const missing = Math.exp(promptLength * Math.log1p(-probability));
    return [
      `A prompt of ${shortNumber(promptLength)} ${promptLength === 1 ? 'token' : 'tokens'} misses v_k with probability ` +
        `${shortNumber(missing, 3)}, so no weights bring L_k below L_k* = ${shortNumber(floor, 3)}.`,
    ];
  }
  return [];
}
