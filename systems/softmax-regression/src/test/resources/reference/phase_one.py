"""The end of phase I of an under-represented feature, K = 100, N = infinity, as 3 tau_I / T with T = (K-1)^2/(1-p1):
where alpha_k overtakes |beta_k1|, by scipy's DOP853 at 1e-12 with an event.  Usage: python3 phase_one.py"""
import numpy as np
from scipy.integrate import solve_ivp
from trajectories import value, imb

K = 100
for p1 in (0.2, 0.5, 0.8):
    p, m = imb(K, p1)

    def rate(x, s):
        return value(p, m, s, np.inf, 1)[1] * np.exp(x)

    def lead(x, s):
        g = value(p, m, s, np.inf, 1)[1]
        return np.log(g[1] / abs(g[0]))

    plateau = (K - 1) ** 2 / (1 - p1)
    solution = solve_ivp(rate, [0, np.log1p(plateau)], np.zeros(3), method='DOP853', rtol=1e-12, atol=1e-13, events=lead)
    print(p1, float(3 * np.expm1(solution.t_events[0][0]) / plateau))
