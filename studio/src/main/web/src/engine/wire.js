/** An experiment as the compiled core takes it: numbers as doubles, never as text. */

const LAW_NUMBERS = {
  imbalanced: (law) => [law.features, law.dominant],
  balanced: (law) => [law.features],
  zipf: (law) => [law.features, law.exponent],
  probabilities: (law) => law.probabilities,
  groups: (law) => law.groups.flatMap((group) => [group.probability, group.count]),
};

/**
 * @param {object} experiment of the state
 * @returns {object} what the Java interface PageExperiment describes
 */
export function wireExperiment(experiment) {
  const { law, initial, queries, until } = experiment;
  const listed = Array.isArray(queries);
  return {
    lawKind: law.kind,
    lawNumbers: Float64Array.from(LAW_NUMBERS[law.kind](law)),
    promptLength: experiment.promptLength,
    noise: experiment.noise,
    initial: Float64Array.from(initial.kind === 'zero' ? [] : [initial.scale, initial.seed]),
    method: experiment.method,
    learningRate: experiment.learningRate,
    epsilon: experiment.epsilon,
    until: until === 'auto' ? NaN : until,
    queryKind: listed ? 'listed' : queries,
    queries: Float64Array.from(listed ? queries : []),
  };
}
