package io.fogatlas.placement.exact;

import java.util.Arrays;

/** A sum of variables of an {@link IntegerProgram}, each with a coefficient, and a constant. Mutable. */
final class Terms {
    private int[] variables = new int[8];
    private long[] coefficients = new long[8];
    private int size;
    private long constant;

    Terms add(int variable, long coefficient) {
        if (coefficient == 0) {
            return this;
        }
        if (size == variables.length) {
            variables = Arrays.copyOf(variables, 2 * size);
            coefficients = Arrays.copyOf(coefficients, 2 * size);
        }
        variables[size] = variable;
        coefficients[size++] = coefficient;
        return this;
    }

    /** Adds an amount; a sum beyond the largest number stays there. */
    Terms addConstant(long amount) {
        constant = amount > 0 && constant > Long.MAX_VALUE - amount ? Long.MAX_VALUE : constant + amount;
        return this;
    }

    /** Adds a 0/1 value that is either a variable or always 1. */
    Terms add(Choice choice, long coefficient) {
        return choice.isCertain() ? addConstant(coefficient) : add(choice.variable(), coefficient);
    }

    Terms add(Terms other, long factor) {
        for (int i = 0; i < other.size; i++) {
            add(other.variables[i], other.coefficients[i] * factor);
        }
        return addConstant(other.constant * factor);
    }

    int size() {
        return size;
    }

    int variable(int index) {
        return variables[index];
    }

    long coefficient(int index) {
        return coefficients[index];
    }

    long constant() {
        return constant;
    }

    int[] variables() {
        return Arrays.copyOf(variables, size);
    }

    long[] coefficients() {
        return Arrays.copyOf(coefficients, size);
    }

    /**
     * Adds up what belongs to the same variable.
     *
     * @param seenAt scratch with a place for each variable, whatever is in it
     * @return the same sum with every variable at most once
     */
    Terms merged(int[] seenAt) {
        Terms once = new Terms().addConstant(constant);
        for (int i = 0; i < size; i++) {
            int at = seenAt[variables[i]];
            if (at < once.size && once.variables[at] == variables[i]) {
                once.coefficients[at] += coefficients[i];
            } else {
                seenAt[variables[i]] = once.size;
                once.add(variables[i], coefficients[i]);
            }
        }
        return once;
    }
}
