"""Reference floors: L_k* by enumerating every prompt without the query's feature and minimising over the other
logits with BFGS from several starts.  Usage: python3 floor.py > floor.json   (system Python with numpy and scipy)."""
import itertools, json, math
import numpy as np
from scipy.optimize import minimize


def counts(tokens, features):
    if features == 1:
        yield (tokens,)
        return
    for first in range(tokens + 1):
        for rest in counts(tokens - first, features - 1):
            yield (first,) + rest


def spread(probabilities, tokens):
    table = np.array(list(counts(tokens, len(probabilities))), float)
    log_mass = math.lgamma(tokens + 1) + sum(
        table[:, m] * math.log(probabilities[m]) - np.array([math.lgamma(c + 1) for c in table[:, m]])
        for m in range(len(probabilities)))
    mass = np.exp(log_mass)

    def value(free):
        weights = np.exp(np.concatenate([[0.0], free]))
        attention = table * weights
        attention /= attention.sum(1, keepdims=True)
        return float((mass * (attention ** 2).sum(1)).sum())
    return value


def floor(probabilities, query, tokens):
    p = probabilities[query]
    rest = [x / (1 - p) for m, x in enumerate(probabilities) if m != query]
    value = spread(rest, tokens)
    rng = np.random.default_rng(1)
    best = min(
        minimize(value, start, method='BFGS', options=dict(gtol=1e-10)).fun
        for start in [np.zeros(len(rest) - 1)] + [rng.normal(size=len(rest) - 1) for _ in range(4)])
    return 0.5 * (1 - p) ** tokens * (1 + best)


cases = [([0.5, 0.3, 0.2], 0, 1), ([0.5, 0.3, 0.2], 0, 2), ([0.5, 0.3, 0.2], 1, 7), ([0.6, 0.3, 0.1], 2, 30),
         ([0.9, 0.06, 0.04], 2, 40), ([0.4, 0.3, 0.2, 0.1], 3, 9), ([0.7, 0.1, 0.1, 0.1], 1, 12),
         ([0.85, 0.05, 0.05, 0.03, 0.02], 4, 14), ([0.3, 0.25, 0.2, 0.15, 0.1], 0, 10)]
print(json.dumps([dict(probabilities=p, query=k, promptLength=n, floor=floor(p, k, n)) for p, k, n in cases], indent=1))
