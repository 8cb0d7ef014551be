"""Reference floors of in-context attention columns in general settings, by brute force.

Setting.  A prompt holds N tokens, each independently feature m with probability p_m, so the counts are
c ~ Multinomial(N, p).  Query k has logits s_m; w_m = exp(s_m), Z = sum_m c_m w_m, a_m = c_m w_m / Z.  Labels have second
moments C, every context label carries noise of variance sigma^2, and nu is the value scale:

    L_k(s, nu) = 1/2 E[nu^2 (a'Ca + sigma^2 sum_{c_m>0} a_m^2 / c_m) - 2 nu (Ca)_k + C_kk]

    floor      the infimum of L_k over s in R^K, or over s in the range of a singular Gram matrix;
               with valueScale "trained" over s and nu, of this column alone
    kind       "finite" where some s attains the floor, "limit" where it is only approached at infinity
    minimiser  an s (and nu, where trained) that attains it, 0 on feature 0 unless there is a Gram matrix

Why this is exact.  From any sequence of logits in a linear subspace R of R^K one can pick a subsequence whose attentions
converge, to those of a hierarchy: an ordered partition of the features into levels, where all attention goes to the highest
level present in the prompt, and is shared inside it according to finite differences of logits.  A partition occurs in R
iff some d in R is constant on its levels and falls from each to the next; the differences inside its levels are then those
of any element of R.  So the infimum is the least of the values at finite stationary points over all such partitions (at
most 75 for K = 4; those whose own infimum is at infinity are covered by finer ones).  All of them are searched: BFGS from
many starts in doubles, then Newton's method with 60 digits.  The script asserts that no value met anywhere lies below the
floor, that the gradient vanishes to 1e-40, that the Hessian is not negative, that hierarchies with large finite gaps stay
above a "limit" and tend to it, and that an enumeration of all token sequences gives the same loss at a finite minimiser.

Every input is a double, converted exactly.  Floors are right to all 30 digits printed, provided that the search met the
global minimum.  Run: python3 floors_general.py (numpy, scipy, mpmath; writes floors_general.json beside the script).
"""
import itertools
import json
import math
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
from mpmath import eigsy, exp, factorial, inf, lu_solve, matrix, mp, mpf, nstr
from scipy.optimize import linprog, minimize

mp.dps = 60
TINY = mpf(10) ** -40
TRAINED = "trained"


def text(x):
    return "0.0" if abs(x) < mpf(10) ** -45 else nstr(x, 30, min_fixed=inf, max_fixed=-inf)


# ---------------------------------------------------------------- prompts and hierarchies

def compositions(total, parts):
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, parts - 1):
            yield (first,) + rest


def partitions(features):
    """All ordered partitions, highest level first, those with few levels first."""
    if not features:
        return [()]
    found = []
    for size in range(1, len(features) + 1):
        for level in itertools.combinations(features, size):
            rest = tuple(m for m in features if m not in level)
            found += [(level,) + tail for tail in partitions(rest)]
    return sorted(found, key=len)


def independent(columns):
    """Indices of the first independent ones among columns of Fractions."""
    kept, basis = [], []
    for i, column in enumerate(columns):
        v = list(column)
        for pivot, b in basis:
            if v[pivot]:
                f = v[pivot] / b[pivot]
                v = [x - f * y for x, y in zip(v, b)]
        pivot = next((j for j, x in enumerate(v) if x), None)
        if pivot is not None:
            basis.append((pivot, v))
            kept.append(i)
    return kept


def span(size, gram):
    """Exact columns that span the allowed logits."""
    if gram is None:
        return [[Fraction(int(i == j)) for i in range(size)] for j in range(size)]
    columns = [[Fraction(x) for x in row] for row in gram]
    return [columns[i] for i in independent(columns)]


