package org.ledgejs.language.runtime;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.exception.AbstractTruffleException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.RegExpSyntax.GroupName;
import org.ledgejs.language.runtime.RegExpSyntax.InvalidPattern;

/**
 * A valid pattern with its flags, shared by all regular expressions of an engine that are written alike. It is compiled by
 * TRegex when first matched. Bounds of groups come in an array: start and end of the match, then of each group, -1 where a
 * group took no part.
 */
public final class RegExpCode {
    private final TruffleString source;
    private final TruffleString flags;
    private final int flagBits;
    private final int groupCount;
    private final List<GroupName> names;
    private volatile Object matcher;
    private volatile Object stickyMatcher;

    private RegExpCode(TruffleString source, TruffleString flags, int flagBits, RegExpSyntax.Groups groups) {
        this.source = source;
        this.flags = flags;
        this.flagBits = flagBits;
        this.groupCount = groups.groupCount();
        this.names = groups.names();
    }

    /** The code of an engine's regular expressions; forgets all of it when it grows too large. */
    public static final class Cache {
        private static final int MAX_SIZE = 2000;
        private final ConcurrentHashMap<Key, RegExpCode> codes = new ConcurrentHashMap<>();

        private record Key(TruffleString source, TruffleString flags) { }

        /** @throws JSException SyntaxError */
        @TruffleBoundary
        public RegExpCode get(TruffleString source, TruffleString flags) {
            Key key = new Key(source, flags);
            RegExpCode code = codes.get(key);
            if (code == null) {
                code = parse(source, flags);
                if (codes.size() >= MAX_SIZE) {
                    codes.clear();
                }
                codes.put(key, code);
            }
            return code;
        }

        private static RegExpCode parse(TruffleString source, TruffleString flags) {
            String text = Strings.java(flags);
            int bits = RegExpSyntax.parseFlags(text);
            if (bits < 0) {
                throw Errors.syntaxError("Invalid flags supplied to RegExp constructor '" + text + "'");
            }
            String pattern = Strings.java(source);
            try {
                return new RegExpCode(source, flags, bits, RegExpSyntax.parse(pattern, bits));
            } catch (InvalidPattern e) {
                throw invalid(pattern, text, e.getMessage());
            }
        }
    }

    private static JSException invalid(String pattern, String flags, String reason) {
        return Errors.syntaxError("Invalid regular expression: /" + pattern + "/" + flags + ": " + reason);
    }

    /** [[OriginalSource]]. */
    public TruffleString source() {
        return source;
    }

    /** [[OriginalFlags]]. */
    public TruffleString flags() {
        return flags;
    }

    /** @param flag one of {@link RegExpSyntax}'s bits */
    public boolean has(int flag) {
        return (flagBits & flag) != 0;
    }

    /** Characters are code points. */
    public boolean isUnicode() {
        return (flagBits & (RegExpSyntax.UNICODE | RegExpSyntax.UNICODE_SETS)) != 0;
    }

    public boolean isGlobalOrSticky() {
        return (flagBits & (RegExpSyntax.GLOBAL | RegExpSyntax.STICKY)) != 0;
    }

    /** Capturing groups, without the whole match. */
    public int groupCount() {
        return groupCount;
    }

    /** Named groups in the order of the pattern. */
    public List<GroupName> names() {
        return names;
    }

    /** TRegex's object for the pattern. @param sticky matches only where it starts */
    public Object matcher(boolean sticky) {
        Object compiled = sticky ? stickyMatcher : matcher;
        if (compiled == null) {
            compiled = compile(sticky);
        }
        return compiled;
    }

    @TruffleBoundary
    private Object compile(boolean sticky) {
        StringBuilder matching = new StringBuilder();
        for (int flag : new int[] {RegExpSyntax.IGNORE_CASE, RegExpSyntax.MULTILINE, RegExpSyntax.DOT_ALL, RegExpSyntax.UNICODE, RegExpSyntax.UNICODE_SETS}) {
            if (has(flag)) {
                matching.append(RegExpSyntax.FLAGS.charAt(Integer.numberOfTrailingZeros(flag)));
            }
        }
        if (sticky) {
            matching.append('y');
        }
        String pattern = Strings.java(source);
        String current = isUnicode() ? UnicodeUpdate.apply(pattern, has(RegExpSyntax.UNICODE_SETS)) : pattern;
        Source text = Source.newBuilder("regex", "Flavor=ECMAScript/" + current + "/" + matching, "RegExp")
                .mimeType("application/tregex").internal(true).build();
        Object compiled;
        try {
            compiled = Agent.get(null).env().parseInternal(text).call();
        } catch (AbstractTruffleException e) {
            throw invalid(pattern, Strings.java(flags), String.valueOf(e.getMessage()));
        }
        if (InteropLibrary.getUncached().isNull(compiled)) {
            throw invalid(pattern, Strings.java(flags), "Regular expression too large");
        }
        if (sticky) {
            stickyMatcher = compiled;
        } else {
            matcher = compiled;
        }
        return compiled;
    }

    /** Where matching at an index really starts: never within a surrogate pair when characters are code points. */
    public int startIndex(TruffleString input, int index) {
        if (isUnicode() && index > 0 && index < Strings.length(input) && Character.isLowSurrogate(Strings.charAt(input, index))
                && Character.isHighSurrogate(Strings.charAt(input, index - 1))) {
            return index - 1;
        }
        return index;
    }
}
