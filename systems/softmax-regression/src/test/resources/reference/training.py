#!/usr/bin/env python3
"""Reference values for the training of a one-layer attention model on token counts.

Everything here is done by plain enumeration over all count vectors, in float64,
without closed formulas for the expectations, so that it can serve as an
independent check of a faster implementation.

Model
-----
A prompt holds N tokens; each is, independently, feature m (0..K-1) with
probability p_m, so the counts are c ~ Multinomial(N, p).  For query feature k
there is a column of logits s_m:

    w_m = exp(s_m),   Z = sum_m c_m w_m,   a_m = c_m w_m / Z.

The labels of the features have mean zero and second moments C, the labels in
the context carry noise of variance sigma2, the layer answers nu sum_m a_m f_m:

    L_k = 1/2 E_c[ nu^2 (a^T C a + sigma2 sum_{c_m>0} a_m^2 / c_m)
                   - 2 nu (C a)_k + C_kk ].

Descent:  g_n = -pi_k dL_k/ds_n,  h_k = -pi_k dL_k/dnu, with pi_k the
probability of the query (pi = p unless said otherwise).  For a layer, S and G
are K x K with column k belonging to query k; with the Gram matrix Gamma of the
features the gradient flow is

    dS/dtau = Gamma G Gamma,   dnu/dtau = sum_k h_k (0 if nu is not trained).

Output
------
training.json, beside this file, numbers with 17 significant digits, indices
from 0.  A matrix S is written as the list of its columns (one per query), Gram
and covariance matrices are symmetric.  Four parts besides "checks":

flows          coupled flows of a whole layer; "losses" are L_k without pi_k
changingFlows  a single column (Gamma = 1, C = 1) while the token law changes
optimisers     discrete iterations of one column, and one of a whole layer
curriculum     infinite prompts on growing random subsets of the features

Usage:  python3 training.py     (needs numpy, scipy, mpmath; torch is optional)
"""

import itertools
import json
import math
import os
import platform

import mpmath
import numpy as np
import scipy
from scipy.integrate import solve_ivp

try:
    import torch
except ImportError:
    torch = None


# --------------------------------------------------------------------------
# The model, by enumeration
# --------------------------------------------------------------------------

def count_vectors(features, length):
    """All count vectors with the given total, one a row."""
    if features == 1:
        return [[length]]
    return [[first] + rest
            for first in range(length + 1)
            for rest in count_vectors(features - 1, length - first)]


class Prompts:
    """All count vectors of prompts of N tokens over K features."""

    def __init__(self, features, length):
        self.counts = np.array(count_vectors(features, length), dtype=float)
        self.coefficients = np.array(
            [math.factorial(length) // math.prod(math.factorial(int(n)) for n in row)
             for row in self.counts], dtype=float)

    def weights(self, p):
        """The multinomial probabilities of the count vectors."""
        return self.coefficients * np.prod(np.asarray(p) ** self.counts, axis=1)


def attention(counts, s):
    """a_m for every count vector (rows); s may be complex, for derivatives."""
    present = np.where(counts > 0, s.real, -np.inf)
    shift = present.max(axis=1, keepdims=True)
    exponent = np.where(counts > 0, s - shift, 0.0)
    weighted = counts * np.exp(exponent)
    return weighted / weighted.sum(axis=1, keepdims=True)


def column_loss(prompts, law, C, sigma2, nu, k, s):
    """L_k; law holds the probabilities of the count vectors."""
    c = prompts.counts
    a = attention(c, s)
    ca = a @ C
    noise = np.where(c > 0, a * a / np.maximum(c, 1.0), 0.0).sum(axis=1)
    per_prompt = nu**2 * ((a * ca).sum(axis=1) + sigma2 * noise) - 2 * nu * ca[:, k] + C[k, k]
    return 0.5 * (law * per_prompt).sum()


