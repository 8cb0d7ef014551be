"""Reference numbers for binomial tails and least squares: mpmath sums in 40 digits, and an exact rational fit."""
import json
from fractions import Fraction
from mpmath import mp, mpf, binomial

mp.dps = 40


def tails(n, p, k):
    """P(X > k) and P(X <= k), by summing the shorter side."""
    p = mpf(p)
    mass = lambda j: binomial(n, j) * p**j * (1 - p) ** (n - j)
    above = mp.fsum(mass(j) for j in range(k + 1, n + 1))
    at_most = mp.fsum(mass(j) for j in range(0, k + 1))
    return dict(trials=n, probability=float(p), k=k, above=float(above), atMost=float(at_most))


def fit(x, y, w):
    """Weighted least squares of y on 1 and x; normal equations in rationals. Half widths use t(0.975, n - 2)."""
    import scipy.stats

    x, y, w = ([Fraction(v) for v in c] for c in (x, y, w))
    s = lambda f: sum(wi * wi * f(xi, yi) for xi, yi, wi in zip(x, y, w))
    s0, s1, s2 = s(lambda a, b: 1), s(lambda a, b: a), s(lambda a, b: a * a)
    t0, t1 = s(lambda a, b: b), s(lambda a, b: a * b)
    det = s0 * s2 - s1 * s1
    c0, c1 = (s2 * t0 - s1 * t1) / det, (s0 * t1 - s1 * t0) / det
    rss = s(lambda a, b: (b - c0 - c1 * a) ** 2)
    n = len(x)
    t = scipy.stats.t.ppf(0.975, n - 2)
    half = [t * float(rss / (n - 2) * v / det) ** 0.5 for v in (s2, s0)]
    return dict(coefficients=[float(c0), float(c1)], halfWidths=half, residualSum=float(rss))


cases = [(10, 0.3, 0), (10, 0.3, 3), (10, 0.3, 9), (500, 0.01, 20), (500, 0.01, 1), (2000, 0.5, 1100), (2000, 0.5, 900),
         (5000, 0.002, 60)]
data = dict(x=["1", "2", "3", "5", "8"], y=["1.5", "3.75", "5.5", "9.25", "17"], w=["1", "2", "1", "0.5", "4"])
json.dump(dict(tails=[tails(*c) for c in cases],
               fit=dict(fit(**data), **{k: [float(Fraction(v)) for v in c] for k, c in data.items()})),
          open("statistics.json", "w"), indent=1)
