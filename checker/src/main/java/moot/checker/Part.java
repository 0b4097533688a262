package moot.checker;

/** The parts that a cost adds up from, by their names in {@code plan.json}. */
enum Part {
  TRAVEL("travel"),
  SHORTFALL("shortfall"),
  TIES("ties"),
  BOUNDARY("boundary"),
  EVEN_SIZE("evenSize"),
  EVEN_NEED("evenNeed"),
  PER_NETWORK("perNetwork"),
  OVERLAP("overlap"),
  PREFERENCES("preferences");

  final String json;

  Part(String json) {
    this.json = json;
  }
}
