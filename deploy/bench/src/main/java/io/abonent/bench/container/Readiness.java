package io.abonent.bench.container;

import io.abonent.bench.container.Pod.Probe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks as a kubelet asks, and waits as long as it would wait. */
final class Readiness {

    private static final int LOOK_MS = 500;
    private static final int TIMEOUT_MS = 3_000;

    private final Engine engine;
    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Readiness(Engine engine, String address) {
        this.engine = engine;
        this.address = address;
    }

    /** @return seconds it took; of a job, to its end */
    long await(Pod pod) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long deadline = start + pod.patience().toNanos();
        int retries = 0;
        while (!isThere(pod)) {
            if (pod.ends() && hasFailed(pod)) {
                if (retries++ == pod.retries()) {
                    throw failed(pod, "failed " + retries + " times");
                }
                engine.startAgain(pod);
            }
            if (System.nanoTime() > deadline) {
                throw failed(pod, "is not ready after " + pod.patience().toSeconds() + " s");
            }
            Thread.sleep(LOOK_MS);
        }
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private IllegalStateException failed(Pod pod, String what) throws IOException, InterruptedException {
        return new IllegalStateException(pod.name() + " " + what + "; its last words:\n" + engine.lastWords(pod));
    }

    private boolean hasFailed(Pod pod) throws IOException, InterruptedException {
        return engine.state(pod, ".State.Status").equals("exited")
                && !engine.state(pod, ".State.ExitCode").equals("0");
    }

    private boolean isThere(Pod pod) throws IOException, InterruptedException {
        Probe readiness = pod.readiness();
        if (pod.ends() || readiness == null) {
            return engine.state(pod, ".State.Status").equals("exited")
                    && engine.state(pod, ".State.ExitCode").equals("0");
        }
        return answers(pod, readiness);
    }

    boolean answers(Pod pod, Probe probe) throws IOException, InterruptedException {
        return switch (probe) {
            case Probe.Exec exec -> engine.inside(pod, exec.command()).run().code() == 0;
            case Probe.Tcp tcp -> listens(tcp.port());
            case Probe.Http get -> isOk(get);
        };
    }

    private boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), TIMEOUT_MS);
            // The engine's own proxy takes a connection before anybody listens behind it, and closes it at once.
            socket.setSoTimeout(LOOK_MS);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isOk(Probe.Http get) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address + ":" + get.port() + get.path()))
                .timeout(Duration.ofMillis(TIMEOUT_MS))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
