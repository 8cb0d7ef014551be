#!/usr/bin/env python3
"""Times and accuracy of ours and of PyTorch's training, in turn; started by compare.sh.

The problem: K = 20, N = 100, p1 = 1/2, learning rate 1, 3000 iterations from Q = 0;
PyTorch samples batches of 256 prompts, ours takes the exact population gradient.

warm     the training loop alone: PyTorch's own `seconds_training`, after warm-up,
         against the median of repeated runs in one warm JVM;
process  from start to exit, without evaluation on PyTorch's side;
error    |value - reference|, the reference being that of reference.py.  PyTorch's
         weights are the means over all exchangeable entries, which flatters them;
         its losses carry the noise of 20000 evaluation prompts a query.  Seed r in
         round r; medians over rounds.

Ours trains one of the 19 exchangeable columns; "ours, no symmetry" trains all 20
columns with 20 logits each, as PyTorch does.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).parent
PYTHON = "/usr/bin/python3"
IMPLEMENTATIONS = ("tokens", "gather")
PROBLEM = ["--K", "20", "--N", "100", "--p1", "0.5", "--iterations", "3000", "--batch", "256", "--lr", "1"]
QUANTITIES = ("A_1", "B_1n", "A_k", "B_k1", "B_kn", "L_1", "L_k")


def run(command):
    """The standard output of a command, and its seconds."""
    begun = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=HERE)
    return done.stdout, time.perf_counter() - begun


def token_level(implementation, seed, *more):
    return run([PYTHON, "token_level.py", *PROBLEM, "--impl", implementation, "--seed", str(seed), *more])


def values(result):
    """The quantities of PyTorch's document."""
    dominant, under = result["S"]["dominant"], result["S"]["under_represented"]
    return {"A_1": dominant["A_1"], "B_1n": dominant["mean_B_1n"], "A_k": under["mean_A_k"],
            "B_k1": under["mean_B_k1"], "B_kn": under["mean_B_kn"],
            "L_1": result["errors"]["L_1"], "L_k": result["errors"]["mean_L_k"]}


class Series:
    """Measurements by name, one a round."""

    def __init__(self):
        self.rounds = {}

    def add(self, name, value):
        self.rounds.setdefault(name, []).append(value)

    def median(self, name):
        return statistics.median(self.rounds[name])

    def spread(self, name):
        return f"{min(self.rounds[name]):.4g} to {max(self.rounds[name]):.4g}"

    def ratio(self, name, base):
        """The median over rounds of name's value in units of base's."""
        return statistics.median(a / b for a, b in zip(self.rounds[name], self.rounds[base]))


def measure(args):
    warm, process, outcomes = Series(), Series(), []
    icl = [args.icl, "run", "imbalanced", "--features", "20", "--dominant", "0.5", "--prompt-length", "100",
           "--method", "gd", "--learning-rate", "1", "--until", "3000", "--no-save"]
    main = [args.java, "-cp", args.jar, "io.github.icldynamics.benchmarks.WarmDescent"]
    run(icl)
    for r in range(args.rounds):
        print(f"round {r + 1} of {args.rounds}", file=sys.stderr)
        ours = json.loads(run(main)[0])
        warm.add("ours", ours["seconds"])
        warm.add("ours, no symmetry", ours["seconds_without_symmetry"])
        outcome = {"ours": ours}
        process.add("ours", run(icl)[1])
        for implementation in IMPLEMENTATIONS:
            result = json.loads(token_level(implementation, r)[0])
            warm.add(implementation, result["seconds_training"])
            outcome[implementation] = values(result)
            process.add(implementation, token_level(implementation, r, "--eval-prompts", "0", "--warmup", "0")[1])
        outcomes.append(outcome)
    print(f"PyTorch {result['torch']}, {result['threads']} thread(s) by default; {args.rounds} rounds\n")
    return warm, process, outcomes


def print_times(title, series):
    print(f"{title:<22}{'seconds':>11}  {'least to greatest':<22}{'in units of ours':>17}")
    for name in series.rounds:
        print(f"{name:<22}{series.median(name):>11.5f}  {series.spread(name):<22}{series.ratio(name, 'ours'):>17.4g}")
    print()


def print_errors(outcomes):
    reference = json.loads((HERE / "reference.json").read_text())["values"]
    errors = {}
    for name in outcomes[0]:
        for quantity in QUANTITIES:
            exact = float(reference[quantity])
            # Half a unit in the last place: no double tells smaller errors from 0.
            least = abs(exact) * 2**-54
            errors[name, quantity] = max(
                statistics.median(abs(o[name][quantity] - exact) for o in outcomes), least)
    names = list(outcomes[0])
    peers = names[1:]
    print(f"{'error':<8}{'reference':>16}" + "".join(f"{n:>12}" for n in names)
          + "".join(f"{n + '/ours':>14}" for n in peers))
    for quantity in QUANTITIES:
        ours = errors["ours", quantity]
        print(f"{quantity:<8}{float(reference[quantity]):>16.10g}"
              + "".join(f"{errors[n, quantity]:>12.2g}" for n in names)
              + "".join(f"{errors[n, quantity] / ours:>14.2g}" for n in peers))
    worst = {n: max(errors[n, q] / abs(float(reference[q])) for q in QUANTITIES) for n in names}
    print(f"{'greatest relative':<24}" + "".join(f"{worst[n]:>12.2g}" for n in names)
          + "".join(f"{worst[n] / worst['ours']:>14.2g}" for n in peers))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--java", required=True)
    p.add_argument("--jar", required=True)
    p.add_argument("--icl", required=True)
    p.add_argument("--rounds", type=int, default=7)
    warm, process, outcomes = measure(p.parse_args())
    print_times("warm training", warm)
    print_times("whole process", process)
    print_errors(outcomes)


if __name__ == "__main__":
    main()
