package org.ledgejs.node.loader;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a CommonJS text exports, as far as its text shows. The forms are those that Node's documentation of ES modules promises to find
 * ("CommonJS namespaces", and the grammar of cjs-module-lexer it refers to), as people and compilers write them: assignments to members of
 * {@code exports} and {@code module.exports}, {@code Object.defineProperty} with a value or a simple getter, an object literal, and
 * everything another module exports.
 */
final class CommonJsExports {
    private static final String ID = "[\\p{L}_$][\\p{L}\\p{Nd}_$]*+";
    private static final String STRING = "(?:'[^'\\\\\\n]*+'|\"[^\"\\\\\\n]*+\")";
    private static final String S = "(?>\\s|//[^\\n]*+|/\\*(?s:.*?)\\*/)*+";
    private static final String EXPORTS = "(?:module" + S + "\\." + S + ")?exports";
    private static final Pattern MEMBER = Pattern.compile(S + "(?:\\." + S + "(" + ID + ")|\\[" + S + "(" + STRING + ")" + S + "\\])" + S + "=");
    private static final Pattern MODULE_EXPORTS = Pattern.compile(S + "\\." + S + "exports\\b");
    private static final Pattern ASSIGNED = Pattern.compile(S + "=(?!=)" + S);
    private static final Pattern DEFINE = Pattern.compile(S + "\\." + S + "defineProperty" + S + "\\(" + S + EXPORTS + S + "," + S + "(" + STRING + ")" + S + "," + S
            + "\\{" + S + "(?:enumerable" + S + ":" + S + "(?:true|!0)" + S + "," + S + ")?(?:value" + S + ":|get" + S + "(?::" + S + "function" + S + "(?:" + ID + ")?" + S
            + ")?\\(" + S + "\\)" + S + "\\{" + S + "return\\b" + S + ID + "(?:" + S + "\\." + S + ID + "|" + S + "\\[" + S + STRING + S + "\\])?" + S + ";?" + S + "\\}" + S
            + ",?" + S + "\\}" + S + "\\))");
    private static final Pattern REQUIRE = Pattern.compile("require" + S + "\\(" + S + "(" + STRING + ")" + S + "\\)");
    private static final Pattern STAR_CALL = Pattern.compile(S + "\\(" + S + REQUIRE.pattern());
    private static final Pattern BINDING = Pattern.compile("\\s+(" + ID + ")" + S + "=" + S + "(?:_interopRequireWildcard" + S + "\\(" + S + ")?" + REQUIRE.pattern());
    private static final Pattern KEYS = Pattern.compile(S + "\\." + S + "keys" + S + "\\(" + S + "(" + ID + ")" + S + "\\)" + S + "\\." + S + "forEach" + S + "\\(" + S + "function" + S
            + "\\(" + S + "(" + ID + ")" + S + "\\)" + S + "\\{");
    private static final Pattern LITERAL_MEMBER = Pattern.compile(S + "(?:(\\.\\.\\.)|(" + ID + ")|(" + STRING + "))" + S);
    private static final Pattern VALUE = Pattern.compile(":" + S + "(" + ID + ")" + S);
    private static final Pattern WORD = Pattern.compile(ID);
    /** How far behind Object.keys(x).forEach(…) the copying stands. */
    private static final int LOOP_LENGTH = 600;

    private final String text;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> reexports = new LinkedHashSet<>();
    /** Specifiers by the variables that hold what they lead to. */
    private final Map<String, String> required = new HashMap<>();
    private final CommonJsTokens tokens;

    private CommonJsExports(String text) {
        this.text = text;
        this.tokens = new CommonJsTokens(text);
    }

    /** @param reexports specifiers of modules all of whose exports are exported, too */
    record Found(Set<String> names, Set<String> reexports) {
        static final Found NOTHING = new Found(Set.of(), Set.of());
    }

