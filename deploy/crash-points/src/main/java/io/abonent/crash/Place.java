package io.abonent.crash;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where in our code: the nearest method of a service, or, if there is none, of what all services share. */
final class Place {

    private static final String OURS = "io.abonent.";
    private static final String SHARED = "io.abonent.platform.";
    private static final String AGENT = "io.abonent.crash.";
    private static final Pattern GENERATED = Pattern.compile("\\$\\$.*|\\$\\d+");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    private Place() {}

    /** Empty where nothing of ours is on the stack, and while an application starts. */
    static Optional<String> here() {
        return StackWalker.getInstance().walk(frames -> of(frames.toList()));
    }

    static Optional<String> of(List<StackFrame> frames) {
        List<StackFrame> ours = frames.stream()
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .filter(frame -> !frame.getClassName().startsWith(AGENT))
                .toList();
        if (ours.isEmpty()
                || ours.stream().anyMatch(frame -> frame.getMethodName().equals("main"))) {
            return Optional.empty();
        }
        return ours.stream()
                .filter(frame -> !frame.getClassName().startsWith(SHARED))
                .findFirst()
                .or(() -> Optional.of(ours.getFirst()))
                .map(frame -> name(frame.getClassName(), frame.getMethodName()));
    }

    static String name(String className, String methodName) {
        String plain = GENERATED.matcher(className).replaceAll("");
        String simple = plain.substring(plain.lastIndexOf('.') + 1).replace('$', '.');
        return simple + "." + LAMBDA.matcher(methodName).replaceFirst("$1");
    }
}
