"""Sharp times of the descent of one query's attention, infinite prompts.  Usage: python3 sharp_laws.py [--check]
Writes sharp_laws.json beside this file; --check instead recomputes everything with a far tighter step rule and prints
the largest relative difference.  Standard library only, decimal arithmetic of 40 digits.

Flow: ds_k/dtau = p_k a_k (Q + S'^2), ds_n/dtau = p_k a_n (Q - a_k S' - a_n), from s = 0, where a_m = p_m e^{s_m} / sum,
S' = sum_{m != k} M_m a_m, Q = sum_{m != k} M_m a_m^2; loss L = (Q + S'^2)/2.  The groups are the query (one member),
dominant ones, and the rest (probability r each).  Only differences of logits matter for a, and the sum of all logits
is conserved (zero).  With s_rest as the origin put
    y = s_k - s_rest, x_j = s_j - s_rest (j dominant), v = p_k e^y, b_j = p_j e^{x_j},
    U = sum of b over all but the query, V = the same sum of b^2, Z = v + U;
then Z^3/p_k times the speeds are
    alpha = v (V + U^2),   beta_j = b_j (V - v U - b_j Z),   rho = r (V - v U - r Z)   (query, dominant, rest)
and, as y only grows, it is the independent variable (tau would be explosive):
    db_j/dy = b_j (beta_j - rho)/(alpha - rho),   dtau/dy = Z^3 / (p_k (alpha - rho)).
Each step is a Taylor series in y; an event is bracketed by a step and bisected on that step's series.
"""
import json
import os
import sys
from decimal import Decimal as D, getcontext
from operator import mul

getcontext().prec = 40
ORDER, TOLERANCE = 24, D("1e-22")
EPSILONS = ["1e-1", "1e-2", "1e-3", "1e-4", "1e-5", "1e-6"]
SIZES = [10 ** e for e in range(2, 9)]
DOMINANT = ["0.3", "0.5", "0.7"]


def times(a, b, n):
    """Coefficient n of the product of two series."""
    return sum(map(mul, a[:n + 1], b[n::-1]))


def over(num, den, quotient, n):
    """Coefficient n of num/den, given the quotient's earlier ones."""
    return (num[n] - sum(map(mul, quotient[:n], den[n:0:-1]))) / den[0]


