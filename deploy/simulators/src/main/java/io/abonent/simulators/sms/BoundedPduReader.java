package io.abonent.simulators.sms;

import java.io.DataInputStream;
import java.io.IOException;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.InvalidCommandLengthException;
import org.jsmpp.bean.Command;

/** Whatever garbage says about its own length, this reader never reserves more than one honest PDU needs. */
final class BoundedPduReader extends DefaultPDUReader {

    private static final int HEADER_BYTES = 16;
    private static final int PDU_BYTES_MAX = 70_000;

    @Override
    public Command readPDUHeader(DataInputStream in) throws InvalidCommandLengthException, IOException {
        int length = in.readInt();
        if (length < HEADER_BYTES || length > PDU_BYTES_MAX) {
            throw new InvalidCommandLengthException("Command length " + length + " is not believable");
        }
        Command header = new Command();
        header.setCommandLength(length);
        header.setCommandId(in.readInt());
        header.setCommandStatus(in.readInt());
        header.setSequenceNumber(in.readInt());
        return header;
    }
}
