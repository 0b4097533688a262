package moot.app.roleplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import moot.app.SignedIn;
import moot.app.access.PartyKind;
import moot.app.access.Role;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Programs take services off the list of donors, where people may. */
class DonorApiTest {
  private final SignedIn system = SignedIn.as(PartyKind.SYSTEM, Role.EDITOR);

  private List<JsonNode> donors() {
    return JsonMapper.builder()
        .build()
        .readTree(system.get("/api/donors?size=200").body())
        .get("items")
        .valueStream()
        .toList();
  }

  @Test
  void aServiceIsTakenOffTheList() {
    system.postJson(
        "/api/donors",
        "{\"name\": \"Leaving\", \"role\": \"podiatrist\", \"staff\": 9, \"threshold\": 5}");
    long id =
        donors().stream()
            .filter(one -> one.get("service").asString().equals("Leaving"))
            .findFirst()
            .orElseThrow()
            .get("id")
            .asLong();
    String remove = "/api/donors/" + id + "/remove";
    SignedIn practice = SignedIn.as(PartyKind.PRACTICE, Role.EDITOR);
    assertThat(practice.postJson(remove, "{}").statusCode()).isEqualTo(403);
    assertThat(system.postJson(remove, "{}").statusCode()).isEqualTo(204);
    assertThat(donors()).noneMatch(one -> one.get("id").asLong() == id);
    assertThat(system.get("/journal").body()).contains("took a service off the list");
    assertThat(system.postJson(remove, "{}").statusCode()).isEqualTo(404);
  }
}
