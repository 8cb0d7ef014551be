/**
 * The phases of the query shown, as a bar over the run's time, with the cursor on it.
 */

import { shortNumber } from '../state/numbers.js';
import { button, element, setText } from './element.js';
import { phaseAt } from './scene.js';

// Pixels that a roman numeral needs for each of its letters, and beside them.
const LETTER = 6;
const BESIDE = 4;

/**
 * @param {HTMLElement} host
 * @param {{onTime: function(number)}} listeners told the iterations that were chosen
 * @returns {{drawRun: function(object), drawCursor: function(object)}}
 */
export function createPhaseStrip(host, { onTime }) {
  const bar = element('div', { class: 'strip-bar', role: 'group', 'aria-label': 'Phases' });
  const cursor = element('div', { class: 'strip-cursor', 'aria-hidden': 'true', hidden: true });
  host.append(bar, cursor);
  const strip = { bar, cursor, onTime, segments: [], width: 0 };
  new ResizeObserver(([{ contentRect }]) => {
    strip.width = contentRect.width;
    strip.segments.forEach((part) => drawName(part, strip.width));
  }).observe(bar);
  return {
    drawRun: (scene) => drawPhases(strip, scene),
    drawCursor: (scene) => drawCursor(strip, scene),
  };
}

function drawPhases(strip, scene) {
  const phases = scene.column.phases.filter(({ from, to }) => to > from);
  while (strip.segments.length < phases.length) {
    strip.segments.push(segment(strip));
  }
  strip.segments.forEach((part, index) => {
    drawSegment(part, phases[index], scene);
    drawName(part, strip.width);
  });
  strip.bar.dataset.role = scene.column.role;
}

function segment(strip) {
  const part = { phase: null, middle: 0, share: 0, root: button({ class: 'phase' }) };
  part.root.addEventListener('click', () => strip.onTime(part.middle));
  strip.bar.append(part.root);
  return part;
}

function drawSegment(part, phase, { run, scale }) {
  part.root.hidden = phase === undefined;
  part.phase = phase;
  if (phase === undefined) {
    return;
  }
  const [from, to] = [phase.from, phase.to].map((tau) => tau / run.experiment.learningRate);
  const left = scale.shareAt(from);
  const width = scale.shareAt(to) - left;
  part.share = width;
  part.middle = scale.timeAt(left + width / 2);
  part.root.style.setProperty('--left', left.toFixed(5));
  part.root.style.setProperty('--width', width.toFixed(5));
  part.root.dataset.phase = phase.name;
  const span = `t = ${shortNumber(from, 4)} to ${shortNumber(to, 4)}`;
  part.root.setAttribute('aria-label', `Phase ${phase.name}, ${span}`);
  part.root.title = `Phase ${phase.name}: ${span}, ${phase.why}`;
}

function drawName({ root, phase, share }, width) {
  const name = phase?.name ?? '';
  setText(root, share * width >= LETTER * name.length + BESIDE ? name : '');
}

function drawCursor({ cursor, segments }, { run, column, index, time, scale }) {
  cursor.hidden = index === null;
  const now = index === null ? null : phaseAt(column, run.times[index]);
  if (index !== null) {
    cursor.style.setProperty('--left', scale.shareAt(time).toFixed(5));
  }
  segments.forEach(({ root, phase }) => {
    root.classList.toggle('now', now !== null && phase === now);
  });
}