def gaps(levels, columns):
    """A combination of columns constant on every level and falling from level to level, or None."""
    if len(levels) == 1:
        return [0.0] * len(columns[0])
    b = np.array([[float(x) for x in c] for c in columns]).T
    equal = [b[m] - b[level[0]] for level in levels for m in level[1:]]
    falls = [b[lower[0]] - b[upper[0]] for upper, lower in zip(levels, levels[1:])]
    answer = linprog(np.zeros(b.shape[1]), A_ub=falls, b_ub=-np.ones(len(falls)),
                     A_eq=equal or None, b_eq=np.zeros(len(equal)) if equal else None, bounds=(-1e6, 1e6))
    return list(b @ answer.x) if answer.status == 0 else None


class Column:
    """The loss of a column on one hierarchy as a function of coordinates z, s = B z, and of nu."""

    def __init__(self, p, n, k, covariance, noise, levels, columns, number):
        size = len(p)
        self.k, self.number = k, number
        differences = [[c[m] - c[level[0]] for level in levels for m in level] for c in columns]
        chosen = [columns[i] for i in independent(differences)]
        self.dim = len(chosen)
        convert = (lambda x: mpf(x.numerator) / x.denominator) if number is mpf else float
        self.basis = [[convert(x) for x in c] for c in chosen]
        self.c = [[number(float(i == j)) if covariance is None else number(covariance[i][j]) for j in range(size)]
                  for i in range(size)]
        self.noise = number(noise)
        self.levels = levels
        self.terms = []
        for c in compositions(n, size):
            mass = mpf(factorial(n))
            for count, q in zip(c, p):
                mass *= mpf(q) ** count / factorial(count)
            top = next(level for level in levels if any(c[m] for m in level))
            self.terms.append((number(mass), [number(x) if m in top else number(0) for m, x in enumerate(c)]))
        if number is float:
            self.mass = np.array([t[0] for t in self.terms])
            self.count = np.array([t[1] for t in self.terms])
            self.inverse = np.where(self.count > 0, 1 / np.maximum(self.count, 1), 0)
            self.b = np.array(self.basis).reshape(self.dim, size).T
            self.cov = np.array(self.c)

    def logits(self, z):
        return [sum((x * column[m] for x, column in zip(z, self.basis)), self.number(0)) for m in range(len(self.c))]

    def fast(self, z, nu):
        """Loss and gradient in doubles; nu profiled out where it is trained."""
        s = self.b @ np.asarray(z) if self.dim else np.zeros(len(self.c))
        s = np.where(self.count > 0, s, -np.inf)
        w = self.count * np.exp(s - s.max(1, keepdims=True))
        a = w / w.sum(1, keepdims=True)
        ma = a @ self.cov + self.noise * a * self.inverse
        ca = a @ self.cov[self.k]
        second, first = self.mass @ (a * ma).sum(1), self.mass @ ca
        if nu == TRAINED:
            nu = first / second
        h = nu * nu * ma - nu * self.cov[self.k]
        g = self.mass @ (a * (h - (a * h).sum(1, keepdims=True)))
        return 0.5 * (nu * nu * second - 2 * nu * first + self.cov[self.k][self.k]), g @ self.b if self.dim else np.zeros(0)

    def many(self, z, nu):
        """Loss in doubles at many points."""
        s = np.where(self.count > 0, (z @ self.b.T)[:, None, :], -np.inf)
        w = self.count * np.exp(s - s.max(2, keepdims=True))
        a = w / w.sum(2, keepdims=True)
        second = ((a * (a @ self.cov + self.noise * a * self.inverse)).sum(2)) @ self.mass
        first = (a @ self.cov[self.k]) @ self.mass
        nu = first / second if nu == TRAINED else nu
        return 0.5 * (nu * nu * second - 2 * nu * first + self.cov[self.k][self.k])

    def exact(self, z, nu):
        """Loss, gradient and Hessian in (z, nu)."""
        size, k, dim = len(self.c), self.k, self.dim
        s = self.logits(z)
        w = [exp(x) for x in s]
        loss, gs, hs, gn, hn, cross = mpf(0), [mpf(0)] * size, [[mpf(0)] * size for _ in s], mpf(0), mpf(0), [mpf(0)] * size
        for mass, c in self.terms:
            present = [m for m in range(size) if c[m]]
            total = sum(c[m] * w[m] for m in present)
            a = {m: c[m] * w[m] / total for m in present}
            moment = {m: {l: self.c[m][l] + (self.noise / c[m] if m == l else 0) for l in present} for m in present}
            ma = {m: sum(moment[m][l] * a[l] for l in present) for m in present}
            ca = sum(self.c[k][m] * a[m] for m in present)
            square = sum(a[m] * ma[m] for m in present)
            loss += mass * (nu * nu * square - 2 * nu * ca + self.c[k][k]) / 2
            gn += mass * (nu * square - ca)
            hn += mass * square
            h = {m: nu * nu * ma[m] - nu * self.c[k][m] for m in present}
            mean = sum(a[m] * h[m] for m in present)
            slope = {m: a[m] * (h[m] - mean) for m in present}
            e = {m: 2 * nu * ma[m] - self.c[k][m] for m in present}
            emean = sum(a[m] * e[m] for m in present)
            d = {m: {l: a[m] * ((1 if m == l else 0) - a[l]) for l in present} for m in present}
            dm = {m: {l: sum(d[m][i] * moment[i][l] for i in present) for l in present} for m in present}
            for m in present:
                gs[m] += mass * slope[m]
                cross[m] += mass * a[m] * (e[m] - emean)
                for l in present:
                    curve = nu * nu * sum(dm[m][i] * d[i][l] for i in present)
                    curve += (slope[m] if m == l else 0) - slope[m] * a[l] - a[m] * slope[l]
                    hs[m][l] += mass * curve
        b = self.basis
        gradient = [sum(b[i][m] * gs[m] for m in range(size)) for i in range(dim)] + [gn]
        hessian = matrix(dim + 1)
        for i in range(dim):
            for j in range(dim):
                hessian[i, j] = sum(b[i][m] * hs[m][l] * b[j][l] for m in range(size) for l in range(size))
            hessian[i, dim] = hessian[dim, i] = sum(b[i][m] * cross[m] for m in range(size))
        hessian[dim, dim] = hn
        return loss, gradient, hessian


