package io.abonent.simulators.journal;

import io.abonent.simulators.Partner;
import io.abonent.simulators.SimulatorsProperties;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The journals of all partners; holds the directory for itself, because two writers would destroy each other's files. */
@Component
public class Journals {

    private final Map<Partner, Journal> journals = new EnumMap<>(Partner.class);
    private final FileChannel lockFile;

    Journals(SimulatorsProperties properties, JsonMapper json, Clock clock) throws IOException {
        Path directory = Files.createDirectories(properties.dataDir());
        lockFile = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(lockFile)) {
            lockFile.close();
            throw new IllegalStateException("Another process uses simulators.data-dir " + directory);
        }
        for (Partner partner : Partner.values()) {
            journals.put(partner, new Journal(directory.resolve(partner.code() + ".jsonl"), json, clock));
        }
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Journal of(Partner partner) {
        return Objects.requireNonNull(journals.get(partner));
    }

    @PreDestroy
    void close() throws IOException {
        for (Journal journal : journals.values()) {
            journal.close();
        }
        lockFile.close();
    }
}
