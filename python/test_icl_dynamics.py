"""Tests of the module on a real process; `python3 -m unittest` in this folder runs them."""

import json
import os
import pathlib
import tempfile
import time
import unittest

import icl_dynamics as icl

FOLDER = pathlib.Path(__file__).resolve().parent
CASE = {"probabilities": [0.5, 0.3, 0.2], "promptLength": 20, "query": 1, "logits": [-1, 2, 0]}


class LaboratoryTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.before = os.getcwd()
        cls.folder = tempfile.TemporaryDirectory()
        os.chdir(cls.folder.name)

    @classmethod
    def tearDownClass(cls):
        icl._usual.close()
        os.chdir(cls.before)
        cls.folder.cleanup()

    def test_a_run_has_tables_and_figures(self):
        run = icl.run("imbalanced")
        self.assertEqual("converged", run.outcome)
        # As the README prints it.
        self.assertAlmostEqual(33225, run["queries.1.convergence"], delta=0.5)
        states = run.tables["states"]
        self.assertEqual("float64", str(states["error"].dtype))
        self.assertAlmostEqual(0.62125, states.loc[states["query"] == 1, "error"].iloc[0], delta=5e-6)
        self.assertIn("<svg", run._repr_html_())
        self.assertIn("error", run.figures)

    def test_a_thousand_evaluations_take_less_than_a_second(self):
        icl.evaluate(CASE)
        begun = time.monotonic()
        answers = [icl.evaluate(CASE) for _ in range(1000)]
        taken = time.monotonic() - begun
        print(f"\n1,000 evaluations: {taken:.2f} s")
        self.assertLess(taken, float(os.environ.get("ICL_PATIENCE", "5")))
        self.assertEqual(1, len({answer["loss"] for answer in answers}))
        self.assertEqual(answers[0], icl.evaluate([CASE, CASE])[1])

    def test_a_sweep_is_a_table(self):
        sweep = icl.sweep(
            {
                "sweep": {"name": "python", "base": "imbalanced"},
                "axes": {"K": {"logspace": [10, 1000, 3]}, "p1": [0.3, 0.6]},
                "measure": ["queries.1.convergence"],
            }
        )
        table = sweep.table.pivot(index="K", columns="p1", values="queries.1.convergence")
        self.assertEqual([10, 100, 1000], list(table.index))
        self.assertEqual([0.3, 0.6], list(table.columns))
        self.assertTrue((table.diff().dropna() > 0).all().all())
        self.assertTrue(sweep.table["error"].isna().all())
        self.assertIn("<svg", sweep._repr_html_())

    def test_the_notebook_runs(self):
        notebook = json.loads((FOLDER / "phase-diagram.ipynb").read_text(encoding="utf-8"))
        names = {}
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                exec("".join(cell["source"]), names)
        self.assertEqual(13 * 9, len(names["sweep"].table))
        self.assertEqual(["map-queries-1-convergence"], list(names["sweep"].figures))

    def test_claims_are_a_table(self):
        claims = icl.verify("one-phase-dominant")
        self.assertEqual(["holds"], list(claims["verdict"]))

    def test_what_is_refused_is_one_sentence(self):
        with self.assertRaisesRegex(icl.IclError, "dominant"):
            icl.run({"tokenLaw": {"imbalanced": {"features": 10, "dominant": 2}}, "promptLength": 10})
        with self.assertRaisesRegex(icl.IclError, "did you mean imbalanced"):
            icl.run("imbalance")
        self.assertIn("loss", icl.evaluate(CASE))

    def test_a_killed_process_is_a_sentence_and_a_new_start(self):
        icl.evaluate(CASE)
        icl._usual._process.kill()
        with self.assertRaisesRegex(icl.IclError, "has ended .exit code -9.; the next call starts a new one"):
            icl.evaluate(CASE)
        self.assertIn("loss", icl.evaluate(CASE))


if __name__ == "__main__":
    unittest.main()
