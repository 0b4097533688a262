package moot.app.fhir;

import java.util.Map;

/** The names and codes under which the Organisation Data Service (ODS) knows things. */
final class Codes {
  /** The system of ODS codes. */
  static final String ODS = "https://fhir.nhs.uk/Id/ods-organization-code";

  /** The same in the spelling that is often met; understood, never written. */
  static final String ODS_BRITISH = "https://fhir.nhs.uk/Id/ods-organisation-code";

  static final String ROLES =
      "https://digital.nhs.uk/services/organisation-data-service/CodeSystem/ODSOrganisationRole";
  static final String RELATIONSHIPS =
      "https://digital.nhs.uk/services/organisation-data-service/CodeSystem/ODSRelationship";

  static final Map<String, Object> NETWORK = coding(ROLES, "RO272", "PRIMARY CARE NETWORK");
  static final Map<String, Object> PRESCRIBING_COST_CENTRE =
      coding(ROLES, "RO177", "PRESCRIBING COST CENTRE");
  static final Map<String, Object> PRACTICE = coding(ROLES, "RO76", "GP PRACTICE");
  static final Map<String, Object> PARTNER = coding(RELATIONSHIPS, "RE8", "IS PARTNER TO");
  static final Map<String, Object> NOMINATED_PAYEE =
      coding(RELATIONSHIPS, "RE10", "IS NOMINATED PAYEE FOR");

  private Codes() {}

  private static Map<String, Object> coding(String system, String code, String display) {
    return Map.of("system", system, "code", code, "display", display);
  }
}
