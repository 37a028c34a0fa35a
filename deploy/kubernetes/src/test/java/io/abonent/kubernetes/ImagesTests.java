package io.abonent.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What is deployed is built: a module of a service makes an image, and the migration's class is where the Job looks. */
class ImagesTests {

    @Test
    void everyProcessMakesAnImage() throws IOException {
        assertThat(Repository.processes())
                .isNotEmpty()
                .allSatisfy(service -> assertThat(Files.readString(
                                Repository.ROOT.resolve(service).resolve("pom.xml")))
                        .contains("<image.skip>false</image.skip>"));
    }

    @Test
    void theMigrationIsAClassOfTheStarter() {
        assertThat(Resource.ofKind(Kustomize.overlay("production"), "Job"))
                .isNotEmpty()
                .allSatisfy(job -> {
                    String type = job.podSpec().at("/containers/0/command/3").asString();
                    assertThat(Repository.ROOT.resolve(
                                    "platform-starter/src/main/java/" + type.replace('.', '/') + ".java"))
                            .exists();
                });
    }

    @Test
    void aMigrationRunsTheImageOfItsService() {
        assertThat(Resource.ofKind(Kustomize.overlay("production"), "Job")).allSatisfy(job -> {
            String service = job.name().replace("-migration", "-service");
            assertThat(job.podSpec().at("/containers/0/image"))
                    .isEqualTo(Resource.named(Kustomize.overlay("production"), "Deployment", service)
                            .podSpec()
                            .at("/containers/0/image"));
        });
    }
}
