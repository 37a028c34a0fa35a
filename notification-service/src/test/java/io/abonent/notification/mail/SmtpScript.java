package io.abonent.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that misbehaves as told; each connection plays the same script. */
final class SmtpScript implements AutoCloseable {

    enum Ending {
        ACCEPT,
        /** Takes the whole letter and hangs up instead of answering (F-46). */
        DROP_AFTER_DATA,
        REFUSE_AFTER_DATA,
        GREYLIST_RECIPIENT,
        UNKNOWN_RECIPIENT,
        UNKNOWN_SENDER,
        BUSY
    }

    private final ServerSocket socket;
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private volatile Ending ending = Ending.ACCEPT;

    SmtpScript() {
        try {
            socket = new ServerSocket(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::acceptAll);
    }

    int port() {
        return socket.getLocalPort();
    }

    void play(Ending next) {
        ending = next;
    }

    /** Every letter that arrived whole, whatever was answered. */
    List<String> letters() {
        return List.copyOf(letters);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void acceptAll() {
        while (!socket.isClosed()) {
            try (Socket line = socket.accept()) {
                converse(line);
            } catch (IOException _) {
                // The next one may work.
            }
        }
    }

    private void converse(Socket line) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = line.getOutputStream();
        if (ending == Ending.BUSY) {
            say(out, "421 try later");
            return;
        }
        say(out, "220 script");
        String command = in.readLine();
        while (command != null) {
            if (command.startsWith("EHLO") || command.startsWith("HELO")) {
                say(out, "250 script");
            } else if (command.startsWith("MAIL")) {
                say(out, ending == Ending.UNKNOWN_SENDER ? "550 who are you" : "250 ok");
            } else if (command.startsWith("RCPT")) {
                say(out, recipient());
            } else if (command.startsWith("DATA")) {
                say(out, "354 go on");
                letters.add(letter(in));
                if (ending == Ending.DROP_AFTER_DATA) {
                    return;
                }
                say(out, ending == Ending.REFUSE_AFTER_DATA ? "554 spam" : "250 taken");
            } else if (command.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
            command = in.readLine();
        }
    }

    private String recipient() {
        return switch (ending) {
            case GREYLIST_RECIPIENT -> "451 4.7.1 greylisted";
            case UNKNOWN_RECIPIENT -> "550 5.1.1 no such user";
            case ACCEPT, DROP_AFTER_DATA, REFUSE_AFTER_DATA, UNKNOWN_SENDER, BUSY -> "250 ok";
        };
    }

    private static String letter(BufferedReader in) throws IOException {
        StringBuilder letter = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            letter.append(line).append('\n');
            line = in.readLine();
        }
        return letter.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