def column_descent(prompts, law, C, sigma2, nu, k, s, query_probability):
    """(g, h) of column k."""
    c = prompts.counts
    a = attention(c, s)
    ca = a @ C
    a_over_c = np.where(c > 0, a / np.maximum(c, 1.0), 0.0)
    q = nu**2 * (ca + sigma2 * a_over_c) - nu * C[k]             # dL/da_m
    d_s = a * (q - (a * q).sum(axis=1, keepdims=True))           # dL/ds_n
    d_nu = nu * ((a * ca).sum(axis=1) + sigma2 * (a * a_over_c).sum(axis=1)) - ca[:, k]
    return -query_probability * (law @ d_s), -query_probability * (law @ d_nu)


def check_descent():
    """Largest difference between (g, h) and complex-step derivatives of L_k."""
    rng = np.random.default_rng(1)
    worst = 0.0
    for features, length in ((3, 5), (4, 6)):
        prompts = Prompts(features, length)
        for _ in range(10):
            root = rng.normal(size=(features, features))
            C = root @ root.T
            p = rng.dirichlet(np.ones(features))
            law = prompts.weights(p)
            s, nu, sigma2 = rng.normal(size=features), rng.uniform(0.3, 1.5), rng.uniform(0, 1)
            for k in range(features):
                g, h = column_descent(prompts, law, C, sigma2, nu, k, s, 0.7)
                for n in range(features):
                    step = np.zeros(features, dtype=complex)
                    step[n] = 1e-30j
                    d = column_loss(prompts, law, C, sigma2, nu, k, s + step).imag / 1e-30
                    worst = max(worst, abs(g[n] + 0.7 * d))
                d = column_loss(prompts, law, C, sigma2, nu + 1e-30j, k, s).imag / 1e-30
                worst = max(worst, abs(h + 0.7 * d))
    return worst


def check_loss_by_tokens():
    """Largest difference between L_k and a sum over all token sequences and over
    labels drawn from a finite law with the second moments wanted (no counts and
    no second-moment formula used)."""
    worst = 0.0
    features, length, sigma2, nu = 3, 4, 0.2, 0.8
    p = np.array([0.5, 0.3, 0.2])
    s = np.array([0.4, -0.3, 0.9])
    C = np.array([[1.0, 0.5, 0.25], [0.5, 1.0, -0.125], [0.25, -0.125, 1.0]])
    root = np.linalg.cholesky(C)
    prompts = Prompts(features, length)
    signs = [np.array(v) for v in itertools.product((-1.0, 1.0), repeat=features)]
    noises = np.array(list(itertools.product((-1.0, 1.0), repeat=length))) * math.sqrt(sigma2)
    for k in range(features):
        total = 0.0
        for tokens in itertools.product(range(features), repeat=length):
            tokens = np.array(tokens)
            share = np.exp(s[tokens])
            share = share / share.sum()
            chance = np.prod(p[tokens])
            for v in signs:
                f = root @ v
                answer = nu * ((f[tokens] + noises) @ share)
                total += chance * np.mean((answer - f[k]) ** 2) / len(signs)
        worst = max(worst, abs(total / 2 - column_loss(prompts, prompts.weights(p), C, sigma2, nu, k, s)))
    return worst


# --------------------------------------------------------------------------
# Integration
# --------------------------------------------------------------------------

MAIN = dict(method="DOP853", rtol=1e-13, atol=1e-14)
SECOND = dict(method="Radau", rtol=1e-12, atol=1e-13)


def integrate(rate, y, times, options, logarithmic, kinks=(), max_step=np.inf):
    """y at each of the times, from time 0, restarting at each of the times and kinks,
    so that no value is interpolated.  logarithmic: integrate in x = log(1 + tau)."""
    stops = sorted(set(times) | {t for t in kinks if t < max(times)})
    start, found = 0.0, {}
    for stop in stops:
        middle = 0.5 * (start + stop)            # names the piece between two kinks
        if logarithmic:
            x0, x1 = math.log1p(start), math.log1p(stop)
            def f(x, v):
                return math.exp(x) * rate(math.expm1(x), v, middle)
        else:
            x0, x1 = start, stop
            def f(x, v):
                return rate(x, v, middle)
        solution = solve_ivp(f, (x0, x1), y, max_step=max_step, **options)
        if not solution.success:
            raise RuntimeError(solution.message)
        y = solution.y[:, -1]
        start, found[stop] = stop, y
    return [found[t] for t in times]


