package io.abonent.crash;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads from compiled classes where effects are made: transactions, statements, records, calls. The generated list of
 * {@code points.txt}; a new place changes it, and is looked at.
 */
final class Places {

    private static final String TRANSACTIONAL = "Lorg/springframework/transaction/annotation/Transactional;";
    private static final List<String> TRANSACTIONS = List.of(
            "org/springframework/transaction/support/TransactionTemplate",
            "org/springframework/transaction/support/TransactionOperations",
            "io/abonent/platform/idempotency/Idempotency",
            "io/abonent/platform/inbox/Inbox");
    private static final List<String> CALLS = List.of(
            "org/springframework/web/client/RestClient$RequestBodySpec",
            "org/springframework/web/client/RestClient$RequestHeadersSpec",
            "org/springframework/web/client/RestClient$ResponseSpec");

    private Places() {}

    /** Lines {@code what Class.method}. */
    static Set<String> in(Path classes) throws IOException {
        Set<String> places = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                ClassModel type = ClassFile.of().parse(file);
                String name = type.thisClass().asInternalName().replace('/', '.');
                for (MethodModel method : type.methods()) {
                    String place = Place.name(name, method.methodName().stringValue());
                    if (transactional(method)) {
                        places.add("transaction " + place);
                    }
                    method.code().ifPresent(code -> code.forEach(element -> add(element, place, places)));
                }
            }
        }
        return places;
    }

    private static void add(CodeElement element, String place, Set<String> places) {
        if (!(element instanceof InvokeInstruction call)) {
            return;
        }
        String owner = call.owner().asInternalName();
        String method = call.name().stringValue();
        if (TRANSACTIONS.contains(owner) && !method.startsWith("<")) {
            places.add("transaction " + place);
        } else if (owner.equals("org/springframework/jdbc/core/simple/JdbcClient$StatementSpec")
                && method.equals("update")) {
            places.add("statement " + place);
        } else if (CALLS.contains(owner) && (method.startsWith("exchange") || method.equals("retrieve"))) {
            places.add("call " + place);
        } else if (owner.startsWith("org/apache/kafka/clients/producer/") && method.equals("send")) {
            places.add("publish " + place);
        }
    }

    private static boolean transactional(MethodModel method) {
        return method.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(attribute -> attribute.annotations().stream()
                        .filter(annotation -> annotation.className().equalsString(TRANSACTIONAL))
                        .anyMatch(annotation -> annotation.elements().stream()
                                .noneMatch(element -> element.name().equalsString("readOnly"))))
                .orElse(false);
    }
}
