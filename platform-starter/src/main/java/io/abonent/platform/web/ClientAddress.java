package io.abonent.platform.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Where a request comes from, for limits; a controller parameter. IPv6 counts by /64, which is what one household or one
 * rented machine holds. Behind a proxy or gateway {@code server.forward-headers-strategy} makes it the client's.
 *
 * @param key for counting
 */
public record ClientAddress(String key, boolean loopback) {

    private static final int IPV6_BYTES = 16;
    private static final int IPV6_NETWORK_BYTES = 8;

    /** @param remoteAddress a literal as the container reports it, never a name: nothing is looked up */
    public static ClientAddress of(String remoteAddress) {
        if (!remoteAddress.matches("[0-9a-fA-F:.]{2,45}(%.{1,40})?")) {
            return new ClientAddress("unknown", false);
        }
        try {
            InetAddress address = InetAddress.getByName(remoteAddress);
            byte[] bytes = address.getAddress();
            byte[] network = bytes.length == IPV6_BYTES ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes;
            return new ClientAddress(HexFormat.of().formatHex(network), address.isLoopbackAddress());
        } catch (UnknownHostException e) {
            return new ClientAddress("unknown", false);
        }
    }
}
