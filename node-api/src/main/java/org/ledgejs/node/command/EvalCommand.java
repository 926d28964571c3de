package org.ledgejs.node.command;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.LazyValue;
import org.ledgejs.language.runtime.ModuleRecord;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;

import com.oracle.truffle.api.source.Source;

/** {@code -e}, {@code -p} and standard input: a script with require, or a module if it is written as one. */
final class EvalCommand {
    private EvalCommand() { }

    /** @param name what stacks and reports call the text */
    static int run(NodeRuntime node, String name, String text, boolean print) {
        node.enter(() -> {
            if (node.modules().isModuleSyntax(text, name)) {
                ModuleRecord module = node.agent().compiler().module(
                        Source.newBuilder(LedgeLanguage.ID, text, name).mimeType(LedgeLanguage.MODULE_MIME_TYPE).build());
                node.modules().esm().run(module);
                return;
            }
            defineRequire(node, name);
            Object value = script(node, text, name);
            if (print) {
                print(node, value);
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
}
