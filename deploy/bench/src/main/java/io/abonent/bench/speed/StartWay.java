package io.abonent.bench.speed;

import java.nio.file.Path;
import java.util.List;

/** In which form a service is started. */
enum StartWay {
    FAT_JAR("the fat jar as it was built") {
        @Override
        List<String> options(Path jar, Path unpacked, Path cache) {
            return List.of("-jar", jar.toString());
        }
    },
    UNPACKED("the jar unpacked") {
        @Override
        List<String> options(Path jar, Path unpacked, Path cache) {
            return List.of("-jar", unpacked.toString());
        }
    },
    CACHE("unpacked, with a cache (JEP 514)") {
        @Override
        List<String> options(Path jar, Path unpacked, Path cache) {
            return List.of("-XX:AOTCache=" + cache, "-jar", unpacked.toString());
        }
    },
    QUICK_COMPILER("unpacked, without the optimizing compiler") {
        @Override
        List<String> options(Path jar, Path unpacked, Path cache) {
            return List.of("-XX:TieredStopAtLevel=1", "-jar", unpacked.toString());
        }
    },
    HOUSE("unpacked, with a cache, without the optimizing compiler: what `./abonent up` does") {
        @Override
        List<String> options(Path jar, Path unpacked, Path cache) {
            return List.of("-XX:TieredStopAtLevel=1", "-XX:AOTCache=" + cache, "-jar", unpacked.toString());
        }
    };

    private final String words;

    StartWay(String words) {
        this.words = words;
    }

    abstract List<String> options(Path jar, Path unpacked, Path cache);

    String words() {
        return words;
    }
}
