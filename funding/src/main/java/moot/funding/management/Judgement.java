package moot.funding.management;

import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody thinks of a source, and no sum can say. It stands beside the money and changes
 * nothing in it.
 *
 * @param source the id of the source in its scenario
 * @param whose whose judgement it is
 * @param why in their words; may be empty
 */
public record Judgement(About about, String source, Level level, String whose, String why) {

  public enum About {
    /** Whether practices feel that the network is theirs. */
    OWNERSHIP("ownership"),
    /** To whom those who manage must answer. */
    ACCOUNTABILITY("accountability"),
    /** How likely it is that people fall out over the money. */
    DISPUTE_RISK("dispute risk");

    private final String words;

    About(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    public static Optional<About> find(String words) {
      return Arrays.stream(values()).filter(about -> about.words.equals(words)).findFirst();
    }
  }

  public enum Level {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high");

    private final String words;

    Level(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    public static Optional<Level> find(String words) {
      return Arrays.stream(values()).filter(level -> level.words.equals(words)).findFirst();
    }
  }
}
