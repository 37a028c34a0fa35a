package io.abonent.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where one installation keeps itself.
 *
 * <pre>
 * data/      PostgreSQL, Kafka, the simulators' books
 * secrets/   one directory per process, one file per secret
 * config/    what differs from the defaults of a service, written anew at every start
 * logs/      one file per process
 * run/       pids, status and progress; means nothing while nothing runs
 * </pre>
 */
record Home(Path root) {

    static Home at(Path root) throws IOException {
        Home home = new Home(root.toAbsolutePath().normalize());
        Files.createDirectories(home.root);
        for (String directory : new String[] {"data", "secrets", "config", "logs", "run"}) {
            Files.createDirectories(home.root.resolve(directory));
        }
        Files.setPosixFilePermissions(home.root, PosixFilePermissions.fromString("rwx------"));
        return home;
    }

    Path data(String name) {
        return root.resolve("data").resolve(name);
    }

    Path secrets(String process) {
        return root.resolve("secrets").resolve(process);
    }

    Path config(String process) {
        return root.resolve("config").resolve(process + ".properties");
    }

    Path log(String process) {
        return root.resolve("logs").resolve(process + ".log");
    }

    Path run(String file) {
        return root.resolve("run").resolve(file);
    }

    Path pid(String process) {
        return run(process + ".pid");
    }
}