class Law:
    """A query of probability pk among dominant groups [(probability, count)] and a rest (probability r, count)."""

    def __init__(self, pk, dominant, r, rest):
        self.pk, self.dominant, self.r, self.rest = D(pk), [(D(p), M) for p, M in dominant], D(r), D(rest)
        self.features = 1 + sum(M for _, M in dominant) + rest
        assert abs(self.pk + sum(p * M for p, M in self.dominant) + self.r * self.rest - 1) < D("1e-30")

    def series(self, y, b, order):
        """Taylor coefficients in h of each b_j(y + h) and of tau(y + h) - tau(y)."""
        r, J = self.r, range(len(b))
        B, tau, v = [[bj] for bj in b], [D(0)], [self.pk * y.exp()]
        U, V, Z, UU, ZZ, Z3, F, E, speed = ([] for _ in range(9))     # F = alpha - rho, E = rho, speed = dtau/dy
        kappa, lead, rate = [[] for _ in J], [[] for _ in J], [[] for _ in J]
        for n in range(order):
            U.append(sum(M * B[j][n] for j, (_, M) in enumerate(self.dominant)) + (self.rest * r if n == 0 else 0))
            V.append(sum(M * times(B[j], B[j], n) for j, (_, M) in enumerate(self.dominant))
                     + (self.rest * r * r if n == 0 else 0))
            Z.append(v[n] + U[n])
            UU.append(V[n] + times(U, U, n))
            ZZ.append(times(Z, Z, n))
            Z3.append(times(Z, ZZ, n))
            common = V[n] - times(v, U, n)
            E.append(r * (common - r * Z[n]))
            F.append(times(v, UU, n) - E[n])
            speed.append(over(Z3, F, speed, n))
            tau.append(speed[n] / (self.pk * (n + 1)))
            v.append(v[n] / (n + 1))
            for j in J:
                kappa[j].append(common - times(B[j], Z, n))
                lead[j].append(times(B[j], kappa[j], n) - E[n])
                rate[j].append(over(lead[j], F, rate[j], n))
                B[j].append(times(B[j], rate[j], n) / (n + 1))
        return B, tau

    def state(self, y, b):
        """v, U, V, Z."""
        v = self.pk * y.exp()
        U = sum(M * bj for bj, (_, M) in zip(b, self.dominant)) + self.rest * self.r
        V = sum(M * bj * bj for bj, (_, M) in zip(b, self.dominant)) + self.rest * self.r ** 2
        return v, U, V, v + U

    def logits(self, y, b):
        """s_k and s_j of the dominant groups: the sum of all logits is zero."""
        x = [(bj / p).ln() for bj, (p, _) in zip(b, self.dominant)]
        s_rest = -(y + sum(M * xj for xj, (_, M) in zip(x, self.dominant))) / self.features
        return y + s_rest, [xj + s_rest for xj in x]

    def run(self, events, order=None, tolerance=None):
        """For each event (a function of law, y, b that turns from negative to >= 0): tau, s_k, [s_j] where it does."""
        order, tolerance = order or ORDER, tolerance or TOLERANCE
        y, tau, b, found = D(0), D(0), [p for p, _ in self.dominant], [None] * len(events)
        for i, event in enumerate(events):
            if event(self, y, b) >= 0:
                found[i] = (tau, *self.logits(y, b))
        while None in found:
            B, T = self.series(y, b, order)
            h = D("0.5")
            for c in B + [T]:                      # the last two terms of each series below tolerance times its size
                for n in (order - 1, order):
                    if c[n]:
                        size = abs(c[0]) if c[0] else max(tau, abs(c[1]) * h)
                        h = min(h, (tolerance * size / abs(c[n])) ** (D(1) / n))

            def at(d):
                return [sum(c * d ** n for n, c in enumerate(Bj)) for Bj in B]

            for i, event in enumerate(events):
                if found[i] is None and event(self, y + h, at(h)) >= 0:
                    low, high = D(0), h
                    for _ in range(90):
                        middle = (low + high) / 2
                        if event(self, y + middle, at(middle)) >= 0:
                            high = middle
                        else:
                            low = middle
                    found[i] = (tau + sum(c * high ** n for n, c in enumerate(T)), *self.logits(y + high, at(high)))
            tau += sum(c * h ** n for n, c in enumerate(T))
            y, b = y + h, at(h)
        return found


# Events.
def overtakes(law, y, b):
    """alpha >= |beta_1|: the end of phase I."""
    v, U, V, Z = law.state(y, b)
    return v * (V + U * U) - abs(b[0] * (V - v * U - b[0] * Z))


def outweighs(law, y, b):
    """a_k >= a_1: the end of phase II."""
    return law.state(y, b)[0] - b[0]


def half(law, y, b):
    """a_k >= 1/2: the end of phase III."""
    v, U, _, _ = law.state(y, b)
    return v - U


def loss_below(eps):
    def event(law, y, b):
        _, U, V, Z = law.state(y, b)
        return D(eps) - (V + U * U) / (2 * Z * Z)
    return event


LOSSES = [loss_below(e) for e in EPSILONS]


# Laws.
def imbalanced(K, dominant):
    """An under-represented query; dominant is a list of single probabilities, equal ones are one group."""
    groups = [(D(p), dominant.count(p)) for p in dict.fromkeys(dominant)]
    p = (1 - sum(map(D, dominant))) / (K - len(dominant))
    return Law(p, groups, p, K - len(dominant) - 1)


def balanced(K):
    return Law(D(1) / K, [], D(1) / K, K - 1)


def dominant_query(K, p1):
    return Law(D(p1), [], (1 - D(p1)) / (K - 1), K - 1)


