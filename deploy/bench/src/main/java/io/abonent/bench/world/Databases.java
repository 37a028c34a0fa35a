package io.abonent.bench.world;

import io.abonent.bench.history.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the five databases hold, in the words of the bench. */
public final class Databases {

    /** How numbers begin that look right and belong to nobody. */
    public static final String UNKNOWN_TO_SUPPLIERS = "29";

    private final int port;

    public Databases(int port) {
        this.port = port;
    }

    private Database of(String service) {
        return new Database(port, service);
    }

    /** Phone by user. */
    Map<String, String> phones() throws SQLException {
        Map<String, String> phones = new HashMap<>();
        of("identity").query("select user_id, value from contact", row -> phones.put(row[0], row[1]));
        return phones;
    }

    List<Effect> effects() throws SQLException {
        Map<String, String> phones = phones();
        List<Effect> effects = new ArrayList<>();
        add(effects, "identity", Kind.REGISTER, "select login, id from registration", row -> row[0]);
        add(effects, "identity", Kind.CONFIRM, "select value, user_id from contact", row -> row[0]);
        add(effects, "identity", Kind.SIGN_IN, "select user_id, id from sign_in_session", row -> of(phones, row[0]));
        add(
                effects,
                "consent",
                Kind.SIGN_CONSENT,
                "select user_id, evidence_id from evidence where kind = 'SIGNATURE'",
                row -> of(phones, row[0]));
        add(
                effects,
                "account",
                Kind.LINK,
                // Taken in while the supplier was away, and refused later by the supplier itself: it did what was
                // promised.
                "select user_id, link_id, account_number from account_link"
                        + " where status in ('PENDING_SUPPLIER', 'ACTIVE')"
                        + " or status = 'REJECTED' and account_number like '" + UNKNOWN_TO_SUPPLIERS + "%'",
                row -> of(phones, row[0]) + "/" + row[2]);
        add(
                effects,
                "billing",
                Kind.QUOTE,
                "select user_id, quote_id, total_minor from payment_quote",
                row -> of(phones, row[0]) + "/" + row[2]);
        add(effects, "billing", Kind.PAY, "select quote_id, payment_id from payment", row -> row[0]);
        add(
                effects,
                "billing",
                Kind.SUBMIT_READING,
                "select meter_id, reading_id, trim_scale(value) from meter_reading join reading_register using (reading_id)",
                row -> row[0] + "/" + row[2]);
        add(
                effects,
                "notification",
                Kind.OPEN_TICKET,
                "select text, ticket_id from ticket_message where author = 'CUSTOMER'",
                row -> row[0]);
        return effects;
    }

    /** Second column: the effect's id. */
    private void add(List<Effect> effects, String service, Kind kind, String sql, Database.RowReader<String> subject)
            throws SQLException {
        effects.addAll(of(service).query(sql, row -> new Effect(kind, subject.read(row), row[1])));
    }

    private static String of(Map<String, String> phones, String user) {
        return phones.getOrDefault(user, "user " + user);
    }

    List<Fact> facts() throws SQLException {
        List<Fact> facts = new ArrayList<>();
        fact(facts, "identity", "UserRegistered", "select id from cabinet_user");
        fact(facts, "identity", "ContactConfirmed", "select id from contact");
        fact(facts, "consent", "ConsentSigned", "select id from consent where status = 'SIGNED'");
        fact(facts, "account", "AccountLinked", "select link_id from account_link where status = 'ACTIVE'");
        fact(facts, "billing", "PaymentCreated", "select payment_id from payment");
        fact(facts, "billing", "PaymentPaid", "select payment_id from payment where paid_at is not null");
        fact(facts, "billing", "PaymentPosted", "select payment_id from payment where status = 'POSTED'");
        fact(
                facts,
                "billing",
                "FiscalReceiptRegistered",
                "select payment_id from payment_part where fiscal_status = 'REGISTERED'");
        fact(
                facts,
                "billing",
                "PaymentFailed",
                "select payment_id from payment where status in ('FAILED', 'EXPIRED', 'CANCELLED')");
        fact(facts, "billing", "ReadingSubmitted", "select reading_id from meter_reading");
        fact(facts, "billing", "ReadingAccepted", ACCEPTED);
        fact(facts, "billing", "ReadingSuperseded", "select reading_id from meter_reading where status = 'SUPERSEDED'");
        fact(facts, "billing", "ReadingRejected", "select reading_id from meter_reading where status = 'REJECTED'");
        fact(facts, "notification", "TicketOpened", "select ticket_id from ticket");
        return facts;
    }

