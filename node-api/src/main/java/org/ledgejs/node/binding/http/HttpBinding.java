package org.ledgejs.node.binding.http;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.Bytes;
import org.ledgejs.node.binding.net.SocketHandle;

/** Binding {@code http}: reading HTTP/1. */
public final class HttpBinding {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("createParser", 4, (realm, thisValue, args) -> create(realm, args))
            .method("execute", 2, (realm, thisValue, args) -> ParserObject.of(args.get(0)).execute(Bytes.of(args.get(1))))
            .method("finish", 1, (realm, thisValue, args) -> ParserObject.of(args.get(0)).finish())
            .method("isBusy", 1, (realm, thisValue, args) -> ParserObject.of(args.get(0)).isBusy())
            .method("consume", 2, (realm, thisValue, args) -> {
                ParserObject parser = ParserObject.of(args.get(0));
                if (args.get(1) instanceof SocketHandle handle) {
                    parser.consume(handle);
                    return true;
                }
                return false;
            })
            .method("unconsume", 1, (realm, thisValue, args) -> {
                ParserObject.of(args.get(0)).unconsume();
                return Undefined.INSTANCE;
            })
            .method("pause", 1, (realm, thisValue, args) -> {
                ParserObject.of(args.get(0)).pause();
                return Undefined.INSTANCE;
            })
            .method("resume", 1, (realm, thisValue, args) -> {
                ParserObject.of(args.get(0)).resume();
                return Undefined.INSTANCE;
            })
            .method("free", 1, (realm, thisValue, args) -> {
                ParserObject.of(args.get(0)).free();
                return Undefined.INSTANCE;
            });

    private HttpBinding() { }

    public static void define(NodeRuntime node, JSObject target) {
        TABLE.define(node.realm(), target);
        Object[] methods = Methods.NAMES.stream().map(Strings::of).toArray();
        target.define(PropertyKey.of("methods"), JSArray.create(node.realm(), methods), PropertyFlags.DEFAULT);
    }

    private static ParserObject create(Realm realm, Args args) {
        if (!(args.get(3) instanceof JSObject callbacks)) {
            throw Errors.typeError("callbacks must be an object");
        }
        Object options = args.get(1);
        int size = option(options, "maxHeaderSize") instanceof Integer n ? n : 0;
        return new ParserObject(NodeRuntime.of(realm), Conversions.toBoolean(args.get(0)), size, Conversions.toBoolean(option(options, "lenient")),
                args.get(2), callbacks);
    }

    private static Object option(Object options, String name) {
        return options instanceof JSObject object ? ObjectOperations.get(object, PropertyKey.of(name)) : Undefined.INSTANCE;
    }
}
