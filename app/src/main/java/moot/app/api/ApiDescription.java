package moot.app.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API that programs read: {@code /api/openapi}. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Moot")
                .version("1")
                .description(
                    "The planning table for general practice. What lies on the table is here, with"
                        + " the same permissions. Lists come in pages: page from 1, size 1 to 200."
                        + " Errors are application/problem+json (under /api/fhir:"
                        + " OperationOutcome)."))
        .components(
            new Components()
                .addSecuritySchemes(
                    "token",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description("A party's token, made on the page /tokens")))
        .addSecurityItem(new SecurityRequirement().addList("token"));
  }
}
