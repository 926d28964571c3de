package org.ledgejs.node.binding.fs;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleFile.AttributeDescriptor;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.Realm;

/** What stat(2) tells of a file, as far as Java knows it: 18 numbers in the order of binding {@code fs}. */
final class FileStat {
    static final int S_IFMT = 0170000;
    static final int S_IFDIR = 0040000;
    static final int S_IFREG = 0100000;
    static final int S_IFLNK = 0120000;
    static final int S_IFIFO = 0010000;
    static final int S_IFCHR = 0020000;
    private static final int BLOCK = 4096;
    private static final int COUNT = 18;

    private static final List<AttributeDescriptor<?>> UNIX = List.of(TruffleFile.UNIX_DEV, TruffleFile.UNIX_MODE, TruffleFile.UNIX_NLINK,
            TruffleFile.UNIX_UID, TruffleFile.UNIX_GID, TruffleFile.UNIX_RDEV, TruffleFile.UNIX_INODE, TruffleFile.SIZE, TruffleFile.LAST_ACCESS_TIME,
            TruffleFile.LAST_MODIFIED_TIME, TruffleFile.UNIX_CTIME, TruffleFile.CREATION_TIME);
    private static final List<AttributeDescriptor<?>> BASIC = List.of(TruffleFile.IS_DIRECTORY, TruffleFile.IS_REGULAR_FILE, TruffleFile.IS_SYMBOLIC_LINK,
            TruffleFile.SIZE, TruffleFile.LAST_ACCESS_TIME, TruffleFile.LAST_MODIFIED_TIME, TruffleFile.CREATION_TIME);

    private final long[] numbers = new long[COUNT];

    private FileStat() { }

    static FileStat of(TruffleFile file, boolean followLinks) throws IOException {
        LinkOption[] options = followLinks ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
        try {
            return ofUnix(file.getAttributes(UNIX, options));
        } catch (UnsupportedOperationException e) {
            return ofBasic(file.getAttributes(BASIC, options));
        }
    }

    private static FileStat ofUnix(TruffleFile.Attributes attributes) {
        FileStat stat = new FileStat();
        stat.set(attributes.get(TruffleFile.UNIX_DEV), attributes.get(TruffleFile.UNIX_MODE), attributes.get(TruffleFile.UNIX_NLINK),
                attributes.get(TruffleFile.UNIX_UID), attributes.get(TruffleFile.UNIX_GID), attributes.get(TruffleFile.UNIX_RDEV),
                attributes.get(TruffleFile.UNIX_INODE), attributes.get(TruffleFile.SIZE));
        stat.times(attributes.get(TruffleFile.LAST_ACCESS_TIME), attributes.get(TruffleFile.LAST_MODIFIED_TIME), attributes.get(TruffleFile.UNIX_CTIME),
                attributes.get(TruffleFile.CREATION_TIME));
        return stat;
    }

    /** Of a file system without Unix attributes: the rights are the widest, the owner is root. */
    private static FileStat ofBasic(TruffleFile.Attributes attributes) {
        FileStat stat = new FileStat();
        int mode = attributes.get(TruffleFile.IS_SYMBOLIC_LINK) ? S_IFLNK | 0777
                : attributes.get(TruffleFile.IS_DIRECTORY) ? S_IFDIR | 0777
                : attributes.get(TruffleFile.IS_REGULAR_FILE) ? S_IFREG | 0666 : S_IFCHR | 0666;
        stat.set(0, mode, 1, 0, 0, 0, 0, attributes.get(TruffleFile.SIZE));
        FileTime modified = attributes.get(TruffleFile.LAST_MODIFIED_TIME);
        stat.times(attributes.get(TruffleFile.LAST_ACCESS_TIME), modified, modified, attributes.get(TruffleFile.CREATION_TIME));
        return stat;
    }

    /** Of a file that has a descriptor but no name any more. */
    static FileStat unlinked(long size) {
        FileStat stat = new FileStat();
        stat.set(0, S_IFREG | 0600, 0, 0, 0, 0, 0, size);
        return stat;
    }

    /** Of a stream the embedding gave. */
    static FileStat pipe() {
        FileStat stat = new FileStat();
        stat.set(0, S_IFIFO | 0600, 1, 0, 0, 0, 0, 0);
        return stat;
    }

    private void set(long dev, long mode, long nlink, long uid, long gid, long rdev, long ino, long size) {
        long[] first = {dev, mode, nlink, uid & 0xFFFF_FFFFL, gid & 0xFFFF_FFFFL, rdev, BLOCK, ino, size, (size + 511) / 512};
        System.arraycopy(first, 0, numbers, 0, first.length);
    }

    private void times(FileTime... times) {
        int i = 10;
        for (FileTime time : times) {
            Instant instant = time.toInstant();
            numbers[i++] = instant.getEpochSecond();
            numbers[i++] = instant.getNano();
        }
    }

    int mode() {
        return (int) numbers[1];
    }

    int type() {
        return mode() & S_IFMT;
    }

    boolean isDirectory() {
        return type() == S_IFDIR;
    }

    boolean isSameFile(FileStat other) {
        return numbers[7] != 0 && numbers[7] == other.numbers[7] && numbers[0] == other.numbers[0];
    }

    /** A Float64Array, or a BigInt64Array. */
    JSTypedArray toArray(Realm realm, boolean bigint) {
        ElementType type = bigint ? ElementType.BIG_INT64 : ElementType.FLOAT64;
        JSTypedArray array = JSTypedArray.create(realm, type, COUNT);
        byte[] data = array.buffer().data();
        for (int i = 0; i < COUNT; i++) {
            if (bigint) {
                type.set(data, i << 3, BigInt.of(numbers[i]));
            } else {
                type.setDouble(data, i << 3, numbers[i]);
            }
        }
        return array;
    }

    /** As UV_DIRENT_*: what readdir says of the file. */
    int direntType() {
        return switch (type()) {
            case S_IFREG -> 1;
            case S_IFDIR -> 2;
            case S_IFLNK -> 3;
            case S_IFIFO -> 4;
            case 0140000 -> 5;
            case S_IFCHR -> 6;
            case 0060000 -> 7;
            default -> 0;
        };
    }
}
