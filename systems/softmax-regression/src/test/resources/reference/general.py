"""Reference values for in-context attention columns, by exact enumeration of every count vector.

Setting.  A prompt holds N tokens, each independently feature m with probability p_m, so the counts
are c ~ Multinomial(N, p).  Query k has logits s_m; with w_m = exp(s_m) and Z = sum_m c_m w_m the
attention on feature m is a_m = c_m w_m / Z.  Labels f have second moments C_ml = E f_m f_l, every
context label carries independent noise of variance sigma^2, and nu is the value scale.

    loss           L_k = 1/2 E[nu^2 (a'Ca + sigma^2 sum_{c_m>0} a_m^2 / c_m) - 2 nu (Ca)_k + C_kk]
    descent        g_n = -pi_k dL_k/ds_n,   from da_m/ds_n = a_m (delta_mn - a_n)
    valueDescent   h   = -pi_k dL_k/dnu     (pi_k: probability that query k is asked)
    velocity       Gamma G Gamma, where column k of G is the descent of query k with pi_k = p_k
    valueVelocity  sum_k h_k
    kernels        second moments C of labels drawn from linear, polynomial, random ReLU network and
                   Gaussian families, as functions of the Gram matrix Gamma of the features

Every input is a double, converted exactly; every result is a decimal string of 25 significant
digits (trailing zeros dropped), computed with 80 digits.  The script checks its own results:
derivatives against finite differences of the loss, the loss against its difference form and against
an enumeration of every token sequence, the ReLU kernel against quadrature.

Run:  python3 general.py      (needs mpmath; writes general.json beside the script)
"""
import itertools
import json
from fractions import Fraction
from pathlib import Path

from mpmath import acos, cholesky, cos, eigsy, exp, factorial, inf, matrix, mp, mpf, nstr, pi, quad, sin, sqrt

mp.dps = 80
TOLERANCE = mpf(10) ** -30
STEP = mpf(10) ** -20
SMALLEST = mpf(10) ** -60  # anything below is rounding of an exact zero


# ---------------------------------------------------------------- numbers

def exact(value):
    """Doubles, or nested lists of them, as exactly equal high-precision numbers."""
    if isinstance(value, (list, tuple)):
        return [exact(v) for v in value]
    return mpf(value)


def text(value):
    """High-precision numbers, or nested lists of them, as decimal strings."""
    if isinstance(value, list):
        return [text(v) for v in value]
    if abs(value) < SMALLEST:
        return "0.0"
    return nstr(value, 25, min_fixed=inf, max_fixed=-inf)


def close(x, y):
    return abs(x - y) <= TOLERANCE * (1 + abs(y))


# ---------------------------------------------------------------- matrices

def identity(size):
    return [[1.0 if i == j else 0.0 for j in range(size)] for i in range(size)]


def equal_correlation(size, rho):
    return [[1.0 if i == j else rho for j in range(size)] for i in range(size)]


def outer_square(b):
    """B B^T; exact in doubles for small multiples of 1/4."""
    return [[float(sum(x * y for x, y in zip(r, s))) for s in b] for r in b]


def apply(a, x):
    return [sum(r * y for r, y in zip(row, x)) for row in a]


def product(a, b):
    return [[sum(a[i][j] * b[j][k] for j in range(len(b))) for k in range(len(b[0]))] for i in range(len(a))]


def transpose(a):
    return [list(column) for column in zip(*a)]


def assert_gram(gram):
    assert gram == transpose(gram)
    cholesky(matrix(gram))  # raises unless positive definite


def assert_covariance(covariance):
    assert covariance == transpose(covariance)
    assert min(eigsy(matrix(covariance), eigvals_only=True)) > -TOLERANCE


# ---------------------------------------------------------------- one column

def compositions(total, parts):
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, parts - 1):
            yield (first,) + rest


def expectation_terms(p, n, s):
    """Yields (probability, counts, attention) for every count vector."""
    w = [exp(x) for x in s]
    for c in compositions(n, len(p)):
        probability = factorial(n)
        for count, q in zip(c, p):
            probability *= q ** count / factorial(count)
        z = sum(count * x for count, x in zip(c, w))
        yield probability, c, [count * x / z for count, x in zip(c, w)]


def noise_weight(a, c):
    return sum(x * x / count for x, count in zip(a, c) if count > 0)


def column_loss(p, n, k, s, covariance, noise, nu):
    total = mpf(0)
    for probability, c, a in expectation_terms(p, n, s):
        ca = apply(covariance, a)
        square = sum(x * y for x, y in zip(a, ca)) + noise * noise_weight(a, c)
        total += probability * (nu * nu * square - 2 * nu * ca[k] + covariance[k][k]) / 2
    return total


