/**
 * Starts the page of the laboratory.
 */

import { createEngine } from './engine/engine.js';
import { installConsoleHook } from './page/console-hook.js';
import { readLink } from './page/link-sync.js';
import { showNotice } from './page/notices.js';
import { createParts } from './page/parts.js';
import { Studio } from './page/studio.js';
import { NEEDED, canRunEngine } from './page/wasm-support.js';

if (canRunEngine()) {
  const { state, problem } = await readLink(location.hash);
  const studio = new Studio(createEngine(), state);
  createParts(studio);
  studio.begin(problem);
  installConsoleHook(studio);
} else {
  document.getElementById('telling').textContent = 'Nothing can be computed in this browser.';
  showNotice(NEEDED);
}