# ---------------------------------------------------------------- minimisation

def starts(rng, dim, count):
    if dim == 0:
        return [np.zeros(0)]
    found = [np.zeros(dim)]
    found += [rng.normal(size=dim) * (0.5, 1.5, 4.0)[i % 3] for i in range(count)]
    found += [7.0 * np.array(x) for x in itertools.product((-1, 1), repeat=dim)]
    return found


def search(column, nu, rng, count):
    """End points (value, z) of BFGS from many starts and from the best of many random points."""
    begin = starts(rng, column.dim, count)
    if column.dim:
        z = rng.normal(size=(600, column.dim)) * rng.choice([1.0, 3.0, 10.0], size=(600, 1))
        begin += list(z[np.argsort(column.many(z, nu))[:4]])
    ends = []
    for z in begin:
        if column.dim == 0:
            ends.append((column.fast(z, nu)[0], z))
            continue
        r = minimize(column.fast, z, args=(nu,), jac=True, method="BFGS", options={"gtol": 1e-12, "maxiter": 400})
        ends.append((float(r.fun), r.x))
    return sorted(ends, key=lambda e: e[0])


def refine(column, z, nu):
    """Newton's method with 60 digits: (loss, z, nu), or None unless it converges to a finite minimum."""
    trained = nu == TRAINED
    z = [mpf(float(x)) for x in z]
    size = column.dim + trained
    if trained:
        loss, gradient, hessian = column.exact(z, mpf(0))
        nu = -gradient[-1] / hessian[column.dim, column.dim]
    else:
        nu = mpf(nu)
    for _ in range(30):
        loss, gradient, hessian = column.exact(z, nu)
        gradient = gradient[:size]
        if size == 0 or max(abs(g) for g in gradient) < TINY:
            if size and min(eigsy(hessian[:size, :size], eigvals_only=True)) < -mpf(10) ** -30:
                return None
            return loss, z, nu
        ridge = mpf(10) ** -32 * max(abs(x) for x in hessian)
        step = lu_solve(hessian[:size, :size] + ridge * mp.eye(size), -matrix(gradient))
        if max(abs(x) for x in step) > 5:
            return None
        z = [x + d for x, d in zip(z, step)]
        nu = nu + step[size - 1] if trained else nu
        if z and max(abs(x) for x in column.logits(z)) > 90:
            return None
    return None


