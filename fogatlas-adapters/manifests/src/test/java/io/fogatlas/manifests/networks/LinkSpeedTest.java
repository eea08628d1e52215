package io.fogatlas.manifests.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkSpeedTest {
    @ParameterizedTest
    @CsvSource({
        "45 Mbps DS-3, 45000000",
        "1 Gbit/s, 1000000000",
        "10Gb/s, 10000000000",
        "1Gbps, 1000000000",
        "10 GbE, 10000000000",
        "2.5G, 2500000000",
        "2 x 2.5G, 5000000000",
        "4*10 Gbps, 40000000000",
        "Megastream 2Mbps, 2000000",
        "LES/EES/WSES 100 Mbps, 100000000",
        "Microwave 155 Mbps ATM, 155000000",
        "100 megabit/s, 100000000",
        "64 kbit/s, 64000",
        "45 M, 45000000",
        "OC-3, 155520000",
        "OC-192c, 9953280000",
        "STM-1, 155520000",
        "stm16, 2488320000",
        "STM-0, 51840000",
        "T1, 1544000",
        "DS-3, 44736000",
        "E3, 34368000",
        "Gigabit Ethernet, 1000000000",
        "Fast Ethernet, 100000000"
    })
    void readsASpeed(String label, long bitsPerSecond) {
        assertThat(LinkSpeed.in(label)).contains(new LinkSpeed(bitsPerSecond, false));
    }

    @ParameterizedTest
    @CsvSource({
        "2-34 Mbit/s, 2000000",
        "'622 Mbps, backup 34 Mbps', 34000000",
        "T1 and OC-3, 1544000",
    })
    void takesTheLowestOfSeveralSpeeds(String label, long bitsPerSecond) {
        assertThat(LinkSpeed.in(label)).contains(new LinkSpeed(bitsPerSecond, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Red",
                "Dark Blue",
                "Lit Fibre",
                "Back-up link via KCN2",
                "0 Mbps",
                "10 meters",
                "M25",
                "v1.5Gx",
                "OC",
                "E9",
                "999999999 Tbps"
            })
    void findsNoneWhereThereIsNone(String label) {
        assertThat(LinkSpeed.in(label)).isEqualTo(Optional.empty());
    }

    @Test
    void readsOnlyTheStartOfAVeryLongText() {
        assertThat(LinkSpeed.in("x ".repeat(1_000_000) + "1 Gbps")).isEmpty();
    }
}
