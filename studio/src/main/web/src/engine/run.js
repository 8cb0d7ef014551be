/** A run as the page keeps it: plain data and arrays, read off the compiled core. */
import { LAWS, RECALLED_BOUND } from './laws.js';
import { wireExperiment } from './wire.js';

/** Tolerance of a step while a slider moves: far below what a pixel shows, a quarter of the time. */
const DRAFT_TOLERANCE = 1e-6;

/**
 * Trains an experiment.
 *
 * @param {object} studio the exports of the compiled core
 * @param {object} experiment
 * @param {boolean} draft coarse, for the eye; else the same bits as `icl run`
 * @returns {object} the run
 */
export function trainedRun(studio, experiment, draft) {
  const begun = performance.now();
  const page = wireExperiment(experiment);
  const run = draft ? studio.draft(page, DRAFT_TOLERANCE) : studio.train(page);
  const columns = Array.from({ length: run.columnCount }, (_, i) => columnOf(run.column(i)));
  return {
    experiment,
    draft,
    features: run.features,
    end: run.end,
    outcome: run.outcome,
    times: run.times(),
    leading: run.leading,
    columns,
    heatmap: heatmapOf(run),
    milliseconds: performance.now() - begun,
  };
}

function columnOf(column) {
  return {
    query: column.query,
    role: column.role,
    probability: column.probability,
    own: column.own,
    competitor: column.competitor,
    groups: groupsOf(column),
    floor: numberOrNull(column.floor),
    floorLog10: numberOrNull(column.floorLog10),
    convergence: numberOrNull(column.convergence),
    outcome: column.outcome,
    sentence: column.sentence,
    phases: phasesOf(column),
    error: column.error(),
    logits: column.logits(),
    descent: column.descent(),
    attention: column.attention(),
    laws: Array.from({ length: column.lawCount }, (_, i) => lawOf(column.law(i), column.role)),
  };
}

function groupsOf(column) {
  const counts = column.groupCounts();
  return Array.from(column.groupProbabilities(), (probability, i) => ({ probability, count: counts[i] }));
}

function phasesOf(column) {
  const from = column.phasesFrom();
  const to = column.phasesTo();
  return Array.from(from, (start, i) => ({
    name: column.phaseName(i),
    from: start,
    to: to[i],
    why: column.phaseEnd(i),
  }));
}

function lawOf(law, role) {
  const isRecalled = law.kind === 'two-term-bound' && role === 'balanced';
  const words = isRecalled ? RECALLED_BOUND : LAWS[law.kind];
  const tau = numberOrNull(law.tau);
  return law.kind.endsWith('bound')
    ? { ...words, kind: 'time', tau }
    : { ...words, kind: 'curve', tau, times: law.times(), errors: law.errors() };
}

function heatmapOf(run) {
  const features = Array.from(run.shownFeatures());
  return {
    features,
    hasRest: run.features > features.length,
    rows: Array.from(run.shownQueries(), (query, row) => ({
      query,
      column: run.columnOfRow(row),
      groups: Array.from(run.groupsOfRow(row)),
    })),
  };
}

function numberOrNull(value) {
  return Number.isNaN(value) ? null : value;
}
