/**
 * The buttons of the masthead.
 */

import { createCommandDialog } from './command-dialog.js';
import { button } from './element.js';
import { saveData, saveExperiment, savePicture, saveTable } from './exports.js';
import { FIGURES, FIGURE_NAMES } from './figures.js';
import { icon } from './icons.js';
import { createMenu } from './menu.js';

const COPIED_SHOWN = 2_000;

/**
 * @param {HTMLElement} host
 * @param {object} context experiment(), settled() (a promise of the scene in all digits), specs(),
 *   theme (a button), onUndo, onRedo, onShare (answers whether it copied), onImport, onTour, onHelp
 * @returns {{draw: function(object)}} `draw` is told the store
 */
export function createActions(host, context) {
  const undo = iconButton('undo', 'Undo', context.onUndo);
  const redo = iconButton('redo', 'Redo', context.onRedo);
  const tour = button({ class: 'primary', id: 'tour-start', on: { click: context.onTour } }, 'Tour');
  host.append(
    undo,
    redo,
    shareButton(context),
    exportMenu(context),
    button({ class: 'quiet', id: 'import', on: { click: context.onImport } }, 'Import'),
    tour,
    context.theme,
    iconButton('help', 'Help', context.onHelp),
  );
  return {
    draw: (store) => {
      undo.disabled = !store.canUndo;
      redo.disabled = !store.canRedo;
    },
  };
}

function iconButton(name, label, onClick) {
  return button(
    { class: 'icon-button', id: name, 'aria-label': label, title: label, on: { click: onClick } },
    icon(name),
  );
}

function shareButton({ onShare }) {
  const share = button({ class: 'quiet', id: 'share', title: 'Copy a link to exactly this' }, 'Share');
  share.addEventListener('click', async () => {
    share.textContent = (await onShare()) ? 'Copied' : 'See address';
    setTimeout(() => {
      share.textContent = 'Share';
    }, COPIED_SHOWN);
  });
  return share;
}

function exportMenu({ experiment, settled, specs, onShare, onImport }) {
  const showCommand = createCommandDialog();
  const pictures = (figure) => ({
    label: FIGURE_NAMES[figure],
    choices: ['SVG', 'PNG'].map((format) => ({
      label: format,
      name: `${FIGURE_NAMES[figure]} as ${format}`,
      onChoose: async () => savePicture(await settled(), specs(), figure, format),
    })),
  });
  return createMenu('Export', [
    {
      items: [
        { label: 'Copy the link', isNarrow: true, onChoose: onShare },
        { label: 'Import…', isNarrow: true, onChoose: onImport },
        { label: 'Command line', note: 'icl run …', onChoose: () => showCommand(experiment()) },
        { label: 'Experiment', note: 'YAML', onChoose: () => saveExperiment(experiment()) },
        { label: 'Data of the run', note: 'CSV', onChoose: async () => saveData((await settled()).run) },
        {
          label: 'Table of the queries',
          note: 'LaTeX',
          onChoose: async () => saveTable((await settled()).run),
        },
      ],
    },
    { title: 'Pictures', items: FIGURES.map(pictures) },
  ]);
}
