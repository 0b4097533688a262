package moot.app.imports;

import java.util.List;
import moot.register.Fact;
import moot.register.Position;
import moot.register.Span;

/**
 * Where facts of one kind are kept.
 *
 * <p>{@code key} are columns without nulls by which equal facts are looked for; {@code rest} are
 * the other columns in which equal facts agree. The day on which the position of a postcode or an
 * area was looked up is in neither: such files name no day.
 */
enum FactTable {
  PARTY(
      "party_fact",
      "facts about parties",
      List.of("kind", "code"),
      List.of("name", "role", "status", "true_from", "true_to", "start_known"),
      List.of("kind", "code", "name", "role", "status", "true_from", "true_to", "start_known")),
  RELATION(
      "relation_fact",
      "relations",
      List.of("kind", "of_code"),
      List.of("to_code", "true_from", "true_to", "start_known"),
      List.of("kind", "of_code", "to_code", "true_from", "true_to", "start_known")),
  SITE(
      "site_fact",
      "sites",
      List.of("practice"),
      List.of("postcode", "easting", "northing", "true_on"),
      List.of("practice", "postcode", "easting", "northing", "true_on")),
  LIST(
      "list_fact",
      "lists",
      List.of("practice", "kind"),
      List.of("patients", "true_from", "true_to"),
      List.of("practice", "kind", "patients", "true_from", "true_to")),
  NEED(
      "need_fact",
      "needs",
      List.of("practice"),
      List.of("score", "true_on"),
      List.of("practice", "score", "true_on")),
  CARE_HOME_BEDS(
      "care_home_beds_fact",
      "counts of care home beds",
      List.of("practice"),
      List.of("beds", "true_on"),
      List.of("practice", "beds", "true_on")),
  CONTRACT(
      "contract_fact",
      "contracts",
      List.of("practice"),
      List.of("contract", "out_of_hours", "true_on"),
      List.of("practice", "contract", "out_of_hours", "true_on")),
  AREA_PATIENTS(
      "area_patients_fact",
      "counts of patients by area",
      List.of("practice", "area"),
      List.of("patients", "true_on"),
      List.of("practice", "area", "patients", "true_on")),
  NETWORK_AREA_PATIENTS(
      "network_area_patients_fact",
      "counts of network patients by area",
      List.of("network_name", "area"),
      List.of("patients"),
      List.of("network_name", "area", "patients", "true_on")),
  AREA_DEPRIVATION(
      "area_deprivation_fact",
      "deprivation scores of areas",
      List.of("area"),
      List.of("score", "decile"),
      List.of("area", "score", "decile", "true_on")),
  AREA_CENTRE(
      "area_centre_fact",
      "centres of areas",
      List.of("area"),
      List.of("easting", "northing"),
      List.of("area", "easting", "northing", "true_on")),
  POSTCODE(
      "postcode_fact",
      "postcodes",
      List.of("postcode"),
      List.of("easting", "northing", "council"),
      List.of("postcode", "easting", "northing", "council", "true_on")),
  PAYMENT(
      "payment_fact",
      "payments",
      List.of("practice", "line"),
      List.of("pence", "true_from", "true_to"),
      List.of("practice", "line", "pence", "true_from", "true_to"));

  private final String table;
  private final String words;
  private final List<String> key;
  private final List<String> rest;
  private final List<String> columns;

  FactTable(String table, String words, List<String> key, List<String> rest, List<String> columns) {
    this.table = table;
    this.words = words;
    this.key = key;
    this.rest = rest;
    this.columns = columns;
  }

  /** The table's name with its schema. */
  String table() {
    return "register." + table;
  }

  /** The name of the temporary table in which facts wait until the whole file has been read. */
  String waiting() {
    return "waiting_" + table;
  }

  /** What its rows are, in the plural. */
  String words() {
    return words;
  }

  List<String> key() {
    return key;
  }

  List<String> rest() {
    return rest;
  }

  List<String> columns() {
    return columns;
  }

  static FactTable of(Fact fact) {
    return switch (fact) {
      case Fact.Party p -> PARTY;
      case Fact.Relation r -> RELATION;
      case Fact.Site s -> SITE;
      case Fact.PatientList l -> LIST;
      case Fact.Need n -> NEED;
      case Fact.CareHomeBeds b -> CARE_HOME_BEDS;
      case Fact.CoreContract c -> CONTRACT;
      case Fact.AreaPatients a -> AREA_PATIENTS;
      case Fact.NetworkAreaPatients a -> NETWORK_AREA_PATIENTS;
      case Fact.AreaDeprivation d -> AREA_DEPRIVATION;
      case Fact.AreaCentre c -> AREA_CENTRE;
      case Fact.PostcodePoint p -> POSTCODE;
      case Fact.Payment p -> PAYMENT;
    };
  }

  /** Writes a fact's cells in the order of {@link #columns()}. */
  static void write(Fact fact, CopyLine line) {
    switch (fact) {
      case Fact.Party p -> {
        line.cell(p.kind()).cell(p.code()).cell(p.name()).cell(p.role()).cell(p.status());
        span(line, p.span());
      }
      case Fact.Relation r -> {
        line.cell(r.kind()).cell(r.of()).cell(r.to());
        span(line, r.span());
      }
      case Fact.Site s -> {
        Position at = s.position();
        line.cell(s.practice())
            .cell(s.postcode())
            .cell(at == null ? null : at.easting())
            .cell(at == null ? null : at.northing())
            .cell(s.on());
      }
      case Fact.PatientList l -> {
        line.cell(l.practice()).cell(l.kind()).cell(l.patients());
        period(line, l.period());
      }
      case Fact.Need n -> line.cell(n.practice()).cell(n.score()).cell(n.on());
      case Fact.CareHomeBeds b -> line.cell(b.practice()).cell(b.beds()).cell(b.on());
      case Fact.CoreContract c ->
          line.cell(c.practice()).cell(c.kind()).cell(c.outOfHours()).cell(c.on());
      case Fact.AreaPatients a ->
          line.cell(a.practice()).cell(a.area()).cell(a.patients()).cell(a.on());
      case Fact.NetworkAreaPatients a ->
          line.cell(a.networkName()).cell(a.area()).cell(a.patients()).cell(a.on());
      case Fact.AreaDeprivation d ->
          line.cell(d.area()).cell(d.score()).cell(d.decile()).cell(d.on());
      case Fact.AreaCentre c ->
          line.cell(c.area()).cell(c.centre().easting()).cell(c.centre().northing()).cell(c.on());
      case Fact.PostcodePoint p ->
          line.cell(p.postcode())
              .cell(p.position().easting())
              .cell(p.position().northing())
              .cell(p.council())
              .cell(p.on());
      case Fact.Payment p -> {
        line.cell(p.practice()).cell(p.line()).cell(p.pence());
        period(line, p.year());
      }
    }
  }

  private static void span(CopyLine line, Span span) {
    line.cell(span.from()).cell(span.to()).cell(span.startKnown());
  }

  /** A period has an end: one day ends on that day. */
  private static void period(CopyLine line, Span span) {
    line.cell(span.from()).cell(span.to() == null ? span.from() : span.to());
  }
}
