package org.ledgejs.launcher;

import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Options of {@code node} that Ledge takes as well: they go to the program's side, which knows what they mean there, and are in
 * {@code process.execArgv}. Those that tune V8 or name what is always on here change nothing, so that scripts written for Node start.
 */
final class NodeOption {
    /** Without a value; {@code --no-NAME} is one as well. */
    private static final Set<String> FLAGS = Set.of("abort-on-uncaught-exception", "allow-natives-syntax", "async-context-frame", "deprecation", "enable-source-maps",
            "experimental-abortcontroller", "experimental-async-context-frame", "experimental-detect-module", "experimental-fetch", "experimental-global-customevent",
            "experimental-global-navigator", "experimental-global-webcrypto", "experimental-import-meta-resolve", "experimental-json-modules",
            "experimental-modules", "experimental-print-required-tla", "experimental-repl-await", "experimental-report", "experimental-require-module",
            "experimental-strip-types", "experimental-vm-modules", "experimental-wasm-modules", "experimental-worker", "expose-gc", "expose-internals",
            "extra-info-on-fatal-exception", "force-async-hooks-checks", "frozen-intrinsics", "global-search-paths", "harmony", "insecure-http-parser", "jitless",
            "network-family-autoselection", "pending-deprecation", "preserve-symlinks", "preserve-symlinks-main", "stress-incremental-marking",
            "throw-deprecation", "trace-deprecation", "trace-exit", "trace-sigint", "trace-sync-io", "trace-uncaught", "trace-warnings", "track-heap-objects", "use-strict",
            "verify-base-objects", "warnings", "zero-fill-buffers", "addons", "entry-url", "experimental-addon-modules", "experimental-eventsource", "experimental-shadow-realm", "experimental-top-level-await",
            "experimental-transform-types", "experimental-wasi-unstable-preview1", "experimental-websocket", "node-snapshot", "require-module", "strip-types", "test-only");
    /** With a value, after {@code =} or as the next argument. */
    private static final Set<String> VALUES = Set.of("conditions", "disable-warning", "dns-result-order", "env-file", "env-file-if-exists", "input-type",
            "max-http-header-size", "network-family-autoselection-attempt-timeout", "redirect-warnings", "require", "title", "unhandled-rejections",
            "import", "experimental-loader", "loader", "trace-require-module", "test-name-pattern", "test-reporter", "test-skip-pattern", "icu-data-dir", "diagnostic-dir");
    /** With a value after {@code =} only: V8's. */
    private static final Set<String> ENGINE = Set.of("max-old-space-size", "max-semi-space-size", "stack-size", "stack-trace-limit", "v8-pool-size");

    private NodeOption() {
    }

    /** Whether it is one; a letter stands for a few. */
    static boolean isOne(String arg) {
        if (arg.equals("-r") || arg.equals("-C")) {
            return true;
        }
        if (!arg.startsWith("--")) {
            return false;
        }
        String name = name(arg);
        return arg.indexOf('=') < 0 ? FLAGS.contains(name) || name.startsWith("no-") && FLAGS.contains(name.substring(3)) || VALUES.contains(name)
                || name.startsWith("harmony-")
                : VALUES.contains(name) || ENGINE.contains(name);
    }

    private static String name(String arg) {
        int equals = arg.indexOf('=');
        return (equals < 0 ? arg : arg.substring(0, equals)).substring(2).replace('_', '-');
    }

    /** Adds it to a list, with its value. */
    static void parse(String arg, Deque<String> rest, List<String> options) {
        options.add(arg);
        if (arg.equals("-r") || arg.equals("-C") || arg.indexOf('=') < 0 && VALUES.contains(name(arg))) {
            if (rest.isEmpty()) {
                throw new UsageException(arg + " requires an argument");
            }
            options.add(rest.pop());
        }
    }
}
