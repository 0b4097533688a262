package moot.app.access;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** The OpenID Connect providers that this installation is configured with; usually none or one. */
@Component
class Providers {
  private final List<Provider> all;

  Providers(ObjectProvider<ClientRegistrationRepository> registrations) {
    this.all =
        registrations.getIfAvailable() instanceof Iterable<?> known
            ? StreamSupport.stream(known.spliterator(), false)
                .map(ClientRegistration.class::cast)
                .map(
                    one ->
                        new Provider(
                            one.getClientName(),
                            "/oauth2/authorization/" + one.getRegistrationId()))
                .toList()
            : List.of();
  }

  List<Provider> list() {
    return all;
  }
}
