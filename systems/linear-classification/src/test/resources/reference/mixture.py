"""Reference values for in-context classification of Gaussian mixtures, by deterministic quadrature.

Setting.  c classes in dimension d with common covariance Lambda.  A task draws mu_0 ~ N(0, I) and
mu_j = Lambda^(1/2) U_j Lambda^(-1/2) mu_0 with U_j Haar on O(d), so every mean has the same
Lambda^(-1)-norm.  Labels are uniform, x | y ~ N(mu_y, Lambda); a prompt has N labelled tokens and a
query of the same law.  With class sums p_j = (1/N) sum_i 1[y_i = j] x_i the layer has logits
z_j = p_j' W x_q, probabilities P = softmax(z) and loss E[-log P_y] (natural logarithm).

    scalar        d = 1, c = 2: loss, dL/dw, d2L/dw2 (error 1e-12); minimisers w* (error 1e-11) and
                  deviation = N (w*/2 - 1/Lambda) (its own error stated in each row)
    planar        d = 2, c = 2: loss and gradient dL/dW (entry [a][b] is dL/dW_ab) and the diagonal
                  minimiser
    threeClasses  d = 1, c = 3: loss, dL/dw, d2L/dw2 and minimisers w*
    limits        lim N (w*/2 - 1/Lambda), once by perturbation and once by Richardson extrapolation
    inference     d = 1, c = 2, Lambda = 1, W = 2, test prompts of length M:
                  probabilityGap = E|P_layer(1) - P_Bayes(1)|, excess = misclassification of the
                  layer less that of Bayes, and the limits of sqrt(M) gap and of M excess
    descent       gradient descent w <- w - L'(w)/L''(0) from w = 0

Methods.
  d = 1, c = 2.  If mu_1 = -mu_0 the class-sum difference q has mean of size |mu_0| whatever the
  counts; if mu_1 = mu_0 it has mean (n_1 - n_0) mu_0 / N.  Either way (x, q) is a centred Gaussian
  pair, and for such a pair  x q = t (cov + sd_x sd_q cos(theta))  with t ~ Exp(1) and theta uniform
  (polar coordinates).  So each expectation is a trapezoidal sum over theta and a double exponential
  trapezoidal sum over t, summed over binomial counts.  Limits use 80-bit arithmetic.
  d = 2, c = 2.  With nu = Lambda^(-1/2) mu, M = Lambda^(1/2) W Lambda^(1/2) and v = M(nu_y + noise)
  in polar coordinates (A, omega), the loss is the integral of a table T(A, rho, alpha', beta')
  that depends on N only (angles of nu_0, nu_1 from omega) against a density that alone depends on
  M and Lambda; the gradient differentiates that density.
  d = 1, c = 3.  Signs and counts are enumerated up to permutation; x_q by the trapezoidal rule, the
  two differences of class sums given x_q by trapezoidal rules in the eigenbasis of their covariance.
The `error` in a row bounds the error of its numbers.  Every rule is repeated on a different mesh
and the change must stay below the stated error.  `simulate` draws whole prompts token by token
(seeded) and compares some rows of each item.

Run:  python3 mixture.py [item ...]      (needs numpy, scipy; writes mixture.json beside the script;
      `python3 mixture.py check` runs the simulation only)
"""
import json
import sys
import time
from functools import lru_cache
from math import comb, lgamma, log, pi, sqrt
from pathlib import Path

import numpy as np

FILE = Path(__file__).with_name("mixture.json")


def save(item, value):
    data = json.loads(FILE.read_text()) if FILE.exists() else {}
    data[item] = value
    order = ["scalar", "planar", "threeClasses", "limits", "inference", "descent"]
    data = {k: data[k] for k in order if k in data}
    FILE.write_text(json.dumps(data, indent=1) + "\n")


def agree(x, y, error):
    change = float(np.max(np.abs(np.asarray(x) - np.asarray(y))))
    assert change < error, (change, error)
    return change


# ---------------------------------------------------------------- d = 1, c = 2

def exponential(step, real):
    """Nodes and weights for E f(t), t ~ Exp(1): the trapezoidal rule in u, t = exp(u - exp(-u))."""
    count = int(4.2 / step)
    u = np.arange(-count, count + 1).astype(real) * real(step)
    t = np.exp(u - np.exp(-u))
    w = real(step) * t * (1 + np.exp(-u)) * np.exp(-t)
    keep = w > 1e-26
    return t[keep], w[keep]


