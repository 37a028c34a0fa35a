package io.abonent.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTests {

    @Test
    void countsIpv6ByNetwork() {
        ClientAddress one = ClientAddress.of("2001:db8:1:2:aaaa::1");
        ClientAddress neighbour = ClientAddress.of("2001:db8:1:2:bbbb::2");
        ClientAddress other = ClientAddress.of("2001:db8:1:3::1");

        assertThat(one.key()).isEqualTo(neighbour.key()).isNotEqualTo(other.key());
    }

    @Test
    void countsIpv4OneByOne() {
        assertThat(ClientAddress.of("192.0.2.1").key())
                .isNotEqualTo(ClientAddress.of("192.0.2.2").key());
        assertThat(ClientAddress.of("::ffff:192.0.2.1").key())
                .isEqualTo(ClientAddress.of("192.0.2.1").key());
    }

    @Test
    void knowsThisMachine() {
        assertThat(ClientAddress.of("127.0.0.1").loopback()).isTrue();
        assertThat(ClientAddress.of("::1").loopback()).isTrue();
        assertThat(ClientAddress.of("0:0:0:0:0:0:0:1").loopback()).isTrue();
        assertThat(ClientAddress.of("192.0.2.1").loopback()).isFalse();
    }

    @Test
    void looksNoNameUp() {
        assertThat(ClientAddress.of("localhost")).isEqualTo(new ClientAddress("unknown", false));
        assertThat(ClientAddress.of("evil.example")).isEqualTo(new ClientAddress("unknown", false));
    }
}
