package org.ledgejs.node.binding.fs;

import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** The flags of open(2), with Linux's numbers, in Java's terms. */
record OpenFlags(int bits) {
    static final int O_WRONLY = 1;
    static final int O_RDWR = 2;
    static final int O_CREAT = 0100;
    static final int O_EXCL = 0200;
    static final int O_TRUNC = 01000;
    static final int O_APPEND = 02000;
    static final int O_DSYNC = 010000;
    static final int O_DIRECTORY = 0200000;
    static final int O_NOFOLLOW = 0400000;
    static final int O_SYNC = 04010000;

    boolean has(int flag) {
        return (bits & flag) == flag;
    }

    boolean readable() {
        return (bits & 3) != O_WRONLY;
    }

    boolean writable() {
        return (bits & 3) != 0;
    }

    boolean append() {
        return has(O_APPEND);
    }

    /** Whether opening may change the file system. */
    boolean changes() {
        return writable() || has(O_CREAT) || has(O_TRUNC);
    }

    /** Java's options. It creates and truncates only what it opens for writing, and appends only what it does not read. */
    Set<OpenOption> options() {
        Set<OpenOption> options = new HashSet<>();
        if (readable()) {
            options.add(StandardOpenOption.READ);
        }
        if (changes()) {
            boolean appends = append() && !readable();
            options.add(appends ? StandardOpenOption.APPEND : StandardOpenOption.WRITE);
            if (has(O_TRUNC) && !appends) {
                options.add(StandardOpenOption.TRUNCATE_EXISTING);
            }
            if (has(O_CREAT)) {
                options.add(has(O_EXCL) ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
            }
        }
        if (has(O_SYNC)) {
            options.add(StandardOpenOption.SYNC);
        } else if (has(O_DSYNC)) {
            options.add(StandardOpenOption.DSYNC);
        }
        if (has(O_NOFOLLOW)) {
            options.add(LinkOption.NOFOLLOW_LINKS);
        }
        return options;
    }
}
