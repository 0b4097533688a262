package moot.funding.roles;

import static moot.funding.roles.Drawn.Y24;
import static moot.funding.roles.Drawn.budget;
import static moot.funding.roles.Drawn.day;
import static moot.funding.roles.Drawn.member;
import static moot.funding.roles.Drawn.pounds;
import static moot.funding.roles.Drawn.q;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import moot.funding.Complaint;
import moot.register.PracticeCode;
import org.junit.jupiter.api.Test;

/** Plans and budgets that cannot be reckoned with. */
class BadRolePlanTest {
  @Test
  void allThatIsWrongIsSaidAtOnce() {
    Post bad =
        new Post(
            "1",
            "",
            q("37.5"),
            1,
            day("1066-10-14"),
            day("1066-01-01"),
            pounds("-1"),
            q("500"),
            Employer.TRUST,
            1066,
            null,
            -1);
    assertThatThrownBy(
            () ->
                new RolePlan(
                    "Mere",
                    List.of(member("A1", -1), member("A1", 5)),
                    List.of(bad, bad),
                    new Split.AsAgreed(Map.of(new PracticeCode("Z9"), 0L)),
                    new PracticeCode("X1"),
                    Map.of(),
                    "London",
                    Y24,
                    q("500")))
        .isInstanceOfSatisfying(
            BadRolePlan.class,
            e ->
                assertThat(e.complaints())
                    .extracting(Complaint::where)
                    .contains(
                        "post 1",
                        "post 1, role",
                        "post 1, people",
                        "post 1, start",
                        "post 1, end",
                        "post 1, pay",
                        "post 1, on-costs",
                        "post 1, age",
                        "post 1, notice",
                        "practice A1",
                        "practice A1, list",
                        "split",
                        "split, practice Z9",
                        "lead practice",
                        "area",
                        "pay growth"))
        .hasMessageContaining("post 1, start: 1066-10-14; expected a day from 1 April 2019")
        .hasMessageContaining("500 %; expected 0 to 100 % of pay. Maybe pounds were entered");
    assertThatThrownBy(() -> budget(Y24, "-5").reimbursing(500))
        .isInstanceOf(BadRolePlan.class)
        .hasMessageContaining("expected £0 to");
  }
}
