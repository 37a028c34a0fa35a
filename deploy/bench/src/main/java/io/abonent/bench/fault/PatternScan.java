package io.abonent.bench.fault;

/** Finds a byte pattern in a stream that arrives in pieces. */
final class PatternScan {

    private final byte[] pattern;
    private byte[] tail = new byte[0];

    PatternScan(byte[] pattern) {
        this.pattern = pattern.clone();
    }

    /** Whether the pattern has ended within these bytes, begun here or in an earlier piece. */
    boolean finds(byte[] buffer, int length) {
        byte[] all = new byte[tail.length + length];
        System.arraycopy(tail, 0, all, 0, tail.length);
        System.arraycopy(buffer, 0, all, tail.length, length);
        boolean found = contains(all);
        int keep = found ? 0 : Math.min(all.length, pattern.length - 1);
        tail = new byte[keep];
        System.arraycopy(all, all.length - keep, tail, 0, keep);
        return found;
    }

    private boolean contains(byte[] all) {
        for (int start = 0; start + pattern.length <= all.length; start++) {
            int match = 0;
            while (match < pattern.length && all[start + match] == pattern[match]) {
                match++;
            }
            if (match == pattern.length) {
                return true;
            }
        }
        return false;
    }
}
