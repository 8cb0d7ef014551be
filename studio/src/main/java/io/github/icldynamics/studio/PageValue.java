package io.github.icldynamics.studio;

import io.github.icldynamics.schema.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSBoolean;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;

/**
 * Documents as the page hands them over: its objects, lists, texts, numbers and truths. Numbers
 * cross as doubles and never as text.
 */
final class PageValue {
  private PageValue() {}

  /** The document of a value of the page. */
  static Node node(JSObject value) {
    return switch (kind(value)) {
      case "string" -> new Node.Text(((JSString) value).stringValue());
      case "number" -> new Node.Real(((JSNumber) value).doubleValue());
      case "boolean" -> new Node.Truth(((JSBoolean) value).booleanValue());
      case "list" -> items(value);
      case "object" -> mapping(value);
      default -> new Node.Nothing();
    };
  }

  private static Node items(JSObject list) {
    JSArrayReader<JSObject> array = elements(list);
    var items = new ArrayList<Node>();
    for (int i = 0; i < array.getLength(); i++) {
      items.add(node(array.get(i)));
    }
    return new Node.Items(items);
  }

  private static Node mapping(JSObject object) {
    var entries = new LinkedHashMap<String, Node>();
    JSArrayReader<JSString> keys = keys(object);
    for (int i = 0; i < keys.getLength(); i++) {
      String key = keys.get(i).stringValue();
      entries.put(key, node(entry(object, key)));
    }
    return new Node.Mapping(entries);
  }

  @JSBody(
      params = "value",
      script =
          "return Array.isArray(value) ? 'list' : value === null || value === undefined ? 'nothing'"
              + " : typeof value;")
  private static native String kind(JSObject value);

  @JSBody(params = "list", script = "return list;")
  private static native JSArrayReader<JSObject> elements(JSObject list);

  @JSBody(params = "object", script = "return Object.keys(object);")
  private static native JSArrayReader<JSString> keys(JSObject object);

  @JSBody(
      params = {"object", "key"},
      script = "return object[key];")
  private static native JSObject entry(JSObject object, String key);
}
