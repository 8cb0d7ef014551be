package io.github.icldynamics.experiment;

/** An experiment of any system, as a run folder keeps it: known by its canonical text. */
public sealed interface StoredExperiment permits Experiment, MixtureExperiment {}
