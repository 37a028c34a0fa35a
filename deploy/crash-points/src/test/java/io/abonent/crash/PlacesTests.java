package io.abonent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of all places where an effect is made is generated and looked at, and none of them is beside the seams. */
class PlacesTests {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();
    private static final Path LIST = Path.of("places.txt");
    private static final List<String> MODULES = List.of(
            "platform-starter",
            "identity-service",
            "consent-service",
            "account-service",
            "billing-service",
            "notification-service");

    /** Ways out of a process that no seam sees, and who may use them. */
    private static final List<String> WAYS_OUT = List.of(
            "java/net/http/HttpClient.send",
            "java/net/http/HttpClient.sendAsync",
            "java/net/URL.openConnection",
            "java/net/URL.openStream",
            "java/sql/DriverManager.getConnection",
            "java/nio/channels/SocketChannel.open",
            "java/net/Socket.<init>");

    @Test
    void theListIsTodays() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String module : MODULES) {
            Places.in(classes(module)).forEach(place -> lines.add(module + " " + place));
        }
        if (Boolean.getBoolean("crash-points.write")) {
            Files.write(LIST, lines);
        }

        assertThat(lines)
                .as("a place is new or gone; look at it, then write the list with -Dcrash-points.write=true")
                .isEqualTo(Files.readAllLines(LIST));
    }

    @Test
    void everyTransactionEndsAtTheSeamAndEveryCallLeavesByIt() throws IOException {
        Set<String> beside = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(classes(module))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".class")).toList()) {
                    ClassModel type = ClassFile.of().parse(file);
                    type.methods().stream()
                            .flatMap(method -> method.code().stream())
                            .flatMap(code -> code.elementStream())
                            .filter(InvokeInstruction.class::isInstance)
                            .map(InvokeInstruction.class::cast)
                            .map(call -> call.owner().asInternalName() + "."
                                    + call.name().stringValue())
                            .filter(WAYS_OUT::contains)
                            .forEach(call -> beside.add(type.thisClass().asInternalName() + " " + call));
                }
            }
        }

        assertThat(beside).isEmpty();
    }

    @Test
    void theScanFindsWhatThereIs() throws IOException {
        assertThat(Places.in(classes("billing-service")))
                .contains(
                        "transaction StartingPayment.begin",
                        "transaction SettlingPayment.looked",
                        "transaction PaymentController.pay");
        assertThat(Places.in(classes("platform-starter"))).contains("publish RelayProducer.send");
    }

    private static Path classes(String module) {
        return REPOSITORY.resolve(module).resolve("target/classes");
    }
}
