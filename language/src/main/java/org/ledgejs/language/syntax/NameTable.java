package org.ledgejs.language.syntax;

/**
 * The words of one parse: turns the characters of an identifier into the one string for that name, without garbage, and
 * knows which are keywords. Strings that the parser compares by identity are there from the beginning.
 */
final class NameTable {

    private static final NameTable SEED = new NameTable();

    private String[] strings;
    private int[] hashes;
    private TokenType[] types;
    private int count;

    private NameTable() {
        strings = new String[256];
        hashes = new int[256];
        types = new TokenType[256];
        for (TokenType type : TokenType.values()) {
            if (type.isName() && type != TokenType.IDENTIFIER && type != TokenType.STRICT_RESERVED
                    && type != TokenType.ESCAPED_KEYWORD) {
                add(type.text, type);
            }
        }
        for (String word : new String[] {"implements", "interface", "package", "private", "protected", "public"}) {
            add(word, TokenType.STRICT_RESERVED);
        }
        for (String word : new String[] {"arguments", "eval", "of", "get", "set", "using", "accessor", "as", "from", "meta", "target",
            "defer", "source", "constructor", "prototype", "__proto__", "undefined"}) {
            add(word, TokenType.IDENTIFIER);
        }
    }

    private NameTable(NameTable seed) {
        strings = seed.strings.clone();
        hashes = seed.hashes.clone();
        types = seed.types.clone();
        count = seed.count;
    }

    /** A table with the words of the language in it. */
    static NameTable create() {
        return new NameTable(SEED);
    }

    private void add(String word, TokenType type) {
        int slot = find(word);
        strings[slot] = word.intern();
        hashes[slot] = word.hashCode();
        types[slot] = type;
        count++;
    }

    /** The slot of the name in {@code text[from..to)}; the hash is that of {@link String#hashCode()}. */
    int slot(String text, int from, int to, int hash) {
        int mask = strings.length - 1;
        int index = (hash ^ hash >>> 15) & mask;
        String candidate;
        while ((candidate = strings[index]) != null) {
            if (hashes[index] == hash && matches(candidate, text, from, to)) {
                return index;
            }
            index = index + 1 & mask;
        }
        return insert(text.substring(from, to), hash, index);
    }

    /** The slot of a name. */
    int slot(String name) {
        int index = find(name);
        return strings[index] != null ? index : insert(name, name.hashCode(), index);
    }

    String intern(String name) {
        return strings[slot(name)];
    }

    String string(int slot) {
        return strings[slot];
    }

    TokenType type(int slot) {
        return types[slot];
    }

    private static boolean matches(String candidate, String text, int from, int to) {
        return candidate.length() == to - from && text.startsWith(candidate, from);
    }

    private int find(String name) {
        int hash = name.hashCode();
        int mask = strings.length - 1;
        int index = (hash ^ hash >>> 15) & mask;
        while (strings[index] != null && !strings[index].equals(name)) {
            index = index + 1 & mask;
        }
        return index;
    }

    private int insert(String name, int hash, int index) {
        strings[index] = name;
        hashes[index] = hash;
        types[index] = TokenType.IDENTIFIER;
        if (++count * 2 > strings.length) {
            grow();
            return find(name);
        }
        return index;
    }

    private void grow() {
        String[] oldStrings = strings;
        int[] oldHashes = hashes;
        TokenType[] oldTypes = types;
        int capacity = oldStrings.length * 4;
        strings = new String[capacity];
        hashes = new int[capacity];
        types = new TokenType[capacity];
        for (int i = 0; i < oldStrings.length; i++) {
            if (oldStrings[i] != null) {
                int index = (oldHashes[i] ^ oldHashes[i] >>> 15) & capacity - 1;
                while (strings[index] != null) {
                    index = index + 1 & capacity - 1;
                }
                strings[index] = oldStrings[i];
                hashes[index] = oldHashes[i];
                types[index] = oldTypes[i];
            }
        }
    }
}