def column_descent(p, n, k, s, covariance, noise, nu, query_probability):
    """The pair (descent, valueDescent)."""
    by_logit, by_value = [mpf(0)] * len(p), mpf(0)
    for probability, c, a in expectation_terms(p, n, s):
        ca = apply(covariance, a)
        by_attention = [nu * nu * (ca[m] + (noise * a[m] / c[m] if c[m] else 0)) - nu * covariance[m][k]
                        for m in range(len(p))]
        mean = sum(x * y for x, y in zip(a, by_attention))
        for m in range(len(p)):
            by_logit[m] += probability * a[m] * (by_attention[m] - mean)
        by_value += probability * (nu * (sum(x * y for x, y in zip(a, ca)) + noise * noise_weight(a, c)) - ca[k])
    return [-query_probability * x for x in by_logit], -query_probability * by_value


# ---------------------------------------------------------------- checks of a column

def difference_loss(p, n, k, s, covariance, noise):
    """The loss at nu = 1 through the second moments of f_m - f_k."""
    size = range(len(p))
    total = mpf(0)
    for probability, c, a in expectation_terms(p, n, s):
        square = sum(a[m] * a[l] * (covariance[m][l] - covariance[m][k] - covariance[k][l] + covariance[k][k])
                     for m in size for l in size)
        total += probability * (square + noise * noise_weight(a, c)) / 2
    return total


def sequence_loss(p, n, k, s, covariance, noise, nu):
    """The loss by enumerating ordered prompts, with a softmax over tokens instead of counts."""
    total = mpf(0)
    for tokens in itertools.product(range(len(p)), repeat=n):
        probability = mpf(1)
        for m in tokens:
            probability *= p[m]
        z = sum(exp(s[m]) for m in tokens)
        weights = [nu * exp(s[m]) / z for m in tokens]
        square = covariance[k][k]
        for i in range(n):
            square -= 2 * weights[i] * covariance[tokens[i]][k]
            square += noise * weights[i] ** 2
            for j in range(n):
                square += weights[i] * weights[j] * covariance[tokens[i]][tokens[j]]
        total += probability * square / 2
    return total


def check_column(p, n, k, s, covariance, noise, nu, query_probability, loss, descent, value_descent):
    assert abs(sum(descent)) < SMALLEST
    for m in range(len(s)):
        up, down = ([x + (h if i == m else 0) for i, x in enumerate(s)] for h in (STEP, -STEP))
        slope = (column_loss(p, n, k, up, covariance, noise, nu)
                 - column_loss(p, n, k, down, covariance, noise, nu)) / (2 * STEP)
        assert close(descent[m], -query_probability * slope)
    slope = (column_loss(p, n, k, s, covariance, noise, nu + STEP)
             - column_loss(p, n, k, s, covariance, noise, nu - STEP)) / (2 * STEP)
    assert close(value_descent, -query_probability * slope)
    if nu == 1:
        assert close(loss, difference_loss(p, n, k, s, covariance, noise))
    if len(p) ** n <= 300:
        assert close(loss, sequence_loss(p, n, k, s, covariance, noise, nu))


def evaluate(p, n, k, s, covariance=None, noise=0.0, nu=1.0, query_probability=None):
    """Checked (loss, descent, valueDescent) of a column; covariance defaults to identity, pi_k to p_k."""
    p, s, noise, nu = exact(p), exact(s), exact(noise), exact(nu)
    covariance = exact(identity(len(p)) if covariance is None else covariance)
    query_probability = p[k] if query_probability is None else exact(query_probability)
    assert close(sum(p), 1) and min(p) > 0
    assert_covariance(covariance)
    loss = column_loss(p, n, k, s, covariance, noise, nu)
    descent, value_descent = column_descent(p, n, k, s, covariance, noise, nu, query_probability)
    check_column(p, n, k, s, covariance, noise, nu, query_probability, loss, descent, value_descent)
    return loss, descent, value_descent


def assert_law(p):
    """The doubles of a token law add to one without any rounding."""
    assert sum(Fraction(x) for x in p) == 1


# ---------------------------------------------------------------- columns

B2 = [[1, -0.5], [0.25, 1.5]]
B3 = [[1, 0.25, -0.5], [0.5, -1.25, 0.75], [-0.25, 1, 1.5]]
B4 = [[1, 0, 0.5, -0.25], [0.75, -1, 0.25, 0], [0, 1.25, -0.5, 1], [-1.5, 0.25, 0.75, 0.5]]
B5 = [[0.75, 0, -0.25, 0.5, 1], [1, -0.5, 0, 0.25, 0], [0, 1.5, 0.25, -1, 0.5],
      [-0.5, 0.25, 1, 0, 0.75], [0.25, 0.5, -0.75, 1.25, 0]]
