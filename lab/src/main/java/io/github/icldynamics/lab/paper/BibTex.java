package io.github.icldynamics.lab.paper;

import io.github.icldynamics.claim.Paper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a paper cites, as entries of BibTeX. */
public final class BibTex {
  private BibTex() {}

  /** The entry of a paper. */
  public static String of(Paper paper) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("author", String.join(" and ", paper.authors()));
    fields.put("title", "{" + paper.title() + "}");
    fields.put("booktitle", paper.venue());
    fields.put("year", Integer.toString(paper.year()));
    if (!paper.arxiv().isEmpty()) {
      fields.put("eprint", paper.arxiv());
      fields.put("archiveprefix", "arXiv");
    }
    return entry("inproceedings", paper.key(), fields);
  }

  /**
   * The entry of this program.
   *
   * @param note which run it made
   */
  public static String ofProgram(String version, String note) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("author", "{The ICL Dynamics authors}");
    fields.put("title", "{ICL Dynamics: an exact laboratory for in-context learning}");
    fields.put("year", "2026");
    fields.put("version", version);
    fields.put("note", note);
    return entry("software", "icldynamics", fields);
  }

  private static String entry(String kind, String key, Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "  %s = {%s}".formatted(field.getKey(), field.getValue()))
        .collect(Collectors.joining(",\n", "@%s{%s,\n".formatted(kind, key), "\n}\n"));
  }
}
