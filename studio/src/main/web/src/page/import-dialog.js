/**
 * An experiment from a file, by dropping one, or from pasted text.
 */

import { ImportProblem, fromYaml } from '../state/yaml.js';
import { createDialog } from './dialog.js';
import { button, element } from './element.js';

const LARGEST_FILE = 1_000_000;

/**
 * @param {{onExperiment: function(object), onProblem: function(string)}} listeners `onProblem` is told about
 *   dropped files, which have no dialog to say it in
 * @returns {function()} opens the dialog
 */
export function createImportDialog({ onExperiment, onProblem }) {
  const text = element('textarea', {
    rows: '9',
    id: 'import-text',
    spellcheck: 'false',
    'aria-describedby': 'import-problem',
  });
  const problem = element('p', { class: 'field-problem', id: 'import-problem', role: 'alert' });
  const file = element('input', { type: 'file', id: 'import-file', accept: '.yaml,.yml,.json,text/*' });
  const show = button({ class: 'primary' }, 'Show this experiment');
  const dialog = createDialog(
    'Import an experiment',
    element('p', {}, 'An experiment file of the laboratory, in YAML or JSON.'),
    element('label', { for: 'import-file' }, 'File (or drop one anywhere on the page)'),
    file,
    element('label', { for: 'import-text' }, 'Text'),
    text,
    problem,
    show,
  );
  const take = async (read) => {
    const sentence = await taken(read, onExperiment);
    problem.textContent = sentence ?? '';
    if (sentence === null) {
      dialog.close();
    }
  };
  show.addEventListener('click', () => take(() => text.value));
  file.addEventListener('change', () => file.files.length > 0 && take(() => textOf(file.files[0])));
  acceptDrops(async (dropped) => {
    const sentence = await taken(() => textOf(dropped), onExperiment);
    if (sentence !== null) {
      onProblem(sentence);
    }
  });
  return () => {
    problem.textContent = '';
    file.value = '';
    dialog.showModal();
  };
}

/**
 * Reads an experiment and hands it on.
 *
 * @param {function(): (string|Promise<string>)} read
 * @param {function(object)} onExperiment
 * @returns {Promise<string|null>} the sentence that says why not, or null
 */
async function taken(read, onExperiment) {
  try {
    onExperiment(await fromYaml(await read()));
    return null;
  } catch (problem) {
    if (problem instanceof ImportProblem) {
      return problem.message;
    }
    throw problem;
  }
}

async function textOf(file) {
  if (file.size > LARGEST_FILE) {
    throw new ImportProblem(`The file must be smaller than 1 MB, not ${Math.round(file.size / 1e6)} MB.`);
  }
  return file.text();
}

function acceptDrops(onFile) {
  const hasFiles = (event) => event.dataTransfer?.types.includes('Files');
  document.addEventListener('dragover', (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      document.body.classList.add('dropping');
    }
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) {
      document.body.classList.remove('dropping');
    }
  });
  document.addEventListener('drop', (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      document.body.classList.remove('dropping');
      onFile(event.dataTransfer.files[0]);
    }
  });
}
