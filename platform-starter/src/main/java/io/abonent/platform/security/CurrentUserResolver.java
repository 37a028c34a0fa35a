package io.abonent.platform.security;

import io.abonent.platform.problem.PlatformProblem;
import io.abonent.platform.problem.ProblemException;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

final class CurrentUserResolver implements HandlerMethodArgumentResolver {

    private static final String SCOPE = "SCOPE_";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentUser.class;
    }

    @Override
    public CurrentUser resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return user(token);
        }
        throw new ProblemException(PlatformProblem.UNAUTHENTICATED);
    }

    private static CurrentUser user(JwtAuthenticationToken token) {
        Jwt jwt = token.getToken();
        String subject = jwt.getSubject();
        if (subject == null || !AccessTokenRules.uuid(subject)) {
            // A machine's token, not a person's.
            throw new ProblemException(PlatformProblem.FORBIDDEN);
        }
        String client = jwt.getClaimAsString("client_id");
        return new CurrentUser(
                UUID.fromString(subject),
                client == null ? "" : client,
                scopes(token),
                jwt.getClaimAsString("sid"),
                authenticatedAt(jwt),
                jwt.getTokenValue());
    }

    private static Set<String> scopes(JwtAuthenticationToken token) {
        return token.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(SCOPE))
                .map(authority -> authority.substring(SCOPE.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable Instant authenticatedAt(Jwt jwt) {
        Object value = jwt.getClaim("auth_time");
        return switch (value) {
            case Instant instant -> instant;
            case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
            case null, default -> null;
        };
    }
}
