/**
 * Random states of the studio, valid ones and links that are not: equal seeds give equal ones.
 */

/** A generator of numbers in [0, 1): Marsaglia's xorshift on 32 bits, started by a hash of the seed. */
function generator(seed) {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ (seed >>> 13) || 1;
  const bits = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  for (let i = 0; i < 16; i++) {
    bits();
  }
  return () => (bits() * 2 ** 21 + (bits() >>> 11)) / 2 ** 53;
}

/** Choices out of one generator. */
class Choices {
  constructor(seed) {
    this.next = generator(seed);
  }

  chance(probability) {
    return this.next() < probability;
  }

  of(list) {
    return list[Math.floor(this.next() * list.length)];
  }

  whole(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** Evenly in the logarithm, with all digits, or a few as people type them. */
  spread(least, most) {
    const value = least * (most / least) ** this.next();
    const rounded = this.chance(0.6) ? Number(value.toPrecision(this.whole(1, 4))) : value;
    return Math.min(Math.max(rounded, least), most);
  }

  wholeSpread(least, most) {
    return Math.min(Math.max(Math.round(this.spread(least, most)), least), most);
  }

  /** Distinct elements in random order. */
  some(list, count) {
    const left = [...list];
    const chosen = [];
    while (chosen.length < count && left.length > 0) {
      chosen.push(...left.splice(this.whole(0, left.length - 1), 1));
    }
    return chosen;
  }
}

const SHARE = (choices) => choices.of([0, 0.5, 0.99, choices.next()]);
const SMALL = (choices) => choices.of([1e-300, 1, 1e-6, choices.spread(1e-12, 1)]);
const TOLERANCE = (choices) => choices.of(['auto', 1e-14, 1e-2, choices.spread(1e-12, 1e-3)]);
const BATCH = (choices) => choices.of([1, 256, 1e6, choices.wholeSpread(1, 1e6)]);
const SEED = (choices) =>
  choices.of([1, 0, -7, -(2 ** 63), 2 ** 62, choices.whole(0, 2 ** 53 - 1), choices.whole(0, 99)]);

/** Constants of each method with random values. */
const METHODS = {
  flow: { tolerance: TOLERANCE },
  gd: {},
  momentum: { momentum: SHARE },
  nesterov: { momentum: SHARE },
  adam: { beta1: SHARE, beta2: SHARE, adamEpsilon: SMALL },
  signgd: {},
  normalized: {},
  sgd: { batch: BATCH, seed: SEED },
};

/** What methods have if nothing is chosen. */
const USUAL = {
  tolerance: 'auto', momentum: 0.9, beta1: 0.9, beta2: 0.999, adamEpsilon: 1e-8, batch: 256, seed: 1,
};

/** Shares that sum to one to rounding. */
function shares(choices, count) {
  const weights = Array.from({ length: count }, () => choices.spread(1e-3, 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function randomGroups(choices) {
  const counts = Array.from({ length: choices.whole(1, 12) }, () =>
    choices.chance(0.4) ? 1 : choices.wholeSpread(1, choices.of([5, 1e3, 1e9])));
  if (counts.length === 1) {
    counts[0] += 1;
  }
  return shares(choices, counts.length).map((share, i) => ({
    probability: share / counts[i],
    count: counts[i],
  }));
}

function randomShare(choices) {
  return choices.chance(0.5) ? choices.whole(1, 99) / 100 : 0.001 + 0.998 * choices.next();
}

function randomExponent(choices) {
  return choices.of([1, 0, 0.5, 2, -1, 50, -50, 3 * choices.next()]);
}

function randomProbabilities(choices) {
  return choices.chance(0.2) ? [0.4, 0.3, 0.2, 0.1] : shares(choices, choices.whole(2, 64));
}

function randomLaw(choices) {
  const kind = choices.of(['imbalanced', 'imbalanced', 'balanced', 'zipf', 'probabilities', 'groups']);
  const features = choices.wholeSpread(2, choices.of([10, 1000, 1e9, 2 ** 53]));
  switch (kind) {
    case 'imbalanced':
      return { kind, features, dominant: randomShare(choices) };
    case 'balanced':
      return { kind, features };
    case 'zipf':
      return { kind, features: choices.wholeSpread(2, 2000), exponent: randomExponent(choices) };
    case 'probabilities':
      return { kind, probabilities: randomProbabilities(choices) };
    default:
      return { kind, groups: randomGroups(choices) };
  }
}

function featureCount(law) {
  switch (law.kind) {
    case 'probabilities':
      return law.probabilities.length;
    case 'groups':
      return law.groups.reduce((total, group) => total + group.count, 0);
    default:
      return law.features;
  }
}

function groupCount(law) {
  switch (law.kind) {
    case 'probabilities':
    case 'zipf':
      return featureCount(law);
    case 'groups':
      return law.groups.length;
    default:
      return 2;
  }
}

function randomPromptLength(choices) {
  const typical = [1, 100, 2500, 10000, 1e18, 2 ** 53 + 2];
  return choices.chance(0.2)
    ? Infinity
    : choices.of([...typical, choices.wholeSpread(1, 1e18), choices.wholeSpread(1, 1e5)]);
}

function randomInitial(choices, features) {
  if (features > 5000 || choices.chance(0.6)) {
    return { kind: 'zero' };
  }
  return {
    kind: 'gaussian',
    scale: choices.of([0.1, 0, 1000, choices.spread(1e-6, 10)]),
    seed: SEED(choices),
  };
}

function randomConstants(choices, method) {
  return Object.fromEntries(Object.entries(METHODS[method]).map(([name, random]) =>
    [name, choices.chance(0.5) ? USUAL[name] : random(choices)]));
}

function randomQueries(choices, features) {
  if (choices.chance(0.6)) {
    return choices.of(['auto', 'auto', 'all']);
  }
  const near = Array.from({ length: Math.min(features, 12) }, (_, k) => k);
  const far = features > 12 ? [features - 1, choices.whole(12, features - 2)] : [];
  return choices.some([...near, ...new Set(far.filter((query) => query > 11))], choices.whole(1, 12));
}

function randomExperiment(choices) {
  const law = randomLaw(choices);
  const features = featureCount(law);
  const initial = randomInitial(choices, features);
  const apart = initial.kind === 'gaussian' ? features : groupCount(law);
  const methods = Object.keys(METHODS).filter((method) => method !== 'normalized' || apart <= 150);
  const method = choices.chance(0.5) ? 'flow' : choices.of(methods);
  return {
    law,
    promptLength: randomPromptLength(choices),
    noise: choices.chance(0.6) ? 0 : choices.of([0.1, 1, 1e100, choices.spread(1e-9, 10)]),
    initial,
    method,
    constants: randomConstants(choices, method),
    learningRate: choices.chance(0.5) ? 1 : choices.of([1e-30, 1e30, 0.5, choices.spread(1e-6, 1e6)]),
    epsilon: choices.chance(0.5) ? 0.01 : choices.of([5e-324, 1e-4, 0.1, 1e300, choices.spread(1e-12, 1)]),
    until: choices.chance(0.7) ? 'auto' : choices.of([0, 1e200, 1e4, 2e23, choices.spread(1e-3, 1e12)]),
    queries: randomQueries(choices, features),
  };
}

function randomView(choices, features) {
  const scale = () => choices.of(['log', 'linear']);
  return {
    time: choices.chance(0.5) ? null : choices.of([0, 1e5, choices.spread(1e-3, 1e18)]),
    query: choices.chance(0.6) ? null : choices.whole(0, Math.min(features - 1, 20)),
    timeScale: scale(),
    scales: { error: scale(), gradients: scale(), attention: scale(), weights: 'linear' },
    overlays: { phases: choices.chance(0.8), bound: choices.chance(0.2), law: choices.chance(0.8) },
    tour: choices.chance(0.7) ? 0 : choices.whole(1, 6),
  };
}

/**
 * A valid state: any law, method and option, with all digits or few, up to five pins.
 *
 * @param {number} seed a whole number
 * @returns {object}
 */
export function randomState(seed) {
  const choices = new Choices(seed);
  const experiment = randomExperiment(choices);
  const pins = choices.chance(0.6) ? 0 : choices.whole(1, 5);
  return {
    experiment,
    view: randomView(choices, featureCount(experiment.law)),
    pins: Array.from({ length: pins }, () => randomExperiment(choices)),
  };
}

const HOSTILE_WORDS = [
  '', ' ', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'undefined', 'null',
  'NaN', '-NaN', 'Infinity', '-Infinity', '-inf', '1e999', '-1e999', '1e-999', '-1', '-0', '0', '1.5',
  '0x10', '0b11', '1n', '1__0', '1,2', '1;2', '1:2', '1.2.3', '1e', 'e5', '+', '.', '1 2', '९', '１００',
  '𝟙', '9007199254740993', '1e18000000000000000000', '%', '%E0%A4%A', '%00', '%0a%0d', '%u0041',
  '\u0000', '\u202e100', '\ud800', '💥', 'ＫＫ', '≤', '10^', '10^10^10', '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', 'javascript:alert(1)', '${7*7}', '{{7*7}}',
  '\'; DROP TABLE runs;--', '../../etc/passwd', '//evil.example/x', 'data:text/html,x',
  '[object Object]', '[]', '{}', 'true', 'false', 'gaussian', 'gaussian:', 'gaussian::',
  'gaussian:NaN:1', 'gaussian:0.1:1.5', 'gaussian:0.1:1:1', 'gaussian:-1:1', 'zero:0', 'error',
  'error:', 'error:log:log', 'weights:log', 'phases:1', 'phases,phases', ',', ',,', '0.5x', 'x1',
  '0.5x1x1', '0.5x0', '0.5x-1', '0.5,0.6', 'auto,0', 'all,1', '1e400x1', 'sgd', 'flow gd', 'v2', '7',
];

const KEYS = [
  'law', 'K', 'p1', 'exponent', 'p', 'groups', 'N', 'eps', 'eta', 'method', 'query', 'init', 'noise',
  'until', 't', 'show', 'x', 'y', 'hide', 'overlay', 'tour', 'pin',
];

const STRANGE_KEYS = [
  '__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'open', 'k', 'LAW', 'lav', 'pins',
  'K ', ' K', '', '<b>', 'K%3D1', 'law.kind', 'experiment', 'seed', '\u0000', 'é', '💥',
];

const STRANGE_LINKS = [
  '#v2', '#v', '#v1v1', '#V1', '##v1', '#!v1', '#v1&', '#v1&&', '#v1&K', '#v1&=', '#v1&=5', '#&v1',
  '#law=zipf', '#K=5', '#v1?K=5', '#v1#K=5', '#v1;K=5', '#%', '#%76', '#v1%26K=5', '#null',
  '#undefined', '#[object Object]', '#__proto__', '#<script>alert(1)</script>',
  '#v1&<script>alert(1)</script>', '#v1&K=<img src=x onerror=alert(1)>', '#\u0000', '#💥', '#v1&K=5&K=5',
  '#v1&law=zipf&law=zipf', '#v1&tour=0&tour=0', '#v1&pin=law:zipf&pin=', '#v1&pin=pin:law:zipf',
  '#v1&pin=t:5', '#v1&pin=law:zipf;law:zipf', '#v1&pin=law', '#v1&pin=;', '#v1&pin=law:balanced;K:1',
  `#v1${'&pin=law:zipf'.repeat(6)}`, '#v1&law=zipf&p1=0.5', '#v1&law=balanced&exponent=1',
  '#v1&law=groups&K=5', '#v1&law=groups&groups=0.5x1',
  '#v1&law=groups&groups=0.5x9007199254740992,0.5x1', '#v1&law=probabilities&p=1',
  '#v1&law=probabilities&p=0.5,0.5,1e-8', '#v1&K=2&p1=1e-17', '#v1&K=2&query=2', '#v1&K=2&show=2',
  '#v1&query=0,0', '#v1&query=0,1,2,3,4,5,6,7,8,9,10,11,12', '#v1&K=5001&init=gaussian:0.1:1',
  '#v1&law=zipf&K=151&method=normalized', '#v1&law=zipf&K=2001', '#v1&law=zipf&exponent=50.1',
  '#v1&N=0', '#v1&N=1e18.5', '#v1&N=1000000000000000001', '#v1&hide=law&overlay=law',
  '#v1&until=1.1e200', '#v1&noise=-1e-9', '#v1&eta=1e-31', '#v1&eps=0',
];

function longLink(choices) {
  const length = choices.of([16001, 100_000, 1_000_000]);
  const start = choices.of(['#', '#v1&K=', '#v1&law=probabilities&p=0.5,', '#v1&query=', '#v1&pin=', '#v1&']);
  return start.padEnd(length, choices.of(['1', '0.5,', 'K=5&', 'law:zipf;', '%', '<b>', '\ud800', '((((']));
}

function badValue(choices, words) {
  return `#v1&${choices.of(KEYS)}=${choices.of(words)}`;
}

function badValueInPin(choices, words) {
  return `#v1&pin=${choices.of(KEYS)}:${choices.of(words)}`;
}

function strangeKey(choices) {
  const before = choices.of(['', 'law=zipf&', 'K=5&N=100&']);
  return `#v1&${before}${choices.of(STRANGE_KEYS)}=${choices.of(['1', 'law', ''])}`;
}

function noise(choices) {
  const characters = Array.from({ length: choices.whole(1, 200) }, () =>
    choices.chance(0.5)
      ? choices.of([...'#&=:;,%.<>"\'v1Kep+-x~'])
      : String.fromCharCode(choices.whole(0, 0xffff)));
  return `#${choices.chance(0.5) ? 'v1&' : ''}${characters.join('')}`;
}

/** A value that no key takes, so that a link with it is wrong whatever the key. */
const NO_VALUE = HOSTILE_WORDS.filter((word) =>
  /[<>{}[\]$/%]|proto|constr|NaN|undef|\ud800|💥|^$/.test(word));

/**
 * Links none of which is that of a state: garbage, bad values, repeated and unknown keys, markup, a million
 * characters.
 *
 * @param {number} count
 * @param {number} seed a whole number
 * @returns {string[]}
 */
export function malformedLinks(count, seed) {
  const choices = new Choices(seed);
  const makers = [
    () => choices.of(STRANGE_LINKS),
    () => badValue(choices, NO_VALUE),
    () => badValueInPin(choices, NO_VALUE),
    () => strangeKey(choices),
    () => noise(choices),
    () => `#v1&K=5&${choices.of(KEYS)}=7&K=${choices.of(HOSTILE_WORDS)}`,
  ];
  return Array.from({ length: count }, () =>
    choices.chance(0.02) ? longLink(choices) : choices.of(makers)());
}

/**
 * Links of which some are those of states by chance; none may make a reader fail.
 *
 * @param {number} count
 * @param {number} seed a whole number
 * @returns {string[]}
 */
export function doubtfulLinks(count, seed) {
  const choices = new Choices(seed);
  return Array.from({ length: count }, () =>
    choices.of([badValue, badValueInPin])(choices, HOSTILE_WORDS));
}
