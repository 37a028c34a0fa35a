package io.abonent.notification.sms;

import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads delivery receipts. A receipt that could not be stored is refused, so that the centre repeats it. */
@Component
class SmppReceipts implements MessageReceiverListener {

    private static final Logger log = LoggerFactory.getLogger(SmppReceipts.class);

    private final SmsReceiptListener listener;

    SmppReceipts(SmsReceiptListener listener) {
        this.listener = listener;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
        if (!deliverSm.isSmscDeliveryReceipt()) {
            log.info("An SMS from a customer was passed over: nobody reads them");
            return;
        }
        DeliveryReceipt receipt;
        try {
            receipt = deliverSm.getShortMessageAsDeliveryReceipt();
        } catch (InvalidDeliveryReceiptException _) {
            log.warn("The SMS centre sent a delivery receipt that cannot be read");
            return;
        }
        DeliveryReceiptState state = receipt.getFinalStatus();
        if (receipt.getId() == null || state == null || state == DeliveryReceiptState.ACCEPTD) {
            return;
        }
        try {
            listener.received(receipt.getId(), state == DeliveryReceiptState.DELIVRD, state.name());
        } catch (RuntimeException failure) {
            log.error("A delivery receipt could not be stored", failure);
            throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alertNotification) {
        log.debug("The SMS centre says that a phone is reachable again");
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not used", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
