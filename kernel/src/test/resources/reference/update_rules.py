#!/usr/bin/env python3
"""Weights of update rules on L(w) = w_1^2/2 + w_2^2/8 from (1, -2), in 40 digits.

    python3 update_rules.py > update_rules.json

Written from the definitions of the rules, as torch.optim has them, and not from the program.
"""
import json
from mpmath import mp, mpf, sqrt

mp.dps = 40
CURVATURE = (mpf(1), mpf(1) / 4)
START = (mpf(1), mpf(-2))


def gradient(w):
    return [c * x for c, x in zip(CURVATURE, w)]


def rmsprop(eta, rho, epsilon, steps):
    w, v = list(START), [mpf(0)] * 2
    for _ in range(steps):
        g = gradient(w)
        v = [rho * a + (1 - rho) * b * b for a, b in zip(v, g)]
        w = [x - eta * b / (sqrt(a) + epsilon) for x, a, b in zip(w, v, g)]
    return w


# The doubles that the program has, not the decimals they stand for.
ETA, RHO, EPSILON = mpf(0.01), mpf(0.99), mpf(1e-8)

print(json.dumps({
    "rmsprop": [
        {"steps": n, "weights": [float(x) for x in rmsprop(ETA, RHO, EPSILON, n)]} for n in (1, 2, 10, 50)
    ]
}, indent=1))
