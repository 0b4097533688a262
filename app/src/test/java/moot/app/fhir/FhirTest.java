package moot.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.net.http.HttpResponse;
import java.util.List;
import javax.sql.DataSource;
import moot.app.ServedTable;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.OrganizationAffiliation;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The resources as FHIR's own validator sees them. */
class FhirTest {
  private static final String PARSER = "javax.xml.stream.XMLInputFactory";
  private static final FhirContext R4 = FhirContext.forR4();
  private static final FhirValidator VALIDATOR = validator();
  private final SignedIn visitor = SignedIn.as(PartyKind.LMC, Role.VIEWER);

  private static FhirValidator validator() {
    FhirInstanceValidator instances =
        new FhirInstanceValidator(
            new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4)));
    // The codes of ODS are no part of FHIR's own terminology.
    instances.setAnyExtensionsAllowed(false);
    FhirValidator validator = R4.newValidator().registerValidatorModule(instances);
    // FHIR's own definitions are read by one particular parser of XML, of which there are several.
    System.setProperty(PARSER, "com.ctc.wstx.stax.WstxInputFactory");
    try {
      validator.validateWithResult("{\"resourceType\":\"Organization\",\"name\":\"x\"}");
    } finally {
      System.clearProperty(PARSER);
    }
    return validator;
  }

  private String get(String path) {
    HttpResponse<String> answer = visitor.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static void valid(String json) {
    List<String> wrong =
        VALIDATOR.validateWithResult(json).getMessages().stream()
            .filter(m -> m.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal())
            .map(m -> m.getLocationString() + ": " + m.getMessage())
            .toList();
    assertThat(wrong).as(json.substring(0, Math.min(300, json.length()))).isEmpty();
  }

  private Bundle search(String query) {
    String json = get("/api/fhir/" + query);
    valid(json);
    return R4.newJsonParser().parseResource(Bundle.class, json);
  }

  @Test
  void theValidatorFindsWhatIsWrong() {
    assertThat(
            VALIDATOR
                .validateWithResult(
                    "{\"resourceType\":\"Organization\",\"active\":\"yes\",\"colour\":1}")
                .isSuccessful())
        .isFalse();
  }

  @Test
  void practicesAndNetworksAreOrganizations() {
    Bundle networks = search("Organization?_count=200&type=" + Codes.ROLES + "%7CRO272");
    assertThat(networks.getTotal()).isEqualTo(16);
    Bundle practices = search("Organization?type=RO76&_count=200");
    assertThat(practices.getTotal()).isGreaterThanOrEqualTo(60);
    Organization practice = (Organization) practices.getEntryFirstRep().getResource();
    assertThat(practice.getIdentifierFirstRep().getSystem())
        .isEqualTo("https://fhir.nhs.uk/Id/ods-organization-code");
    assertThat(practice.getType()).hasSize(2);
    assertThat(practice.getTypeFirstRep().getCodingFirstRep().getCode()).isEqualTo("RO177");
    valid(get("/api/fhir/Organization/" + practice.getIdElement().getIdPart()));
  }

  @Test
  void bothSpellingsOfTheSystemAreUnderstood() {
    String code =
        ((Organization) search("Organization?_count=1").getEntryFirstRep().getResource())
            .getIdentifierFirstRep()
            .getValue();
    for (String system : List.of("ods-organization-code", "ods-organisation-code")) {
      assertThat(
              search("Organization?identifier=https://fhir.nhs.uk/Id/" + system + "%7C" + code)
                  .getTotal())
          .as(system)
          .isEqualTo(1);
    }
    assertThat(search("Organization?identifier=https://example.org%7C" + code).getTotal()).isZero();
  }

  @Test
  void membershipsAreAffiliations() {
    Bundle all = search("OrganizationAffiliation?role=RE8&_count=200");
    assertThat(all.getTotal()).isGreaterThan(50);
    OrganizationAffiliation first = (OrganizationAffiliation) all.getEntryFirstRep().getResource();
    assertThat(first.getCodeFirstRep().getCodingFirstRep().getCode()).isEqualTo("RE8");
    valid(get("/api/fhir/OrganizationAffiliation/" + first.getIdElement().getIdPart()));
    Bundle ofNetwork =
        search(
            "OrganizationAffiliation?primary-organization="
                + first.getOrganization().getReference());
    assertThat(ofNetwork.getTotal()).isBetween(1, all.getTotal() - 1);
    assertThat(search("OrganizationAffiliation?date=1999-01-01").getTotal())
        .as("before anybody was seen anywhere")
        .isZero();
  }

  /** As the sealing of a plan leaves it; how one is sealed is tried where consent is. */
  @Test
  void whoIsPaidForANetworkIsAnAffiliationToo() {
    JdbcClient jdbc = JdbcClient.create(ServedTable.bean(DataSource.class));
    long source =
        jdbc.sql(
                """
                insert into register.source (file_name, kind, sha256, facts_sha256, bytes, rows,
                  facts, known_from, known_from_basis)
                values ('sealed', 'test', repeat('e', 64), repeat('f', 64), 0, 0, 0,
                  current_date, 'test') returning id
                """)
            .query(Long.class)
            .single();
    long proposal =
        jdbc.sql(
                """
                insert into consent.proposal (place, place_name, kind, title, words, rule, percent,
                  conditions_count, put_on, closes_on, effective_on, lists_words, put_by_party,
                  put_by, state, ended_at, ended_on, source)
                select 'ZME', 'Mereshire', 'PLAN', 'x', 'x', 'EACH_PRACTICE', 50, false,
                  current_date, current_date, current_date, 'x', min(id), 'x', 'SEALED', now(),
                  current_date, :source from access.party
                returning id
                """)
            .param("source", source)
            .query(Long.class)
            .single();
    jdbc.sql(
            """
            insert into consent.network (proposal, nr, name, code, provisional, nominated_payee)
            values (:p, 1, 'One', 'UZ0001', false, 'Chandler Surgery'),
              (:p, 2, 'Two', 'UZ0002', false, 'Mereshire GP Federation')
            """)
        .param("p", proposal)
        .update();
    Bundle payees = search("OrganizationAffiliation?role=RE10");
    assertThat(payees.getTotal()).isEqualTo(2);
    OrganizationAffiliation practice =
        (OrganizationAffiliation) payees.getEntryFirstRep().getResource();
    assertThat(practice.getParticipatingOrganization().getReference())
        .as("a practice of the place is referred to")
        .startsWith("Organization/Z9");
    valid(get("/api/fhir/OrganizationAffiliation/UZ0002-payee"));
    assertThat(get("/api/fhir/OrganizationAffiliation/UZ0002-payee"))
        .contains("Mereshire GP Federation");
  }

  @Test
  void pagesFollowEachOther() {
    int seen = 0;
    String next = "Organization?_count=25";
    while (next != null) {
      Bundle page = search(next);
      seen += page.getEntry().size();
      next =
          page.getLink("next") == null
              ? null
              : page.getLink("next").getUrl().replaceAll(".*/api/fhir/", "");
    }
    assertThat(seen).isEqualTo(search("Organization?_count=1").getTotal());
  }

  @Test
  void whatThereIsAndWhatWentWrongAreValidToo() {
    valid(get("/api/fhir/metadata"));
    HttpResponse<String> missing = visitor.get("/api/fhir/Organization/NONE");
    assertThat(missing.statusCode()).isEqualTo(404);
    valid(missing.body());
    HttpResponse<String> date = visitor.get("/api/fhir/OrganizationAffiliation?date=soon");
    assertThat(date.statusCode()).isEqualTo(400);
    valid(date.body());
    assertThat(date.body()).contains("Maybe");
  }
}
