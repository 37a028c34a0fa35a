package io.abonent.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecretsTests {

    @TempDir
    private Path directory;

    @Test
    void areMadeOnceAndKept() throws Exception {
        Secrets secrets = new Secrets(Home.at(directory));
        secrets.prepare();
        String pepper = secrets.read("identity", "abonent.password.pepper");
        secrets.prepare();
        assertThat(secrets.read("identity", "abonent.password.pepper")).isEqualTo(pepper);
        assertThat(Base64.getDecoder().decode(pepper)).hasSize(32);
    }

    @Test
    void areSharedOnlyWithThePartnerWhoNeedsThem() throws Exception {
        Secrets secrets = new Secrets(Home.at(directory));
        secrets.prepare();
        assertThat(secrets.read("account", "abonent.back-office.api-key"))
                .isEqualTo(secrets.read("billing", "abonent.back-office.api-key"))
                .isEqualTo(secrets.read("simulators", "simulators.back-office.api-key"));
        assertThat(directory.resolve("secrets/consent/abonent.back-office.api-key"))
                .doesNotExist();
    }

    @Test
    void canBeReadByTheirOwnerOnly() throws Exception {
        new Secrets(Home.at(directory)).prepare();
        Path secret = directory.resolve("secrets/identity/abonent.password.pepper");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void giveIdentityTheOpenHalfOfTheVerificationKeyOnly() throws Exception {
        Secrets secrets = new Secrets(Home.at(directory));
        secrets.prepare();
        JsonMapper json = JsonMapper.shared();
        JsonNode open = json.readTree(secrets.read("identity", "abonent.verification.notification-public-jwk"));
        JsonNode closed = json.readTree(secrets.read("notification", "abonent.verification.private-jwk"));
        assertThat(open.has("d")).isFalse();
        assertThat(closed.get("d").asString()).hasSize(43);
        assertThat(open.get("x").asString())
                .hasSize(43)
                .isEqualTo(closed.get("x").asString());
        assertThat(open.get("y").asString()).hasSize(43);
        assertThat(open.get("kid")).isEqualTo(closed.get("kid"));
    }
}
