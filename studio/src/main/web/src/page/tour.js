/**
 * The panel of the guided tour.
 */

import { DEFAULT_EXPERIMENT, DEFAULT_VIEW, sameExperiment, withField } from '../state/experiment.js';
import { button, element, setText } from './element.js';
import { showFormula } from './formula.js';
import { icon } from './icons.js';
import { setSymbols } from './symbols.js';
import { TOUR, factsOf, holds } from './tour-steps.js';

/**
 * The state in which a step of the tour begins.
 *
 * @param {object} state
 * @param {number} step from 1; 0 leaves the tour and all as it is
 * @returns {object}
 */
export function stateOfStep(state, step) {
  if (step === 0) {
    return { ...state, view: { ...state.view, tour: 0 } };
  }
  const { changes, query } = TOUR[step - 1];
  return {
    experiment: { ...DEFAULT_EXPERIMENT, ...changes },
    view: { ...DEFAULT_VIEW, query, tour: step },
    pins: [],
  };
}

/**
 * The telling moment of a step in iterations.
 *
 * @param {object} run
 * @param {number} step from 1
 * @returns {number}
 */
export function momentOfStep(run, step) {
  return Math.min(TOUR[step - 1].moment(run), run.end) / run.experiment.learningRate;
}

/**
 * @param {HTMLElement} host a section, hidden outside the tour
 * @param {{onStep: function(number), onTry: function(function(object): object)}} listeners `onTry` is told
 *   how to change the experiment
 * @returns {{draw: function(object)}}
 */
export function createTour(host, { onStep, onTry }) {
  const parts = {
    count: element('p', { class: 'tour-count' }),
    title: element('h2', { id: 'tour-heading', tabindex: '-1' }),
    text: element('p', { class: 'tour-text' }),
    formula: element('div', { class: 'tour-formula' }),
    tries: element('p', { class: 'tour-tries' }),
    back: button({ class: 'quiet' }, 'Back'),
    next: button({ class: 'primary' }, 'Next'),
    leave: button({ class: 'icon-button tour-leave', 'aria-label': 'Leave the tour' }, icon('close')),
    step: 0,
  };
  host.append(
    parts.leave,
    element('div', { class: 'tour-words' }, parts.count, parts.title, parts.text, parts.tries),
    element(
      'div',
      { class: 'tour-side' },
      parts.formula,
      element('div', { class: 'tour-moves' }, parts.back, parts.next),
    ),
  );
  parts.back.addEventListener('click', () => onStep(parts.step - 1));
  parts.next.addEventListener('click', () => onStep(parts.step === TOUR.length ? 0 : parts.step + 1));
  parts.leave.addEventListener('click', () => onStep(0));
  return { draw: (scene) => draw(host, parts, scene, onTry) };
}

function draw(host, parts, scene, onTry) {
  const { tour } = scene.state.view;
  host.hidden = tour === 0;
  if (tour !== parts.step) {
    parts.step = tour;
    if (tour > 0) {
      begin(parts, TOUR[tour - 1], scene, onTry);
    }
  }
  if (tour > 0) {
    tell(parts, TOUR[tour - 1], scene);
  }
}

function begin(parts, step, scene, onTry) {
  setText(parts.count, `Tour, ${parts.step} of ${TOUR.length}`);
  setText(parts.title, step.title);
  setText(parts.next, parts.step === TOUR.length ? 'Finish' : 'Next');
  parts.back.disabled = parts.step === 1;
  parts.tries.replaceChildren(
    'Try: ',
    ...step.suggestions.map(({ label, path, value }) =>
      button(
        {
          class: 'quiet small',
          on: { click: () => onTry((experiment) => withField(experiment, path, value)) },
        },
        label,
      ),
    ),
  );
  parts.title.focus({ preventScroll: true });
}

// Until the run of a new step is there, the one before would tell wrong numbers.
function tell(parts, step, scene) {
  if (!sameExperiment(scene.run.experiment, scene.state.experiment)) {
    return;
  }
  if (!holds(step, scene.run)) {
    setSymbols(parts.text, 'The experiment has been changed: this step tells of another one.');
    showFormula(parts.formula, '');
    return;
  }
  const facts = factsOf(scene);
  setSymbols(parts.text, step.text(facts));
  showFormula(parts.formula, step.formula(facts));
}
