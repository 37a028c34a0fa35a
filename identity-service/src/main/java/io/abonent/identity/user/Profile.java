package io.abonent.identity.user;

import jakarta.persistence.Embeddable;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about themselves; nothing in the cabinet waits for any of it. Never in an event.
 *
 * @param displayName how the person wants to be addressed
 * @param timeZone IANA name
 */
@Embeddable
public record Profile(
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String middleName,
        @Nullable String displayName,
        @Nullable String timeZone) {

    static Profile empty() {
        return new Profile(null, null, null, null, null);
    }

    Profile with(ProfileChange change) {
        return new Profile(
                changed(lastName, change.lastName()),
                changed(firstName, change.firstName()),
                changed(middleName, change.middleName()),
                changed(displayName, change.displayName()),
                changed(timeZone, change.timeZone()));
    }

    private static @Nullable String changed(@Nullable String before, @Nullable String change) {
        if (change == null) {
            return before;
        }
        return change.isEmpty() ? null : change;
    }

    Set<ProfileDetail> differencesTo(Profile other) {
        Set<ProfileDetail> found = EnumSet.noneOf(ProfileDetail.class);
        note(found, ProfileDetail.LAST_NAME, lastName, other.lastName);
        note(found, ProfileDetail.FIRST_NAME, firstName, other.firstName);
        note(found, ProfileDetail.MIDDLE_NAME, middleName, other.middleName);
        note(found, ProfileDetail.DISPLAY_NAME, displayName, other.displayName);
        note(found, ProfileDetail.TIME_ZONE, timeZone, other.timeZone);
        return found;
    }

    private static void note(
            Set<ProfileDetail> found, ProfileDetail detail, @Nullable String mine, @Nullable String others) {
        if (!Objects.equals(mine, others)) {
            found.add(detail);
        }
    }

    @Override
    public String toString() {
        return "Profile[hidden]";
    }
}
