package io.fogatlas.placement.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExactTotalProperties {
    private static final long MOST = 1L << 53;

    private record Product(long a, long b, int c) {
        BigInteger value() {
            return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).multiply(BigInteger.valueOf(c));
        }
    }

    @Provide
    Arbitrary<List<Product>> products() {
        Arbitrary<Long> amounts = Arbitraries.longs().between(0, MOST);
        return Combinators.combine(amounts, amounts, Arbitraries.integers().between(1, 1000))
                .as(Product::new)
                .list()
                .ofMaxSize(20);
    }

    @Property
    void sumsAreExactHoweverLarge(@ForAll("products") List<Product> products) {
        ExactTotal total = new ExactTotal();
        BigInteger expected = BigInteger.ZERO;
        for (Product product : products) {
            total.add(product.a(), product.b(), product.c());
            expected = expected.add(product.value());
        }

        assertThat(total.value()).isCloseTo(expected.doubleValue(), withinPercentage(1e-13));
    }

    @Property
    void whatIsTakenOffLeavesNoTrace(
            @ForAll("products") List<Product> kept, @ForAll("products") List<Product> passing) {
        ExactTotal total = new ExactTotal();
        ExactTotal alone = new ExactTotal();
        kept.forEach(product -> total.add(product.a(), product.b(), product.c()));
        kept.forEach(product -> alone.add(product.a(), product.b(), product.c()));

        passing.forEach(product -> total.add(product.a(), product.b(), product.c()));
        boolean changed = passing.stream().anyMatch(product -> product.value().signum() > 0);
        assertThat(total.isSame(alone)).isEqualTo(!changed);
        passing.forEach(product -> total.add(product.a(), product.b(), -product.c()));

        assertThat(total.isSame(alone)).isTrue();
        assertThat(total.value()).isEqualTo(alone.value());
    }

    @Property
    void productsOfTwoAreAsExact(@ForAll("products") List<Product> products) {
        ExactTotal total = new ExactTotal();
        BigInteger expected = BigInteger.ZERO;
        for (Product product : products) {
            total.add(product.a(), product.b());
            expected = expected.add(BigInteger.valueOf(product.a()).multiply(BigInteger.valueOf(product.b())));
        }

        assertThat(total.value()).isCloseTo(expected.doubleValue(), withinPercentage(1e-13));
        products.forEach(product -> total.add(-product.a(), product.b()));
        assertThat(total.isSame(new ExactTotal())).isTrue();
    }

    @Example
    void aSumAboveTheLargestLongIsNotNegative() {
        ExactTotal total = new ExactTotal();
        total.add(Long.MAX_VALUE, 1);
        total.add(1, 1);

        assertThat(total.value()).isEqualTo(0x1p63);
    }

    @Example
    void totalsThatDifferInOneHalfAloneAreNotTheSame() {
        ExactTotal high = new ExactTotal();
        high.add(1L << 32, 1L << 32);
        ExactTotal low = new ExactTotal();
        low.add(1, 1);

        assertThat(high.isSame(new ExactTotal())).isFalse();
        assertThat(low.isSame(new ExactTotal())).isFalse();
    }
}
