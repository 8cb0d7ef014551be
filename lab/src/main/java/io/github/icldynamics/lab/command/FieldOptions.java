package io.github.icldynamics.lab.command;

import io.github.icldynamics.schema.CommandOption;
import io.github.icldynamics.schema.Shape;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.system.LearningSystem;
import io.github.icldynamics.system.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options that the fields of experiments declare, of one system or of several. */
final class FieldOptions {
  private final Map<String, Shape.Entry> options = new LinkedHashMap<>();

  FieldOptions(List<LearningSystem<?>> systems) {
    for (var system : systems) {
      Options.of(system.format().shape()).forEach(options::putIfAbsent);
    }
  }

  void addTo(CommandSpec spec) {
    options.forEach(
        (name, entry) ->
            spec.addOption(
                OptionSpec.builder(name)
                    .paramLabel(entry.option().map(CommandOption::label).orElse(""))
                    .type(String.class)
                    .description(description(entry))
                    .build()));
  }

  private static String description(Shape.Entry entry) {
    String own = entry.option().map(CommandOption::sentence).orElse("");
    String sentence = (own.isEmpty() ? entry.notes().sentence() : own).replace("%", "%%");
    return entry.shape() instanceof Shape.Tagged(_, var cases)
        ? Words.alternatives(cases.stream().map(Shape.Case::key).toList())
        : sentence;
  }

  /** Those that are given, with their values. */
  Map<String, String> given(ParseResult parsed) {
    var given = new LinkedHashMap<String, String>();
    for (String name : options.keySet()) {
      if (parsed.hasMatchedOption(name)) {
        given.put(name, parsed.matchedOptionValue(name, ""));
      }
    }
    return given;
  }
}
