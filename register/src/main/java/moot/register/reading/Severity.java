package moot.register.reading;

/** What a problem means for the file. */
public enum Severity {
  /** Nothing of the file is taken. */
  ERROR,
  /** The file is taken; something in it may not be what it should be. */
  WARNING,
  /** The file is taken; an oddity that published files are known for was met and dealt with. */
  NOTE
}
