"""ICL Dynamics from Python: exact training runs of attention as pandas tables and inline figures.

    import icl_dynamics as icl
    run = icl.run("imbalanced")                 # a preset, or an experiment as a dict
    run.tables["states"]                        # pandas DataFrames
    run                                         # its figures, in a notebook
    icl.evaluate({"probabilities": [.5, .3, .2], "promptLength": 20, "query": 1, "logits": [-1, 2, 0]})
    icl.sweep({"sweep": {"base": "imbalanced"}, "axes": {"K": [10, 100, 1000]}}).table

One process of `icl serve` answers all calls: a thousand cost one start. It is started by the first call and ends with
Python. The program is found by the environment variable ICL, beside this file's folder, or on the PATH.

Needs Python 3.9 or newer and pandas.
"""

import atexit
import json
import os
import pathlib
import shutil
import subprocess
import threading

import pandas

__all__ = ["IclError", "Laboratory", "Run", "Sweep", "evaluate", "run", "sweep", "verify"]


class IclError(Exception):
    """What the laboratory refuses, in one sentence."""


class Run:
    """A training run: `summary` (as `icl run --json`), `facts`, `landmarks`, `tables`, `figures`."""

    def __init__(self, answer):
        self.summary = answer["summary"]
        self.facts = pandas.DataFrame(answer["facts"], columns=["name", "value", "uncertainty", "unit", "sentence"])
        self.landmarks = pandas.DataFrame(answer["landmarks"], columns=["name", "tau", "sentence"])
        self.tables = {name: pandas.DataFrame(columns) for name, columns in answer["tables"].items()}
        self.figures = answer.get("figures", {})

    @property
    def outcome(self):
        return self.summary["outcome"]

    def __getitem__(self, name):
        """The value of a fact or landmark by its name."""
        for table, column in ((self.facts, "value"), (self.landmarks, "tau")):
            found = table.loc[table["name"] == name, column]
            if len(found):
                return found.iloc[0]
        raise KeyError(name)

    def __repr__(self):
        return f"<run {self.summary['hash']}: {self.outcome}, {len(self.facts)} facts, {len(self.tables)} tables>"

    def _repr_html_(self):
        return "".join(f"<div>{svg}</div>" for svg in self.figures.values()) or self.facts.to_html(index=False)


class Sweep:
    """A sweep: `table`, a row a run; `figures` as SVG by name; `folder`, where all of it is."""

    def __init__(self, answer):
        self.folder = pathlib.Path(answer["folder"])
        self.failed = answer["failed"]
        self.table = pandas.read_csv(self.folder / "table.csv", dtype={"run": str})

    @property
    def figures(self):
        return {file.stem: file.read_text(encoding="utf-8") for file in sorted(self.folder.glob("*.svg"))}

    def __repr__(self):
        return f"<sweep of {len(self.table)} points in {self.folder}>"

    def _repr_html_(self):
        return "".join(f"<div>{svg}</div>" for svg in self.figures.values()) or self.table.to_html(index=False)


class Laboratory:
    """A process of `icl serve`. One that has died is told as an error, and the next call starts another."""

    def __init__(self, command=None):
        self._command = command
        self._process = None
        self._lock = threading.Lock()
        atexit.register(self.close)

    def _started(self):
        if self._process is None:
            command = self._command or [_program()]
            self._process = subprocess.Popen(
                [*command, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
        return self._process

    def ask(self, request):
        """The answer to a request, both as documents."""
        with self._lock:
            process = self._started()
            try:
                process.stdin.write(json.dumps(request, allow_nan=False) + "\n")
                process.stdin.flush()
                line = process.stdout.readline()
            except OSError:
                line = ""
            except BaseException:
                # An answer that nobody has read would be taken for that to the next request.
                process.kill()
                process.wait()
                self._process = None
                raise
            if not line:
                code = process.wait()
                process.stdout.close()
                process.stdin = None  # What could not be written would be tried again at its end.
                self._process = None
                raise IclError(f"the laboratory's process has ended (exit code {code}); the next call starts a new one")
        answer = json.loads(line)
        if isinstance(answer, dict) and "error" in answer and len(answer) == 1:
            raise IclError(answer["error"])
        return answer

    def run(self, experiment, figures=True):
        request = {"run": experiment}
        return Run(self.ask({**request, "figures": True} if figures else request))

    def evaluate(self, case):
        return self.ask({"evaluate": case})

    def sweep(self, sweep):
        return Sweep(self.ask({"sweep": sweep}))

    def verify(self, what):
        return pandas.DataFrame(self.ask({"verify": what})["claims"])

    def close(self):
        """Ends the process."""
        process, self._process = self._process, None
        if process is not None:
            process.stdin.close()
            process.wait()
            process.stdout.close()


def _program():
    beside = pathlib.Path(__file__).resolve().parent.parent / "icl"
    candidates = [os.environ.get("ICL"), str(beside) if beside.exists() else None, shutil.which("icl")]
    for candidate in candidates:
        if candidate:
            return candidate
    raise IclError("the program icl must be beside this file's folder, on the PATH, or named by the variable ICL")


_usual = Laboratory()


def run(experiment, figures=True):
    """Trains an experiment (a dict, or the name of a preset or file) and returns a `Run`."""
    return _usual.run(experiment, figures)


def evaluate(case):
    """Population loss and descent at given weights, for one case or a list of cases, as `icl evaluate` gives them."""
    return _usual.evaluate(case)


def sweep(sweep):
    """Makes a sweep (a dict, or the name of a file) and returns a `Sweep`; what is there is not made again."""
    return _usual.sweep(sweep)


def verify(what):
    """Puts the claims of a paper (such as "huang2024"), or one claim, to the test; a DataFrame with a row a claim."""
    return _usual.verify(what)
