"""Gradient flow of one softmax attention layer with trained value scale: crossing times of a stiff system.

Setting.  Infinite prompts, orthonormal labels, K features: feature 0 has probability p1, the K - 1 others p = (1-p1)/(K-1).
Query k has logits s_m, attention a_m = p_m e^{s_m} / sum_l p_l e^{s_l} and loss

    L_k = 1/2 [(1 - nu a_k)^2 + nu^2 sum_{m != k} a_m^2]
    ds_m/dtau = -p_k dL_k/ds_m         dnu/dtau = -sum_k p_k dL_k/dnu         s(0) = 0, nu(0) = nu0

By symmetry four numbers describe the state: x, the dominant query's logit of feature 0 less that of any other; u and v, a rare
query's logits of feature 0 and of itself, less that of any other; and nu.

    dominant   first tau with L_0 <= 0.01, with nu there
    rare       first tau with L_k <= 0.01 for a rare query k, with nu there
    tenth      first tau with L_k <= L_k(0)/10 for a rare query k, with nu there
    min, max   least and greatest nu, with the tau at which they occur, over 0 <= tau <= 10^4 K^2
    A crossing that does not occur before 10^4 K^2 is null.

Method.  Linearly implicit Euler, extrapolated over 2, 3, ..., 10 substeps, with the analytic Jacobian, in 80-bit floating
point; steps are chosen so that the last two entries of the tableau differ by less than 3e-14.  Nothing is interpolated:
a crossing or an extremum is found by a root search on the length of the step that contains it.

    agreement            largest relative difference of the crossing times from those of a second code, `checkedWith`:
                         scipy's LSODA (Radau where affordable) with 1 - nu as variable in log time, in doubles; the last
                         piece up to the level is integrated by Radau with the loss as independent variable
    valueAgreement       the same for nu at the crossings
    selfAgreement        largest relative difference of the crossing times from those with tolerance 1e-12, 2 to 9 substeps
    extremumAgreement    the same for the times of min and max (0 where an end of the run is meant), which are flat

selfAgreement bounds the error; agreement is mostly that of the second code.
Run: python3 stiff.py (numpy with 80-bit long double, scipy; writes stiff.json beside the script).
"""
import json
import sys
from pathlib import Path

import numpy as np
from scipy.integrate import solve_ivp

LEVEL = 0.01


