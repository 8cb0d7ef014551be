/**
 * Experiments to and from the text of `icl run`'s experiment files.
 */

import { cut } from './check.js';
import { experimentTree } from './document.js';
import { checkExperiment } from './experiment.js';
import { readExperiment } from './reader.js';
import { EXPERIMENT } from './schema.js';
import { completed, linesOf } from './yaml-text.js';

const LONGEST_REASON = 80;
const LONGEST_TEXT = 1_000_000;
const PARSER = new URL('../../lib/js-yaml.min.js', import.meta.url);

/** A text that is no experiment, or one that the studio cannot show; the message is one sentence. */
export class ImportProblem extends Error {
  /** @param {string} sentence */
  constructor(sentence) {
    super(sentence);
    this.name = 'ImportProblem';
    this.sentence = sentence;
  }
}

/**
 * The canonical text of an experiment, byte for byte that of `icl run … --print-experiment`: an experiment is
 * known by the hash of this text.
 *
 * @param {object} experiment a checked experiment
 * @returns {string}
 */
export function toYaml(experiment) {
  const tree = completed(EXPERIMENT, experimentTree(experiment));
  return [...linesOf(EXPERIMENT.entries, tree), ''].join('\n');
}

/**
 * Reads an experiment file, YAML or JSON.
 *
 * @param {string} text
 * @param {object} [parser] js-yaml; loaded if not given
 * @returns {Promise<object>} the checked experiment
 * @throws {ImportProblem}
 */
export async function fromYaml(text, parser) {
  if (text.length > LONGEST_TEXT) {
    throw new ImportProblem(`The file must have at most ${LONGEST_TEXT} characters, not ${text.length}.`);
  }
  const tree = parsed(text, parser ?? (await loadParser()));
  const { experiment, problem } = checkExperiment(read(tree));
  if (problem !== null) {
    throw new ImportProblem(problem.sentence);
  }
  return experiment;
}

function read(tree) {
  try {
    return readExperiment(tree);
  } catch (problem) {
    throw problem.sentence === undefined ? problem : new ImportProblem(problem.sentence);
  }
}

// All scalars stay texts, as in `icl`: 017 is seventeen, and 1e12 a whole number.
function parsed(text, parser) {
  try {
    return parser.load(text.replace(/^\uFEFF/, ''), { schema: textSchema(parser) });
  } catch (problem) {
    const line = problem.mark === undefined ? '' : ` (line ${problem.mark.line + 1})`;
    const reason = cut(problem.reason ?? 'it is nested too deeply', LONGEST_REASON);
    throw new ImportProblem(`The file must be YAML or JSON, but cannot be read: ${reason}${line}.`);
  }
}

// Tags of scalars are allowed, and change nothing.
function textSchema(parser) {
  const types = ['int', 'float', 'bool', 'null'].map((name) =>
    new parser.Type(`tag:yaml.org,2002:${name}`, { kind: 'scalar', construct: (text) => text }));
  return parser.FAILSAFE_SCHEMA.extend({ explicit: types });
}

let loading = null;

function loadParser() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = PARSER.href;
    script.onload = () => resolve(globalThis.jsyaml);
    script.onerror = () => {
      loading = null;
      script.remove();
      reject(new ImportProblem('The YAML reader could not be loaded; reload the page and try again.'));
    };
    document.head.append(script);
  });
  return loading;
}
