#!/usr/bin/env python3
"""Gradient descent on the exact population loss, by enumeration of counts.

An independent reference for the comparison with PyTorch: it shares neither code
nor formulas with the Java program, which integrates where this enumerates.

With labels <w, x>, w ~ N(0, I), orthonormal features and a query v_k, the loss is

    L_k = E 1/2 |a - e_k|^2,    a_m = c_m e^{s_m} / sum_l c_l e^{s_l},

for counts c ~ Multinomial(N, p).  Its derivative is

    dL_k/ds_n = E a_n [(a_n - [n = k]) - (sum_m a_m^2 - a_k)],

and one iteration moves s_n by -eta p_k dL_k/ds_n, the query being v_k with
probability p_k.  From Q = 0 the logits of exchangeable features stay equal, so only
the dominant count, the query's own count and the number n of all other tokens are
enumerated.  Those n tokens fall on M features of equal probability and equal logit
B; given n, their counts are uniform multinomial, with sum_m E c_m = n and

    sum_m E c_m^2 = n + n (n - 1) / M,

since each of the n (n - 1) ordered pairs of tokens agrees with probability 1/M.

Both the losses and the derivatives are checked against enumeration of every
sequence of tokens for a small law.  Sums are in long double (64 bits of mantissa on
x86); the probabilities are exact rationals until they are rounded once.  The same
iteration in double, printed as `double_deviation`, tells how rounding grows: long
double has 2048 times less of it.

    reference.py [FILE.json]      (default: reference.json beside this file)
"""

import itertools
import json
import math
import pathlib
import sys
from decimal import Decimal, getcontext
from fractions import Fraction

import numpy as np

getcontext().prec = 40

K, N, P1, ETA, ITERATIONS = 20, 100, Fraction(1, 2), 1, 3000


def rounded(fraction, dtype):
    """The fraction to the precision of the type."""
    return dtype(str(Decimal(fraction.numerator) / Decimal(fraction.denominator)))


class Column:
    """The counts that one query tells apart, with their probabilities.

    Logits are (s_dominant, s_rest) for the dominant query, and
    (s_dominant, s_query, s_rest) for another.
    """

    def __init__(self, features, tokens, dominant, own, dtype):
        other = (1 - dominant) / (features - 1)
        self.own = own                                   # place of the query: 0 or 1
        self.singles = own + 1                           # features with a logit of their own
        self.members = features - self.singles           # M
        self.query_probability = rounded(dominant if own == 0 else other, dtype)
        singles = [dominant, other][:self.singles]
        rest = self.members * other
        counts, weights = [], []
        for c in itertools.product(range(tokens + 1), repeat=self.singles):
            n = tokens - sum(c)
            if n < 0:
                continue
            ways = math.factorial(tokens) // math.factorial(n)
            weight = rest**n
            for count, p in zip(c, singles):
                ways //= math.factorial(count)
                weight *= p**count
            counts.append([*c, n])
            weights.append(rounded(ways * weight, dtype))
        self.counts = np.array(counts, dtype=dtype).T
        self.weights = np.array(weights, dtype=dtype)
        n = self.counts[-1]
        self.rest_squares = n + n * (n - 1) / dtype(self.members)

    def evaluate(self, logits):
        """The loss and its derivative by each logit, one member's for the rest."""
        powers = np.exp(logits - logits.max())
        masses = self.counts * powers[:, None]
        attention = masses / masses.sum(axis=0)
        singles, rest = attention[:-1], attention[-1]
        rest_squares = self.rest_squares * (powers[-1] / masses.sum(axis=0)) ** 2
        squares = (singles**2).sum(axis=0) + rest_squares
        own = singles[self.own]
        common = squares - own
        slopes = [a * ((a - (m == self.own)) - common) for m, a in enumerate(singles)]
        slopes.append((rest_squares - rest * common) / self.members)
        loss = ((1 - own) ** 2 + squares - own**2) / 2
        return (self.weights * loss).sum(), np.array([(self.weights * s).sum() for s in slopes])

    def train(self, iterations, eta):
        logits = np.zeros(self.singles + 1, dtype=self.weights.dtype)
        for _ in range(iterations):
            logits = logits - eta * self.query_probability * self.evaluate(logits)[1]
        return logits, self.evaluate(logits)[0]


def brute_force_loss(features, tokens, dominant, own, logits):
    """L_k over every sequence of tokens; logits one a feature."""
    p = [float(dominant)] + [float((1 - dominant) / (features - 1))] * (features - 1)
    total = np.longdouble(0)
    for sequence in itertools.product(range(features), repeat=tokens):
        weights = np.exp(np.array([logits[m] for m in sequence], dtype=np.longdouble))
        attention = np.zeros(features, dtype=np.longdouble)
        np.add.at(attention, list(sequence), weights / weights.sum())
        attention[own] -= 1
        total += math.prod(p[m] for m in sequence) * (attention**2).sum() / 2
    return total


def check():
    """Compares with brute force for K = 4, N = 5."""
    features, tokens, dominant, step = 4, 5, Fraction(3, 8), 1e-5
    for own, logits in ((0, [0.7, -0.4]), (1, [-0.9, 1.3, -0.2])):
        column = Column(features, tokens, dominant, own, np.longdouble)
        loss, slopes = column.evaluate(np.array(logits, dtype=np.longdouble))
        spread = logits + [logits[-1]] * (features - len(logits))
        exact = brute_force_loss(features, tokens, dominant, own, spread)
        assert abs(column.weights.sum() - 1) < 1e-17
        assert abs(loss - exact) < 1e-15, (loss, exact)
        for m, slope in enumerate(slopes):
            sides = []
            for sign in (1, -1):
                moved = list(spread)
                moved[m] += sign * step
                sides.append(brute_force_loss(features, tokens, dominant, own, moved))
            difference = (sides[0] - sides[1]) / (2 * step)
            assert abs(slope - difference) < 1e-10, (slope, difference)


def state(dtype):
    (a_1, b_1n), l_1 = Column(K, N, P1, 0, dtype).train(ITERATIONS, ETA)
    (b_k1, a_k, b_kn), l_k = Column(K, N, P1, 1, dtype).train(ITERATIONS, ETA)
    return {"A_1": a_1, "B_1n": b_1n, "A_k": a_k, "B_k1": b_k1, "B_kn": b_kn, "L_1": l_1, "L_k": l_k}


def main():
    default = pathlib.Path(__file__).with_name("reference.json")
    path = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else default
    check()
    reference = state(np.longdouble)
    double = state(np.float64)
    document = {
        "K": K, "N": N, "p1": float(P1), "eta": ETA, "iterations": ITERATIONS,
        "mantissa_bits": int(np.finfo(np.longdouble).nmant) + 1,
        "values": {name: np.format_float_positional(v, precision=21, unique=False)
                   for name, v in reference.items()},
        "double_deviation": {name: float(f"{abs(double[name] - v):.2g}")
                             for name, v in reference.items()},
    }
    path.write_text(json.dumps(document, indent=2) + "\n")


if __name__ == "__main__":
    main()
