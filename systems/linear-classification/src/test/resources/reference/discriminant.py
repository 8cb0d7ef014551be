"""Reference values for linear discriminants, by a program that shares no code with theirs.

Prompts are drawn with numpy and rounded to 4 decimals, so that the JSON holds them exactly. Of each: the
pooled covariance within classes, its shrinkage (the formula of Chen, Wiesel, Eldar & Hero 2010, eq. 23), and
the scores of each class at queries; by matrix inversion, checked against log densities of the normal law.

Run:  python3 discriminant.py      (needs numpy, scipy; writes discriminant.json beside the script)
"""
import json
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.stats import multivariate_normal

FILE = Path(__file__).with_name("discriminant.json")


def prompt(seed, classes, d, n, spread=1.0):
    rng = np.random.default_rng(seed)
    means = spread * rng.standard_normal((classes, d))
    scale = np.sqrt(np.linspace(0.5, 2, d))
    y = rng.integers(classes, size=n)
    x = np.round(means[y] + scale * rng.standard_normal((n, d)), 4)
    queries = np.round(1.5 * rng.standard_normal((200, d)), 4)
    return x, y, queries


def listed(x, y, queries, classes, **more):
    return {"classes": classes, "tokens": x.tolist(), "labels": y.tolist(), "queries": queries.tolist(), **more}


def discriminant(seed, classes, d, n):
    x, y, queries = prompt(seed, classes, d, n)
    queries = queries[:10]
    present = [j for j in range(classes) if np.any(y == j)]
    means = {j: x[y == j].mean(axis=0) for j in present}
    deviations = x - np.array([means[j] for j in y])
    freedom = n - len(present)
    s = np.cov(deviations.T, bias=True).reshape(d, d) * n / freedom  # deviations have mean 0
    t, t2 = np.trace(s), np.trace(s @ s)
    spread = (freedom + 1 - 2 / d) * (t2 - t**2 / d)
    shrinkage = min(1.0, ((1 - 2 / d) * t2 + t**2) / spread) if d > 1 else 1.0
    shrunk = (1 - shrinkage) * s + shrinkage * t / d * np.eye(d)
    precision = np.linalg.inv(shrunk)
    scores = {
        j: np.log(np.mean(y == j)) + queries @ precision @ means[j] - means[j] @ precision @ means[j] / 2
        for j in present
    }
    for a, b in combinations(present, 2):
        log_ratio = [
            np.log(np.mean(y == a) / np.mean(y == b))
            + multivariate_normal(means[a], shrunk).logpdf(q)
            - multivariate_normal(means[b], shrunk).logpdf(q)
            for q in queries
        ]
        assert np.allclose(scores[a] - scores[b], log_ratio, atol=1e-9)
    table = [[float(scores[j][i]) if j in present else None for j in range(classes)] for i in range(len(queries))]
    return listed(x, y, queries, classes, pooled=s.tolist(), shrinkage=float(shrinkage), scores=table)


def main():
    data = [
        discriminant(1, 2, 2, 20),
        discriminant(2, 3, 3, 30),
        discriminant(3, 3, 5, 6),
        discriminant(4, 2, 1, 12),
        discriminant(5, 4, 6, 9),
        discriminant(6, 5, 2, 7),
    ]
    FILE.write_text(json.dumps(data) + "\n")


if __name__ == "__main__":
    main()
