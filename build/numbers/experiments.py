#!/usr/bin/env python3
"""Writes thirty random experiments of the published systems, the same ones every time.

    experiments.py FOLDER

Each is small enough for a few seconds; between them they use every law, method and variation.
"""

import json
import pathlib
import random
import sys

SEED = 20261127
SOFTMAX = 22
MIXTURES = 8


def rounded(x):
    return float(f"{x:.3g}")


def token_law(rng):
    kind = rng.choice(["imbalanced", "imbalanced", "balanced", "zipf", "probabilities", "groups"])
    features = rng.choice([3, 5, 12, 40, 300, 10**6])
    if kind == "imbalanced":
        return {kind: {"features": features, "dominant": rounded(rng.uniform(0.2, 0.8))}}
    if kind == "balanced":
        return {kind: {"features": features}}
    if kind == "zipf":
        return {kind: {"features": rng.randint(3, 25), "exponent": rounded(rng.uniform(0.5, 1.5))}}
    if kind == "probabilities":
        return {kind: [0.4, 0.25, 0.15, 0.1, 0.06, 0.04]}
    return {kind: [{"probability": 0.5, "count": 1}, {"probability": 0.025, "count": 20}]}


def optimiser(rng):
    return {
        "flow": {},
        "gd": {"learningRate": 0.5},
        "momentum": {"learningRate": 0.5, "momentum": 0.8},
        "nesterov": {"learningRate": 0.5},
        "adam": {"learningRate": 0.05, "beta1": 0.8},
        "signgd": {"learningRate": 0.05},
        "normalized": {"learningRate": 0.1},
        "sgd": {"learningRate": 0.5, "batch": 32, "seed": rng.randint(1, 99)},
    }


def softmax(rng, index):
    experiment = {"tokenLaw": token_law(rng), "promptLength": rng.choice([10, 300, 10**5, "inf"])}
    methods = list(optimiser(rng))
    method = methods[index % len(methods)]
    training = {"method": method, **optimiser(rng)[method]}
    if method != "flow":
        experiment["tokenLaw"] = {"imbalanced": {"features": rng.choice([3, 5, 8]), "dominant": 0.4}}
        training["until"] = rng.choice([20.0, 60.0])
        if method == "sgd":
            experiment["promptLength"] = 50
    else:
        variation(rng, index, experiment, training)
    training["epsilon"] = rng.choice([0.01, 0.03])
    experiment["training"] = training
    return experiment


def variation(rng, index, experiment, training):
    few = {"imbalanced": {"features": 6, "dominant": 0.45}}
    kind = (index // 8) % 3 if index % 16 else 0
    if kind == 0:
        experiment["labels"] = {"covariance": {"kernel": "relu"}, "noise": 0.01}
        experiment["features"] = {"gram": {"equicorrelated": 0.3}}
        experiment["tokenLaw"] = few
        experiment["test"] = {"promptLength": 100}
        training["until"] = 1e4
    elif kind == 1:
        experiment["tokenLaw"] = few
        experiment["initial"] = {"logits": {"gaussian": {"scale": 0.3, "seed": 4}}}
        experiment["queryLaw"] = {"balanced": {"features": 6}}
    else:
        experiment["tokenLaw"] = few
        experiment["change"] = {"switch": {"at": 300.0, "to": {"balanced": {"features": 6}}}}
        experiment["valueScale"] = {"initial": 0.9, "trained": False}
        training["until"] = 2000.0


def mixture(rng, index):
    covariance = [[1.0], [0.7, 1.6], [[1.5, 0.3], [0.3, 0.8]], {"conditionNumber": 4, "seed": 2}][index % 4]
    law = {"classes": 2 if index < 6 else 3, "covariance": covariance}
    if isinstance(covariance, dict):
        law["dimension"] = 2
    method = ["gd", "momentum", "nesterov", "normalized"][(index // 2) % 4]
    training = {"method": method}
    if method == "normalized":
        training.update({"learningRate": 0.01, "until": 1.0})
    elif method != "gd":
        training.update({"learningRate": 0.3})
    experiment = {
        "mixture": law,
        "promptLength": rng.choice([20, 100, "inf"]),
        "training": training,
        "accuracy": {"standardError": 0.01, "seed": rng.randint(1, 9)},
    }
    if index % 3 == 2:
        experiment["test"] = {"promptLength": 500, "priors": [0.3, 0.7] if law["classes"] == 2 else [0.2, 0.3, 0.5]}
    return experiment


def main(folder):
    rng = random.Random(SEED)
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(SOFTMAX):
        write(folder / f"softmax-{index:02}.yaml", softmax(rng, index))
    for index in range(MIXTURES):
        write(folder / f"mixture-{index}.yaml", mixture(rng, index))


def write(path, experiment):
    path.write_text(json.dumps(experiment) + "\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