# Finite prompts of N tokens, balanced, p = 1/K -> 0: a prompt holds the query's feature once (probability N p) or not
# at all, the other tokens are all distinct.  Then S' = (N-1) a, Q = (N-1) a^2 with a = 1/(w + N-1), w = e^{A-B}, only A
# moves, dA/dtau = p N p a_k (Q + S'^2), and L - L* = N p (Q + S'^2)/2 (a prompt without the feature has a loss that
# does not depend on w).  No primitive is used: the rate is integrated by Simpson with Romberg extrapolation.
def short_prompt(N, o):
    """p^2 tau to reach w = o (N-1) from w = 1, and (L - L*)/p there."""
    def level(w):
        a = 1 / (w + N - 1)
        return w * a, (N - 1) * a * a + ((N - 1) * a) ** 2        # a_k, Q + S'^2

    def slowness(A):
        attention, spread = level(A.exp())
        return 1 / (N * attention * spread)

    end, previous = (D(o) * (N - 1)).ln(), []
    total, step = (slowness(D(0)) + slowness(end)) / 2, end
    for k in range(12):
        if k:
            total += sum(slowness(step * (2 * i + 1) / 2) for i in range(2 ** (k - 1)))
            step /= 2
        row = [total * step]
        for m, q in enumerate(previous, 1):
            row.append(row[-1] + (row[-1] - q) / (4 ** m - 1))
        if previous and abs(row[-1] - previous[-1]) <= D("1e-18") * abs(row[-1]):
            break
        previous = row
    else:
        raise ArithmeticError("quadrature")
    return row[-1], N * level(D(o) * (N - 1))[1] / 2


def table():
    phases = []
    for p1 in DOMINANT:
        for K in SIZES:
            one, two, three, *rest = imbalanced(K, [p1]).run([overtakes, outweighs, half] + LOSSES)
            phases.append({"p1": float(p1), "K": K,
                           "tauI": float(one[0]), "logitDominantAtI": float(one[2][0]), "logitQueryAtI": float(one[1]),
                           "tauII": float(two[0]), "logitDominantAtII": float(two[2][0]),
                           "logitQueryAtII": float(two[1]),
                           "tauIII": float(three[0]), "convergence": [float(f[0]) for f in rest]})
    several = []
    for dominant in (["0.3", "0.2"], ["0.25", "0.25"], ["0.2", "0.2", "0.1"]):
        for K in (10 ** 4, 10 ** 6, 10 ** 8):
            middle, end = imbalanced(K, dominant).run([half, loss_below("1e-3")])
            several.append({"dominant": [float(p) for p in dominant], "K": K,
                            "tauIII": float(middle[0]), "convergence1e-3": float(end[0])})
    short = []
    for N in (2, 3, 8, 32, 128):
        for o in ("0.1", "1", "3", "10", "100"):
            if D(o) * (N - 1) > 1:
                scaled_time, excess = short_prompt(N, o)
                short.append({"N": N, "o": float(o), "p2Tau": float(scaled_time), "excessLossOverP": float(excess)})
    return {
        "epsilons": [float(e) for e in EPSILONS],     # of every "convergence": first tau with L <= eps, 0 if at start
        "phases": phases,
        "balanced": [{"K": K, "convergence": [float(f[0]) for f in balanced(K).run(LOSSES)]} for K in SIZES],
        "dominant": [{"p1": float(p1), "K": K, "convergence": [float(f[0]) for f in dominant_query(K, p1).run(LOSSES)]}
                     for p1 in DOMINANT for K in (10 ** 2, 10 ** 4, 10 ** 8)],
        "severalDominant": several,
        "shortPrompt": short,
    }


def numbers(tree):
    if isinstance(tree, (dict, list)):
        for child in (tree.values() if isinstance(tree, dict) else tree):
            yield from numbers(child)
    else:
        yield tree


if __name__ == "__main__":
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "sharp_laws.json")
    if sys.argv[1:] == ["--check"]:
        with open(path) as stored:
            before = list(numbers(json.load(stored)))
        ORDER, TOLERANCE = 20, D("1e-27")
        after = list(numbers(table()))
        assert len(before) == len(after)
        print(len(after), "numbers, largest relative difference",
              max(abs(a - b) / abs(b) if b else abs(a) for a, b in zip(after, before)))
    else:
        with open(path, "w") as out:
            json.dump(table(), out, indent=1)
            out.write("\n")