    /** A superseded reading keeps the moment of its decision, which can only have been a yes. */
    private static final String ACCEPTED = "select reading_id from meter_reading where status = 'ACCEPTED'"
            + " or (status = 'SUPERSEDED' and decided_at is not null)";

    private void fact(List<Fact> facts, String service, String event, String sql) throws SQLException {
        facts.addAll(of(service).query(sql, row -> new Fact(event, row[0])));
    }

    List<String> acceptedReadings() throws SQLException {
        return of("billing").query(ACCEPTED, row -> row[0]);
    }

    /** Payment by part: partners know parts. */
    Map<String, String> paymentsByPart() throws SQLException {
        Map<String, String> payments = new HashMap<>();
        of("billing").query("select part_id, payment_id from payment_part", row -> payments.put(row[0], row[1]));
        return payments;
    }

    List<Money.Entry> journal(String kind) throws SQLException {
        return of("billing")
                .query(
                        "select payment_id, sum(amount_minor) filter (where amount_minor > 0) from journal_transaction"
                                + " join journal_entry using (transaction_id) where kind = '" + kind
                                + "' group by transaction_id, payment_id",
                        row -> new Money.Entry(row[0], Long.parseLong(row[1])));
    }

    /** Empty at every moment, also in the middle of a run. */
    public List<String> imbalances() throws SQLException {
        return of("billing")
                .query(
                        "select what, currency, off_by_minor from journal_imbalance union all"
                                + " select 'all entries', currency, sum(amount_minor) from journal_entry"
                                + " group by currency having sum(amount_minor) <> 0",
                        row -> String.join(" ", row));
    }

    List<Notice> notices() throws SQLException {
        Map<String, String> phones = phones();
        Map<String, String> verifications = new HashMap<>();
        of("identity").query("select id, target from verification", row -> verifications.put(row[0], row[1]));
        return of("notification")
                .query(
                        "select source_event_id, user_id, recipient, kind, state, reason, channel from delivery",
                        row -> {
                            String phone = phones.getOrDefault(row[1], verifications.getOrDefault(row[2], ""));
                            return new Notice(row[0], row[6].equals("SMS") ? phone : "", row[3], row[4], row[5]);
                        });
    }

    /** Rows that wait to be sent, all services together, older than the moment. */
    public long outboxBefore(java.time.Instant moment) throws SQLException {
        long waiting = 0;
        for (String service : SERVICES) {
            waiting += of(service).count("select count(*) from outbox where occurred_at < '" + moment + "'");
        }
        return waiting;
    }

    public static final List<String> SERVICES = List.of("identity", "consent", "account", "billing", "notification");

    List<String> unfinished() throws SQLException {
        List<String> unfinished = new ArrayList<>();
        for (String service : SERVICES) {
            left(unfinished, service, "rows in the outbox", "select count(*) from outbox");
            left(unfinished, service, "dead rows of the outbox", "select count(*) from outbox_dead");
        }
        left(
                unfinished,
                "account",
                "links wait",
                "select count(*) from account_link where status = 'PENDING_SUPPLIER'");
        left(
                unfinished,
                "billing",
                "payments are open",
                "select count(*) from payment where status in ('CREATED', 'PENDING', 'UNKNOWN', 'PAID')");
        left(
                unfinished,
                "billing",
                "parts are not settled",
                "select count(*) from payment_part join payment using (payment_id) where paid_at is not null"
                        + " and (fiscal_status <> 'REGISTERED' or supplier_status <> 'ACKED')");
        left(
                unfinished,
                "billing",
                "readings are undecided",
                "select count(*) from meter_reading where status in ('SUBMITTED', 'QUEUED', 'SENT')");
        left(
                unfinished,
                "notification",
                "messages wait",
                "select count(*) from delivery where state in ('ACCEPTED', 'SCHEDULED', 'SENDING')");
        left(
                unfinished,
                "notification",
                "messages died",
                "select count(*) from delivery where state in ('FAILED', 'DEAD')");
        return unfinished;
    }

    private void left(List<String> unfinished, String service, String what, String sql) throws SQLException {
        long count = of(service).count(sql);
        if (count > 0) {
            unfinished.add(service + ": " + count + " " + what);
        }
    }
}