# --------------------------------------------------------------------------
# 1. Coupled flows
# --------------------------------------------------------------------------

def flow_cases():
    equal = np.full((3, 3), 0.3)
    np.fill_diagonal(equal, 1.0)
    general = np.array([[1.0, 0.5, 0.25, -0.125],
                        [0.5, 1.0, 0.375, 0.0625],
                        [0.25, 0.375, 1.0, 0.1875],
                        [-0.125, 0.0625, 0.1875, 1.0]])
    start = np.array([[0.5, -0.25, 0.125, 0.0],
                      [-0.5, 0.75, 0.25, -0.125],
                      [0.0, -0.375, 1.0, 0.25],
                      [0.25, 0.5, -0.75, 0.375]]).T             # written by columns
    law4 = [0.375, 0.25, 0.25, 0.125]
    law3 = [0.5, 0.3125, 0.1875]
    times = [1.0, 10.0, 100.0, 1000.0]
    one3, one4 = np.eye(3), np.eye(4)

    def case(name, p, length, gram, C, noise=0.0, nu=1.0, trained=False, S=None, pi=None):
        size = len(p)
        return dict(name=name, probabilities=p, queryProbabilities=p if pi is None else pi,
                    promptLength=length, gram=gram, covariance=C, noise=noise,
                    valueScale=dict(initial=nu, trained=trained),
                    initial=np.zeros((size, size)) if S is None else S, times=times)

    return [
        case("equalCorrelation", [0.5, 0.25, 0.25], 5, equal, equal),
        case("generalGram", law4, 5, general, general),
        case("generalGramQuadraticLabels", law4, 4, general, (1 + general) ** 2, noise=0.125, S=start),
        case("valueScale", law3, 6, one3, one3, noise=0.2, nu=0.5, trained=True),
        case("queryLaw", law3, 5, one3, one3, pi=[0.125, 0.25, 0.625]),
        case("everything", law4, 5, general, (1 + general) ** 2, noise=0.25, nu=0.75, trained=True,
             S=start, pi=[0.125, 0.5, 0.125, 0.25]),
    ]


def run_flow(case):
    size = len(case["probabilities"])
    prompts = Prompts(size, case["promptLength"])
    law = prompts.weights(case["probabilities"])
    pi, gram, C, noise = case["queryProbabilities"], case["gram"], case["covariance"], case["noise"]
    trained = case["valueScale"]["trained"]

    def rate(tau, y, middle):
        S, nu = y[:-1].reshape(size, size), y[-1]
        G, dnu = np.zeros((size, size)), 0.0
        for k in range(size):
            G[:, k], h = column_descent(prompts, law, C, noise, nu, k, S[:, k], pi[k])
            dnu += h
        return np.append((gram @ G @ gram).ravel(), dnu if trained else 0.0)

    def run(options, logarithmic):
        y = np.append(case["initial"].ravel(), case["valueScale"]["initial"])
        result = []
        for y in integrate(rate, y, case["times"], options, logarithmic):
            S, nu = y[:-1].reshape(size, size), y[-1]
            losses = [column_loss(prompts, law, C, noise, nu, k, S[:, k]) for k in range(size)]
            result.append((S, nu, np.array(losses)))
        return result

    main = run(MAIN, True)
    agreement = {}
    for label, other in (("Radau", run(SECOND, True)),
                         ("DOP853InTau", run(dict(MAIN, rtol=1e-12, atol=1e-13), False))):
        agreement[label] = max(np.abs(np.subtract(u, v)).max()
                               for one, two in zip(main, other) for u, v in zip(one, two))
    out = dict(case)
    out["initial"] = columns(case["initial"])
    out["expected"] = [dict(time=t, logits=columns(S), valueScale=nu, losses=losses)
                       for t, (S, nu, losses) in zip(case["times"], main)]
    out["agreement"] = agreement
    return out


def columns(S):
    return [S[:, k] for k in range(S.shape[1])]


# --------------------------------------------------------------------------
# 2. Flows of one column while the token law changes
# --------------------------------------------------------------------------

