package io.github.icldynamics.claim;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The paper whose setting a claim speaks of.
 *
 * @param key the word for it on the command line and in JSON
 * @param authors each as {@code Family, Given}
 * @param venue where it appeared, in short
 * @param arxiv its number there; may be empty
 */
public record Paper(
    String key, List<String> authors, String title, String venue, int year, String arxiv) {
  public Paper {
    authors = List.copyOf(authors);
  }

  /** Authors, title, venue and year in one line. */
  public String reference() {
    var families = authors.stream().map(author -> author.split(",", 2)[0]).toList();
    int last = families.size() - 1;
    String all =
        last == 0
            ? families.getFirst()
            : families.subList(0, last).stream().collect(Collectors.joining(", "))
                + " & "
                + families.get(last);
    return "%s, %s, %s %d".formatted(all, title, venue, year);
  }
}