RANK_ONE_3 = outer_square([[1.0], [-0.5], [1.5]])
RANK_TWO_4 = outer_square([[1, 0.5], [1, 0.5], [-0.25, 1], [0.75, -1]])  # features 0 and 1 coincide
RANK_TWO_5 = outer_square([[1, 0], [0, 1], [0.5, 0.5], [-1, 0.25], [0.75, -1.5]])

# probabilities, query probability (None: p_k), N, query, logits, covariance, noise, value scale
COLUMNS = [
    ([0.5, 0.5], None, 1, 0, [0.0, 0.0], None, 0.0, 1.0),
    ([0.75, 0.25], 0.5, 1, 1, [0.5, -1.25], outer_square(B2), 0.3, 1.7),
    ([0.625, 0.375], None, 2, 0, [0.75, -0.5], None, 0.3, 1.0),
    ([0.25, 0.75], 0.6, 2, 0, [1.5, 2.25], equal_correlation(2, 0.5), 0.0, 0.5),
    ([0.875, 0.125], None, 12, 1, [-1.1, 2.3], outer_square(B2), 0.0, 1.0),
    ([0.375, 0.625], 1.0, 12, 0, [20.0, -20.0], None, 0.3, -0.4),
    ([0.5, 0.3, 0.2], None, 1, 2, [0.3, -0.7, 1.9], equal_correlation(3, 0.25), 0.3, -0.4),
    ([0.5, 0.3, 0.2], None, 2, 1, [0.3, -0.7, 1.9], None, 0.0, 1.0),
    ([0.5, 0.25, 0.25], 0.125, 3, 2, [-2.5, 0.4, 3.0], outer_square(B3), 0.3, 1.0),
    ([0.875, 0.0625, 0.0625], None, 7, 1, [-1.5, 2.0, 0.25], None, 0.0, 1.7),
    ([0.875, 0.0625, 0.0625], 0.25, 12, 2, [-3.0, 0.1, 2.75], RANK_ONE_3, 0.3, 0.5),
    ([0.25, 0.375, 0.375], None, 5, 0, [20.0, 0.0, -1.0], None, 0.0, 1.0),
    ([0.5, 0.3, 0.2], 0.7, 6, 0, [-20.0, 1.0, 0.5], equal_correlation(3, -0.25), 0.3, 1.7),
    ([0.4375, 0.3125, 0.25], None, 10, 1, [0.0, 0.0, 0.0], RANK_ONE_3, 0.0, 1.0),
    ([0.25, 0.25, 0.25, 0.25], None, 2, 3, [0.2, -1.4, 0.9, 1.1], outer_square(B4), 0.0, -0.4),
    ([0.5, 0.25, 0.125, 0.125], None, 4, 0, [1.6, -0.3, 0.8, -2.1], None, 0.3, 1.0),
    ([0.0625, 0.3125, 0.5, 0.125], 0.25, 6, 0, [2.9, 0.7, -1.3, 0.6], outer_square(B4), 0.3, 1.0),
    ([0.375, 0.125, 0.25, 0.25], None, 8, 2, [-0.6, 1.2, 1.8, -2.4], equal_correlation(4, 0.5), 0.0, 0.5),
    ([0.1875, 0.3125, 0.25, 0.25], 0.4, 5, 1, [1.0, 1.0, -0.5, 2.0], RANK_TWO_4, 0.0, 1.0),
    ([0.375, 0.125, 0.25, 0.25], None, 9, 3, [-20.0, 20.0, 0.5, 2.5], RANK_TWO_4, 0.3, 1.7),
    ([0.25, 0.125, 0.25, 0.125, 0.25], None, 1, 4, [1.0, -2.0, 3.0, 0.5, -0.5], outer_square(B5), 0.0, 1.7),
    ([0.5, 0.125, 0.125, 0.125, 0.125], 0.2, 2, 1, [-0.8, 1.7, 0.2, -0.1, 0.6], None, 0.3, 0.5),
    ([0.3125, 0.25, 0.1875, 0.125, 0.125], None, 4, 2, [0.45, -1.15, 2.35, 0.85, -2.05], outer_square(B5), 0.3, 1.0),
    ([0.96875, 0.0078125, 0.0078125, 0.0078125, 0.0078125], 0.2, 6, 3, [-2.7, 0.3, -0.2, 2.6, 0.1], None, 0.0, 1.0),
    ([0.25, 0.125, 0.25, 0.125, 0.25], None, 7, 0, [2.0, -1.0, 1.0, -2.0, 0.0], equal_correlation(5, -0.25), 0.3, -0.4),
    ([0.125, 0.1875, 0.25, 0.3125, 0.125], 0.3, 9, 4, [0.7, 0.1, -1.9, 1.3, 2.2], RANK_TWO_5, 0.0, 1.7),
    ([0.3125, 0.25, 0.1875, 0.125, 0.125], None, 12, 3, [-1.2, -0.4, 0.5, 2.8, -0.9], outer_square(B5), 0.3, 0.5),
    ([0.25, 0.125, 0.25, 0.125, 0.25], 0.75, 5, 1, [0.0, 20.0, -20.0, 1.0, -1.0], equal_correlation(5, 0.3), 0.0, 1.0),
]


