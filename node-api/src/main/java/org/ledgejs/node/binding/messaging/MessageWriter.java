package org.ledgejs.node.binding.messaging;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArguments;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSBufferView;
import org.ledgejs.language.runtime.JSDate;
import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSMap;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPlainObject;
import org.ledgejs.language.runtime.JSPrimitiveWrapper;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.JSSet;
import org.ledgejs.language.runtime.JSSharedArrayBuffer;
import org.ledgejs.language.runtime.JSTypedArray;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.OrderedTable;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.StackTrace;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/**
 * StructuredSerializeWithTransfer (HTML §2.7.3, §2.7.5). What is in the transfer list leaves its owner once everything else succeeded. Objects of our own
 * classes say themselves what goes over, see {@link Messaging#CLONE}.
 */
final class MessageWriter {
    private static final int DATA_CLONE_ERR = 25;
    private static final TruffleString NAME = Strings.constant("name");
    private static final TruffleString CAUSE = Strings.constant("cause");
    private static final Object CODE = PropertyKey.of("code");
    private static final Object DATA = PropertyKey.of("data");
    private static final Object RECEIVER = PropertyKey.of("receiver");
    private static final Object TRANSFER_LIST = PropertyKey.of("transfer");

    private final Realm realm;
    private final Messaging messaging;
    private final Map<JSObject, Message.Reference> known = new IdentityHashMap<>();
    private final List<Message.Item> items = new ArrayList<>();
    /** Grows while transferring: an object may bring others. */
    private final List<JSObject> transfers = new ArrayList<>();

    private MessageWriter(Realm realm) {
        this.realm = realm;
        this.messaging = Messaging.of(realm);
    }

    /** @throws JSException an Error named DataCloneError for what cannot be cloned or transferred */
    static Message write(Realm realm, Object value, Object[] transferList) {
        MessageWriter writer = new MessageWriter(realm);
        for (Object each : transferList) {
            writer.announce(each);
        }
        Object root = writer.write(value);
        for (int i = 0; i < writer.transfers.size(); i++) {
            writer.transfer(writer.transfers.get(i));
        }
        int[] transferred = writer.transfers.stream().mapToInt(each -> writer.known.get(each).index()).toArray();
        return new Message(root, writer.items.toArray(Message.Item[]::new), transferred, false);
    }

    private static JSException failure(String message) {
        JSException exception = Errors.error(Intrinsic.ERROR_PROTOTYPE, message);
        JSObject error = (JSObject) exception.value();
        error.define(NAME, Strings.of("DataCloneError"), PropertyFlags.METHOD);
        error.define(CODE, DATA_CLONE_ERR, PropertyFlags.METHOD);
        return exception;
    }

    private static JSException uncloneable(Object value) {
        return failure(Errors.describe(value) + " could not be cloned.");
    }

    /** A place for something that will be transferred: what refers to it finds it there. */
    private void announce(Object value) {
        if (!(value instanceof JSObject object) || !(value instanceof JSArrayBuffer) && !(value instanceof PortHandle) && hook(object, Messaging.TRANSFER) == null) {
            throw failure("Found invalid object in transferList");
        }
        if (object instanceof JSArrayBuffer buffer && (buffer.isDetached() || buffer.hasDetachKey())) {
            throw failure("An ArrayBuffer is detached and could not be cloned.");
        }
        if (known.containsKey(object)) {
            throw failure(object instanceof JSArrayBuffer ? "Transfer list contains duplicate ArrayBuffer" : "Transfer list contains duplicate items");
        }
        transfers.add(object);
        remember(object);
    }

    private Message.Reference remember(JSObject object) {
        Message.Reference reference = new Message.Reference(items.size());
        items.add(null);
        known.put(object, reference);
        return reference;
    }

    private void transfer(JSObject object) {
        Message.Item item = switch (object) {
            case JSArrayBuffer buffer -> {
                Message.Bytes bytes = buffer.isFixedLength() ? new Message.Bytes(buffer.data(), -1) : resizable(buffer);
                buffer.detach(null);
                yield bytes;
            }
            case PortHandle port -> port(port);
            default -> custom(object, hook(object, Messaging.TRANSFER));
        };
        items.set(known.get(object).index(), item);
    }

    private static Message.Port port(PortHandle port) {
        if (port.isDetached()) {
            throw failure("MessagePort in transfer list is already detached");
        }
        return new Message.Port(port.detach());
    }

    /** A method of one of our own classes, or null. */
    private static Object hook(JSObject object, Symbol name) {
        Object method = object instanceof JSPlainObject ? object.get(name) : Undefined.INSTANCE;
        return ObjectOperations.isCallable(method) ? method : null;
    }

    private Message.Custom custom(JSObject object, Object method) {
        Object description = ObjectOperations.call(method, object);
        Object others = ObjectOperations.get(description, TRANSFER_LIST);
        if (others != Undefined.INSTANCE) {
            for (Object other : ObjectOperations.createListFromArrayLike(others)) {
                announce(other);
            }
        }
        String receiver = Conversions.toJavaString(ObjectOperations.get(description, RECEIVER));
        return new Message.Custom(receiver, write(ObjectOperations.get(description, DATA)));
    }

    private Object write(Object value) {
        return switch (value) {
            case Integer i -> i;
            case Double d -> d;
            case Boolean b -> b;
            case TruffleString s -> s;
            case BigInt b -> b;
            case Undefined u -> u;
            case Null n -> n;
            case Symbol s -> throw failure(s + " could not be cloned.");
            case JSObject object -> writeObject(object);
            default -> throw uncloneable(value);
        };
    }

