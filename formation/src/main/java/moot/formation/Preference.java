package moot.formation;

import moot.register.PracticeCode;

/**
 * What one practice thinks of sharing a network with another. Confidential: never shown to others.
 *
 * @param dislike −1 (would like) to 1 (would rather not); 0 is no preference
 */
public record Preference(PracticeCode of, PracticeCode about, double dislike) {
  public Preference {
    if (!(dislike >= -1 && dislike <= 1)) {
      throw new IllegalArgumentException(
          "preference of %s about %s: %s: expected −1 to 1".formatted(of, about, dislike));
    }
  }
}