def changing_flows():
    length, times = 5, [10.0, 40.0, 60.0, 200.0]
    p, q = np.array([0.5, 0.3125, 0.1875]), np.array([0.125, 0.5, 0.375])
    prompts, C = Prompts(3, length), np.eye(3)
    at, over, period = 40.0, 50.0, 20.0
    # share(tau, middle) of q in the law; middle lies inside the piece being integrated
    kinds = [
        ("switch", dict(at=at), (at,), np.inf, lambda t, middle: 1.0 if middle > at else 0.0),
        ("drift", dict(over=over), (over,), np.inf,
         lambda t, middle: t / over if middle < over else 1.0),
        ("cycle", dict(period=period), (), period / 8,
         lambda t, middle: (1 - math.cos(2 * math.pi * t / period)) / 2),
    ]
    cases = []
    for kind, parameters, kinks, max_step, share in kinds:
        for k in range(3):
            def rate(t, s, middle):
                law = p + (q - p) * share(t, middle)
                return column_descent(prompts, prompts.weights(law), C, 0.0, 1.0, k, s, law[k])[0]
            start = np.zeros(3)
            main = integrate(rate, start, times, MAIN, False, kinks, max_step)
            agreement = {
                "Radau": integrate(rate, start, times, SECOND, False, kinks, max_step),
                "DOP853HalfSteps": integrate(rate, start, times, dict(MAIN, rtol=1e-12, atol=1e-13),
                                             False, kinks, min(max_step / 2, 1.0)),
            }
            for label in agreement:
                agreement[label] = np.abs(np.subtract(main, agreement[label])).max()
            cases.append(dict(name=kind, query=k, probabilities=p, laterProbabilities=q, **parameters,
                              promptLength=length, noise=0.0, valueScale=1.0, initial=start, times=times,
                              expected=[dict(time=t, logits=s) for t, s in zip(times, main)],
                              agreement=agreement))
    return cases


# --------------------------------------------------------------------------
# 3. Discrete iterations
# --------------------------------------------------------------------------

def optimisers():
    p, length, k = [0.5, 0.3, 0.2], 5, 1
    prompts, C = Prompts(3, length), np.eye(3)
    law, marks = prompts.weights(p), [1, 2, 3, 10, 50]

    def direction(s):
        return column_descent(prompts, law, C, 0.0, 1.0, k, s, p[k])[0]

    def gradient_descent(eta):
        return lambda t, d, state: eta * d

    def momentum(eta, mu, nesterov):
        def step(t, d, state):
            state["v"] = mu * state.get("v", 0.0) + d
            return eta * (d + mu * state["v"] if nesterov else state["v"])
        return step

    def adam(eta, b1, b2, eps):
        def step(t, d, state):
            state["m"] = b1 * state.get("m", 0.0) + (1 - b1) * d
            state["v"] = b2 * state.get("v", 0.0) + (1 - b2) * d * d
            mhat, vhat = state["m"] / (1 - b1**t), state["v"] / (1 - b2**t)
            return eta * mhat / (root(vhat) + eps)
        return step

    rules = [
        ("gradientDescent", dict(eta=0.7), gradient_descent(0.7)),
        ("momentum", dict(eta=0.7, mu=0.9), momentum(0.7, 0.9, False)),
        ("nesterov", dict(eta=0.7, mu=0.9), momentum(0.7, 0.9, True)),
        ("adam", dict(eta=0.05, beta1=0.9, beta2=0.999, epsilon=1e-8), adam(0.05, 0.9, 0.999, 1e-8)),
        ("sign", dict(eta=0.05), lambda t, d, state: 0.05 * np.sign(d)),
        ("normalized", dict(eta=0.1), lambda t, d, state: 0.1 * d / root((d * d).sum())),
    ]
    torch_rules = {
        "gradientDescent": lambda s: torch.optim.SGD([s], lr=0.7),
        "momentum": lambda s: torch.optim.SGD([s], lr=0.7, momentum=0.9),
        "nesterov": lambda s: torch.optim.SGD([s], lr=0.7, momentum=0.9, nesterov=True),
        "adam": lambda s: torch.optim.Adam([s], lr=0.05, betas=(0.9, 0.999), eps=1e-8),
    }
    cases = []
    for name, parameters, step in rules:
        precise = run_precisely(step, prompts, p, k, max(marks))
        s, state, path, smallest = np.zeros(3), {}, {}, math.inf
        for t in range(1, max(marks) + 1):
            d = direction(s)
            smallest = min(smallest, np.abs(d).min())
            s = s + step(t, d, state)
            path[t] = s
        case = dict(name=name, query=k, probabilities=p, promptLength=length, noise=0.0, valueScale=1.0,
                    initial=np.zeros(3), **parameters,
                    expected=[dict(iteration=t, logits=path[t]) for t in marks],
                    smallestDirectionEntry=smallest,
                    fortyDigitsAgreement=max(np.abs(path[t] - precise[t]).max() for t in path))
        if name in torch_rules:
            case["torchAgreement"] = None if torch is None else run_torch(
                torch_rules[name], prompts, law, k, p[k], path)
        cases.append(case)
    return cases


