package org.ledgejs.node.binding.messaging;

import java.util.ArrayList;
import java.util.List;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSDataView;
import org.ledgejs.language.runtime.JSDate;
import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSMap;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.JSSet;
import org.ledgejs.language.runtime.JSSharedArrayBuffer;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.StackTrace;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.library.NodeLibrary;

/** StructuredDeserializeWithTransfer (HTML §2.7.4, §2.7.6): makes the values of a message in a realm. */
final class MessageReader {
    private static final Object CAUSE = PropertyKey.of("cause");

    private final Realm realm;
    private final Message message;
    private final boolean isShared;
    private final Object[] made;

    /** @param isShared whether others read the message, too: then nobody may keep its bytes */
    MessageReader(Realm realm, Message message, boolean isShared) {
        this.realm = realm;
        this.message = message;
        this.isShared = isShared;
        this.made = new Object[message.items().length];
    }

    Object read() {
        for (int index : message.transferred()) {
            read(new Message.Reference(index));
        }
        return read(message.root());
    }

    /** The transferred ports, in order, as the array of a message event. After {@link #read}. */
    JSArray ports() {
        List<Object> ports = new ArrayList<>();
        for (int index : message.transferred()) {
            if (message.items()[index] instanceof Message.Custom custom && custom.data() instanceof Message.Reference data
                    && message.items()[data.index()] instanceof Message.Port) {
                ports.add(made[index]);
            }
        }
        return JSArray.create(realm, ports.toArray());
    }

    private Object read(Object value) {
        if (!(value instanceof Message.Reference reference)) {
            return value;
        }
        Object known = made[reference.index()];
        return known != null ? known : make(reference.index(), message.items()[reference.index()]);
    }

    private Object make(int index, Message.Item item) {
        return switch (item) {
            case Message.Properties properties -> properties(index, properties);
            case Message.MapEntries(List<Object> entries) -> {
                JSMap map = remember(index, JSMap.create(realm.intrinsic(Intrinsic.MAP_PROTOTYPE)));
                for (int i = 0; i < entries.size(); i += 2) {
                    Object key = read(entries.get(i));
                    map.table().put(key, read(entries.get(i + 1)));
                }
                yield map;
            }
            case Message.SetEntries(List<Object> entries) -> {
                JSSet set = remember(index, JSSet.create(realm.intrinsic(Intrinsic.SET_PROTOTYPE)));
                for (Object each : entries) {
                    Object key = read(each);
                    set.table().put(key, key);
                }
                yield set;
            }
            case Message.DateValue(double time) -> remember(index, JSDate.create(realm.intrinsic(Intrinsic.DATE_PROTOTYPE), time));
            case Message.RegExpValue regExp -> remember(index, JSRegExp.create(realm, regExp.code()));
            case Message.Wrapped(Object value) -> remember(index, JSPrimitiveWrapper.create(realm, value));
            case Message.ErrorValue error -> error(index, error);
            case Message.Bytes(byte[] data, int maximum) -> remember(index, buffer(data, maximum));
            case Message.SharedBuffer shared -> remember(index, JSSharedArrayBuffer.wrap(realm, shared.bytes()));
            case Message.View view -> remember(index, view(view));
            case Message.Custom(String receiver, Object data) -> {
                Object result = receive(receiver, read(data));
                made[index] = result;
                yield result;
            }
            case Message.Port(PortEnd end) -> remember(index, new PortHandle(NodeRuntime.of(realm), end));
        };
    }

    private <T extends JSObject> T remember(int index, T object) {
        made[index] = object;
        return object;
    }

    private JSObject properties(int index, Message.Properties properties) {
        JSObject object = remember(index, properties.array() < 0 ? JSObject.create(realm) : JSArray.create(realm, properties.array()));
        for (int i = 0; i < properties.keys().size(); i++) {
            ObjectOperations.createDataPropertyOrThrow(object, PropertyKey.of(properties.keys().get(i)), read(properties.values().get(i)));
        }
        return object;
    }

    private JSObject error(int index, Message.ErrorValue error) {
        JSError result = remember(index, JSError.create(realm.intrinsic(error.prototype())));
        if (error.message() != null) {
            result.define(JSError.MESSAGE_KEY, error.message(), PropertyFlags.METHOD);
        }
        if (error.stack() != null) {
            result.define(StackTrace.STACK_KEY, error.stack(), PropertyFlags.METHOD);
        }
        if (error.cause() != null) {
            result.define(CAUSE, read(error.cause()), PropertyFlags.METHOD);
        }
        return result;
    }

    private JSArrayBuffer buffer(byte[] data, int maximum) {
        if (maximum < 0) {
            return JSArrayBuffer.wrap(realm, isShared ? data.clone() : data);
        }
        JSArrayBuffer buffer = JSArrayBuffer.createResizable(realm.intrinsic(Intrinsic.ARRAY_BUFFER_PROTOTYPE), data.length, maximum);
        System.arraycopy(data, 0, buffer.data(), 0, data.length);
        return buffer;
    }

    private JSObject view(Message.View view) {
        JSBuffer buffer = (JSBuffer) read(view.buffer());
        return view.type() == null
                ? JSDataView.create(realm.intrinsic(Intrinsic.DATA_VIEW_PROTOTYPE), buffer, view.byteOffset(), view.length())
                : JSTypedArray.create(realm.intrinsic(view.type().prototype()), view.type(), buffer, view.byteOffset(), view.length());
    }

    /** Calls a function of one of our own modules, and of nothing else. */
    private Object receive(String receiver, Object data) {
        int colon = receiver.lastIndexOf(':');
        String module = colon < 0 ? receiver : receiver.substring(0, colon);
        if (colon < 0 || !NodeLibrary.get().contains(module)) {
            throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "Missing internal module '" + module + "'");
        }
        Object function = ObjectOperations.get(NodeRuntime.of(realm).builtins().require(module), PropertyKey.of(Strings.of(receiver.substring(colon + 1))));
        if (!ObjectOperations.isCallable(function)) {
            throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "Unknown deserialize spec " + receiver);
        }
        return ObjectOperations.call(function, Undefined.INSTANCE, data);
    }
}
