package moot.register.reading;

/** Where the day from which a file's facts are known was taken from. */
public enum DateBasis {
  GIVEN("given with the import"),
  STATED("stated in the file"),
  LATEST("the latest date in the file"),
  TODAY("the day of the import, as the file names none");

  private final String words;

  DateBasis(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
