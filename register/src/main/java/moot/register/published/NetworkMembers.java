package moot.register.published;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import moot.register.Fact;
import moot.register.PartyKind;
import moot.register.PracticeCode;
import moot.register.RelationKind;
import moot.register.Span;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.Row;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;

/**
 * ODS core network practices with the days on which they joined and left, second sheet ({@code PCN
 * Core Partner Details} of {@code ePCN.xlsx}). The whole history: what it does not list did not
 * happen.
 */
final class NetworkMembers implements TableKind {
  private static final Column PRACTICE = Column.required("Partner Organisation Code");
  private static final Column NAME = Column.optional("Partner Name");
  private static final Column NETWORK = Column.required("PCN Code");
  private static final Column SUB_LOCATION = Column.optional("Practice Parent Sub ICB Loc Code");
  private static final Column JOINED = Column.required("Practice to PCN Relationship Start Date");
  private static final Column LEFT = Column.required("Practice to PCN Relationship End Date");

  @Override
  public String title() {
    return NetworkDetails.TITLE;
  }

  @Override
  public int order() {
    return NetworkDetails.ORDER;
  }

  @Override
  public Layout layout() {
    return Layout.headed(PRACTICE, NAME, NETWORK, SUB_LOCATION, JOINED, LEFT);
  }

  @Override
  public DateRule dates() {
    return DateRule.latestOf(JOINED, LEFT);
  }

  private record Current(String network, long line) {}

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("membership");
    Bystanders bystanders = new Bystanders(asOf, facts);
    Map<PracticeCode, Current> current = new HashMap<>();
    return row -> {
      PracticeCode practice = row.practice(PRACTICE);
      String network = row.code(NETWORK, "a network code", "U89141");
      LocalDate joined = row.date(JOINED);
      LocalDate left = row.dateIfAny(LEFT);
      if (practice == null || network == null || joined == null) {
        return;
      }
      if (left != null && left.isBefore(joined)) {
        row.error(
            LEFT, "expected a day on or after %s".formatted(joined), "Maybe the two are swapped?");
        return;
      }
      if (!noSecond.isFirst(row, PRACTICE, practice + " " + network + " " + joined)) {
        return;
      }
      if (row.isBlank(LEFT) && !isOnlyCurrent(row, practice, network, current)) {
        return;
      }
      facts.accept(
          new Fact.Relation(
              RelationKind.MEMBER_OF, practice.value(), network, Span.between(joined, left)));
      bystanders.party(row, NAME, PartyKind.PRACTICE, practice.value(), row.name(NAME));
      String sub = row.codeIfAny(SUB_LOCATION, "a sub-ICB location's code", "16C");
      bystanders.relation(
          row, SUB_LOCATION, RelationKind.PRACTICE_IN_SUB_LOCATION, practice.value(), sub);
    };
  }

  private static boolean isOnlyCurrent(
      Row row, PracticeCode practice, String network, Map<PracticeCode, Current> current) {
    Current other = current.putIfAbsent(practice, new Current(network, row.line()));
    if (other == null) {
      return true;
    }
    row.error(
        NETWORK,
        "practice %s is currently in network %s too (line %d); expected one current network"
            .formatted(practice, other.network(), other.line()),
        "Maybe the day on which it left the other is missing?");
    return false;
  }
}
