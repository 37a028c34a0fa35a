package io.abonent.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each seam is a method of a class of today's versions, and the agent's questions really get into it. */
class SeamsTests {

    private static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    static List<Seam> seams() {
        return Seam.ALL;
    }

    @ParameterizedTest
    @MethodSource("seams")
    void isAskedAtTheBeginningAndBeforeEachReturn(Seam seam) throws IOException {
        byte[] before = bytes(seam.type());
        long returns = method(before, seam)
                .elementStream()
                .filter(ReturnInstruction.class::isInstance)
                .count();

        byte[] after = Seams.write(before, List.of(seam), getClass().getClassLoader());

        long questions = method(after, seam)
                .elementStream()
                .filter(InvokeInstruction.class::isInstance)
                .map(InvokeInstruction.class::cast)
                .filter(call -> call.owner().asInternalName().equals("io/abonent/crash/CrashPoints"))
                .count();
        assertThat(returns).isPositive();
        assertThat(questions).isEqualTo(returns + 1);
    }

    private static java.lang.classfile.CodeModel method(byte[] bytes, Seam seam) {
        ClassModel model = ClassFile.of().parse(bytes);
        MethodModel found = model.methods().stream()
                .filter(method -> Seams.of(method, List.of(seam)) != null)
                .findFirst()
                .orElseThrow(() -> new AssertionError(seam + " is not there"));
        return found.code().orElseThrow();
    }

    private static byte[] bytes(String type) throws IOException {
        String name = type + ".class";
        try (@Nullable InputStream library = SeamsTests.class.getClassLoader().getResourceAsStream(name)) {
            if (library != null) {
                return library.readAllBytes();
            }
        }
        String module = type.startsWith("io/abonent/platform/") ? "platform-starter" : "notification-service";
        return Files.readAllBytes(
                REPOSITORY.resolve(module).resolve("target/classes").resolve(name));
    }
}
