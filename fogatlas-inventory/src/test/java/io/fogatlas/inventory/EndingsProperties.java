package io.fogatlas.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.fogatlas.inventory.Ending.How;
import io.fogatlas.model.application.ApplicationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

final class EndingsProperties {
    @Property
    void remembersThoseThatWereAddedLastEachKeyAsTheLatestOfIt(
            @ForAll("keys") List<ReservationKey> keys, @ForAll @IntRange(min = 1, max = 20) int most) {
        Endings endings = new Endings(most);
        for (int added = 1; added <= keys.size(); added++) {
            endings.add(new EndedReservation(keys.get(added - 1), ending(added)));
            Map<ReservationKey, Ending> expected = new LinkedHashMap<>();
            for (int number = Math.max(1, added - most + 1); number <= added; number++) {
                expected.remove(keys.get(number - 1));
                expected.put(keys.get(number - 1), ending(number));
            }

            assertThat(new ArrayList<>(endings.all().entrySet())).isEqualTo(new ArrayList<>(expected.entrySet()));
            keys.forEach(each -> assertThat(endings.find(each)).isEqualTo(Optional.ofNullable(expected.get(each))));
        }
    }

    private static Ending ending(int number) {
        return new Ending(How.RELEASED, Instant.ofEpochSecond(number));
    }

    /** Among the names are many with equal hashes, since "Aa" and "BB" have the same. */
    @Provide
    Arbitrary<List<ReservationKey>> keys() {
        Arbitrary<String> names =
                Arbitraries.of("Aa", "BB", "C").list().ofMinSize(1).ofMaxSize(3).map(parts -> String.join("", parts));
        return Combinators.combine(names.map(ApplicationId::of), names)
                .as(ReservationKey::new)
                .list()
                .ofMaxSize(60);
    }
}