def root(x):
    """Square root of floats or, entry by entry, of mpmath's numbers."""
    if isinstance(x, mpmath.mpf):
        return mpmath.sqrt(x)
    return np.array([mpmath.sqrt(v) for v in x]) if x.dtype == object else np.sqrt(x)


def run_precisely(step, prompts, p, k, iterations):
    """The same iterations with 40 digits, the descent written out anew."""
    with mpmath.workdps(40):
        size = len(p)
        probabilities = [mpmath.mpf(v) for v in p]
        s, state, path = np.array([mpmath.mpf(0)] * size), {}, {}
        for t in range(1, iterations + 1):
            d = np.array([mpmath.mpf(0)] * size)
            for c, coefficient in zip(prompts.counts, prompts.coefficients):
                chance = mpmath.mpf(coefficient)
                for m in range(size):
                    chance *= probabilities[m] ** int(c[m])
                a = [mpmath.mpf(c[m]) * mpmath.exp(s[m]) for m in range(size)]
                total = sum(a)
                a = [v / total for v in a]
                for n in range(size):
                    for m in range(size):     # da_m/ds_n = a_m (delta_mn - a_n)
                        d[n] -= (chance * probabilities[k] * (a[m] - (m == k))
                                 * a[m] * ((m == n) - a[n]))
            s = s + step(t, d, state)
            path[t] = np.array([float(v) for v in s])
        return path


def run_torch(make, prompts, law, k, query_probability, path):
    """Largest difference from torch.optim, the gradient taken by torch's autograd."""
    counts, law = torch.tensor(prompts.counts.tolist(), dtype=torch.float64), torch.tensor(law.tolist(), dtype=torch.float64)
    s = torch.zeros(counts.shape[1], dtype=torch.float64, requires_grad=True)
    optimiser, worst = make(s), 0.0
    for t in sorted(path):
        optimiser.zero_grad()
        weighted = counts * torch.exp(s)
        a = weighted / weighted.sum(dim=1, keepdim=True)
        loss = query_probability * 0.5 * (law * ((a * a).sum(dim=1) - 2 * a[:, k] + 1)).sum()
        loss.backward()
        optimiser.step()
        worst = max(worst, np.abs(np.array(s.tolist()) - path[t]).max())
    return worst


def layer_normalized():
    p, length, eta, marks = [0.5, 0.3, 0.2], 5, 0.1, [1, 2, 10, 50]
    prompts, C = Prompts(3, length), np.eye(3)
    law, S, found = prompts.weights(p), np.zeros((3, 3)), []
    for t in range(1, max(marks) + 1):
        G = np.stack([column_descent(prompts, law, C, 0.0, 1.0, k, S[:, k], p[k])[0]
                      for k in range(3)], axis=1)
        S = S + eta * G / np.sqrt((G * G).sum())
        if t in marks:
            found.append(dict(iteration=t, logits=columns(S)))
    return dict(probabilities=p, promptLength=length, gram=np.eye(3), covariance=C, noise=0.0,
                valueScale=1.0, initial=columns(np.zeros((3, 3))), eta=eta, expected=found)


# --------------------------------------------------------------------------
# 4. Curriculum of growing subsets
# --------------------------------------------------------------------------

