package moot.register.published;

import java.time.LocalDate;
import moot.register.Fact;
import moot.register.PartyKind;
import moot.register.RelationKind;
import moot.register.Role;
import moot.register.Span;
import moot.register.Status;
import moot.register.reading.Column;
import moot.register.reading.DateRule;
import moot.register.reading.FactSink;
import moot.register.reading.Layout;
import moot.register.reading.Problems;
import moot.register.reading.RowParser;
import moot.register.reading.TableKind;

/** ODS primary care networks, first sheet ({@code PCNDetails} of {@code ePCN.xlsx}). */
final class NetworkDetails implements TableKind {
  static final String TITLE = "ODS networks (ePCN)";
  static final int ORDER = 21;

  private static final Column CODE = Column.required("PCN Code");
  private static final Column NAME = Column.required("PCN Name");
  private static final Column SUB_LOCATION = Column.required("Current Sub ICB Loc Code");
  private static final Column SUB_LOCATION_NAME = Column.optional("Sub ICB Location");
  private static final Column OPENED = Column.required("Open Date");
  private static final Column CLOSED = Column.required("Close Date");

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public Layout layout() {
    return Layout.headed(CODE, NAME, SUB_LOCATION, SUB_LOCATION_NAME, OPENED, CLOSED);
  }

  @Override
  public DateRule dates() {
    return DateRule.latestOf(OPENED, CLOSED);
  }

  @Override
  public RowParser open(LocalDate asOf, FactSink facts, Problems problems) {
    NoSecond noSecond = new NoSecond("network");
    Bystanders bystanders = new Bystanders(asOf, facts);
    return row -> {
      String code = row.code(CODE, "a network code", "U89141");
      LocalDate opened = row.date(OPENED);
      LocalDate closed = row.dateIfAny(CLOSED);
      if (code == null || !noSecond.isFirst(row, CODE, code) || opened == null) {
        return;
      }
      if (closed != null && closed.isBefore(opened)) {
        row.error(
            CLOSED,
            "expected a day on or after %s".formatted(opened),
            "Maybe the two are swapped?");
        return;
      }
      facts.accept(
          new Fact.Party(
              PartyKind.NETWORK,
              code,
              row.name(NAME),
              Role.PRIMARY_CARE_NETWORK,
              closed == null || closed.isAfter(asOf) ? Status.ACTIVE : Status.CLOSED,
              Span.between(opened, closed)));
      String sub = row.codeIfAny(SUB_LOCATION, "a sub-ICB location's code", "16C");
      bystanders.relation(row, SUB_LOCATION, RelationKind.NETWORK_IN_SUB_LOCATION, code, sub);
      bystanders.party(
          row, SUB_LOCATION_NAME, PartyKind.SUB_LOCATION, sub, row.name(SUB_LOCATION_NAME));
    };
  }
}
