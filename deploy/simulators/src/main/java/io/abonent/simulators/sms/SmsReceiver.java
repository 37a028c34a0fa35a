package io.abonent.simulators.sms;

import io.abonent.simulators.Partner;
import io.abonent.simulators.fault.Fault;
import io.abonent.simulators.fault.Faults;
import io.abonent.simulators.inbox.Inbox;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.springframework.stereotype.Component;

/** Takes submit_sm, puts finished messages into the inbox and orders the delivery receipt. Does nothing else of SMPP. */
@Component
class SmsReceiver implements ServerMessageReceiverListener {

    private final Faults faults;
    private final Inbox inbox;
    private final DeliveryReceipts receipts;
    private final Reassembly reassembly = new Reassembly();

    SmsReceiver(Faults faults, Inbox inbox, DeliveryReceipts receipts) {
        this.faults = faults;
        this.inbox = inbox;
        this.receipts = receipts;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm pdu, SMPPServerSession session) throws ProcessRequestException {
        if (!pdu.getDestAddress().matches("\\+?\\d{7,15}")) {
            throw refusal(SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        Fault fault = faults.take(Partner.SMS, "submit");
        return switch (fault.mode()) {
            case NONE, REFUSE_BIND -> accept(pdu, session, Fault.NONE);
            case PENDING -> accept(pdu, session, fault);
            case DELAY -> {
                faults.hang(Partner.SMS, fault.delay());
                yield accept(pdu, session, Fault.NONE);
            }
            case SILENCE -> {
                accept(pdu, session, Fault.NONE);
                throw hangUp(session, fault);
            }
            case SILENCE_BEFORE -> throw hangUp(session, fault);
            case DROP -> {
                accept(pdu, session, Fault.NONE);
                session.close();
                throw refusal(SMPPConstant.STAT_ESME_RSYSERR);
            }
            case GARBAGE -> {
                accept(pdu, session, Fault.NONE);
                ((PhoneSession) session).babble();
                throw refusal(SMPPConstant.STAT_ESME_RSYSERR);
            }
            case OUTAGE -> {
                session.close();
                throw refusal(SMPPConstant.STAT_ESME_RSYSERR);
            }
            case UNAVAILABLE -> throw refusal(SMPPConstant.STAT_ESME_RMSGQFUL);
            case ERROR_500 -> throw refusal(SMPPConstant.STAT_ESME_RSYSERR);
            case THROTTLE -> throw refusal(SMPPConstant.STAT_ESME_RTHROTTLED);
            case REFUSE -> throw refusal(SMPPConstant.STAT_ESME_RINVDSTADR);
        };
    }

    private SubmitSmResult accept(SubmitSm pdu, SMPPServerSession session, Fault fault) throws ProcessRequestException {
        MessageId id = newId();
        Optional<String> text = reassembly.add(pdu.getSourceAddr(), pdu.getDestAddress(), SmsPart.of(pdu));
        text.ifPresent(whole -> inbox.deliverSms(pdu.getSourceAddr(), pdu.getDestAddress(), whole));
        if (pdu.isSmscDelReceiptSuccessAndFailureRequested()) {
            receipts.order(session, pdu, id.getValue(), fault.delay());
        }
        return new SubmitSmResult(id, new OptionalParameter[0]);
    }

    private ProcessRequestException hangUp(SMPPServerSession session, Fault fault) {
        faults.hang(Partner.SMS, fault.delay());
        session.close();
        return refusal(SMPPConstant.STAT_ESME_RSYSERR);
    }

    private static MessageId newId() {
        try {
            return new MessageId(
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
        } catch (PDUStringException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProcessRequestException refusal(int status) {
        return new ProcessRequestException("Refused with status " + status, status);
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm pdu, Session session) throws ProcessRequestException {
        throw refusal(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti pdu, SMPPServerSession session)
            throws ProcessRequestException {
        throw refusal(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm pdu, SMPPServerSession session) throws ProcessRequestException {
        throw refusal(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm pdu, SMPPServerSession session) throws ProcessRequestException {
        throw refusal(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void onAcceptCancelSm(CancelSm pdu, SMPPServerSession session) throws ProcessRequestException {
        throw refusal(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm pdu, SMPPServerSession session)
            throws ProcessRequestException {
        throw refusal(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm pdu, SMPPServerSession session)
            throws ProcessRequestException {
        throw refusal(SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm pdu, SMPPServerSession session)
            throws ProcessRequestException {
        throw refusal(SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
