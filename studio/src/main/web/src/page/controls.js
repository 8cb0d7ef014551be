/**
 * The rail: all fields of the experiment.
 */

import { sameData } from '../state/data.js';
import {
  DEFAULT_EXPERIMENT, DEFAULT_LAWS, checkExperiment, usualConstants, usualInitial, withField,
} from '../state/experiment.js';
import { choiceField, selectField } from './choice-field.js';
import { element } from './element.js';
import { SECTIONS, valueOf } from './fields.js';
import { listField } from './list-field.js';
import { numberField } from './number-field.js';

const MAKERS = { number: numberField, choice: choiceField, select: selectField, list: listField };

/**
 * @param {HTMLFormElement} form
 * @param {import('./store.js').Store} store
 * @returns {{draw: function(object), refuse: function(string, string): boolean}}
 *   `refuse` shows a sentence at a field; it answers whether that field is on the page
 */
export function createControls(form, store) {
  const entries = SECTIONS.flatMap(({ fields }) => fields).map((field) => ({
    field,
    widget: null,
    shown: undefined,
    isRefused: false,
  }));
  entries.forEach((entry) => {
    entry.widget = MAKERS[entry.field.kind](entry.field, listenersOf(entry, store));
  });
  form.append(...sectionsOf(entries));
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    draw: (experiment) => entries.forEach((entry) => draw(entry, experiment)),
    refuse: (path, sentence) => refuse(entries, path, sentence),
  };
}

function sectionsOf(entries) {
  return SECTIONS.map(({ title, fields }) =>
    element(
      'fieldset',
      { class: 'section' },
      element('legend', {}, title),
      ...entries.filter(({ field }) => fields.includes(field)).map(({ widget }) => widget.root),
    ),
  );
}

function listenersOf(entry, store) {
  const { path } = entry.field;
  return {
    onMove: (value) => propose(entry, store, value, path),
    onRest: () => store.seal(),
    onSet: (value) => propose(entry, store, value, null),
    onReset: () => propose(entry, store, defaultOf(store.state.experiment, path), null),
  };
}

function propose(entry, store, value, key) {
  const { experiment, problem } = checkExperiment(withField(store.state.experiment, entry.field.path, value));
  setProblem(entry, problem?.sentence ?? null);
  if (problem !== null) {
    return;
  }
  if (!sameData(experiment, store.state.experiment)) {
    store.setExperiment(experiment, key);
  } else {
    entry.widget.show(valueOf(experiment, entry.field.path));
  }
}

function defaultOf(experiment, path) {
  const [outer, inner] = path.split('.');
  const isBelowKind = inner !== undefined && inner !== 'kind';
  return isBelowKind ? USUAL[outer](experiment)[inner] : valueOf(DEFAULT_EXPERIMENT, path);
}

const USUAL = {
  law: ({ law }) => DEFAULT_LAWS[law.kind],
  initial: ({ initial }) => usualInitial(initial.kind),
  constants: ({ method }) => usualConstants(method),
};

function setProblem(entry, sentence) {
  entry.isRefused = sentence !== null;
  entry.widget.setProblem(sentence);
}

function draw(entry, experiment) {
  const { field, widget } = entry;
  const isShown = field.isShown?.(experiment) ?? true;
  if (widget.root.hidden === isShown) {
    widget.root.hidden = !isShown;
  }
  if (!isShown) {
    return;
  }
  const value = valueOf(experiment, field.path);
  if (entry.shown !== value) {
    entry.shown = value;
    setProblem(entry, null);
    widget.setChanged(!sameData(value, defaultOf(experiment, field.path)));
  }
  // A refused text stays, with its sentence, until it is mended.
  if (!entry.isRefused) {
    widget.show(value);
  }
}

function refuse(entries, path, sentence) {
  const shown = entries.filter(({ widget }) => !widget.root.hidden);
  const entry =
    shown.find(({ field }) => field.path === path || field.source === path) ??
    shown.find(({ field }) => field.path.split('.')[0] === path.split('.')[0]);
  if (entry === undefined) {
    return false;
  }
  setProblem(entry, sentence);
  return true;
}