@lru_cache(maxsize=None)
def counts(n, real, stride=1):
    """Values (n_1 - n_0)/N >= 0 and their binomial weights (both signs together).

    A stride much smaller than the standard deviation sqrt(N)/2 changes nothing visible."""
    k = np.arange(n // 2 % stride, n // 2 + 1, stride)
    k = [i for i in k.tolist() if lgamma(n + 1) - lgamma(i + 1) - lgamma(n - i + 1) - n * log(2) > -75]
    delta = np.array([n - 2 * i for i in k]).astype(real) / real(n)
    if n <= 1000:
        w = np.array([ratio(comb(n, i), 2 ** n, real) for i in k], dtype=real)
    else:  # from the central one downwards, by their ratios, then normalised
        i = np.arange(n // 2, k[0], -1).astype(np.longdouble)
        chain = np.concatenate([[np.longdouble(1)], np.cumprod(i / (n - i + 1))])
        w = chain[n // 2 - np.array(k)]
    w = np.where(delta == 0, w, 2 * w)
    return delta, (w / w.sum()).astype(real)


def ratio(a, b, real):
    """a/b as a floating-point number, correct to a unit in the last place or so."""
    shift = max(0, b.bit_length() - a.bit_length() + 70)
    q = (a << shift) // b
    drop = max(0, q.bit_length() - 64)
    high = q >> drop
    return np.ldexp(real(high >> 32) * real(2 ** 32) + real(high & (2 ** 32 - 1)), drop - shift)


def pair(w, cov, scale, angles, step, real, even):
    """E of f(w s), s f'(w s), s^2 f''(w s) for s = x q, per (cov, scale = sd_x sd_q).

    f(z) = log(2 cosh(z/2)) if even, else log(1 + exp(-z))."""
    t, wt = exponential(step, real)
    theta = (np.arange(angles).astype(real) + real(1) / 2) * (4 * np.arctan(real(1))) / angles
    out = np.zeros((3, len(cov)), dtype=real)
    for i, (c, s) in enumerate(zip(cov, scale)):
        g = c + s * np.cos(theta)
        x = g[:, None] * t[None, :]
        z = w * x
        e = np.exp(-np.abs(z))
        f = np.log1p(e) + (np.abs(z) / 2 if even else np.maximum(-z, 0))
        d1 = np.sign(z) * (1 - e) / (1 + e) / 2 - (0 if even else real(1) / 2)
        d2 = e / (1 + e) ** 2
        out[0, i] = (f @ wt).mean()
        out[1, i] = ((x * d1) @ wt).mean()
        out[2, i] = ((x * x * d2) @ wt).mean()
    return out


def scalar(lam, n, w, angles=None, step=1 / 20, real=np.float64, stride=1):
    """Loss, first and second derivative for d = 1, c = 2."""
    lam, w = real(lam), real(w)
    one = np.ones(1, dtype=real)
    if angles is None:
        angles = 900
    spread = np.sqrt(1 + lam)
    opposite = pair(w, one, np.sqrt(1 + lam / n) * spread * one, angles, step, real, False)[:, 0]
    delta, weight = counts(n, real, stride)
    scale = np.sqrt(delta ** 2 + lam / n) * spread
    same = pair(w, delta, scale, max(angles if n < 20 else angles // 3, 40), step, real, True) @ weight
    return (opposite + same) / 2


def minimiser(lam, n, start, **rule):
    real = rule.get("real", np.float64)
    w = real(start)
    for _ in range(30):
        _, g, h = scalar(lam, n, w, **rule)
        change = g / h
        if abs(change) > w / 2:
            change = np.sign(change) * w / 2
        w = w - change
        if abs(change) < 1e-9 * w:  # the next error is of order 1e-18
            _, g, h = scalar(lam, n, w, **rule)
            return w - g / h
    raise AssertionError


def item_scalar():
    rows, least, worst = [], [], [0, 0]
    for lam in (1.0, 0.5, 2.0):
        start = 2 / lam
        for n in (1000, 100, 20, 5, 2, 1):
            for w in (0.0, 0.5, 2.0, 3.5):
                value = scalar(lam, n, w)
                other = scalar(lam, n, w, angles=401, step=1 / 13)
                worst[0] = max(worst[0], agree(value, other, 1e-12))
                rows.append({"covariance": lam, "promptLength": n, "weight": w, "loss": float(value[0]),
                             "gradient": float(value[1]), "secondDerivative": float(value[2]), "error": 1e-12})
            best = minimiser(lam, n, start)
            other = minimiser(lam, n, best, angles=401, step=1 / 13)
            worst[1] = max(worst[1], agree(best, other, 1e-11))
            least.append({"covariance": lam, "promptLength": n, "minimiser": float(best), "error": 1e-11,
                          "deviation": float(n * (best / 2 - 1 / lam)), "deviationError": n * 5e-12})
            start = best
            save("scalar", {"rows": rows, "minimisers": least})
    rows.sort(key=lambda r: (r["covariance"] != 1, r["covariance"], r["promptLength"], r["weight"]))
    least.sort(key=lambda r: (r["covariance"] != 1, r["covariance"], r["promptLength"]))
    for n, stride in ((10 ** 4, 10), (10 ** 5, 40)):
        fine = dict(real=np.longdouble, angles=400, step=1 / 24, stride=stride)
        other = dict(real=np.longdouble, angles=300, step=1 / 18, stride=stride * 3 // 4)
        a, b = minimiser(1.0, n, 2.0, **fine), minimiser(1.0, n, 2.0, **other)
        agree(n * (a / 2 - 1), n * (b / 2 - 1), 1e-11)
        least.append({"covariance": 1.0, "promptLength": n, "minimiser": float(a), "error": 1e-14,
                      "deviation": float(n * (a / 2 - 1)), "deviationError": 1e-10})
    save("scalar", {"rows": rows, "minimisers": least})
    print("scalar: mesh changes", worst)


def item_descent():
    lam, n = 1.0, 20
    def run(**rule):
        w, kept = np.float64(0), []
        curvature = scalar(lam, n, 0.0, **rule)[2]
        for t in range(1, 51):
            w = w - scalar(lam, n, w, **rule)[1] / curvature
            if t in (1, 2, 5, 10, 50):
                kept.append(w)
        return curvature, kept
    curvature, kept = run()
    change = agree(kept, run(angles=401, step=1 / 13)[1], 1e-11)
    save("descent", {"covariance": lam, "promptLength": n, "start": 0.0, "step": float(1 / curvature),
                     "rows": [{"iteration": t, "weight": float(w), "error": 1e-11}
                              for t, w in zip((1, 2, 5, 10, 50), kept)]})
    print("descent: mesh change", change, kept)


# ---------------------------------------------------------------- large prompts

def perturbation(angles, step, real=np.longdouble):
    """lim N (w*/2 - 1) for Lambda = 1.  L = L_inf + L_1/N + ..., so it is -L_1'(2) / (2 L_inf''(2)).

    With mu_1 = -mu_0 = -m, the prompt noise adds w^2 E[x^2 s'(w x m)] / 2 (s the sigmoid, x ~ N(m, 1)); with
    mu_1 = mu_0, noise and counts add w^2 E[x^2 (m^2 + 1)] / 8 = 6 w^2 / 8.  Both have probability 1/2."""
    t, wt = exponential(step, real)
    phi = np.arange(angles).astype(real) * (4 * np.arctan(real(1))) / angles
    r = np.sqrt(2 * t)[None, :]
    x = np.sqrt(real(2)) * r * np.cos(phi)[:, None]
    m = r * (np.cos(phi) + np.sin(phi))[:, None] / np.sqrt(real(2))
    w = real(2)
    e = np.exp(-np.abs(w * x * m))
    slope = e / (1 + e) ** 2
    bend = -slope * np.sign(x * m) * (1 - e) / (1 + e)
    mean = lambda f: (f @ wt).mean()
    stationary = mean(x * m / (1 + np.exp(w * x * m)))
    assert abs(stationary) < 1e-15, stationary  # w = 2 minimises the limit
    first = w * mean(x ** 2 * slope) + w ** 2 / 2 * mean(x ** 3 * m * bend) + 6 * w / 4
    return -first / (2 * mean(x ** 2 * m ** 2 * slope))


def item_limits():
    exact = perturbation(600, 1 / 24)
    agree(exact, perturbation(450, 1 / 18), 1e-14)
    sizes = [4000 * 2 ** k for k in range(7)]
    table = [[n * (minimiser(1.0, n, 2.0, real=np.longdouble, angles=400, step=1 / 20,
                             stride=max(1, int(sqrt(n) / 8))) / 2 - 1) for n in sizes]]
    raw = [float(v) for v in table[0]]
    for k in range(1, len(sizes)):
        last = table[-1]
        table.append([(2 ** k * last[i + 1] - last[i]) / (2 ** k - 1) for i in range(len(last) - 1)])
    richardson = table[-1][0]
    change = agree(richardson, exact, 1e-9)
    save("limits", {"covariance": 1.0, "perturbation": float(exact), "error": 1e-13,
                    "richardson": float(richardson), "richardsonError": 1e-9,
                    "promptLengths": sizes, "deviations": raw, "deviationError": 1e-10})
    print("limits:", exact, richardson, change, [str(r[-1]) for r in table])


# ---------------------------------------------------------------- inference

def legendre(a, b, n):
    x, w = np.polynomial.legendre.leggauss(n)
    return (a + b) / 2 + (b - a) / 2 * x, (b - a) / 2 * w


def gap(size, fine=1.0):
    """E|P_layer(1) - P_Bayes(1)| at W = 2, Lambda = 1, and the same times sqrt(M) as M -> infinity (size None)."""
    # mu_1 = -mu_0: |s(a + b h) - s(a)| with a = 2 x m, b = 2 x / sqrt(M); the kink is at h = 0
    x, wx = legendre(0, 13, int(120 * fine))              # half line, doubled
    wx = 2 * wx * np.exp(-x ** 2 / 4) / sqrt(4 * pi)
    total = 0.0
    h, wh = legendre(0, 9, int(70 * fine))
    wh = wh * np.exp(-h ** 2 / 2) / sqrt(2 * pi)
    for xi, wi in zip(x, wx):
        step = min(0.3, 1 / (4 * xi)) / fine
        u = np.arange(-int(9 / step), int(9 / step) + 1) * step
        wu = step * np.exp(-u ** 2 / 2) / sqrt(2 * pi)
        m = xi / 2 + u / sqrt(2)
        if size is None:
            total += wi * sqrt(2 / pi) * 2 * xi * (wu @ (1 / (4 * np.cosh(xi * m) ** 2)))
        else:
            a, b = 2 * xi * m[:, None], 2 * xi / sqrt(size) * h[None, :]
            total += wi * (wu @ (np.sinh(b) / (np.cosh(b) + np.cosh(a)) if b.max() < 300 and np.abs(a).max() < 600
                                 else 0.5 * (np.tanh((a + b) / 2) - np.tanh((a - b) / 2))) @ wh)
    # mu_1 = mu_0: |s(2 x q) - 1/2| = tanh|x q| / 2, the kink at the zero of cov + scale cos(theta)
    if size is None:                                      # E[|x| sqrt(m^2 + 1)] sqrt(2/pi) / 2
        z, wz = legendre(-9, 9, int(150 * fine))
        wz = wz * np.exp(-z ** 2 / 2) / sqrt(2 * pi)
        from scipy.special import erf
        folded = sqrt(2 / pi) * np.exp(-z ** 2 / 2) + z * erf(z / sqrt(2))
        same = sqrt(2 / pi) / 2 * (wz @ (folded * np.sqrt(z ** 2 + 1)))
    else:
        t, wt = exponential(1 / (16 * fine), np.float64)
        delta, weight = counts(size, np.float64)
        same = 0.0
        for c, wc in zip(delta, weight):
            s = sqrt(2 * (c * c + 1 / size))
            zero = np.arccos(-c / s)
            for lo, hi in ((0, zero), (zero, pi)):
                theta, wth = legendre(lo, hi, int(60 * fine))
                g = np.abs(c + s * np.cos(theta))
                same += wc * (wth / pi) @ (np.tanh(g[:, None] * t[None, :]) / 2 @ wt)
    return (total + same) / 2


def excess(size, fine=1.0):
    """Misclassification of the layer less Bayes: 1/2 E[tanh|m x| Phi(-|m| sqrt(M))], x ~ N(m, 1)."""
    from scipy.special import ndtr
    total = 0.0
    for lo, hi in ((0, 2), (2, 9)):
        u, wu = legendre(lo, hi, int(50 * fine))
        for ui, wi in zip(u, wu):
            m = ui / sqrt(size)
            inner = 0.0
            for a, b in ((-13.0, -m), (-m, 13.0)):
                x, wx = legendre(a, b, int(120 * fine))
                inner += wx @ (np.exp(-x ** 2 / 2) / sqrt(2 * pi) * np.abs(np.tanh(m * (m + x))))
            total += wi * 2 * np.exp(-m * m / 2) / sqrt(2 * pi * size) * ndtr(-ui) * inner
    return total / 2


def item_inference():
    rows = []
    for size in (10, 100, 1000, 10000):
        a, b = gap(size), excess(size)
        change = [agree(a, gap(size, 1.4), 1e-9), agree(b, excess(size, 1.4), 1e-10)]
        rows.append({"testLength": size, "probabilityGap": float(a), "error": 1e-9,
                     "excess": float(b), "excessError": 1e-10})
        print("inference", size, a, a * sqrt(size), b, b * size, change)
    limit = gap(None)
    change = agree(limit, gap(None, 1.4), 1e-9)
    print("inference limit", limit, change, 1 / (4 * pi))
    save("inference", {"covariance": 1.0, "weight": 2.0, "rows": rows,
                       "gapLimit": float(limit), "error": 1e-9,          # of sqrt(M) gap
                       "excessLimit": 1 / (4 * pi), "excessError": 1e-15})  # of M excess


# ---------------------------------------------------------------- d = 1, c = 3

def canonical(n):
    """(probability, signs, sign of the query's mean, counts) up to permutations of the classes."""
    found = {}
    for a in range(n + 1):
        for b in range(n + 1 - a):
            c = n - a - b
            p = comb(n, a) * comb(n - a, b) / 3 ** n
            for key, q in ((((1, 1, 1), 1, tuple(sorted((a, b, c)))), 1 / 4),
                           (((1, 1, -1), 1, (min(a, b), max(a, b), c)), 1 / 2),
                           (((1, 1, -1), -1, (min(a, b), max(a, b), c)), 1 / 4)):
                found[key] = found.get(key, 0) + p * q
    return [(p, *key) for key, p in found.items()]


def line(width, reach, fine):
    """Trapezoidal rule for N(0, 1) when the integrand is singular at distance `width` from the line."""
    step = min(0.45, 2 * pi * width / 24) / fine
    k = int(reach / step)
    u = np.arange(-k, k + 1) * step
    return u, step * np.exp(-u ** 2 / 2) / sqrt(2 * pi)


def three(lam, n, w, fine=2.0, reach=8.2):
    """Loss, first and second derivative for d = 1, c = 3."""
    out = np.zeros(3)
    sx = sqrt(1 + lam)
    step = 0.15 / fine
    nodes = np.arange(0, int(reach / step) + 1) * step
    heavy = step * np.exp(-nodes ** 2 / 2) / sqrt(2 * pi) * np.where(nodes == 0, 1, 2)
    for p, s, sign, k in canonical(n):
        b = np.array([k[1] * s[1] - k[0] * s[0], k[2] * s[2] - k[0] * s[0]]) / n
        cov = lam / (1 + lam) * np.outer(b, b) + lam / n ** 2 * np.array([[k[1] + k[0], k[0]], [k[0], k[2] + k[0]]])
        value, vector = np.linalg.eigh(cov)
        root = np.sqrt(np.maximum(value, 0))
        linear = sign * k[0] * s[0] / n - 1 / 3          # E[x (p_0 - p_y)]
        out += p * np.array([w * linear, linear, 0])
        for u, hu in zip(nodes * sx, heavy):
            room = sqrt(max(reach ** 2 - (u / sx) ** 2, 1.0)) + 0.5   # joint tail beyond is negligible
            grids = [line(pi / max(w * u * r * 1.42, 1e-9), room, fine) if r > 1e-9 else (np.zeros(1), np.ones(1))
                     for r in root]
            (g1, h1), (g2, h2) = grids
            a, c = root[0] * g1[:, None], root[1] * g2[None, :]
            mean = sign * u / (1 + lam) * b
            x1 = u * (mean[0] + vector[0, 0] * a + vector[0, 1] * c)
            x2 = u * (mean[1] + vector[1, 0] * a + vector[1, 1] * c)
            top = np.maximum(np.maximum(x1, x2), 0)
            e0, e1, e2 = np.exp(-w * top), np.exp(w * (x1 - top)), np.exp(w * (x2 - top))
            z = e0 + e1 + e2
            d = (x1 * e1 + x2 * e2) / z
            out[0] += p * hu * (h1 @ (w * top + np.log(z)) @ h2)
            out[1] += p * hu * (h1 @ d @ h2)
            out[2] += p * hu * (h1 @ ((x1 ** 2 * e1 + x2 ** 2 * e2) / z - d * d) @ h2)
    return out


def item_three():
    rows, least = [], []
    for lam in (1.0, 0.7):
        for n in (3, 10):
            for w in (0.0, 1.0, 3.0):
                start = time.time()
                value = three(lam, n, w)
                change = agree(value, three(lam, n, w, fine=2.4, reach=8.6), 1e-9)
                rows.append({"covariance": lam, "promptLength": n, "weight": w, "loss": float(value[0]),
                             "gradient": float(value[1]), "secondDerivative": float(value[2]), "error": 1e-9})
                print("three", lam, n, w, value, change, "%.1fs" % (time.time() - start), flush=True)
                save("threeClasses", {"rows": rows, "minimisers": least})
            w = 1.0
            for _ in range(30):
                _, g, h = three(lam, n, w, fine=1.0, reach=7.8)
                w -= g / h
                if abs(g / h) < 1e-6:
                    break
            _, g, h = three(lam, n, w)
            w -= g / h
            _, g, h = three(lam, n, w, fine=2.4, reach=8.6)
            change = abs(g / h)
            assert change < 1e-9, change
            print("three minimiser", lam, n, w, change, flush=True)
            least.append({"covariance": lam, "promptLength": n, "minimiser": float(w), "error": 1e-9})
            save("threeClasses", {"rows": rows, "minimisers": least})


# ---------------------------------------------------------------- d = 2, c = 2

class Planar:
    """Quadrature for d = 2, c = 2.

    With nu = Lambda^(-1/2) mu, rho = |nu_0| = |nu_1| and angles alpha, beta of nu_0, nu_1: (rho, alpha) has
    density p = sqrt(det Lambda)/(2 pi) rho exp(-rho^2 e_alpha' Lambda e_alpha / 2) and beta is uniform.  A query
    of class 1 is one of class 0 with nu_0, nu_1 exchanged, so y = 0 with (p(rho, alpha) + p(rho, beta))/(4 pi).
    Given v = M xi = A e_omega (xi the whitened query) the log-odds of class 1 are
    A (rho (n_1 cos(beta - omega) - n_0 cos(alpha - omega))/N + eta/sqrt(N)), and T is the mean of
    log(1 + exp(.)) over n and eta ~ N(0, 1)."""

    def __init__(self, n, radii, lengths, angles, furthest=26.0, longest=11.0, spacing=0.006):
        self.n, self.angles = n, angles
        self.a, self.wa = legendre(0, furthest, lengths)
        self.rho, self.wr = legendre(0, longest, radii)
        half = angles // 2
        cosine = np.cos(2 * pi * np.arange(half + 1) / angles)
        k = [i for i in range(n + 1) if comb(n, i) / 2 ** n > 1e-13]
        self.table = np.empty((lengths, radii, half + 1, half + 1))
        for i, a in enumerate(self.a):
            spread = a / sqrt(n)                             # table of E log(2 cosh((z + spread eta)/2))
            top = min(a * longest, 8.5 * spread + 40) + 4 * spacing
            z = np.arange(-2, int(top / spacing) + 3) * spacing
            step = min(0.4, 0.7 / max(spread, 1e-9))
            eta = np.arange(-int(8 / step), int(8 / step) + 1) * step
            weight = step * np.exp(-eta ** 2 / 2) / sqrt(2 * pi)
            g = np.zeros(len(z))
            for e, h in zip(eta, weight):
                y = np.abs(z + spread * e)
                g += h * (y / 2 + np.log1p(np.exp(-y)))
            total = np.zeros((radii, half + 1, half + 1))
            last = len(z) - 4
            for m in k:
                q = np.abs((a / n) * self.rho[:, None, None] * (m * cosine[None, None, :] - (n - m) * cosine[None, :, None]))
                total += comb(n, m) / 2 ** n * self.lookup(g, q, spacing, last)
            # add z/2: E z = A rho (cos beta' - cos alpha')/2
            total += a * self.rho[:, None, None] * (cosine[None, None, :] - cosine[None, :, None]) / 4
            self.table[i] = total

    @staticmethod
    def lookup(g, q, spacing, last):
        """Cubic Lagrange interpolation; g starts at -2 spacing and equals q/2 beyond its end."""
        r = q / spacing
        i = np.minimum(r.astype(np.int64), last - 3)
        t = r - i
        i += 2
        a, b, c, d = g[i - 1], g[i], g[i + 1], g[i + 2]
        value = b + t * (-a / 3 - b / 2 + c - d / 6 + t * ((a + c) / 2 - b + t * ((d - a) / 6 + (b - c) / 2)))
        return np.where(r > last - 3, q / 2, value)

    def task(self, lam):
        """Fold in Lambda: Q[A, rho, alpha', omega], omega over half the circle."""
        self.lam = np.asarray(lam)
        size, half = self.angles, self.angles // 2
        angle = 2 * pi * np.arange(size) / size
        kappa = lam[0] * np.cos(angle) ** 2 + lam[1] * np.sin(angle) ** 2
        p = sqrt(lam[0] * lam[1]) / (2 * pi) * self.rho[:, None] * np.exp(-self.rho[:, None] ** 2 * kappa / 2)
        fold = np.abs((np.arange(size) + half) % size - half)
        index = (np.arange(size)[:, None] + np.arange(half)[None, :]) % size
        shifted = p[:, index]                                # rho, alpha' (or beta'), omega
        step = 2 * pi / size
        self.q = np.empty((len(self.a), len(self.rho), size, half))
        mass = np.empty((len(self.rho), size, half))
        mass[:] = shifted + (shifted.mean(1))[:, None, :]
        self.mass = mass * step * self.wr[:, None, None] * step * 2 / 2
        for i in range(len(self.a)):
            t = self.table[i][:, fold][:, :, fold]
            r = np.matmul(t, shifted) / size
            self.q[i] = shifted * t.mean(2)[:, :, None] + r
        # weights: d rho, d alpha', d omega (half circle, doubled), and the 1/2 of the symmetrised law
        self.q *= (self.wr[None, :, None, None] * step * step * 2 / 2)
        return self

    def evaluate(self, w):
        """Loss, gradient dL/dW, and the total probability (1 up to quadrature)."""
        root = np.diag(np.sqrt(self.lam))
        m = root @ np.asarray(w) @ root
        inverse = np.linalg.inv(m)
        size, half = self.angles, self.angles // 2
        angle = 2 * pi * np.arange(size) / size
        e = np.stack([np.cos(angle), np.sin(angle)])
        index = (np.arange(size)[:, None] + np.arange(half)[None, :]) % size
        loss, total, score = 0.0, 0.0, np.zeros((2, 2))
        direction = inverse @ e[:, :half]                    # x / A for each omega
        ex, ey = e[0][index], e[1][index]                    # alpha', omega
        along = ex * direction[0] + ey * direction[1]
        square = (direction ** 2).sum(0)
        for i, a in enumerate(self.a):
            g = np.exp(-(a * a * square)[None, None, :] / 2 + a * self.rho[:, None, None] * along[None]
                       - self.rho[:, None, None] ** 2 / 2)
            g *= self.wa[i] * a / abs(np.linalg.det(m)) / (2 * pi)
            total += (g * self.mass).sum()
            g *= self.q[i]
            by = g.sum(0)                                    # alpha', omega
            loss += by.sum()
            moved = np.tensordot(self.rho, g, 1)
            x = a * direction
            residual = np.stack([x[0] * by.sum(0) - (moved * ex).sum(0), x[1] * by.sum(0) - (moved * ey).sum(0)])
            score += residual @ x.T
        score = inverse.T @ (score - loss * np.eye(2))       # d/dM of the integral
        return loss, root @ score @ root, total

    def minimiser(self, start, target=1e-9):
        """Diagonal minimiser: Newton with a Hessian by central differences of the gradient."""
        w = np.array(start, dtype=float)
        f = lambda u: np.diag(self.evaluate(np.diag(u))[1])
        hessian = None
        for k in range(25):
            g = f(w)
            if k < 3:
                h = 1e-3
                hessian = np.stack([(f(w + h * d) - f(w - h * d)) / (2 * h) for d in np.eye(2)], 1)
            move = np.linalg.solve((hessian + hessian.T) / 2, g)
            w = w - move
            if np.abs(move).max() < target:
                return w, float(np.abs(self.evaluate(np.diag(w))[1]).max())
        raise AssertionError


def item_planar():
    rows, least = [], []
    full = [[0.7, 0.2], [-0.3, 1.1]]
    for n in (10, 50):
        start = time.time()
        fine, other = Planar(n, 50, 68, 144), Planar(n, 46, 62, 116, 25.0, 10.6, 0.008)
        for lam in ((1.0, 2.0), (0.5, 1.5)):
            fine.task(lam)
            other.task(lam)
            for w in (full, [[1.5, 0.0], [0.0, 0.8]]):
                a, b = fine.evaluate(w), other.evaluate(w)
                change = [agree(a[0], b[0], 1e-9), agree(a[1], b[1], 1e-9), agree(a[2], 1, 1e-9)]
                gradient = a[1] if w is full else np.diag(np.diag(a[1]))  # off-diagonal zeros by reflection
                rows.append({"covariance": [[lam[0], 0.0], [0.0, lam[1]]], "promptLength": n, "weight": w,
                             "loss": float(a[0]), "gradient": gradient.tolist(), "error": 1e-9})
                print("planar", n, lam, w, repr(a[0]), a[1].tolist(), change, flush=True)
            best, left = fine.minimiser((0.8 / lam[0], 0.8 / lam[1]))
            again, _ = other.minimiser(best)
            change = agree(best, again, 1e-8)
            print("planar minimiser", n, lam, best, left, change, "%.0fs" % (time.time() - start), flush=True)
            least.append({"covariance": [[lam[0], 0.0], [0.0, lam[1]]], "promptLength": n,
                          "minimiser": best.tolist(), "error": 1e-8})
            save("planar", {"rows": rows, "minimisers": least})


# ---------------------------------------------------------------- simulation

def tokens(rng, reps, c, lam, n):
    """Whole prompts: means (reps, c, d), labels (reps, n), tokens (reps, n, d), query label and query."""
    d = lam.shape[0]
    root = np.linalg.cholesky(lam)                           # any square root: U is Haar
    mu = np.empty((reps, c, d))
    mu[:, 0] = rng.standard_normal((reps, d))
    white = np.linalg.solve(root, mu[:, 0].T).T
    for j in range(1, c):
        gaussian = rng.standard_normal((reps, d, d))
        q, r = np.linalg.qr(gaussian)
        q = q * np.sign(np.diagonal(r, axis1=1, axis2=2))[:, None, :]
        mu[:, j] = np.einsum("ab,rbc,rc->ra", root, q, white)
    y = rng.integers(0, c, (reps, n + 1))
    x = np.take_along_axis(mu, y[:, :, None], 1) + rng.standard_normal((reps, n + 1, d)) @ root.T
    return mu, y[:, :n], x[:, :n], y[:, n], x[:, n]


def layer(c, w, y, x, query):
    n = y.shape[1]
    p = np.stack([((y == j)[:, :, None] * x).sum(1) / n for j in range(c)], 1)
    z = np.einsum("rja,ab,rb->rj", p, w, query)
    z = z - z.max(1, keepdims=True)
    return p, z - np.log(np.exp(z).sum(1, keepdims=True))


def sampled(seed, c, lam, n, w, reps, block=20000):
    """Means and standard errors of the loss and of dL/dW, (1 + d^2,) each, by whole prompts."""
    rng, got = np.random.default_rng(seed), []
    lam, w = np.atleast_2d(lam), np.atleast_2d(w)
    for _ in range(0, reps, block):
        _, y, x, target, query = tokens(rng, block, c, lam, n)
        p, logp = layer(c, w, y, x, query)
        residual = np.exp(logp) - np.eye(c)[target]
        gradient = np.einsum("rj,rja,rb->rab", residual, p, query).reshape(block, -1)
        got.append(np.column_stack([-logp[np.arange(block), target], gradient]))
    got = np.concatenate(got)
    return got.mean(0), got.std(0) / sqrt(len(got))


def simulate():
    data = json.loads(FILE.read_text())
    worst = 0.0

    def report(name, exact, mean, deviation):
        nonlocal worst
        z = (np.asarray(mean) - np.asarray(exact)) / np.asarray(deviation)
        worst = max(worst, float(np.abs(z).max()))
        print("simulate", name, "standard errors:", np.round(z, 2).tolist(), flush=True)
        assert np.abs(z).max() < 4, name

    for row in data["scalar"]["rows"]:
        if row["promptLength"] in (1, 5, 20, 100) and row["weight"] in (0.5, 2.0) and row["covariance"] != 2:
            report("scalar %s %s %s" % (row["covariance"], row["promptLength"], row["weight"]), [row["loss"], row["gradient"]],
                   *sampled(1, 2, row["covariance"], row["promptLength"], row["weight"], 400000))
    for row in data["scalar"]["minimisers"]:
        if row["promptLength"] in (5, 20):
            mean, deviation = sampled(2, 2, row["covariance"], row["promptLength"], row["minimiser"], 400000)
            report("scalar minimiser %s %s" % (row["covariance"], row["promptLength"]), [0], mean[1:], deviation[1:])
    for row in data["planar"]["rows"]:
        gradient = np.ravel(row["gradient"]).tolist()
        report("planar %s %s %s" % (row["covariance"], row["promptLength"], row["weight"]), [row["loss"], *gradient],
               *sampled(3, 2, row["covariance"], row["promptLength"], row["weight"], 400000))
    for row in data["planar"]["minimisers"]:
        mean, deviation = sampled(4, 2, row["covariance"], row["promptLength"], np.diag(row["minimiser"]), 400000)
        report("planar minimiser %s %s" % (row["covariance"], row["promptLength"]), np.zeros(4), mean[1:], deviation[1:])
    for row in data["threeClasses"]["rows"]:
        if row["weight"] == 0:  # the loss is log 3 for certain
            mean, deviation = sampled(5, 3, row["covariance"], row["promptLength"], 0.0, 400000)
            report("threeClasses %s %s 0" % (row["covariance"], row["promptLength"]), [row["gradient"]], mean[1:], deviation[1:])
        else:
            report("threeClasses %s %s %s" % (row["covariance"], row["promptLength"], row["weight"]),
                   [row["loss"], row["gradient"]], *sampled(6, 3, row["covariance"], row["promptLength"], row["weight"], 400000))
    for row in data["threeClasses"]["minimisers"]:
        mean, deviation = sampled(7, 3, row["covariance"], row["promptLength"], row["minimiser"], 400000)
        report("threeClasses minimiser %s %s" % (row["covariance"], row["promptLength"]), [0], mean[1:], deviation[1:])
    for row in data["inference"]["rows"][:3]:
        rng, size, got = np.random.default_rng(8), row["testLength"], []
        for _ in range(200 if size < 1000 else 60):
            mu, y, x, target, query = tokens(rng, 2000, 2, np.eye(1), size)
            p = np.exp(layer(2, 2 * np.eye(1), y, x, query)[1][:, 1])
            bayes = 1 / (1 + np.exp(-(mu[:, 1, 0] - mu[:, 0, 0]) * query[:, 0]))
            wrong = np.where(p > 0.5, 1 - bayes, bayes) - np.minimum(bayes, 1 - bayes)
            got.append(np.column_stack([np.abs(p - bayes), wrong]))
        got = np.concatenate(got)
        report("inference %d" % size, [row["probabilityGap"], row["excess"]], got.mean(0), got.std(0) / sqrt(len(got)))
    # descent, noisily: one step from each stored iterate uses the sampled gradient at that iterate
    kept = {row["iteration"]: row["weight"] for row in data["descent"]["rows"]}
    step = data["descent"]["step"]
    mean, deviation = sampled(9, 2, 1.0, 20, 0.0, 400000)
    report("descent 1", [kept[1]], -step * mean[1:], step * deviation[1:])
    mean, deviation = sampled(10, 2, 1.0, 20, kept[1], 400000)
    report("descent 2", [kept[2]], kept[1] - step * mean[1:], step * deviation[1:])
    print("simulate: largest deviation %.2f standard errors" % worst)


ITEMS = {"scalar": item_scalar, "planar": item_planar, "threeClasses": item_three, "limits": item_limits,
         "inference": item_inference, "descent": item_descent, "check": simulate}

if __name__ == "__main__":
    for name in sys.argv[1:] or ITEMS:
        began = time.time()
        ITEMS[name]()
        print("%s: %.0f seconds" % (name, time.time() - began), flush=True)
