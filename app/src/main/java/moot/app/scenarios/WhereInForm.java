package moot.app.scenarios;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where on the form a complaint about the scenario file belongs.
 *
 * @param years the financial years of the form, in words
 */
record WhereInForm(TypedFields fields, List<String> years) {
  private static final Pattern BY_YEAR =
      Pattern.compile("(sources\\[\\d+]\\.[^.\\[]+)\\[(\\d{1,2})]");

  /** The HTML id of the field; that of the whole form where there is no such field. */
  String anchor(String where) {
    String own = where.startsWith("practices[") ? where.replaceFirst(".*\\.", "own.") : where;
    for (String name :
        List.of(own, own + ".likely", own + "[0]", own + ".title", own + ".cost", own + ".role")) {
      if (fields.has(name)) {
        return ScenarioForm.id(name);
      }
    }
    return "fields";
  }

  /** Where a field is, as people say it. */
  String inWords(String where) {
    if (where.startsWith("practices[")) {
      return "Your own " + where.replaceFirst(".*\\.", "");
    }
    String words = where;
    Matcher year = BY_YEAR.matcher(where);
    if (year.matches()) {
      int y = Integer.parseInt(year.group(2));
      words = year.group(1) + ", " + (y < years.size() ? years.get(y) : "year " + (y + 1));
    }
    Matcher part = TypedFields.PART.matcher(words);
    if (part.matches()) {
      int i = Integer.parseInt(part.group(2));
      String list = part.group(1);
      String what =
          list.equals("sources")
              ? fields.value("sources[%d].title".formatted(i))
              : list.equals("need.items") ? "need, item " + (i + 1) : "judgement " + (i + 1);
      words = (what.isEmpty() ? "source " + (i + 1) : what) + ", " + part.group(3);
    }
    String plain =
        words.replace("need.", "need, ").replace('.', ',').replace(",", ", ").replaceAll(" +", " ");
    return plain.isEmpty() ? "The whole" : plain.substring(0, 1).toUpperCase() + plain.substring(1);
  }
}