def check_curriculum(features=5, size=3, query=1):
    """Largest differences between the formulas for alpha and beta and the average over
    all subsets of complex-step derivatives of the loss of one infinite prompt."""
    worst = 0.0
    subsets = [c for c in itertools.combinations(range(features), size) if query in c]
    for D in (-0.5, 0.0, 0.3, 1.0, 2.5):
        s = np.full(features, -0.2)
        s[query] += D
        g = np.zeros(features)
        for subset in subsets:
            for n in range(features):
                z = s.astype(complex)
                z[n] += 1e-30j
                # weights of the labels: attention on the subset, minus one on the query;
                # independent labels of variance 1
                error = np.zeros(features, dtype=complex)
                error[list(subset)] = np.exp(z[list(subset)]) / np.exp(z[list(subset)]).sum()
                error[query] -= 1
                g[n] -= (0.5 * (error**2).sum()).imag / 1e-30 / features / len(subsets)
        a = math.exp(D) / (math.exp(D) + size - 1)
        alpha = a * (1 - a) ** 2 * size / (size - 1) / features
        expected = np.full(features, -alpha / (features - 1))
        expected[query] = alpha
        worst = max(worst, np.abs(g - expected).max())
        # The same for the full prompt's loss
        z = np.exp(s) / np.exp(s).sum()
        z[query] -= 1
        a = math.exp(D) / (math.exp(D) + features - 1)
        worst = max(worst, abs(0.5 * (z**2).sum() - 0.5 * features / (features - 1) * (1 - a) ** 2))
    return worst


def subset_size(features, u):
    """m(D) with u = exp(D)."""
    return max(2, min(features, 1 + math.floor(2 * u + 0.5)))


def final_u(features, eps):
    """exp(D) at which the loss on full prompts is eps."""
    return math.sqrt(features * (features - 1) / (2 * eps)) - (features - 1)


def curriculum_time(features, eps):
    """With u = exp(D) and M = m - 1 the flow reads
           dtau = (K-1)/(M (M+1)) (u+M)^3/u^2 du,
    whose integral over a piece of constant M, from u0 to u0 + w, is a sum of
    positive terms."""
    last, start, pieces = final_u(features, eps), 1.0, []
    while start < last:
        M = subset_size(features, start) - 1
        end = last if M == features - 1 else min(last, (2 * M + 1) / 4)
        pieces.append(piece_time(features, M, start, end))
        start = end
    return math.fsum(pieces)


def piece_time(features, M, u0, u1, log1p=math.log1p):
    w = u1 - u0
    return (features - 1) * (w * (u0 + u1) / 2 + 3 * M * w + 3 * M * M * log1p(w / u0)
                             + M**3 * w / (u0 * u1)) / (M * (M + 1))


def full_prompt_time(features, eps):
    """The same with full prompts throughout (m = K)."""
    return piece_time(features, features - 1, 1.0, final_u(features, eps))


def curriculum_time_error(features, eps):
    """Relative difference to the same sum with 40 digits, from the primitive."""
    with mpmath.workdps(40):
        last = mpmath.sqrt(mpmath.mpf(features) * (features - 1) / (2 * mpmath.mpf(eps))) - (features - 1)
        total, start = mpmath.mpf(0), mpmath.mpf(1)
        for M in range(2, features):
            end = last if M == features - 1 else mpmath.mpf(2 * M + 1) / 4
            def primitive(u):
                return u * u / 2 + 3 * M * u + 3 * M * M * mpmath.log(u) - mpmath.mpf(M) ** 3 / u
            total += (primitive(end) - primitive(start)) * (features - 1) / (mpmath.mpf(M) * (M + 1))
            start = end
        return total / mpmath.mpf(curriculum_time(features, eps)) - 1


def curriculum_time_by_flow(features, eps):
    """The time from the flow dD/dtau = alpha K/(K-1) itself, as the integral of
    dtau/dD over D piece by piece."""
    last, start, total = final_u(features, eps), 1.0, 0.0
    while start < last:
        m = subset_size(features, start)
        end = last if m == features else min(last, (2 * m - 1) / 4)
        def rate(D, tau):
            a = math.exp(D) / (math.exp(D) + m - 1)
            alpha = a * (1 - a) ** 2 * m / (m - 1) / features
            return [1 / (alpha * features / (features - 1))]
        total += solve_ivp(rate, (math.log(start), math.log(end)), [0.0], **MAIN).y[0, -1]
        start = end
    return total


