/** A run as tables: all of it as CSV, its queries as LaTeX. */

import { experimentTitle } from '../state/difference.js';
import { javaDouble } from '../state/numbers.js';
import { withFormulas } from './mathtext.js';
import { iterationsOf } from './samples.js';

const HEADER = 'query,tau,iterations,error,group,logit,mean_attention,descent';
const DIGITS = 5;

const ESCAPED = /[{}%&#_]/g;
const SYMBOLS = {
  'η': '\\eta', 'ε': '\\varepsilon', 'σ': '\\sigma', 'τ': '\\tau', '∞': '\\infty', '·': '\\cdot ',
  '×': '\\times ', '−': '-', '…': '\\dots',
};

/**
 * The run in the columns of the run folder's trajectory.csv: a row for each query, time and group, with
 * numbers that read back as the same doubles.
 *
 * @param {object} run
 * @returns {string}
 */
export function toCsv(run) {
  const times = Array.from(run.times, javaDouble);
  const iterations = Array.from(iterationsOf(run), javaDouble);
  const rows = [HEADER];
  for (const { query, groups, error, logits, attention, descent } of run.columns) {
    for (let i = 0; i < times.length; i++) {
      const start = `${query},${times[i]},${iterations[i]},${javaDouble(error[i])}`;
      for (let group = 0; group < groups.length; group++) {
        const at = i * groups.length + group;
        const values = [logits[at], attention[at], descent[at]].map(javaDouble);
        rows.push(`${start},${group},${values.join(',')}`);
      }
    }
  }
  return `${rows.join('\n')}\n`;
}

/**
 * The queries of the run as a LaTeX table, for the package booktabs.
 *
 * @param {object} run
 * @returns {string}
 */
export function toLatex(run) {
  const { learningRate } = run.experiment;
  return [
    '% \\usepackage{booktabs}',
    '\\begin{table}',
    '  \\centering',
    `  \\caption{${texText(experimentTitle(run.experiment))}.}`,
    '  \\begin{tabular}{llrrrrl}',
    '    \\toprule',
    '    Query & Role & $p$ & $L^*$ & $\\tau$ to $L^* + \\varepsilon$ & Iterations'
      + ' & Ends of phases ($\\tau$) \\\\',
    '    \\midrule',
    ...run.columns.map((column) => `    ${cells(column, learningRate).join(' & ')} \\\\`),
    '    \\bottomrule',
    '  \\end{tabular}',
    '\\end{table}',
    '',
  ].join('\n');
}

function cells(column, learningRate) {
  const { query, role, probability, convergence, phases } = column;
  return [
    `$v_{${query + 1}}$`,
    role,
    texNumber(probability),
    floorOf(column),
    convergence === null ? '--' : texNumber(convergence),
    convergence === null ? '--' : texNumber(convergence / learningRate),
    phases.map(({ name, to }) => `${name}: ${texNumber(to)}`).join(', '),
  ];
}

/** The floor is told by its logarithm where a double does not hold it. */
function floorOf({ floor, floorLog10 }) {
  if (floor === null) {
    return '--';
  }
  if (floor > 0 || floorLog10 === null || !Number.isFinite(floorLog10)) {
    return texNumber(floor);
  }
  const exponent = Math.floor(floorLog10);
  return `$${rounded(10 ** (floorLog10 - exponent))} \\cdot 10^{${exponent}}$`;
}

function texNumber(x) {
  if (!Number.isFinite(x)) {
    return '$\\infty$';
  }
  const [mantissa, exponent] = x.toExponential(DIGITS - 1).split('e').map(Number);
  if (x === 0 || (exponent >= -4 && exponent < DIGITS)) {
    return `$${rounded(x)}$`;
  }
  return mantissa === 1 ? `$10^{${exponent}}$` : `$${mantissa} \\cdot 10^{${exponent}}$`;
}

function rounded(x) {
  return String(Number(x.toPrecision(DIGITS)));
}

/** Plain text with its formulas set as such. */
function texText(text) {
  return withFormulas(text)
    .split('$')
    .map((part, i) => (i % 2 === 1 ? `$${withSymbols(part, (symbol) => symbol)}$` : upright(part)))
    .join('');
}

function upright(text) {
  const escaped = text.replace(ESCAPED, (character) => `\\${character}`);
  return withSymbols(escaped, (symbol) => `$${symbol.trim()}$`);
}

function withSymbols(text, wrap) {
  return [...text].map((character) => (SYMBOLS[character] ? wrap(SYMBOLS[character]) : character)).join('');
}
