package moot.funding.roles;

import static moot.funding.roles.Drawn.Y24;
import static moot.funding.roles.Drawn.budget;
import static moot.funding.roles.Drawn.day;
import static moot.funding.roles.Drawn.maximum;
import static moot.funding.roles.Drawn.pounds;
import static moot.funding.roles.Drawn.q;
import static moot.funding.roles.Drawn.rate;
import static moot.funding.roles.Drawn.three;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import moot.funding.Mark;
import moot.funding.Quantity;
import moot.funding.packs.NewRoles;
import moot.funding.packs.Redundancy;
import org.junit.jupiter.api.Test;

class BothSidesTest {
  private final RolePlan plan =
      RolePlan.of(
          "Mere",
          three(),
          Y24,
          List.of(
              Post.of("1", "paramedic", Quantity.of(2), day("2024-10-01"), pounds("40000"), q("25"))
                  .heldBy(2, 30, null)));

  /** Two for half a year: 37.5 × 40 = 1,500 hours less 80 for meetings, 40 for supervision … */
  @Test
  void hoursBroughtLessWhatTheyTake() {
    RoleWork work =
        new RoleWork(
            "paramedic",
            new Spread(37.5, 37.5, 37.5),
            new Spread(40, 40, 40),
            new Spread(1, 2, 3),
            new Spread(10, 20, 30),
            new Spread(0, 1, 2),
            new Spread(5, 5, 5),
            "the network");

    Workload workload = Workload.of(plan, Y24, List.of(work));

    Workload.RoleHours hours = workload.roles().getFirst();
    assertThat(hours.worked().likely()).isCloseTo(1500, within(1e-6));
    assertThat(hours.own().likely()).isCloseTo(80 + 40, within(1e-6));
    assertThat(hours.given().likely()).isCloseTo(40 + 10, within(1e-6));
    assertThat(workload.net().likely()).isCloseTo(1330, within(1e-6));
    assertThat(workload.net().low()).isCloseTo(1500 - 120 - 60 - 80 - 10, within(1e-6));
    assertThat(workload.net().high()).isCloseTo(1500 - 40 - 20 - 10, within(1e-6));
    assertThat(workload.practices().getOrDefault(three().getLast(), Spread.NONE).likely())
        .isCloseTo(266, within(1e-6));
    assertThat(Workload.of(plan, Y24, List.of()).trace().inWords())
        .contains("assumption of Moot's");
  }

  /**
   * One of each for a year: an apprentice takes more supervision than a link worker, a GP least.
   */
  @Test
  void everyRoleHasItsOwnAssumptions() {
    List<Post> posts =
        NewRoles.shipped().toChoose().stream()
            .map(
                role ->
                    Post.of(
                        role.role(),
                        role.role(),
                        Quantity.of(1),
                        day("2023-04-01"),
                        pounds("40000"),
                        q("25")))
            .toList();
    Workload workload = Workload.of(RolePlan.of("Mere", three(), Y24, posts), Y24, List.of());

    assertThat(workload.roles()).allMatch(line -> line.by().whose().contains("assumption"));
    assertThat(given(workload, "general-practitioner"))
        .isLessThan(given(workload, "social-prescribing-link-worker"));
    assertThat(given(workload, "social-prescribing-link-worker"))
        .isLessThan(given(workload, "clinical-pharmacist"));
    assertThat(given(workload, "clinical-pharmacist"))
        .isLessThan(given(workload, "physician-associate"));
    assertThat(given(workload, "experienced-general-practice-nurse"))
        .isLessThan(given(workload, "new-to-general-practice-nurse"));
    assertThat(workload.roles().stream().map(line -> line.net().likely()).distinct())
        .hasSizeGreaterThan(7);
    assertThat(RoleWork.written(new Spread(0.5, 1, 2.25))).isEqualTo("0.5 1 2.25");
    assertThat(RoleWork.written(new Spread(37.5, 37.5, 37.5))).isEqualTo("37.5");
  }

  private static double given(Workload workload, String role) {
    return workload.roles().stream()
        .filter(line -> line.role().equals(role))
        .findFirst()
        .orElseThrow()
        .given()
        .likely();
  }

  /** Two wanted of forty, thirty with the ambulances and ten with a hospital: 5 % of each. */
  @Test
  void whatIsDrawnFromLocalServices() {
    List<DonorService.Draw> draws =
        DonorService.of(
            List.of(plan),
            day("2024-04-01"),
            List.of(
                new DonorService("Ambulances", "paramedic", Quantity.of(30), q("4")),
                new DonorService("Hospital", "paramedic", Quantity.of(10), q("2.5")),
                new DonorService("Pharmacy", "clinical-pharmacist", Quantity.of(10), q("0"))),
            new Spread(0, 50, 100));

    assertThat(draws.get(0).percent()).isEqualTo(new Spread(0, 2.5, 5));
    assertThat(draws.get(0).drawn().high()).isCloseTo(1.5, within(1e-9));
    assertThat(draws)
        .extracting(DonorService.Draw::over)
        .containsExactly(DonorService.Over.MAYBE, DonorService.Over.MAYBE, DonorService.Over.NOT);
  }

  @Test
  void bothPartiesWorriesStandSideBySide() {
    RoleAccount account =
        RoleAccount.of(
            plan,
            budget(
                Y24, "90000", maximum("paramedic", 70, rate("60000", "2024-04-01", "2025-03-31"))),
            null);
    Liability liability =
        Liability.ifFundingStops(plan, day("2025-03-31"), day("2025-03-31"), Redundancy.shipped());
    BothSides sides =
        BothSides.of(
            account,
            liability,
            Workload.of(plan, Y24, List.of()),
            DonorService.of(
                List.of(plan),
                day("2024-04-01"),
                List.of(new DonorService("Ambulances", "paramedic", Quantity.of(10), q("5"))),
                new Spread(50, 75, 100)));

    // £50,000 each for half a year: 30 % of £50,000.
    assertThat(sides.practices().getFirst().figure()).isEqualTo("£15,000.00");
    assertThat(sides.practices().get(1).cause()).isEqualTo(BothSides.Cause.NO);
    assertThat(sides.practices().get(2).figure()).isEqualTo(liability.total().toString());
    assertThat(sides.system().getFirst().figure()).isEqualTo("£55,000.00");
    assertThat(sides.practices()).allMatch(worry -> worry.mark() != null);
    assertThat(sides.system()).allMatch(worry -> worry.mark() != null);
    assertThat(sides.practices().getLast().mark()).isEqualTo(Mark.RECALLED);
    assertThat(sides.system().getLast().cause()).isEqualTo(BothSides.Cause.YES);
  }

  @Test
  void whatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> new DonorService("A", "p", Quantity.ZERO, Quantity.of(500)))
        .hasMessageContaining("A, staff: 0; expected more than 0")
        .hasMessageContaining("500 %; expected 0 to 100 %");
    assertThatThrownBy(
            () -> DonorService.of(List.of(), day("2024-04-01"), List.of(), new Spread(50, 20, 100)))
        .hasMessageContaining("Maybe low and high are the wrong way round");
  }
}