def curriculum():
    eps, cases = 0.01, []
    for features in (10, 100, 1000, 10_000, 100_000, 1_000_000):
        time = curriculum_time(features, eps)
        leading = 6.75 * features * math.log(features / 2)
        agreement = dict(fortyDigits=float(abs(curriculum_time_error(features, eps))),
                         flow=abs(curriculum_time_by_flow(features, eps) / time - 1)
                         if features <= 1000 else None)
        cases.append(dict(features=features, time=time, leading=leading, ratio=time / leading,
                          excessOverFeatures=(time - leading) / features,
                          finalDifference=math.log(final_u(features, eps)),
                          fullPromptTime=full_prompt_time(features, eps),
                          relativeAgreement=agreement))
    return dict(eps=eps, initialDifference=0.0, formulasAgreement=check_curriculum(), cases=cases)


# --------------------------------------------------------------------------
# Output
# --------------------------------------------------------------------------

def number(x):
    text = "%.17g" % x
    if not math.isfinite(x):
        raise ValueError("not finite")
    return text if any(ch in text for ch in ".e") else text + ".0"


def write(value, indent=0):
    """JSON with 17 significant digits; a list of numbers is kept on one line."""
    pad = "\n" + "  " * (indent + 1)
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if value is None or isinstance(value, (bool, str)):
        return json.dumps(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (float, np.floating)):
        return number(float(value))
    if isinstance(value, dict):
        body = ("," + pad).join(json.dumps(key) + ": " + write(v, indent + 1) for key, v in value.items())
        return "{" + pad + body + "\n" + "  " * indent + "}"
    if isinstance(value, (list, tuple)):
        if all(isinstance(v, (int, float, np.floating)) for v in value):
            return "[" + ", ".join(write(v) for v in value) + "]"
        return "[" + pad + ("," + pad).join(write(v, indent + 1) for v in value) + "\n" + "  " * indent + "]"
    raise TypeError(type(value))


def plain(value):
    """The same with numpy's scalars made Python's, for printing."""
    if isinstance(value, dict):
        return {key: plain(v) for key, v in value.items()}
    return float("%.2g" % value) if isinstance(value, (float, np.floating)) else value


def main():
    result = dict(
        description="Reference values for training, by enumeration; see training.py",
        checks=dict(descentAgainstComplexStep=check_descent(), lossAgainstTokenSequences=check_loss_by_tokens()),
        software=dict(python=platform.python_version(), numpy=np.__version__, scipy=scipy.__version__,
                      mpmath=mpmath.__version__, torch=None if torch is None else torch.__version__),
        flows=[run_flow(case) for case in flow_cases()],
        changingFlows=changing_flows(),
        optimisers=optimisers(),
        layerNormalized=layer_normalized(),
        curriculum=curriculum(),
    )
    name = os.path.join(os.path.dirname(os.path.abspath(__file__)), "training.json")
    with open(name, "w", encoding="utf-8") as file:
        file.write(write(result) + "\n")

    print("checks", plain(result["checks"]))
    for case in result["flows"]:
        print("flow", case["name"], plain(case["agreement"]))
    for case in result["changingFlows"]:
        print("changing", case["name"], case["query"], plain(case["agreement"]))
    for case in result["optimisers"]:
        print("optimiser", case["name"], "torch:", plain(case.get("torchAgreement", "-")),
              "40 digits:", plain(case["fortyDigitsAgreement"]),
              "smallest |d|:", case["smallestDirectionEntry"])
    print("curriculum formulas", result["curriculum"]["formulasAgreement"])
    for case in result["curriculum"]["cases"]:
        print("curriculum", case["features"], case["time"], case["ratio"], case["excessOverFeatures"],
              case["fullPromptTime"], plain(case["relativeAgreement"]))


if __name__ == "__main__":
    main()
