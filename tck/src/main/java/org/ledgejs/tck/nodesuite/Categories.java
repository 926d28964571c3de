package org.ledgejs.tck.nodesuite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which module a test is about, by the words Node's tests are named with. The first pattern that finds a name's beginning decides. */
final class Categories {
    /** Tests of what no category names. */
    static final String OTHER = "other";

    private static final Map<String, Pattern> PATTERNS = new LinkedHashMap<>();
    /** Not in a run without {@code --category}: what Ledge does not have yet. */
    private static final List<String> LATER;

    static {
        category("assert", "assert");
        category("async_hooks", "async-|asyncresource|promise-hook|emit-after-uncaught|eventemitter-asyncresource|queue-microtask-uncaught");
        category("buffer", "buffer|blob|btoa|file\\b(?!-)|stringbytes");
        category("cli", "cli|dotenv|node-run|eval|watch-|preload|force-repl|unicode-node-options|pending-deprecation|warn-multiple|stack-size-limit|node-output");
        category("console", "console|global-console");
        category("constants", "constants|binding-constants|uv-err|uv-unmapped");
        category("crypto (hashes, random)", "crypto-(hash|hmac|random|oneshot|timing-safe|from-binary|gcm-)");
        category("diagnostics_channel", "diagnostics?-channel");
        category("dns", "dns|c-ares");
        category("domain", "domain|next-tick-domain");
        category("events", "event|eventtarget|nodeeventtarget|whatwg-events|messageevent");
        category("fs", "fs|filehandle|file-|sync-fileread|readable-large|watch-file");
        category("http", "http(?![2s])|client-request|outgoing-|set-http|set-incoming|pipe-(file|outgoing|head)|destroy-socket");
        category("module", "module|require|esm|import|loaders|cjs|find-package|directory-import|data-url|disable-require|typescript|source-map|delayed-require|dynamic-");
        category("net", "net|tcp-(?!wrap)|socket|listen-fd|blocklist|pipe-(abstract|address|unref|writev)|handle-wrap-hasref");
        category("os", "os");
        category("path", "path");
        category("perf_hooks", "perf|tojson-perf");
        category("process", "process|next-tick|tick|beforeexit|promises?-(un|swallowed|handled|warning)|unhandled|uncaught|exception|signal|sigint|stdin|stdout|stdio|cwd|env|kill"
                + "|memory-usage|resource-usage|setproctitle|set-process|exit|throw|dummy-stdio|safe-get-env|disable-proto");
        category("punycode", "punycode");
        category("querystring", "querystring");
        category("readline", "readline");
        category("repl", "repl|cwd-enoent-repl");
        category("stream", "stream|readable-|pipe-(return|stream)");
        category("string_decoder", "string-decoder");
        category("sys", "sys");
        category("timers", "timers|set-(interval|timeout|immediate)|primitive-timer|ref-unref");
        category("tty", "tty-");
        category("url", "url|whatwg-url|fileurltopath");
        category("util", "util|mime|parse-args|whatwg-encoding|inspect\\b|diff|aborted|structuredclone|structured|err(ors?)?-|accessor");
        category("v8", "v8");
        category("web streams", "whatwg-(readable|writable|transform|webstreams)|webstreams?|compression-decompression|global-webstreams");
        category("web globals", "abort|fetch|domexception|global|message|queue-microtask|microtask|navigator|instanceof|math|regression|weakref|atomics|utf8");
        category("zlib", "zlib");
        category("permission", "permission");
        LATER = List.copyOf(Stream.concat(later(), Stream.of(OTHER)).toList());
    }

    private Categories() { }

    private static Stream<String> later() {
        String[][] later = {{"child_process", "child|spawn"}, {"cluster", "cluster"}, {"crypto (rest)", "crypto|webcrypto|x509|dsa|openssl"}, {"dgram", "dgram"}, {"http2", "http2|h2"},
            {"https, tls", "https|tls|double-tls"}, {"inspector", "inspect|debug"}, {"test runner", "runner"}, {"vm", "vm"}, {"worker_threads", "worker|broadcastchannel"}, {"sqlite", "sqlite"}};
        for (String[] category : later) {
            category(category[0], category[1]);
        }
        return Stream.of(later).map(category -> category[0]);
    }

    private static void category(String name, String words) {
        PATTERNS.put(name, Pattern.compile("(?i)test-(" + words + ")"));
    }

    /** @param name of a file, without its folder */
    static String of(String name) {
        return PATTERNS.entrySet().stream().filter(e -> e.getValue().matcher(name).lookingAt()).map(Map.Entry::getKey).findFirst().orElse(OTHER);
    }

    static boolean isLater(String category) {
        return LATER.contains(category);
    }

    static Stream<String> all() {
        return Stream.concat(PATTERNS.keySet().stream(), Stream.of(OTHER));
    }
}
