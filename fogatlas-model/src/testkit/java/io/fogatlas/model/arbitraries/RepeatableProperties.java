package io.fogatlas.model.arbitraries;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Makes every run of the properties the same, and the long profile longer. In this project's own tests jqwik finds this hook by itself;
 * elsewhere it is added where it is wanted, as the contracts do: {@code @AddLifecycleHook(RepeatableProperties.class)}.
 *
 * <p>A property that names no seed gets one made of its own name, unless the system property {@code fogatlas.seeds} is {@code fresh}.
 * A property that names its number of tries means it for the usual {@value #USUAL_TRIES}; the system property {@code fogatlas.tries}
 * says how many are usual in this run, and the number is scaled by it. {@code -Plong} sets both: fresh seeds and ten times as many
 * tries.
 */
public final class RepeatableProperties implements AroundPropertyHook {
    private static final int USUAL_TRIES = 500;

    /** Made by jqwik. */
    public RepeatableProperties() {}

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        boolean fresh = "fresh".equals(System.getProperty("fogatlas.seeds"));
        if (!fresh && attributes.seed().isEmpty()) {
            String name = context.containerClass().getName() + "."
                    + context.targetMethod().getName();
            attributes.setSeed(Integer.toString(name.hashCode()));
        }
        int usual = Integer.getInteger("fogatlas.tries", USUAL_TRIES);
        attributes.tries().ifPresent(tries -> attributes.setTries(scaled(tries, usual)));
        return property.execute();
    }

    /** A property of one try is an example: more of it would show nothing new. */
    private static int scaled(int tries, int usual) {
        return tries == 1 ? 1 : (int) Math.max(1, (long) tries * usual / USUAL_TRIES);
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
