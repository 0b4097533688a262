package moot.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * Signing in with an OpenID Connect provider, where one is configured. The provider says who
 * somebody is; whether they have an account here is for an invitation to decide, and an account is
 * found by an e-mail address that the provider has verified.
 */
@Configuration(proxyBeanMethods = false)
class ProviderSignIn {
  private static final String BACK = "/sign-in?why=" + SignInPages.UNKNOWN;

  /** Spring Security lets every such bean have a say in its rules. */
  @Bean
  Customizer<HttpSecurity> providersMayRecognise(
      ObjectProvider<ClientRegistrationRepository> registrations,
      SigningIn signing,
      Passwords accounts) {
    return http -> {
      ClientRegistrationRepository known = registrations.getIfAvailable();
      if (known != null) {
        Recognised recognised = new Recognised(signing, accounts);
        http.oauth2Login(
            login ->
                login
                    .clientRegistrationRepository(known)
                    .loginPage("/sign-in")
                    // What the provider says is used once and not kept.
                    .authorizedClientRepository(new NothingKept())
                    .securityContextRepository(new RequestAttributeSecurityContextRepository())
                    .successHandler(recognised)
                    .failureHandler(recognised));
      }
    };
  }

  private record Recognised(SigningIn signing, Passwords accounts)
      implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    @Override
    public void onAuthenticationSuccess(
        HttpServletRequest request, HttpServletResponse response, Authentication authentication)
        throws IOException {
      Optional<SignedInPerson> person =
          authentication.getPrincipal() instanceof OidcUser user
                  && Boolean.TRUE.equals(user.getEmailVerified())
                  && user.getEmail() != null
              ? accounts.findByEmail(user.getEmail())
              : Optional.empty();
      if (person.isEmpty()) {
        signing.end(request, response);
        response.sendRedirect(BACK);
        return;
      }
      response.sendRedirect(signing.recognise(person.get(), "/", request, response));
    }

    /** Given up there, or something was forged: either way nobody is signed in. */
    @Override
    public void onAuthenticationFailure(
        HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
        throws IOException {
      signing.end(request, response);
      response.sendRedirect("/sign-in?why=" + SignInPages.GIVEN_UP);
    }
  }

  private static final class NothingKept implements OAuth2AuthorizedClientRepository {
    @Override
    public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
        String registration, @Nullable Authentication who, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient client,
        @Nullable Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {
      // Moot asks the provider for nothing more.
    }

    @Override
    public void removeAuthorizedClient(
        String registration,
        @Nullable Authentication who,
        HttpServletRequest request,
        HttpServletResponse response) {
      // There is none.
    }
  }
}