def sequence_loss(p, n, k, s, covariance, noise, nu):
    """The loss by enumerating ordered prompts, with a softmax over tokens."""
    w = [exp(x) for x in s]
    c = [[mpf(float(i == j)) if covariance is None else mpf(covariance[i][j]) for j in range(len(p))] for i in range(len(p))]
    total = mpf(0)
    for tokens in itertools.product(range(len(p)), repeat=n):
        z = sum(w[m] for m in tokens)
        v = [nu * w[m] / z for m in tokens]
        mass = mpf(1)
        for m in tokens:
            mass *= mpf(p[m])
        total += mass / 2 * (c[k][k] - 2 * sum(x * c[m][k] for x, m in zip(v, tokens)) + mpf(noise) * sum(x * x for x in v)
                             + sum(x * y * c[m][l] for x, m in zip(v, tokens) for y, l in zip(v, tokens)))
    return total


def floor(p, n, k, covariance=None, noise=0.0, nu=1.0, gram=None, seed=0):
    assert sum(Fraction(x) for x in p) == 1
    size = len(p)
    if covariance is not None:
        assert np.array_equal(np.array(covariance), np.array(covariance).T)
        assert min(eigsy(matrix(covariance), eigvals_only=True)) > -TINY
    columns = span(size, gram)
    if gram is not None:
        assert gram == [list(r) for r in zip(*gram)] and len(columns) < size
        assert min(eigsy(matrix(gram), eigvals_only=True)) > -TINY
    rng = np.random.default_rng(seed)
    tried, local = [], []
    for levels in partitions(tuple(range(size))):
        direction = gaps(levels, columns)
        if direction is None:
            continue
        column = Column(p, n, k, covariance, noise, levels, columns, float)
        ends = search(column, nu, rng, 60 if len(levels) == 1 else 16)
        if len(levels) == 1:
            local = ends
        tried.append((ends[0][0], levels, direction, ends))
    least = min(t[0] for t in tried)
    best = None
    for value, levels, direction, ends in sorted(tried, key=lambda t: len(t[1])):
        if value > least + 1e-8 * (1 + abs(least)):
            continue
        column = Column(p, n, k, covariance, noise, levels, columns, mpf)
        near = [z for v, z in ends if v < value + 1e-8]
        for z in sorted(near, key=lambda z: np.abs(z).max(initial=0))[:3]:
            found = refine(column, z, nu)
            if found is not None:
                if best is None or found[0] < best[0] - TINY:
                    best = found + (levels, direction, column)
                break
    value, z, scale, levels, direction, column = best
    assert all(v > value - mpf(10) ** -13 for _, _, _, ends in tried for v, _ in ends)
    assert abs(least - value) < 1e-8, (least, value)
    kind = "finite" if len(levels) == 1 else "limit"
    result = {"probabilities": p, "promptLength": n, "query": k, "covariance": covariance, "noise": noise, "valueScale": nu,
              "gram": gram, "floor": text(value), "kind": kind}
    s = column.logits(z)
    if kind == "finite":
        shift = s[0] if gram is None else 0
        result["minimiser"] = [text(x - shift) for x in s]
        assert abs(sequence_loss(p, n, k, s, covariance, noise, scale) - value) < TINY
    else:
        result["levels"] = [list(level) for level in levels]
        previous = inf
        for gap in (5, 10, 20, 30):
            excess = sequence_loss(p, n, k, [x + gap * mpf(d) for x, d in zip(s, direction)], covariance, noise, scale) - value
            assert 0 < excess < previous, (gap, excess)
            previous = excess
        assert excess < 1e-9
        assert local[0][0] < value + mpf("1e-6"), "plain descent from many starts should come near the limit"
    if nu == TRAINED:
        result["bestValueScale"] = text(scale)
    # for the report only: what plain BFGS ends at from starts of moderate size in the whole space
    ends = sorted(v for v, x in local if np.abs(x).max(initial=0) < 1e3)
    distinct = [v for i, v in enumerate(ends) if i == 0 or v - ends[i - 1] > 1e-5]
    return result, distinct, len(tried)


