package moot.voice.consent;

/** So many practices, and so many patients registered with them. */
public record Count(int practices, long patients) {
  public static final Count NONE = new Count(0, 0);

  Count and(Asked asked) {
    return new Count(practices + 1, patients + asked.patients());
  }

  Count plus(Count other) {
    return new Count(practices + other.practices, patients + other.patients);
  }
}
