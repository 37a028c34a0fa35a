package io.abonent.identity.token;

import io.abonent.identity.secret.SecretKey;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A session's row beside the refresh token that named it. */
@SuppressWarnings("ArrayRecordComponent") // a row on its way through one method, never compared or collected
record Stored(RefreshToken presented, Session session, int generation, byte[] salt, byte[] deviceHash) {

    static Stored read(RefreshToken presented, ResultSet row, int number) throws SQLException {
        return new Stored(
                presented,
                Sessions.read(row, number),
                row.getInt("generation"),
                row.getBytes("salt"),
                row.getBytes("device_hash"));
    }

    boolean seenOn(byte[] device) {
        return MessageDigest.isEqual(deviceHash, device);
    }

    Rotation rotated(int generation, SecretKey key) {
        return new Rotation.Rotated(session, RefreshToken.of(session.id(), generation, salt, key));
    }
}