# ---------------------------------------------------------------- cases

def equal(size, rho):
    return [[1.0 if i == j else rho for j in range(size)] for i in range(size)]


def square(b):
    """B B'; exact in doubles for small multiples of 1/4."""
    return [[float(sum(x * y for x, y in zip(r, s))) for s in b] for r in b]


B2 = square([[1, -0.5], [0.25, 1.5]])
B3 = square([[1, 0.25, -0.5], [0.5, -1.25, 0.75], [-0.25, 1, 1.5]])
B4 = square([[1, 0, 0.5, -0.25], [0.75, -1, 0.25, 0], [0, 1.25, -0.5, 1], [-1.5, 0.25, 0.75, 0.5]])
STRONG2 = [[1.0, 0.9375], [0.9375, 1.0]]
STRONG3 = [[1.0, 0.9375, 0.25], [0.9375, 1.0, 0.125], [0.25, 0.125, 1.0]]
LOUD3 = [[1.0, 1.75, 0.0], [1.75, 4.0, 0.5], [0.0, 0.5, 1.0]]  # feature 1 is twice feature 0, nearly
STRONG4 = square([[1, 0.25, 0, 0], [1, 0, 0.25, 0], [-1, 0, 0, 0.5], [0.25, 0.5, 1, 0]])
TWINS4 = square([[1, 0.5], [1, 0.5], [-0.25, 1], [0.75, -1]])  # rank 2, features 0 and 1 coincide
RANK1_2 = square([[1.0], [-0.5]])
RANK1_3 = square([[1.0], [-0.5], [1.5]])
RANK2_3 = square([[1, 0.5], [0.5, 1], [-0.75, 0.25]])
G2 = [[1.0, 1.0], [1.0, 1.0]]  # the range holds only equal logits
G2B = square([[1.0], [-0.5]])
G3A = square([[1, 0], [0, 1], [0.5, 0.5]])  # rank 2
G3B = square([[1.0], [-0.5], [0.25]])  # rank 1
G3C = square([[1, 0], [0.75, 0.5], [1, 0]])  # rank 2, features 0 and 2 coincide
G4A = square([[1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, -0.5, 0.5]])  # rank 3
G4B = square([[1, 0], [0, 1], [0.75, 0.5], [-0.5, 0.75]])  # rank 2
G4C = square([[1, 0, 0.25], [0.25, 1, 0], [1, 0, 0.25], [0, 0.5, 1]])  # rank 3, features 0 and 2 coincide

H2, A3, U3, U4, D4, R4 = ([0.625, 0.375], [0.5, 0.3, 0.2], [0.25, 0.4375, 0.3125], [0.25] * 4,
                          [0.5, 0.25, 0.125, 0.125], [0.1875, 0.3125, 0.25, 0.25])