class Flow:
    def __init__(self, features, p1, number, exp):
        self.number, self.exp = number, exp
        self.m = number(features - 1)
        self.n = number(features - 2)
        self.p1 = number(p1)
        self.rest = 1 - self.p1
        self.p = self.rest / self.m
        self.kappa = 1 + 1 / self.m

    def attention(self, y):
        """a, b = 1 - a of the dominant query; D, A, o of a rare one: on feature 0, on itself, on each other."""
        odds = self.p1 * self.exp(y[0]) / self.rest
        b = 1 / (1 + odds)
        e, f = self.p1 * self.exp(y[1]) / self.p, self.exp(y[2])
        o = 1 / (e + f + self.n)
        return odds * b, b, e * o, f * o, o

    def losses(self, y):
        a, b, d, k, o = self.attention(y)
        nu = y[3]
        return (((1 - nu * a) ** 2 + nu * nu * b * b / self.m) / 2,
                ((1 - nu * k) ** 2 + nu * nu * (d * d + self.n * o * o)) / 2)

    def rates(self, y):
        a, b, d, k, o = self.attention(y)
        nu, n = y[3], self.n
        hd, hk, ho = nu * nu * d, -nu * (1 - nu * k), nu * nu * o
        mean = d * hd + k * hk + n * o * ho
        other = o * (ho - mean)
        return (self.p1 * self.kappa * a * b * nu * ((1 - nu * a) + nu * b / self.m),
                -self.p * (d * (hd - mean) - other),
                -self.p * (k * (hk - mean) - other),
                self.p1 * (a * (1 - nu * a) - nu * b * b / self.m)
                + self.rest * (k * (1 - nu * k) - nu * (d * d + n * o * o)))

    def jacobian(self, y):
        """The rates and their nonzero derivatives: x by x, nu; u and v by u, v, nu; nu by x, u, v, nu; and dL/dtau."""
        a, b, d, k, o = self.attention(y)
        nu, n, m, p, p1, kappa = y[3], self.n, self.m, self.p, self.p1, self.kappa
        ab, r = a * b, (1 - nu * a) + nu * b / m
        fx = p1 * kappa * ab * nu * r
        fxx = p1 * kappa * nu * ab * ((b - a) * r - nu * kappa * ab)
        fxn = p1 * kappa * ab * (r + nu * (b / m - a))
        g1 = a * (1 - nu * a) - nu * b * b / m
        fnx = p1 * ab * (1 - 2 * nu * a + 2 * nu * b / m)
        hd, hk, ho = nu * nu * d, -nu * (1 - nu * k), nu * nu * o
        mean = d * hd + k * hk + n * o * ho
        fu = -p * (d * (hd - mean) - o * (ho - mean))
        fv = -p * (k * (hk - mean) - o * (ho - mean))
        g2 = k * (1 - nu * k) - nu * (d * d + n * o * o)
        fn = p1 * g1 + self.rest * g2
        rows, slopes = [], []
        for dj, kj, oj in ((d * (1 - d), -k * d, -o * d), (-d * k, k * (1 - k), -o * k)):
            hdj, hkj, hoj = nu * nu * dj, nu * nu * kj, nu * nu * oj
            mj = dj * hd + d * hdj + kj * hk + k * hkj + n * (oj * ho + o * hoj)
            other = oj * (ho - mean) + o * (hoj - mj)
            square = 2 * (d * dj + n * o * oj)
            rows.append((-p * (dj * (hd - mean) + d * (hdj - mj) - other),
                         -p * (kj * (hk - mean) + k * (hkj - mj) - other),
                         self.rest * (kj * (1 - 2 * nu * k) - nu * square)))
            slopes.append(-nu * kj * (1 - nu * k) + nu * nu * square / 2)
        hdj, hkj, hoj = 2 * nu * d, -1 + 2 * nu * k, 2 * nu * o
        mj = d * hdj + k * hkj + n * o * hoj
        fun, fvn = -p * (d * (hdj - mj) - o * (hoj - mj)), -p * (k * (hkj - mj) - o * (hoj - mj))
        fnn = -p1 * (a * a + b * b / m) - self.rest * (k * k + d * d + n * o * o)
        rate = (-nu * ab * r * fx - g1 * fn, slopes[0] * fu + slopes[1] * fv - g2 * fn)
        return (fx, fu, fv, fn), (fxx, fxn, rows[0][0], rows[1][0], fun, rows[0][1], rows[1][1], fvn,
                                  fnx, rows[0][2], rows[1][2], fnn), rate

    def step(self, y, h, first, j, columns):
        """One extrapolated step of length h: (result, error estimate)."""
        fxx, fxn, fuu, fuv, fun, fvu, fvv, fvn, fnx, fnu, fnv, fnn = j
        table = []
        for row in range(columns):
            pieces = row + 2
            q = h / pieces
            # arrow-shaped I - qJ, its nu column eliminated
            m11, m14 = 1 - q * fxx, -q * fxn
            m22, m23, m24, m32, m33, m34 = 1 - q * fuu, -q * fuv, -q * fun, -q * fvu, 1 - q * fvv, -q * fvn
            determinant = m22 * m33 - m23 * m32
            w1, w2, w3 = m14 / m11, (m24 * m33 - m23 * m34) / determinant, (m22 * m34 - m32 * m24) / determinant
            m41, m42, m43 = -q * fnx, -q * fnu, -q * fnv
            pivot = 1 - q * fnn - m41 * w1 - m42 * w2 - m43 * w3
            x, u, v, nu = y
            for i in range(pieces):
                f = self.rates((x, u, v, nu)) if i else first
                z1 = q * f[0] / m11
                z2, z3 = q * (f[1] * m33 - m23 * f[2]) / determinant, q * (m22 * f[2] - m32 * f[1]) / determinant
                z4 = (q * f[3] - m41 * z1 - m42 * z2 - m43 * z3) / pivot
                x, u, v, nu = x + (z1 - w1 * z4), u + (z2 - w2 * z4), v + (z3 - w3 * z4), nu + z4
            line = [(x, u, v, nu)]
            if max(abs(x), abs(u), abs(v)) > 1e4 or not abs(nu) < 1e8:
                return None, 1e30
            for c in range(row):
                ratio = self.number(pieces) / (pieces - c - 1) - 1
                line.append(tuple(s + (s - t) / ratio for s, t in zip(line[c], table[c])))
            before, table = table, line
        result = line[-1]
        return result, max(abs(s - t) / (1 + abs(s)) for s, t in zip(result, line[-2]))


