package io.github.icldynamics.lab.page;

import static io.github.icldynamics.lab.page.HtmlText.escaped;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** One web page that needs nothing else, put down piece by piece. */
public final class HtmlPage {
  private static final String STYLE =
      """
      :root { color-scheme: light; --ink: #222; --soft: #5a5a5a; --line: #ddd; --paper: #fff; }
      body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.6rem; margin-bottom: .2rem; } h2 { font-size: 1.25rem; margin: 2.5rem 0 .3rem; }
      .soft { color: var(--soft); } table { border-collapse: collapse; width: 100%; margin: .8rem 0; }
      th, td { text-align: left; padding: .25rem .6rem; border-bottom: 1px solid var(--line);
        vertical-align: top; } th { font-weight: 600; }
      td { font-variant-numeric: tabular-nums; }
      .verdict { white-space: nowrap; font-weight: 600; } .holds, .holds-restricted { color: #00624a; }
      .fails { color: #a33c00; } .inconclusive, .not-applicable { color: #5a5a5a; }
      .formula { font-family: Cambria, "STIX Two Text", "DejaVu Serif", serif; font-size: 1.05rem;
        border-left: 3px solid #0072b2; padding: .2rem .8rem; margin: .6rem 0; }
      dl { display: grid; grid-template-columns: 8rem 1fr; gap: .2rem .8rem; margin: .6rem 0; }
      dt { color: var(--soft); } dd { margin: 0; } img { max-width: 100%; height: auto; }
      sub, sup { line-height: 0; font-size: 75%; } code { font-size: .9em; } a { color: #00578a; }
      pre { background: #f6f6f6; padding: .6rem .8rem; overflow-x: auto; font-size: .85rem; }
      .wide { overflow-x: auto; }
      """;

  private final StringBuilder page = new StringBuilder();

  /** Begins a page, up to its body. */
  public HtmlPage(String title) {
    line("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
    line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    line("<title>" + escaped(title) + "</title>\n<style>\n" + STYLE + "</style>\n</head>");
    line("<body>");
  }

  /** Puts down HTML as it is. */
  public HtmlPage line(String html) {
    page.append(html).append('\n');
    return this;
  }

  /** Begins a table. */
  public HtmlPage heads(List<String> heads) {
    String cells =
        heads.stream().map(head -> "<th>" + head + "</th>").collect(Collectors.joining());
    return line("<table>\n<tr>" + cells + "</tr>");
  }

  /** A row of a table, of HTML. */
  public HtmlPage row(List<String> cells) {
    String all = cells.stream().map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining());
    return line("<tr>" + all + "</tr>");
  }

  /** A picture, in the page itself. */
  public HtmlPage picture(String description, String svg) {
    String encoded = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    return line(
        "<p><img alt=\"%s\" src=\"data:image/svg+xml;base64,%s\"></p>"
            .formatted(escaped(description), encoded));
  }

  /** The page, ended. */
  public String text() {
    return page + "</body>\n</html>\n";
  }
}