    private Message.Reference writeObject(JSObject object) {
        Message.Reference reference = known.get(object);
        if (reference == null) {
            reference = remember(object);
            items.set(reference.index(), item(object));
        }
        return reference;
    }

    private Message.Item item(JSObject object) {
        boolean isBuffer = object instanceof JSBuffer;
        if (!isBuffer && messaging.isUncloneable(object)) {
            throw failure("Cannot clone object of unsupported type.");
        }
        return switch (object) {
            case JSPrimitiveWrapper wrapper -> {
                if (wrapper.value() instanceof Symbol) {
                    throw uncloneable(object);
                }
                yield new Message.Wrapped(wrapper.value());
            }
            case JSDate date -> new Message.DateValue(date.time());
            case JSRegExp regExp -> new Message.RegExpValue(regExp.code());
            case JSBuffer buffer -> buffer(buffer);
            case JSBufferView view -> view(view);
            case JSMap map -> new Message.MapEntries(entries(map.table(), true));
            case JSSet set -> new Message.SetEntries(entries(set.table(), false));
            case JSError error -> error(error);
            case JSArray array -> properties(array, array.length());
            default -> ordinary(object);
        };
    }

    private Message.Item ordinary(JSObject object) {
        if (!(object instanceof JSPlainObject) && !(object instanceof JSArguments)) {
            throw uncloneable(object);
        }
        Object clone = hook(object, Messaging.CLONE);
        if (clone != null) {
            return custom(object, clone);
        }
        if (hook(object, Messaging.TRANSFER) != null) {
            throw failure("Object that needs transfer was found in message but not listed in transferList");
        }
        return properties(object, -1);
    }

    private static Message.Item buffer(JSBuffer buffer) {
        if (buffer instanceof JSSharedArrayBuffer shared) {
            return new Message.SharedBuffer(shared.sharedBytes());
        }
        JSArrayBuffer original = (JSArrayBuffer) buffer;
        if (original.isDetached()) {
            throw failure("An ArrayBuffer is detached and could not be cloned.");
        }
        return original.isFixedLength() ? new Message.Bytes(original.toByteArray(), -1) : resizable(original);
    }

    private static Message.Bytes resizable(JSArrayBuffer buffer) {
        return new Message.Bytes(buffer.toByteArray(), buffer.maxByteLength());
    }

    private Message.Item view(JSBufferView view) {
        if (view.isOutOfBounds()) {
            throw failure("An ArrayBuffer is detached and could not be cloned.");
        }
        Message.Reference buffer = writeObject(view.buffer());
        if (view instanceof JSTypedArray array) {
            return new Message.View(array.elementType(), buffer, view.byteOffset(), view.isLengthTracking() ? JSBufferView.AUTO : array.validLength());
        }
        return new Message.View(null, buffer, view.byteOffset(), view.isLengthTracking() ? JSBufferView.AUTO : view.viewByteLength());
    }

    /** The entries are those of now: getters in their values may change the original. */
    private List<Object> entries(OrderedTable table, boolean pairs) {
        List<Object> present = new ArrayList<>();
        OrderedTable.Cursor cursor = table.new Cursor();
        for (int i = cursor.next(); i >= 0; i = cursor.next()) {
            present.add(table.key(i));
            if (pairs) {
                present.add(table.value(i));
            }
        }
        present.replaceAll(this::write);
        return present;
    }

    /** Name, message, stack and cause; a class of the program's own becomes Error. */
    private Message.Item error(JSError error) {
        Object name = error.get(NAME);
        Intrinsic prototype = switch (name == Undefined.INSTANCE ? "Error" : Conversions.toJavaString(name)) {
            case "EvalError" -> Intrinsic.EVAL_ERROR_PROTOTYPE;
            case "RangeError" -> Intrinsic.RANGE_ERROR_PROTOTYPE;
            case "ReferenceError" -> Intrinsic.REFERENCE_ERROR_PROTOTYPE;
            case "SyntaxError" -> Intrinsic.SYNTAX_ERROR_PROTOTYPE;
            case "TypeError" -> Intrinsic.TYPE_ERROR_PROTOTYPE;
            case "URIError" -> Intrinsic.URI_ERROR_PROTOTYPE;
            default -> Intrinsic.ERROR_PROTOTYPE;
        };
        PropertyDescriptor message = error.getOwnProperty(JSError.MESSAGE_KEY);
        PropertyDescriptor stack = error.getOwnProperty(StackTrace.STACK_KEY);
        PropertyDescriptor cause = error.getOwnProperty(CAUSE);
        return new Message.ErrorValue(prototype,
                message != null && message.value() != null ? Conversions.toString(message.value()) : null,
                stack != null && stack.value() instanceof TruffleString text ? text : null,
                cause != null && cause.value() != null ? write(cause.value()) : null);
    }

    /** Enumerable own properties with string keys, as long as they are there when their turn comes. */
    private Message.Item properties(JSObject from, long array) {
        List<TruffleString> keys = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Object key : from.ownPropertyKeys()) {
            if (key instanceof Symbol) {
                continue;
            }
            PropertyDescriptor property = from.getOwnProperty(key);
            if (property != null && property.isEnumerable()) {
                keys.add(Conversions.toString(key));
                values.add(write(from.get(key)));
            }
        }
        return new Message.Properties(array, keys, values);
    }
}
