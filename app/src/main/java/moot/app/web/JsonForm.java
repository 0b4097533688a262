package moot.app.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** A form that a program sends: the fields of a page's form as one JSON object. */
public final class JsonForm {
  private JsonForm() {}

  /** As the page would send it: numbers and truths are words like all others, null is empty. */
  public static Map<String, String> fields(Map<String, Object> sent) {
    Map<String, String> fields = new LinkedHashMap<>();
    sent.forEach((name, value) -> fields.put(name, value == null ? "" : value.toString()));
    return fields;
  }
}
