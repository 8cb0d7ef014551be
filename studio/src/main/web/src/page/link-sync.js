/**
 * The state in the address, both ways.
 */

import { fromYaml } from '../state/yaml.js';
import { fromLink, toLink } from '../state/link.js';
import { DEFAULT_STATE } from '../state/experiment.js';

const DELAY = 250;
const OPEN = '#open=';

/** Writes the link some time after the last change, and reads it when somebody else changes it. */
export class LinkSync {
  #timer = null;
  #written = null;

  /** @returns {boolean} whether the address holds the state */
  get isIdle() {
    return this.#timer === null;
  }

  /** @param {object} state written after a while */
  write(state) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#replace(toLink(state)), DELAY);
  }

  /** @param {function({state: object, problem: string|null})} listener told what a changed link says */
  listen(listener) {
    addEventListener('hashchange', async () => {
      if (location.hash !== this.#written) {
        listener(await readLink(location.hash));
      }
    });
  }

  #replace(link) {
    this.#timer = null;
    this.#written = link;
    if (location.hash !== link) {
      history.replaceState(history.state, '', link);
    }
  }
}

/**
 * The state of a link. `#open=PATH` fetches an experiment of the same site.
 *
 * @param {string} hash
 * @returns {Promise<{state: object, problem: string|null}>}
 */
export async function readLink(hash) {
  return hash.startsWith(OPEN) ? openExperiment(hash.slice(OPEN.length)) : fromLink(hash);
}

async function openExperiment(encoded) {
  try {
    const experiment = await fromYaml(await textAt(decodeURIComponent(encoded)));
    return { state: { ...DEFAULT_STATE, experiment }, problem: null };
  } catch (problem) {
    return {
      state: DEFAULT_STATE,
      problem: `The experiment in the link could not be opened: ${problem.message}`,
    };
  }
}

async function textAt(path) {
  const address = new URL(path, document.baseURI);
  if (address.origin !== location.origin) {
    throw new Error('its address must be on this site.');
  }
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`there is no ${address.pathname}.`);
  }
  return answer.text();
}