    static Found in(String text) {
        if (!text.contains("exports") && !text.contains("__export")) {
            return Found.NOTHING;
        }
        CommonJsExports scan = new CommonJsExports(text);
        scan.run();
        return new Found(scan.names, scan.reexports);
    }

    private void run() {
        for (String word; (word = tokens.nextWord()) != null;) {
            switch (word) {
                case "exports" -> member(tokens.position());
                case "module" -> moduleExports();
                case "Object" -> objectCall();
                case "__export", "__exportStar" -> matchAt(STAR_CALL, tokens.position(), m -> reexports.add(unquoted(m.group(1))));
                case "var", "let", "const" -> matchAt(BINDING, tokens.position(), m -> required.put(m.group(1), unquoted(m.group(2))));
                default -> { }
            }
        }
    }

    @FunctionalInterface
    private interface Action {
        void run(Matcher found);
    }

    private boolean matchAt(Pattern pattern, int from, Action action) {
        Matcher m = pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
        if (!m.lookingAt()) {
            return false;
        }
        action.run(m);
        return true;
    }

    private static String unquoted(String literal) {
        return literal.substring(1, literal.length() - 1);
    }

    private boolean member(int from) {
        return matchAt(MEMBER, from, m -> names.add(m.group(1) != null ? m.group(1) : unquoted(m.group(2))));
    }

    private void moduleExports() {
        matchAt(MODULE_EXPORTS, tokens.position(), m -> {
            if (!member(m.end())) {
                matchAt(ASSIGNED, m.end(), assigned -> assignment(assigned.end()));
            }
            tokens.moveTo(m.end());
        });
    }

    /** {@code module.exports =}: a literal, or what another module is; what was said before of other modules does not count any more. */
    private void assignment(int from) {
        reexports.clear();
        if (text.startsWith("{", from)) {
            literal(from + 1);
        } else {
            matchAt(REQUIRE, from, m -> reexports.add(unquoted(m.group(1))));
        }
    }

    /** Members whose value is an identifier, up to the first of another form. */
    private void literal(int from) {
        Matcher m = LITERAL_MEMBER.matcher(text).useTransparentBounds(true);
        int at = from;
        while (m.region(at, text.length()).lookingAt()) {
            at = m.group(1) != null ? spread(m.end()) : named(m);
            if (at < 0 || at >= text.length() || text.charAt(at) != ',') {
                return;
            }
            at++;
        }
    }

    /** @return behind the member, or -1 */
    private int named(Matcher m) {
        String name = m.group(2) != null ? m.group(2) : unquoted(m.group(3));
        int end = m.end();
        if (end < text.length() && text.charAt(end) == ':') {
            Matcher value = VALUE.matcher(text).region(end, text.length()).useTransparentBounds(true);
            if (!value.lookingAt()) {
                return -1;
            }
            end = value.end();
        } else if (m.group(3) != null || name.equals("get") || name.equals("set")) {
            return -1;
        }
        names.add(name);
        return end;
    }

    private int spread(int from) {
        int[] end = {-1};
        if (!matchAt(REQUIRE, from, m -> {
            reexports.add(unquoted(m.group(1)));
            end[0] = m.end();
        })) {
            matchAt(WORD, from, m -> end[0] = m.end());
        }
        return end[0];
    }

    private void objectCall() {
        int from = tokens.position();
        if (matchAt(DEFINE, from, m -> names.add(unquoted(m.group(1))))) {
            return;
        }
        matchAt(KEYS, from, m -> {
            String specifier = required.get(m.group(1));
            String body = text.substring(m.end(), Math.min(text.length(), m.end() + LOOP_LENGTH));
            String key = Pattern.quote(m.group(2));
            if (specifier != null && Pattern.compile("exports\\s*(?:\\[\\s*" + key + "\\s*\\]\\s*=|,\\s*" + key + "\\s*,)").matcher(body).find()) {
                reexports.add(specifier);
            }
        });
    }
}
