package org.ledgejs.node.command;

import java.util.List;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.LazyValue;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeOptions;
import org.ledgejs.node.NodeRuntime;

import com.oracle.truffle.api.source.Source;

/** {@code -e}, {@code -p} and standard input: a script with require, or a module if it is written as one. */
final class EvalCommand {
    private static final List<String> LIBRARIES = List.of("assert", "async_hooks", "buffer", "child_process", "cluster", "constants", "crypto", "dgram",
            "diagnostics_channel", "dns", "domain", "events", "fs", "http", "http2", "https", "inspector", "module", "net", "os", "path", "perf_hooks", "punycode",
            "querystring", "readline", "repl", "stream", "string_decoder", "sys", "timers", "tls", "trace_events", "tty", "url", "util", "v8", "vm", "wasi",
            "worker_threads", "zlib");

    private EvalCommand() { }

    /** @param name what stacks and reports call the text */
    static int run(NodeRuntime node, String name, String text, boolean print) {
        node.enter(() -> Preloads.then(node, () -> evaluate(node, name, text, print)));
        return node.runToEnd();
    }

    private static void evaluate(NodeRuntime node, String name, String text, boolean print) {
        String type = NodeOptions.of(node.agent()).value("--input-type");
        if (type != null && !type.equals("module") && !type.equals("commonjs")) {
            throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "--input-type must be \"module\" or \"commonjs\"");
        }
        if (type == null ? node.modules().isModuleSyntax(text, name) : type.equals("module")) {
            if (print) {
                throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "--print cannot be used with ESM input");
            }
            node.modules().esm().run(node.modules().esm().ofEval(text, name.equals("[eval]") ? "[eval1]" : name));
            return;
        }
        defineRequire(node, name);
        defineLibraries(node);
        Object value = script(node, text, name);
        if (print) {
            print(node, value);
        }
    }

    /** Parses only. */
    static int check(NodeRuntime node, String name, String text) {
        node.enter(() -> {
            if (node.modules().isModuleSyntax(text, name)) {
                node.modules().esm().ofEval(text, name);
            } else {
                node.modules().compileFunction(text, name, List.of("exports", "require", "module", "__filename", "__dirname"));
            }
        });
        return node.runToEnd();
    }

    /** Runs a text as a script of the main realm. @return its completion value */
    static Object script(NodeRuntime node, String text, String name) {
        Source source = Source.newBuilder(LedgeLanguage.ID, text, name).build();
        return node.agent().compiler().script(source).call(Arguments.create(node.realm().globalObject(), Undefined.INSTANCE));
    }

    /** console.log of the value. */
    static void print(NodeRuntime node, Object value) {
        if (!node.isBooted() && PrimitiveLine.print(node.agent(), value)) {
            return;
        }
        if (value instanceof JSPromise) {
            ObjectOperations.invoke(node.builtins().require("internal/process/print_promise"), PropertyKey.of("printPromise"), value);
            return;
        }
        Object console = node.realm().globalObject().get(PropertyKey.of("console"));
        ObjectOperations.invoke(console, PropertyKey.of("log"), value);
    }

    /** require, module and their kin as globals, relative to the working folder. */
    static void defineRequire(NodeRuntime node, String origin) {
        JSObject global = node.realm().globalObject();
        String folder = node.modules().files().absolute(".");
        for (String name : new String[] {"require", "module", "exports", "__filename", "__dirname"}) {
            global.define(PropertyKey.of(name), (LazyValue) realm -> {
                JSObject cjs = (JSObject) node.builtins().require("internal/modules/cjs");
                JSObject scope = (JSObject) ObjectOperations.invoke(cjs, PropertyKey.of("evalScope"), Strings.of(origin), Strings.of(folder));
                return scope.get(PropertyKey.of(name));
            }, PropertyFlags.NOT_ENUMERABLE | PropertyFlags.LAZY);
        }
    }

    /** Node's libraries as globals, each loaded when it is first read. */
    private static void defineLibraries(NodeRuntime node) {
        JSObject global = node.realm().globalObject();
        for (String name : LIBRARIES) {
            if (!global.hasProperty(PropertyKey.of(name))) {
                global.define(PropertyKey.of(name), (LazyValue) realm -> ObjectOperations.invoke(global, PropertyKey.of("require"), Strings.of(name)),
                        PropertyFlags.NOT_ENUMERABLE | PropertyFlags.LAZY);
            }
        }
    }
}
