package io.fogatlas.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.model.application.ApplicationId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ReservationKeyTest {
    @Test
    void keysWhoseNamesAndRequestsCountAlikeSpreadOverATable() {
        long used = IntStream.range(0, 10_000)
                .mapToObj(number -> new ReservationKey(ApplicationId.of("shop-" + number % 1_000), "" + number))
                .map(key -> (key.hashCode() ^ key.hashCode() >>> 16) & 0x3FFF)
                .distinct()
                .count();

        // By chance it would be some 7,500 of the 16,384.
        assertThat(used).isGreaterThan(6_000);
    }
}
