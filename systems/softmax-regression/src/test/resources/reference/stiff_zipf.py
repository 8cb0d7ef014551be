"""Gradient flow of one softmax attention layer with trained value scale, every feature of its own frequency.

Setting.  Infinite prompts, orthonormal labels, K features with p_m proportional to 1/(m + 1), m = 0 ... K - 1.
Query k has logits s_m, attention a_m = p_m e^{s_m} / sum_l p_l e^{s_l} and loss

    L_k = 1/2 [(1 - nu a_k)^2 + nu^2 sum_{m != k} a_m^2]
    ds_m/dtau = -p_k dL_k/ds_m         dnu/dtau = -sum_k p_k dL_k/dnu         s(0) = 0, nu(0) = 1

Nothing is exchangeable: K^2 + 1 numbers move, and the flow is stiff.

    features    K
    crossings   for some queries k: the first tau with L_k <= 0.01, and nu there
    agreement   largest relative difference of these times from a run with a tolerance ten times as large

Method.  scipy's Radau in doubles, analytic Jacobian, ln(1 + tau) as variable.  A crossing is found by Newton's method on
the end of a last piece, integrated anew from the step before: nothing is interpolated.
Run: python3 stiff_zipf.py (numpy, scipy; some minutes; writes stiff_zipf.json beside the script).
"""
import json
import sys
from pathlib import Path

import numpy as np
from scipy.integrate import solve_ivp

LEVEL = 0.01


class Layer:
    def __init__(self, features):
        self.k = features
        p = 1 / np.arange(1.0, features + 1)
        self.p = p / p.sum()
        self.eye = np.eye(features)

    def split(self, y):
        return y[:-1].reshape(self.k, self.k), y[-1]

    def attention(self, s):
        w = np.log(self.p)[None, :] + s
        w = np.exp(w - w.max(axis=1, keepdims=True))
        return w / w.sum(axis=1, keepdims=True)

    def losses(self, y):
        s, nu = self.split(y)
        a = self.attention(s)
        return 0.5 * ((self.eye - nu * a) ** 2).sum(axis=1)

    def rates(self, y):
        s, nu = self.split(y)
        a = self.attention(s)
        h = nu * (nu * a - self.eye)
        g = a * (h - (a * h).sum(axis=1, keepdims=True))
        slope = (a * (nu * a - self.eye)).sum(axis=1)
        return np.append((-self.p[:, None] * g).ravel(), -(self.p * slope).sum())

    def jacobian(self, y):
        s, nu = self.split(y)
        a = self.attention(s)
        k = self.k
        j = np.zeros((k * k + 1, k * k + 1))
        for q in range(k):
            b, unit = a[q], self.eye[q]
            h = nu * (nu * b - unit)
            mean = b @ h
            da = np.diag(b) - np.outer(b, b)
            dmean = da @ (h + nu * nu * b)
            block = da * (h - mean)[:, None] + b[:, None] * (nu * nu * da - dmean[None, :])
            hn = 2 * nu * b - unit
            edge = b * (hn - b @ hn)
            rows = slice(q * k, (q + 1) * k)
            j[rows, rows] = -self.p[q] * block
            j[rows, -1] = j[-1, rows] = -self.p[q] * edge
        j[-1, -1] = -(self.p * (a * a).sum(axis=1)).sum()
        return j


def piece(layer, y, t0, t1, rtol):
    """From one ln(1 + tau) to another."""
    return solve_ivp(lambda t, z: np.exp(t) * layer.rates(z), (t0, t1), y, method="Radau", rtol=rtol, atol=1e-3 * rtol,
                     jac=lambda t, z: np.exp(t) * layer.jacobian(z), first_step=min(1e-3, 0.5 * (t1 - t0)))


def run(features, queries, rtol):
    layer = Layer(features)
    y, t, found = np.append(np.zeros(features * features), 1.0), 0.0, {}
    while len(found) < len(queries):
        answer = piece(layer, y, t, t + 1.0, rtol)
        assert answer.success, answer.message
        losses = np.array([layer.losses(z) for z in answer.y.T])
        for q in queries:
            below = np.flatnonzero(losses[:, q] <= LEVEL)
            if q in found or len(below) == 0 or below[0] == 0:
                continue
            before = below[0] - 1
            start, z0, end = answer.t[before], answer.y[:, before], answer.t[before + 1]
            for _ in range(6):
                z = piece(layer, z0, start, end, 0.1 * rtol).y[:, -1]
                shifted = layer.losses(z + 1e-6 * np.exp(end) * layer.rates(z))[q]
                slope = (shifted - layer.losses(z)[q]) / 1e-6
                change = (LEVEL - layer.losses(z)[q]) / slope
                end += change
                if abs(change) < 1e-13:
                    break
            found[q] = (float(np.expm1(end)), float(z[-1]))
        y, t = answer.y[:, -1], answer.t[-1]
    return found


def main():
    results = []
    for features in (25, 35):
        queries = [0, 1, features // 2, features - 1]
        found = run(features, queries, 1e-11)
        again = run(features, queries, 1e-10)
        agreement = max(abs(found[q][0] / again[q][0] - 1) for q in queries)
        results.append({"features": features, "agreement": float("%.1e" % agreement),
                        "crossings": [{"query": q, "tau": found[q][0], "valueScale": found[q][1]} for q in queries]})
        print(json.dumps(results[-1]), file=sys.stderr, flush=True)
        Path(__file__).with_suffix(".json").write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
