package io.github.icldynamics.lab.figure;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Turns the raised and lowered characters of SVG text into ordinary ones that are small and moved:
 * many fonts lack some of those characters, and a mixture of two fonts looks broken.
 */
final class SvgScripts {
  private SvgScripts() {}

  static void raise(Element root) {
    var texts = root.getElementsByTagName("text");
    for (int i = 0; i < texts.getLength(); i++) {
      raiseIn((Element) texts.item(i));
    }
  }

  private static void raiseIn(Element text) {
    var runs = runs(text.getTextContent());
    if (runs.stream().allMatch(run -> run.script() == Script.NONE)) {
      return;
    }
    text.setTextContent("");
    double height = 0;
    for (var run : runs) {
      text.appendChild(span(text, run, run.script().drop() - height));
      height = run.script().drop();
    }
  }

  /** A run of text, moved down from where the one before it stands. */
  private static Element span(Element text, Run run, double move) {
    var script = run.script();
    var span = text.getOwnerDocument().createElementNS(text.getNamespaceURI(), "tspan");
    if (move != 0) {
      span.setAttributeNS(null, "dy", number(move / script.size()) + "em");
    }
    if (script != Script.NONE) {
      span.setAttributeNS(null, "font-size", number(100 * script.size()) + "%");
    }
    span.setTextContent(script.ordinary(run.text()));
    return span;
  }

  private static String number(double value) {
    return Double.toString(Math.round(1000 * value) / 1000.0);
  }

  private static List<Run> runs(String text) {
    var runs = new ArrayList<Run>();
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || Script.of(text.charAt(i)) != Script.of(text.charAt(start))) {
        runs.add(new Run(text.substring(start, i), Script.of(text.charAt(start))));
        start = i;
      }
    }
    return runs;
  }

  private record Run(String text, Script script) {}
}