def column_case(p, query_probability, n, k, s, covariance, noise, nu):
    assert_law(p)
    query_probability = p[k] if query_probability is None else query_probability
    loss, descent, value_descent = evaluate(p, n, k, s, covariance, noise, nu, query_probability)
    return {"probabilities": p, "queryProbability": query_probability, "promptLength": n, "query": k, "logits": s,
            "covariance": covariance, "noise": noise, "valueScale": nu,
            "loss": text(loss), "descent": text(descent), "valueDescent": text(value_descent)}


# ---------------------------------------------------------------- kernels

def linear(xx, yy, xy):
    return xy


def polynomial(xx, yy, xy, offset, degree):
    return (mpf(offset) + xy) ** degree


def relu(xx, yy, xy):
    """2 E[relu(w.x) relu(w.y)] for standard normal w."""
    norm = sqrt(xx * yy)
    angle = acos(min(mpf(1), xy / norm))
    value = norm / pi * (sin(angle) + (pi - angle) * cos(angle))
    # in the plane of x and y the direction of w is uniform and its squared length has mean 2
    check = 2 * norm / pi * quad(lambda u: cos(u) * cos(u - angle), [angle - pi / 2, pi / 2])
    assert close(value, check)
    return value


def gaussian(xx, yy, xy, length):
    return exp(-(xx + yy - 2 * xy) / (2 * mpf(length) ** 2))


GRAMS = [
    identity(3),
    equal_correlation(4, 0.3),
    [[1.5, 0.375, -0.25, 0.125], [0.375, 0.75, 0.1875, -0.5],
     [-0.25, 0.1875, 2.0, 0.640625], [0.125, -0.5, 0.640625, 1.0]],
]

KERNELS = [
    ("linear", linear, {}),
    ("polynomial", polynomial, {"offset": 1.0, "degree": 2}),
    ("polynomial", polynomial, {"offset": 0.0, "degree": 3}),
    ("polynomial", polynomial, {"offset": 0.5, "degree": 4}),
    ("relu", relu, {}),
    ("gaussian", gaussian, {"length": 1.0}),
    ("gaussian", gaussian, {"length": 0.5}),
]


def kernel_case(gram, name, kernel, parameters):
    gamma = exact(gram)
    assert_gram(gamma)
    size = range(len(gram))
    covariance = [[kernel(gamma[i][i], gamma[j][j], gamma[i][j], **parameters) for j in size] for i in size]
    assert_covariance(covariance)
    return {"gram": gram, "kernel": name, "parameters": parameters, "covariance": text(covariance)}


# ---------------------------------------------------------------- layers

# Gram matrix, covariance, probabilities, N, logits per query, noise, value scale
LAYERS = [
    (identity(3), identity(3), [0.5, 0.3, 0.2], 4,
     [[0.5, -0.25, 0.1], [-0.7, 1.2, 0.4], [0.0, -1.1, 2.3]], 0.0, 1.0),
    (equal_correlation(3, 0.25), outer_square(B3), [0.625, 0.25, 0.125], 6,
     [[1.4, -0.6, 0.2], [0.3, 2.1, -0.8], [-1.5, 0.9, 1.7]], 0.3, 1.7),
    ([[1.5, 0.375, -0.25], [0.375, 0.75, 0.1875], [-0.25, 0.1875, 2.0]], RANK_ONE_3, [0.25, 0.4375, 0.3125], 5,
     [[2.5, 0.5, -1.0], [-0.3, 0.6, 1.1], [0.8, -2.2, 1.9]], 0.3, -0.4),
    (GRAMS[2], outer_square(B4), [0.125, 0.5, 0.25, 0.125], 3,
     [[1.2, 0.3, -0.9, 0.0], [0.7, -0.2, 1.6, -1.3], [-2.0, 0.4, 2.7, 0.5], [0.1, -1.8, 0.6, 1.5]], 0.3, 0.5),
]


