package org.ledgejs.node.binding.messaging;

import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.binding.HandleFunctions;
import org.ledgejs.node.binding.HandleObject;

/** Binding {@code messaging}: structured clones and channels of messages. */
public final class MessagingBinding {
    private static final PropertyTable TABLE = HandleFunctions.addReferencesTo(new PropertyTable())
            .method("structuredClone", 2, (realm, thisValue, args) ->
                    new MessageReader(realm, MessageWriter.write(realm, args.get(0), list(args.get(1))), false).read())
            .method("createChannel", 0, (realm, thisValue, args) -> {
                PortGroup group = new PortGroup(false);
                NodeRuntime node = NodeRuntime.of(realm);
                return JSArray.create(realm, new Object[] {new PortHandle(node, group.join()), new PortHandle(node, group.join())});
            })
            .method("joinBroadcast", 1, (realm, thisValue, args) -> new PortHandle(NodeRuntime.of(realm),
                    Messaging.of(realm).broadcast(Conversions.toJavaString(args.get(0))).join()))
            .method("listen", 4, (realm, thisValue, args) -> {
                port(args).listen(args.get(1), args.get(2), args.get(3));
                return Undefined.INSTANCE;
            })
            .method("post", 3, MessagingBinding::post)
            .method("setReceiving", 2, (realm, thisValue, args) -> {
                port(args).setReceiving(Conversions.toBoolean(args.get(1)));
                return Undefined.INSTANCE;
            })
            .method("receive", 1, (realm, thisValue, args) -> {
                Object value = port(args).take();
                return value == null ? Undefined.INSTANCE : JSArray.create(realm, new Object[] {value});
            })
            .method("close", 1, (realm, thisValue, args) -> {
                port(args).closeAndTell();
                return Undefined.INSTANCE;
            })
            .method("isDetached", 1, (realm, thisValue, args) -> port(args).isDetached())
            .method("markUncloneable", 1, (realm, thisValue, args) -> {
                Messaging.of(realm).markUncloneable((JSObject) args.get(0));
                return Undefined.INSTANCE;
            });

    private MessagingBinding() { }

    public static void define(Realm realm, JSObject target) {
        TABLE.define(realm, target);
        target.define(PropertyKey.of("cloneSymbol"), Messaging.CLONE, PropertyFlags.DEFAULT);
        target.define(PropertyKey.of("transferSymbol"), Messaging.TRANSFER, PropertyFlags.DEFAULT);
    }

    private static PortHandle port(Args args) {
        return HandleObject.of(args.get(0), PortHandle.class);
    }

    private static Object[] list(Object value) {
        return value == Undefined.INSTANCE ? new Object[0] : ObjectOperations.createListFromArrayLike(value);
    }

    /** Whether the message went out: not if it carries the very end it goes to. Then the channel is lost, and its ends close. */
    private static Object post(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        PortHandle port = port(args);
        Message message = MessageWriter.write(realm, args.get(1), list(args.get(2)));
        // Reading the value may have closed the port.
        if (port.isDetached()) {
            return true;
        }
        PortEnd end = port.end();
        if (end.group().reaches(end, message)) {
            port.closeAndTell();
            return false;
        }
        end.send(message);
        return true;
    }
}
