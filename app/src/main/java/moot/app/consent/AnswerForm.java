package moot.app.consent;

import moot.app.web.ToldToVisitors;
import moot.voice.consent.Answer;

/**
 * An answer as it is sent.
 *
 * @param chosen AGREES, AGREES_ON or OBJECTS
 * @param words the condition or reason
 */
record AnswerForm(String chosen, String words) {
  AnswerForm {
    words = words.strip().replace("\u0000", "");
  }

  /** What is missing, in words; empty for nothing. */
  String problem() {
    if (chosen.equals("AGREES") || !words.isEmpty()) {
      return "";
    }
    return switch (chosen) {
      case "AGREES_ON" -> "The condition is empty; expected it in words. Maybe agree without one?";
      case "OBJECTS" -> "The reason is empty; expected it in words. Maybe say what would help?";
      default -> "No answer is chosen; expected one of the three. Maybe say nothing yet?";
    };
  }

  Answer answer() {
    return switch (chosen) {
      case "AGREES" -> new Answer.Agrees();
      case "AGREES_ON" -> new Answer.AgreesOn(words);
      case "OBJECTS" -> new Answer.Objects(words);
      default ->
          throw new ToldToVisitors(
              400,
              "\"%s\" is no answer; expected one of the form. Maybe the page is of another version?"
                  .formatted(chosen.length() > 20 ? chosen.substring(0, 20) + "…" : chosen));
    };
  }
}
