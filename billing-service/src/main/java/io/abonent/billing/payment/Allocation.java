package io.abonent.billing.payment;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Splits money in proportion, to the kopeck: shares add up exactly, the largest remainders get the odd kopecks. */
final class Allocation {

    private Allocation() {}

    static long[] proportional(long totalMinor, long[] weights) {
        BigInteger sum = IntStream.range(0, weights.length)
                .mapToObj(index -> BigInteger.valueOf(weights[index]))
                .reduce(BigInteger.ZERO, BigInteger::add);
        if (totalMinor < 0 || sum.signum() <= 0) {
            throw new IllegalArgumentException("nothing to split or nobody to split between");
        }
        long[] shares = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long given = 0;
        for (int index = 0; index < weights.length; index++) {
            BigInteger[] division = BigInteger.valueOf(totalMinor)
                    .multiply(BigInteger.valueOf(weights[index]))
                    .divideAndRemainder(sum);
            shares[index] = division[0].longValueExact();
            remainders[index] = division[1];
            given += shares[index];
        }
        int[] byRemainder = IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer index) -> remainders[index])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        long left = totalMinor - given;
        for (int turn = 0; turn < left; turn++) {
            shares[byRemainder[turn]]++;
        }
        return shares;
    }
}
