package io.abonent.gateway.service;

import io.abonent.gateway.service.AccountService.AccessLevel;
import io.abonent.gateway.service.AccountService.Link;
import io.abonent.gateway.service.AccountService.LinkStatus;
import io.abonent.gateway.service.AccountService.Links;
import io.abonent.gateway.service.AccountService.Onboarding;
import io.abonent.gateway.service.AccountService.Step;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Accounts as a test wants them: of {@link AccountService} what pages ask that show accounts. */
public final class ScriptedAccounts {

    public static final UUID LINK = UUID.fromString("0198c000-0000-7000-8000-00000000000a");
    public static final UUID ACCOUNT = UUID.fromString("0198c000-0000-7000-8000-00000000000b");
    private static final UUID SUPPLIER = UUID.fromString("0198c000-0000-7000-8000-000000000001");

    public Supplier<Step> step = () -> Step.DONE;
    public Supplier<List<Link>> links = () -> List.of(linked(AccessLevel.BASIC));

    public static Link linked(AccessLevel level) {
        return linked(LINK, ACCOUNT, "Дом", level);
    }

    public static Link linked(UUID linkId, UUID account, @Nullable String alias, AccessLevel level) {
        return new Link(
                linkId,
                account,
                SUPPLIER,
                "Газ Тест",
                "23185952",
                "023-185952",
                "г. Т***, ул. Л***, д. 1**",
                level,
                LinkStatus.ACTIVE,
                alias,
                Instant.parse("2026-11-01T09:00:00Z"));
    }

    public static Link waiting(LinkStatus status) {
        return new Link(
                LINK,
                null,
                SUPPLIER,
                "Газ Тест",
                "23185952",
                "023-185952",
                null,
                AccessLevel.BASIC,
                status,
                null,
                null);
    }

    public Onboarding onboarding() {
        return new Onboarding(step.get());
    }

    public Links links() {
        return new Links(links.get());
    }

    public Link link(UUID linkId) {
        return links.get().stream()
                .filter(link -> link.linkId().equals(linkId))
                .findFirst()
                .orElseThrow(() -> Refusing.with(404, Refusal.NOT_FOUND));
    }
}
