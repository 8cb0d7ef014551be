/**
 * The run as one line for the shell.
 */

import { toCommand } from '../state/command.js';
import { createDialog } from './dialog.js';
import { button, element } from './element.js';
import { copyText } from './files.js';

/**
 * @returns {function(object)} opens the dialog for an experiment
 */
export function createCommandDialog() {
  const line = element('code', { class: 'command', tabindex: '0' });
  const copy = button({ class: 'primary' }, 'Copy');
  const dialog = createDialog(
    'The same run from the command line',
    element('p', {}, 'This gives the same numbers, with pictures and a run folder.'),
    element('pre', {}, line),
    copy,
  );
  copy.addEventListener('click', async () => {
    copy.textContent = (await copyText(line.textContent)) ? 'Copied' : 'Select the line and copy it';
  });
  return (experiment) => {
    line.textContent = toCommand(experiment);
    copy.textContent = 'Copy';
    dialog.showModal();
  };
}
