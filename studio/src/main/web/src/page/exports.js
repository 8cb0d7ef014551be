/**
 * What can be taken away from a run, as files.
 */

import { heatmapToSvg, milestones, toSvg } from '../plots/svg.js';
import { toPng } from '../plots/png.js';
import { toCsv, toLatex } from '../plots/table.js';
import { withFormulas } from '../plots/mathtext.js';
import { experimentTitle } from '../state/difference.js';
import { toYaml } from '../state/yaml.js';
import { saveFile } from './files.js';

const SIZES = {
  error: { width: 880, height: 480 },
  weights: { width: 720, height: 460 },
  gradients: { width: 720, height: 460 },
  attention: { width: 720, height: 460 },
};

/**
 * The experiment as `icl run` reads it.
 *
 * @param {object} experiment
 */
export function saveExperiment(experiment) {
  saveFile(toYaml(experiment), `${nameOf(experiment)}.yaml`, 'application/yaml');
}

/** @param {object} run */
export function saveData(run) {
  saveFile(toCsv(run), `${nameOf(run.experiment)}.csv`, 'text/csv');
}

/** @param {object} run */
export function saveTable(run) {
  saveFile(toLatex(run), `${nameOf(run.experiment)}.tex`, 'text/x-tex');
}

/**
 * @param {import('./scene.js').Scene} scene
 * @param {object} specs of the charts shown
 * @param {string} figure name of a chart, or `heatmap`
 * @param {'SVG'|'PNG'} format
 */
export async function savePicture(scene, specs, figure, format) {
  const subtitle = withFormulas(experimentTitle(scene.run.experiment));
  const svg =
    figure === 'heatmap'
      ? heatmapToSvg(scene.run, momentsOf(scene), 'light', { subtitle })
      : toSvg(specs[figure], 'light', { ...SIZES[figure], subtitle });
  const name = `${nameOf(scene.run.experiment)}-${figure}`;
  if (format === 'SVG') {
    saveFile(svg, `${name}.svg`, 'image/svg+xml');
  } else {
    saveFile(await toPng(svg, 2), `${name}.png`);
  }
}

// With a cursor its moment, without one the stages of the run.
function momentsOf({ run, index }) {
  return index === null ? milestones(run) : [index];
}

function nameOf({ law }) {
  return `icl-${law.kind}`;
}
