"""Reference values for the classical classifiers, by optimisers that share no code with theirs.

Prompts are drawn with numpy and rounded to 4 decimals, so that the JSON holds them exactly.

    logistic      class probabilities at queries for 1/2 |(w, b)|^2 + C sum log(1 + exp(-s f)), each class
                  against the others, normalised; by BFGS and again by Newton's method
    svm           classes at queries for 1/2 |w|^2 + C sum max(0, 1 - s f) with a linear and a Gaussian
                  kernel, one class against one; by SLSQP on the dual, checked by the duality gap.
                  Queries with a pair's |f| < 0.01 are left out: the library stops at a violation of 1e-3.

Run:  python3 classical.py      (needs numpy, scipy; writes classical.json beside the script)
"""
import json
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

FILE = Path(__file__).with_name("classical.json")


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


def logistic_weights(x, s, cost):
    x1 = np.hstack([x, np.ones((len(x), 1))])

    def value(w):
        return w @ w / 2 + cost * np.sum(np.logaddexp(0, -s * (x1 @ w)))

    def gradient(w):
        return w - cost * x1.T @ (s / (1 + np.exp(s * (x1 @ w))))

    w = np.zeros(x1.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x1 @ w)))
        w = w - np.linalg.solve(np.eye(len(w)) + cost * (x1.T * (p * (1 - p))) @ x1, gradient(w))
    other = minimize(value, np.zeros_like(w), jac=gradient, method="BFGS", options={"gtol": 1e-9})
    assert np.max(np.abs(other.x - w)) < 1e-6 and np.max(np.abs(gradient(w))) < 1e-10
    return w


def logistic(seed, classes, d, n, cost):
    x, y, queries = prompt(seed, classes, d, n)
    f = []
    for j in range(classes):
        w = logistic_weights(x, np.where(y == j, 1.0, -1.0), cost)
        f.append(queries @ w[:-1] + w[-1])
    p = 1 / (1 + np.exp(-np.array(f).T))
    return listed(x, y, queries, classes, cost=cost, probabilities=(p / p.sum(axis=1, keepdims=True)).tolist())


def machine(k, s, cost):
    """Dual weights and offset for the kernel matrix k and signs s."""
    q = k * np.outer(s, s)
    best = minimize(
        lambda a: a @ q @ a / 2 - a.sum(),
        np.full(len(s), 1e-3),
        jac=lambda a: q @ a - 1,
        bounds=[(0, cost)] * len(s),
        constraints={"type": "eq", "fun": lambda a: a @ s, "jac": lambda a: s},
        method="SLSQP",
        options={"ftol": 1e-13, "maxiter": 2000},
    )
    a = np.clip(best.x, 0, cost)
    f = k @ (a * s)
    # The primal's offset by its own one-dimensional problem: piecewise linear, with kinks at s - f.
    kinks = s - f
    hinge = [np.sum(np.maximum(0, 1 - s * (f + b))) for b in kinks]
    least = min(hinge)
    offset = np.mean([b for b, h in zip(kinks, hinge) if h < least + 1e-6])
    gap = (a @ q @ a / 2 + cost * least) - (a.sum() - a @ q @ a / 2)
    assert gap < 1e-5, gap
    return a * s, offset


def kernel(name, gamma):
    if name == "LINEAR":
        return lambda a, b: a @ b.T
    return lambda a, b: np.exp(-gamma * ((a[:, None, :] - b[None, :, :]) ** 2).sum(axis=2))


def svm(seed, classes, d, n, cost, name):
    x, y, queries = prompt(seed, classes, d, n)
    k = kernel(name, 1 / (d * x.var()))
    votes = np.zeros((len(queries), classes))
    clear = np.full(len(queries), True)
    for i, j in combinations(range(classes), 2):
        pair = (y == i) | (y == j)
        s = np.where(y[pair] == i, 1.0, -1.0)
        weights, offset = machine(k(x[pair], x[pair]), s, cost)
        f = k(queries, x[pair]) @ weights + offset
        votes[np.arange(len(queries)), np.where(f > 0, i, j)] += 1
        clear &= np.abs(f) >= 0.01
    assert clear.mean() > 0.9
    answers = votes.argmax(axis=1)[clear]
    return listed(x, y, queries[clear], classes, cost=cost, kernel=name, answers=answers.tolist())


def main():
    data = {
        "logistic": [logistic(11, 2, 2, 20, 1.0), logistic(12, 3, 3, 40, 1.0), logistic(13, 3, 2, 15, 10.0)],
        "svm": [
            svm(21, 2, 2, 20, 1.0, "LINEAR"),
            svm(22, 3, 3, 45, 1.0, "LINEAR"),
            svm(23, 2, 2, 20, 1.0, "GAUSSIAN"),
            svm(24, 3, 2, 45, 1.0, "GAUSSIAN"),
            svm(25, 2, 3, 30, 10.0, "GAUSSIAN"),
        ],
    }
    FILE.write_text(json.dumps(data) + "\n")


if __name__ == "__main__":
    main()