def root(function, low, flow, high, fhigh, tolerance):
    """A sign change of function between low and high, by regula falsi of the Illinois kind."""
    for _ in range(80):
        middle = high - fhigh * (high - low) / (fhigh - flow)
        if not low < middle < high:
            middle = (low + high) / 2
        value = function(middle)
        if value == 0 or high - low < tolerance:
            return middle
        if (value < 0) == (fhigh < 0):
            if middle - low < tolerance and high - middle < tolerance:
                return middle
            high, fhigh, flow = middle, value, flow / 2
        else:
            low, flow, fhigh = middle, value, fhigh / 2
    return middle


def integrate(features, p1, nu0, number=np.longdouble, exp=np.exp, tolerance=3e-14, columns=9):
    """Crossings {name: (tau, nu)}, least and greatest (nu, tau), number of steps."""
    flow = Flow(features, p1, number, exp)
    end = number(10) ** 4 * features ** 2
    y, tau = (number(0), number(0), number(0), number(nu0)), number(0)
    first, j, rate = flow.jacobian(y)
    start = flow.losses(y)
    wanted = {"dominant": (0, number(LEVEL)), "rare": (1, number(LEVEL)), "tenth": (1, start[1] / 10)}
    assert all(start[i] > level for i, level in wanted.values())
    found, extrema = {}, [(y[3], tau)]
    h = number(1e-3) / (1 + max(abs(x) for x in j) + max(abs(x) for x in first))
    steps = 0
    losses = start
    while tau < end:
        h = min(h, end - tau)
        result, error = flow.step(y, h, first, j, columns)
        jump = 1e30 if result is None else max(abs(s - t) for s, t in zip(result[:3], y[:3]))
        if error > tolerance or jump > 1:
            h *= max(0.2, min(0.8, 0.9 * float(tolerance / error) ** (1 / columns))) if error < 1 else 0.2
            continue
        steps += 1
        then, jthen, rthen = flow.jacobian(result)
        lthen = flow.losses(result)
        at = lambda q: flow.step(y, q, first, j, columns)[0]
        for name, (i, level) in wanted.items():
            if name in found:
                continue
            high, fhigh = h, lthen[i] - level
            if fhigh > 0 and rate[i] < 0 < rthen[i]:  # the loss has a minimum in this step: does that reach the level?
                high = root(lambda q: flow.jacobian(at(q))[2][i], number(0), rate[i], h, rthen[i], h * 1e-12)
                fhigh = flow.losses(at(high))[i] - level
            if fhigh <= 0:
                q = root(lambda q: flow.losses(at(q))[i] - level, number(0), losses[i] - level, high, fhigh, (tau + h) * 1e-18)
                found[name] = (tau + q, at(q)[3])
        if first[3] * then[3] < 0:
            q = root(lambda q: flow.rates(at(q))[3], number(0), first[3], h, then[3], (tau + h) * 1e-18)
            extrema.append((at(q)[3], tau + q))
        y, tau, first, j, rate, losses = result, tau + h, then, jthen, rthen, lthen
        h *= max(0.2, min(3.0, 0.9 * float(tolerance / (error + 1e-40)) ** (1 / columns)))
        h *= 1.0 if jump < 0.3 else 0.5
    extrema.append((y[3], tau))
    return found, min(extrema), max(extrema), steps


# ---------------------------------------------------------------- a second code