T = TRAINED
# p, N, query, covariance, noise, value scale, Gram matrix
CASES = [
    (H2, 1, 0, None, 0.1, 1.0, None),
    (H2, 2, 0, None, 0.0, 1.0, None),
    (H2, 3, 1, None, 1.0, 1.0, None),
    (H2, 6, 1, None, 0.1, 1.7, None),
    (H2, 5, 0, STRONG2, 1.0, 1.0, None),
    (H2, 6, 0, B2, 0.1, 0.6, None),
    (H2, 4, 1, B2, 3.0, T, None),
    (H2, 4, 0, RANK1_2, 0.1, T, None),
    (H2, 3, 0, None, 0.0, -0.5, None),
    (A3, 3, 0, None, 0.1, 1.0, None),
    (A3, 5, 2, None, 1.0, 1.0, None),
    (A3, 6, 1, None, 0.0, 1.0, None),
    (A3, 4, 1, None, 3.0, 1.0, None),
    (A3, 6, 0, None, 0.0, 1.7, None),
    (A3, 5, 1, None, 0.1, 1.7, None),
    (A3, 4, 2, None, 0.1, -0.5, None),
    (A3, 5, 2, None, 0.0, T, None),
    (A3, 6, 2, None, 1.0, T, None),
    (U3, 5, 0, STRONG3, 0.0, 1.0, None),
    (U3, 5, 0, STRONG3, 1.0, 1.0, None),
    (U3, 6, 0, LOUD3, 0.1, 1.0, None),
    (U3, 4, 0, LOUD3, 0.0, 0.6, None),
    (U3, 5, 0, LOUD3, 1.0, T, None),
    (U3, 4, 1, B3, 0.1, 1.0, None),
    (U3, 6, 2, B3, 1.0, 0.6, None),
    (U3, 5, 1, B3, 0.0, -0.5, None),
    (A3, 4, 1, RANK1_3, 0.0, 1.0, None),
    (A3, 5, 2, RANK1_3, 0.1, 0.6, None),
    (A3, 3, 0, RANK2_3, 0.0, T, None),
    (A3, 6, 1, equal(3, 0.5), 3.0, 0.6, None),
    (U4, 2, 0, None, 0.1, 1.0, None),
    (U4, 5, 3, None, 1.0, 1.0, None),
    (D4, 6, 2, None, 0.1, 1.0, None),
    (D4, 5, 0, None, 1.0, 1.7, None),
    (D4, 4, 3, None, 0.0, T, None),
    (D4, 5, 1, equal(4, 0.5), 0.0, 1.0, None),
    (D4, 4, 2, equal(4, 0.9375), 1.0, 1.0, None),
    (R4, 5, 1, STRONG4, 0.1, 1.0, None),
    (R4, 4, 2, STRONG4, 0.0, 1.7, None),
    (R4, 6, 0, STRONG4, 1.0, T, None),
    (R4, 5, 3, B4, 0.1, 1.0, None),
    (R4, 4, 0, B4, 3.0, 0.6, None),
    (R4, 3, 2, B4, 0.1, -0.5, None),
    (R4, 5, 0, TWINS4, 0.1, 1.0, None),
    (R4, 4, 3, TWINS4, 0.0, 0.6, None),
    (H2, 4, 0, None, 0.1, 1.0, G2),
    (H2, 4, 0, None, 0.1, T, G2),
    (H2, 4, 1, B2, 0.1, 1.0, G2B),
    (A3, 5, 1, None, 0.1, 1.0, G3A),
    (A3, 4, 2, None, 0.0, 1.0, G3A),
    (U3, 5, 0, RANK2_3, 1.0, T, G3B),
    (U3, 4, 1, B3, 0.0, 1.0, G3B),
    (A3, 6, 2, G3C, 0.1, 1.0, G3C),
    (A3, 4, 0, None, 0.0, 1.7, G3C),
    (D4, 5, 3, None, 0.0, 1.0, G4A),
    (D4, 5, 1, B4, 1.0, 0.6, G4A),
    (R4, 4, 0, G4B, 0.1, 1.0, G4B),
    (R4, 5, 3, None, 0.1, T, G4B),
    (R4, 4, 1, None, 0.1, 1.0, G4C),
]


def main():
    results = []
    for i, (p, n, k, covariance, noise, nu, gram) in enumerate(CASES):
        result, ends, count = floor(p, n, k, covariance, noise, nu, gram, seed=i)
        results.append(result)
        print(i, result["kind"], result["floor"][:22], result.get("levels", [x[:8] for x in result.get("minimiser", [])]),
              result.get("bestValueScale", "")[:10], "partitions", count, "BFGS ends", ["%.6f" % e for e in ends[:5]],
              file=sys.stderr, flush=True)
    Path(__file__).with_name("floors_general.json").write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
