/**
 * The time of the run as a slider: the cursor of all plots.
 */

import { powerOfTen, shortNumber } from '../state/numbers.js';
import { sampleAt } from '../plots/samples.js';
import { element, setAttributeOf } from './element.js';

const STEPS = 1000;
const MOST_LABELS = 8;

/**
 * @param {HTMLElement} host
 * @param {{onTime: function(number)}} listeners told the iterations that were chosen
 * @returns {{drawRun: function(object), drawCursor: function(object)}}
 */
export function createScrubber(host, { onTime }) {
  const range = element('input', {
    class: 'scrub',
    type: 'range',
    min: '0',
    max: String(STEPS),
    step: 'any',
    id: 'scrub',
    'aria-label': 'Time',
    disabled: true,
  });
  const axis = element('div', { class: 'scrub-axis', 'aria-hidden': 'true' });
  host.append(range, axis);
  const parts = { range, axis, scene: null, axisKey: '' };
  range.addEventListener('input', () => onTime(parts.scene.scale.timeAt(range.valueAsNumber / STEPS)));
  range.addEventListener('keydown', (event) => stepBySample(event, parts, onTime));
  return {
    drawRun: (scene) => drawAxis(parts, scene),
    drawCursor: (scene) => drawThumb(parts, scene),
  };
}

function stepBySample(event, { scene }, onTime) {
  const direction = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
  if (direction === undefined || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  onTime(neighbour(scene, direction * (event.shiftKey ? 10 : 1)));
}

/**
 * The time some samples away from the cursor; from the end, if there is no cursor.
 *
 * @param {import('./scene.js').Scene} scene
 * @param {number} steps
 * @returns {number} iterations
 */
export function neighbour({ run, index }, steps) {
  const last = run.times.length - 1;
  const next = Math.min(Math.max((index ?? last) + steps, 0), last);
  return run.times[next] / run.experiment.learningRate;
}

/**
 * The sample time next to a time, so that all numbers at the cursor are computed ones.
 *
 * @param {object} run
 * @param {number} time iterations
 * @returns {number} iterations
 */
export function sampledTime(run, time) {
  return run.times[sampleAt(run, time)] / run.experiment.learningRate;
}

function drawThumb(parts, scene) {
  const { range } = parts;
  parts.scene = scene;
  const share = scene.time === null ? 1 : scene.scale.shareAt(scene.time);
  range.value = String(share * STEPS);
  range.style.setProperty('--share', share.toFixed(5));
  range.classList.toggle('idle', scene.time === null);
  setAttributeOf(
    range,
    'aria-valuetext',
    scene.time === null ? 'no time chosen' : `${shortNumber(scene.time)} iterations`,
  );
}

function drawAxis(parts, scene) {
  parts.range.disabled = false;
  const { first, last } = scene.scale;
  const key = `${scene.state.view.timeScale} ${first} ${last}`;
  if (key === parts.axisKey) {
    return;
  }
  parts.axisKey = key;
  parts.axis.replaceChildren(
    ...marks(scene).map(({ share, text }) => {
      const mark = element('span', {}, text);
      mark.style.setProperty('--left', share.toFixed(5));
      return mark;
    }),
  );
}

function marks({ state, scale }) {
  if (state.view.timeScale === 'linear') {
    return [0, 0.25, 0.5, 0.75, 1].map((share) => ({ share, text: shortNumber(share * scale.last, 3) }));
  }
  const [from, to] = [Math.ceil(Math.log10(scale.first) - 1e-9), Math.floor(Math.log10(scale.last))];
  const stride = Math.max(1, Math.ceil((to - from) / MOST_LABELS));
  const count = Math.max(0, Math.floor((to - from) / stride) + 1);
  return Array.from({ length: count }, (_, index) => from + index * stride).map((power) => ({
    share: scale.shareAt(10 ** power),
    text: decade(power),
  }));
}

function decade(power) {
  return power === 0 || power === 1 ? String(10 ** power) : powerOfTen(power);
}