def cross_check(features, p1, nu0, reached, method, rtol):
    """The crossings in reached {name: tau} by scipy: state (x, u, v, 1 - nu) in log(1 + tau), then against the loss."""
    flow = Flow(features, p1, float, lambda x: np.exp(float(x)))

    def full(z):
        return float(z[0]), float(z[1]), float(z[2]), 1 - float(z[3])

    def rates(t, z):
        f, scale = flow.rates(full(z)), np.exp(t)
        return [scale * f[0], scale * f[1], scale * f[2], -scale * f[3]]

    def jacobian(t, z):
        _, (fxx, fxn, fuu, fuv, fun, fvu, fvv, fvn, fnx, fnu, fnv, fnn), _ = flow.jacobian(full(z))
        return np.exp(t) * np.array([[fxx, 0, 0, -fxn], [0, fuu, fuv, -fun], [0, fvu, fvv, -fvn], [-fnx, -fnu, -fnv, fnn]])

    end = np.log1p(float(max(reached.values()))) + 0.05
    answer = solve_ivp(rates, (0, end), [0.0, 0.0, 0.0, 1.0 - nu0], method=method, jac=jacobian, rtol=rtol,
                       atol=[1e-14, 1e-14, 1e-14, 1e-15], first_step=1e-6 / (1 + nu0 * nu0))
    assert answer.success, answer.message
    losses = np.array([flow.losses(full(z)) for z in answer.y.T])
    crossings = {}
    for name in reached:
        i = 0 if name == "dominant" else 1
        level = losses[0, 1] / 10 if name == "tenth" else LEVEL
        begin = int(np.argmax(losses[:, i] <= level)) - 1
        z, tau = answer.y[:, begin], np.expm1(answer.t[begin])

        def against(loss, s):
            f, _, rate = flow.jacobian(full(s))
            return [f[0] / rate[i], f[1] / rate[i], f[2] / rate[i], -f[3] / rate[i], 1 / rate[i]]

        piece = solve_ivp(against, (losses[begin, i], level), list(z) + [0.0], method="Radau", rtol=1e-11,
                          atol=[1e-14] * 4 + [1e-14 * (tau + 1e-9)])
        assert piece.success, piece.message
        crossings[name] = (tau + piece.y[4, -1], 1 - piece.y[3, -1])
    return crossings, len(answer.t)


# K, p1, nu0
RUNS = [(30, 0.5, 1.0), (100, 0.5, 1.0), (300, 0.5, 1.0), (1000, 0.5, 1.0), (10**4, 0.5, 1.0), (10**5, 0.5, 1.0), (10**6, 0.5, 1.0),
        (100, 0.2, 1.0), (300, 0.2, 1.0), (10**4, 0.2, 1.0), (10**6, 0.2, 1.0),
        (30, 0.7, 1.0), (100, 0.7, 1.0), (1000, 0.7, 1.0), (10**4, 0.7, 1.0), (10**4, 0.3, 1.0),
        (30, 0.5, 0.0), (100, 0.5, 0.0), (1000, 0.5, 0.0), (100, 0.5, -1.0), (1000, 0.5, -1.0),
        (100, 0.5, 1e6), (1000, 0.5, 3.0)]


def relative(x, y):
    return 0.0 if x == y else float(abs(x / y - 1))


def case(features, p1, nu0):
    found, least, greatest, steps = integrate(features, p1, nu0)
    again, least2, greatest2, _ = integrate(features, p1, nu0, tolerance=1e-12, columns=8)
    assert set(found) == set(again)
    times = {name: tau for name, (tau, _) in found.items()}
    method, rtol = ("Radau", 1e-10) if features == 30 else ("Radau", 1e-9) if features == 100 and abs(nu0) < 2 else ("LSODA", 1e-12)
    other, _ = cross_check(features, p1, nu0, times, method, rtol)
    both = lambda a, part: max(relative(a[name][part], found[name][part]) for name in found)
    point = lambda x: {"valueScale": float(x[0]), "tau": float(x[1])}
    crossings = {name: {"tau": float(found[name][0]), "valueScale": float(found[name][1])} if name in found else None
                 for name in ("dominant", "rare", "tenth")}
    return {"features": features, "dominantProbability": p1, "initialValueScale": nu0, "crossings": crossings,
            "min": point(least), "max": point(greatest), "checkedWith": method,
            "agreement": float("%.1e" % both(other, 0)), "valueAgreement": float("%.1e" % both(other, 1)),
            "selfAgreement": float("%.1e" % both(again, 0)),
            "extremumAgreement": float("%.1e" % max(relative(least2[1], least[1]), relative(greatest2[1], greatest[1])))}, steps


def main():
    results = []
    for run in RUNS:
        result, steps = case(*run)
        results.append(result)
        print(json.dumps(result), steps, file=sys.stderr, flush=True)
        Path(__file__).with_suffix(".json").write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