def layer_case(gram, covariance, p, n, columns, noise, nu):
    assert_law(p)
    gamma = exact(gram)
    assert_gram(gamma)
    results = [evaluate(p, n, k, s, covariance, noise, nu) for k, s in enumerate(columns)]
    losses, descents, value_descents = (list(x) for x in zip(*results))
    velocity = transpose(product(product(gamma, transpose(descents)), gamma))  # velocity[k][n]
    check_layer(exact(p), n, exact(columns), exact(covariance), exact(noise), exact(nu), descents, velocity)
    return {"gram": gram, "covariance": covariance, "probabilities": p, "promptLength": n, "noise": noise,
            "valueScale": nu, "logits": columns, "losses": text(losses), "descents": text(descents),
            "velocity": text(velocity), "valueVelocity": text(sum(value_descents))}


def check_layer(p, n, columns, covariance, noise, nu, descents, velocity):
    """Along the velocity the total loss sum_k p_k L_k falls at the rate sum_kn descent * velocity > 0."""
    def total(step):
        return sum(p[k] * column_loss(p, n, k, [x + step * v for x, v in zip(columns[k], velocity[k])],
                                      covariance, noise, nu) for k in range(len(p)))
    rate = sum(g * v for gs, vs in zip(descents, velocity) for g, v in zip(gs, vs))
    assert rate > 0 and close((total(-STEP) - total(STEP)) / (2 * STEP), rate)


# ---------------------------------------------------------------- changing laws

def switch_weight(tau, at):
    return mpf(0) if tau < at else mpf(1)


def drift_weight(tau, over):
    return min(tau / over, mpf(1))


def cycle_weight(tau, period):
    return (1 - cos(2 * pi * tau / period)) / 2


# kind, weight of the second law, its parameter, p, q, query, logits, times
CHANGING = [
    ("switch", switch_weight, {"at": 2.5}, [0.75, 0.125, 0.125], [0.125, 0.25, 0.625], 2,
     [-0.4, 0.3, 1.6], [0.0, 2.25, 2.5, 7.0]),
    ("drift", drift_weight, {"over": 4.0}, [0.5, 0.3, 0.2], [0.125, 0.375, 0.5], 0,
     [1.3, -0.9, 0.5], [0.0, 1.0, 3.5, 9.0]),
    ("cycle", cycle_weight, {"period": 8.0}, [0.625, 0.25, 0.125], [0.25, 0.1875, 0.5625], 1,
     [-1.2, 1.9, 0.7], [0.0, 1.0, 4.0, 13.5]),
]


def changing_case(kind, weight, parameters, p, q, k, s, times, n=5):
    assert_law(p)
    assert_law(q)
    rows = []
    for tau in times:
        x = weight(mpf(tau), **{name: mpf(value) for name, value in parameters.items()})
        law = [a + (b - a) * x for a, b in zip(exact(p), exact(q))]
        loss, descent, _ = evaluate(law, n, k, s)
        rows.append({"tau": tau, "probabilities": text(law), "loss": text(loss), "descent": text(descent)})
    return {"kind": kind, **parameters, "from": p, "to": q, "promptLength": n, "query": k, "logits": s, "rows": rows}


# ---------------------------------------------------------------- tests under another law and length

# p, N, query, logits, q, M
TESTS = [
    ([0.5, 0.3, 0.2], 5, 1, [-0.8, 1.4, 0.3], [0.25, 0.125, 0.625], 8),
    ([0.625, 0.375], 12, 0, [2.6, -1.7], [0.125, 0.875], 1),
    ([0.4375, 0.25, 0.1875, 0.125], 4, 3, [-1.1, 0.2, 0.6, 2.4], [0.25, 0.25, 0.25, 0.25], 10),
]


def other_law_case(p, n, k, s, q, m):
    assert_law(p)
    assert_law(q)
    return {"probabilities": p, "promptLength": n, "query": k, "logits": s, "loss": text(evaluate(p, n, k, s)[0]),
            "testProbabilities": q, "testLength": m, "testLoss": text(evaluate(q, m, k, s)[0])}


def main():
    result = {
        "columns": [column_case(*case) for case in COLUMNS],
        "kernels": [kernel_case(gram, *kernel) for gram in GRAMS for kernel in KERNELS],
        "layers": [layer_case(*case) for case in LAYERS],
        "changing": [changing_case(*case) for case in CHANGING],
        "tests": [other_law_case(*case) for case in TESTS],
    }
    path = Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(result, indent=1) + "\n")


if __name__ == "__main__":
    main()
