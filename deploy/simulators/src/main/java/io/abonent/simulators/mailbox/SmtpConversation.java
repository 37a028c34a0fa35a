package io.abonent.simulators.mailbox;

import io.abonent.simulators.Partner;
import io.abonent.simulators.fault.Fault;
import io.abonent.simulators.fault.FaultMode;
import io.abonent.simulators.fault.Faults;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One SMTP conversation (RFC 5321), without authentication and encryption, with the troubles it is told to have. */
final class SmtpConversation {

    private static final Pattern PATH = Pattern.compile("(?i)(?:FROM|TO):\\s*<([^<>\\s]*)>.*");
    private static final int RECIPIENTS_MAX = 50;
    private static final int MISTAKES_MAX = 20;

    private final SmtpLines lines;
    private final Faults faults;
    private final MailRoom mailRoom;
    private final boolean crowded;
    private @Nullable String sender;
    private final List<String> recipients = new ArrayList<>();
    private int mistakes;

    SmtpConversation(Socket socket, Faults faults, MailRoom mailRoom, boolean crowded) throws IOException {
        this.lines = new SmtpLines(socket.getInputStream(), socket.getOutputStream());
        this.faults = faults;
        this.mailRoom = mailRoom;
        this.crowded = crowded;
    }

    void run() throws IOException {
        if (!greet()) {
            return;
        }
        boolean open = true;
        while (open) {
            String command = lines.command();
            open = command != null && obey(command);
        }
    }

    private boolean greet() throws IOException {
        FaultMode mode = faults.peek(Partner.MAIL, "connect").mode();
        if (mode == FaultMode.REFUSE_BIND) {
            faults.take(Partner.MAIL, "connect");
            lines.reply("554 No SMTP service for you here");
            return false;
        }
        if (mode == FaultMode.UNAVAILABLE || crowded) {
            faults.take(Partner.MAIL, "connect");
            lines.reply("421 Service not available, closing transmission channel");
            return false;
        }
        lines.reply("220 mail.abonent.test ESMTP");
        return true;
    }

    private boolean obey(String line) throws IOException {
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        String rest = line.length() > verb.length() ? line.substring(verb.length() + 1) : "";
        switch (verb) {
            case "EHLO" ->
                lines.reply(
                        "250-mail.abonent.test",
                        "250-SIZE " + SmtpLines.LETTER_BYTES_MAX,
                        "250-8BITMIME",
                        "250-SMTPUTF8",
                        "250 ENHANCEDSTATUSCODES");
            case "HELO" -> lines.reply("250 mail.abonent.test");
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> {
                return data();
            }
            case "RSET" -> {
                forget();
                lines.reply("250 2.0.0 Forgotten");
            }
            case "NOOP" -> lines.reply("250 2.0.0 OK");
            case "VRFY" -> lines.reply("252 2.5.2 Try it");
            case "QUIT" -> {
                lines.reply("221 2.0.0 Bye");
                return false;
            }
            default -> {
                mistakes++;
                lines.reply("500 5.5.1 Command not recognised");
            }
        }
        return mistakes < MISTAKES_MAX;
    }

    private void mail(String rest) throws IOException {
        Matcher path = PATH.matcher(rest);
        if (!path.matches()) {
            mistakes++;
            lines.reply("501 5.5.4 MAIL FROM:<address>");
            return;
        }
        forget();
        sender = path.group(1);
        lines.reply("250 2.1.0 OK");
    }

    private void recipient(String rest) throws IOException {
        Matcher path = PATH.matcher(rest);
        if (sender == null) {
            lines.reply("503 5.5.1 MAIL first");
        } else if (!path.matches() || !path.group(1).contains("@")) {
            mistakes++;
            lines.reply("501 5.1.3 RCPT TO:<address>");
        } else if (recipients.size() >= RECIPIENTS_MAX) {
            lines.reply("452 4.5.3 Too many recipients");
        } else if (hit("RCPT", FaultMode.REFUSE)) {
            lines.reply("550 5.1.1 No such mailbox");
        } else if (hit("RCPT", FaultMode.THROTTLE)) {
            lines.reply("450 4.2.0 Greylisted, come again later");
        } else {
            recipients.add(path.group(1));
            lines.reply("250 2.1.5 OK");
        }
    }

    private boolean hit(String operation, FaultMode mode) {
        if (faults.peek(Partner.MAIL, operation).mode() != mode) {
            return false;
        }
        faults.take(Partner.MAIL, operation);
        return true;
    }

    private boolean data() throws IOException {
        if (recipients.isEmpty()) {
            lines.reply("503 5.5.1 RCPT first");
            return true;
        }
        lines.reply("354 End data with <CR><LF>.<CR><LF>");
        byte[] letter = lines.letter();
        if (letter == null) {
            forget();
            lines.reply("552 5.3.4 Message too big");
            return true;
        }
        boolean open = finish(letter, faults.take(Partner.MAIL, "DATA"));
        forget();
        return open;
    }

    private boolean finish(byte[] letter, Fault fault) throws IOException {
        switch (fault.mode()) {
            case NONE, REFUSE_BIND, UNAVAILABLE -> deliver(letter);
            case REFUSE -> lines.reply("554 5.6.0 Rejected");
            case THROTTLE -> lines.reply("452 4.3.1 Try again later");
            case DELAY -> {
                faults.hang(Partner.MAIL, fault.delay());
                deliver(letter);
            }
            case PENDING -> {
                mailRoom.deliverLater(from(), List.copyOf(recipients), letter, fault.delay());
                lines.reply("250 2.0.0 OK");
            }
            case SILENCE -> {
                mailRoom.deliver(from(), recipients, letter);
                faults.hang(Partner.MAIL, fault.delay());
                return false;
            }
            case SILENCE_BEFORE -> {
                faults.hang(Partner.MAIL, fault.delay());
                return false;
            }
            case DROP -> {
                mailRoom.deliver(from(), recipients, letter);
                return false;
            }
            case OUTAGE -> {
                return false;
            }
            case GARBAGE -> {
                mailRoom.deliver(from(), recipients, letter);
                lines.reply("<html><body>Скоро вернёмся</body></html>");
                return false;
            }
            case ERROR_500 -> lines.reply("451 4.3.0 Local error in processing");
        }
        return true;
    }

    private void deliver(byte[] letter) throws IOException {
        mailRoom.deliver(from(), recipients, letter);
        lines.reply("250 2.0.0 OK");
    }

    private String from() {
        return sender == null ? "" : sender;
    }

    private void forget() {
        sender = null;
        recipients.clear();
    }
}
