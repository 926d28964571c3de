package org.ledgejs.node;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;

/** The globals Node adds, each an export of one of its modules: that is loaded when the global is first read. */
final class NodeGlobals {
    private static final int ENUMERABLE = PropertyFlags.DEFAULT;
    private static final int HIDDEN = PropertyFlags.NOT_ENUMERABLE;

    static final PropertyTable TABLE = new PropertyTable()
            .value(Symbol.TO_STRING_TAG, Strings.constant("global"), PropertyFlags.CONFIGURABLE_ONLY)
            .lazy("global", Realm::globalObject, ENUMERABLE)
            .lazy("process", realm -> NodeRuntime.of(realm).builtins().process(), HIDDEN);

    /** As V8's embedders may, Node has a preparation of stacks from the beginning; contexts of node:vm have none. */
    static final PropertyTable ERROR = new PropertyTable()
            .lazy("prepareStackTrace", realm -> realm.intrinsic(Intrinsic.ERROR_PREPARE_STACK_TRACE), HIDDEN);

    static {
        exports("timers", ENUMERABLE, "clearImmediate", "setImmediate", "clearInterval", "clearTimeout", "setInterval", "setTimeout");
        exports("internal/process/microtasks", ENUMERABLE, "queueMicrotask");
        exports("internal/web/structured_clone", ENUMERABLE, "structuredClone");
        exports("buffer", ENUMERABLE, "atob", "btoa");
        exports("perf_hooks", ENUMERABLE, "performance");
        exports("internal/web/navigator", ENUMERABLE, "navigator");
        module("internal/console/global", "console");
        exports("buffer", HIDDEN, "Buffer", "Blob", "File");
        exports("internal/web/event_target", HIDDEN, "Event", "EventTarget", "CustomEvent");
        exports("internal/web/abort_controller", HIDDEN, "AbortController", "AbortSignal");
        exports("internal/worker/message_port", HIDDEN, "MessageChannel", "MessagePort");
        exports("internal/worker/broadcast_channel", HIDDEN, "BroadcastChannel");
        exports("internal/web/message_event", HIDDEN, "MessageEvent");
        exports("internal/web/encoding", HIDDEN, "TextEncoder", "TextDecoder");
        exports("internal/web/url", HIDDEN, "URL");
        exports("internal/web/url_search_params", HIDDEN, "URLSearchParams");
        exports("internal/web/fetch/global", ENUMERABLE, "fetch");
        exports("internal/web/fetch/form_data", HIDDEN, "FormData");
        exports("internal/web/fetch/headers", HIDDEN, "Headers");
        exports("internal/web/fetch/request", HIDDEN, "Request");
        exports("internal/web/fetch/response", HIDDEN, "Response");
        exports("internal/web/dom_exception", HIDDEN, "DOMException");
        exports("internal/web/navigator", HIDDEN, "Navigator");
        exports("internal/crypto/web", ENUMERABLE, "crypto");
        exports("internal/crypto/web", HIDDEN, "Crypto", "CryptoKey", "SubtleCrypto");
        exports("stream/web", HIDDEN, "ReadableStream", "ReadableStreamDefaultReader", "ReadableStreamBYOBReader", "ReadableStreamBYOBRequest",
                "ReadableByteStreamController", "ReadableStreamDefaultController", "TransformStream", "TransformStreamDefaultController",
                "WritableStream", "WritableStreamDefaultController", "WritableStreamDefaultWriter", "ByteLengthQueuingStrategy",
                "CountQueuingStrategy", "TextEncoderStream", "TextDecoderStream", "CompressionStream", "DecompressionStream");
        exports("perf_hooks", HIDDEN, "Performance", "PerformanceEntry", "PerformanceMark", "PerformanceMeasure", "PerformanceObserver",
                "PerformanceObserverEntryList", "PerformanceResourceTiming");
    }

    private NodeGlobals() { }

    private static void exports(String id, int flags, String... names) {
        for (String name : names) {
            Object key = PropertyKey.of(name);
            TABLE.lazy(name, realm -> ((JSObject) NodeRuntime.of(realm).builtins().require(id)).get(key), flags);
        }
    }

    private static void module(String id, String name) {
        TABLE.lazy(name, realm -> NodeRuntime.of(realm).builtins().require(id), HIDDEN);
    }
}
