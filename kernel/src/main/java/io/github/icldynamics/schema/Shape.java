package io.github.icldynamics.schema;

import java.util.List;
import java.util.Optional;

/** What may be written in a place, as data: for documents, help, controls and tests. */
public sealed interface Shape {
  /** A number. */
  record Numeral(Bounds bounds, boolean whole) implements Shape {}

  /** True or false. */
  record Truth() implements Shape {}

  /** One of some words. */
  record Word(List<String> words) implements Shape {
    public Word {
      words = List.copyOf(words);
    }
  }

  /** A list. */
  record Items(Shape element) implements Shape {}

  /** Values by name. */
  record Mapping(List<Entry> entries) implements Shape {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** One of several. */
  record OneOf(List<Case> cases) implements Shape {
    public OneOf {
      cases = List.copyOf(cases);
    }
  }

  /**
   * A mapping in which the word at one key decides which others there are.
   *
   * @param key of the word
   */
  record Tagged(String key, List<Case> cases) implements Shape {
    public Tagged {
      cases = List.copyOf(cases);
    }
  }

  /**
   * A field of a mapping.
   *
   * @param otherwise what it is if it is not given; empty: it is required, or depends on others
   * @param required whether it must be given
   * @param option the option of the command line that replaces it
   */
  record Entry(
      String key,
      Shape shape,
      Optional<Node> otherwise,
      boolean required,
      Notes notes,
      Optional<CommandOption> option) {}

  /**
   * One of the possibilities of a choice.
   *
   * @param key its word, or the only key of its mapping; empty if neither
   * @param shape what comes with it: a mapping without entries if nothing does
   */
  record Case(String key, String sentence, Shape shape) {}

  /**
   * What people read about a field.
   *
   * @param symbol the papers' letter; may be empty
   * @param unit may be empty
   * @param sentence what it is
   */
  record Notes(String symbol, String unit, String sentence) {}
}
