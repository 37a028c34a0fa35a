package io.abonent.identity.profile;

import io.abonent.identity.user.ProfileChange;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What is absent or null stays as it is; an empty text removes what was there.
 *
 * @param displayName how the person wants to be addressed
 * @param timeZone IANA name
 */
record UpdateProfileRequest(
        @Nullable @Size(max = LONGEST) @Pattern(regexp = NAME, message = NAME_MESSAGE)
        String lastName,

        @Nullable @Size(max = LONGEST) @Pattern(regexp = NAME, message = NAME_MESSAGE)
        String firstName,

        @Nullable @Size(max = LONGEST) @Pattern(regexp = NAME, message = NAME_MESSAGE)
        String middleName,

        @Nullable @Size(max = LONGEST) @Pattern(regexp = ADDRESSED, message = ADDRESSED_MESSAGE)
        String displayName,

        @Nullable @Pattern(regexp = "ru|en") String locale,
        @Nullable @Size(max = LONGEST) @TimeZoneName String timeZone) {

    private static final int LONGEST = 60;
    /** No line breaks, no markup, nothing that a mail program would make a link of (F-84). */
    private static final String NAME = "[\\p{L}\\p{M}'’ -]*";

    private static final String ADDRESSED = "[\\p{L}\\p{M}\\p{Nd}'’ -]*";
    private static final String NAME_MESSAGE = "{abonent.profile.name-characters}";
    private static final String ADDRESSED_MESSAGE = "{abonent.profile.display-name-characters}";

    ProfileChange change() {
        return new ProfileChange(
                clean(lastName), clean(firstName), clean(middleName), clean(displayName), locale, timeZone);
    }

    private static @Nullable String clean(@Nullable String name) {
        return name == null
                ? null
                : Normalizer.normalize(name, Normalizer.Form.NFC).strip().replaceAll(" +", " ");
    }

    @Override
    public String toString() {
        return "UpdateProfileRequest[hidden]";
    }
}
