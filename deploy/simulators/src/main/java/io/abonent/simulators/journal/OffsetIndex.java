package io.abonent.simulators.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Key → offset in a journal, in 16 bytes per slot: a million payments of a load run must fit into a small heap. Keys are
 * kept as 64 bits of their SHA-256; among ten million keys two meet with a chance of 1 in 400,000.
 */
public final class OffsetIndex {

    private static final long FREE = 0;

    private long[] hashes = new long[1024];
    private long[] offsets = new long[1024];
    private int used;

    public synchronized void put(String key, long offset) {
        if (used * 2 >= hashes.length) {
            grow();
        }
        int slot = slotOf(hashes, hashOf(key));
        if (hashes[slot] == FREE) {
            hashes[slot] = hashOf(key);
            used++;
        }
        offsets[slot] = offset;
    }

    public synchronized OptionalLong get(String key) {
        int slot = slotOf(hashes, hashOf(key));
        return hashes[slot] == FREE ? OptionalLong.empty() : OptionalLong.of(offsets[slot]);
    }

    public synchronized int size() {
        return used;
    }

    private void grow() {
        long[] oldHashes = hashes;
        long[] oldOffsets = offsets;
        hashes = new long[oldHashes.length * 2];
        offsets = Arrays.copyOf(new long[0], hashes.length);
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != FREE) {
                int slot = slotOf(hashes, oldHashes[i]);
                hashes[slot] = oldHashes[i];
                offsets[slot] = oldOffsets[i];
            }
        }
    }

    private static int slotOf(long[] table, long hash) {
        int slot = (int) (hash & (table.length - 1));
        while (table[slot] != FREE && table[slot] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private static long hashOf(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            long hash = ByteBuffer.wrap(digest).getLong();
            return hash == FREE ? 1 : hash;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
