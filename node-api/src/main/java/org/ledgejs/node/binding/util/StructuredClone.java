package org.ledgejs.node.binding.util;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.BigInt;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ElementType;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArguments;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSBufferView;
import org.ledgejs.language.runtime.JSDataView;
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
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.StackTrace;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/**
 * The structured clone algorithm (HTML §2.7) within one realm: serialisation and deserialisation in one pass. Buffers of the transfer list go over with
 * their bytes and are detached once everything else succeeded.
 */
final class StructuredClone {
    private static final int DATA_CLONE_ERR = 25;
    private static final TruffleString NAME = Strings.constant("name");
    private static final TruffleString CAUSE = Strings.constant("cause");

    private final Realm realm;
    private final Map<JSObject, JSObject> memory = new IdentityHashMap<>();

    private StructuredClone(Realm realm) {
        this.realm = realm;
    }

    /** @throws JSException an Error named DataCloneError for what cannot be cloned or transferred */
    static Object clone(Realm realm, Object value, Object[] transfer) {
        StructuredClone clone = new StructuredClone(realm);
        List<JSArrayBuffer> transferred = new ArrayList<>();
        for (Object each : transfer) {
            transferred.add(clone.prepareTransfer(each));
        }
        Object result = clone.copy(value);
        for (JSArrayBuffer buffer : transferred) {
            buffer.detach(null);
        }
        return result;
    }

    private static JSException failure(String message) {
        JSException exception = Errors.error(Intrinsic.ERROR_PROTOTYPE, message);
        JSObject error = (JSObject) exception.value();
        error.define(NAME, Strings.of("DataCloneError"), PropertyFlags.METHOD);
        error.define(PropertyKey.of("code"), DATA_CLONE_ERR, PropertyFlags.METHOD);
        return exception;
    }

    private static JSException uncloneable(Object value) {
        return failure(Errors.describe(value) + " could not be cloned.");
    }

    private JSArrayBuffer prepareTransfer(Object value) {
        if (!(value instanceof JSArrayBuffer buffer)) {
            throw failure("Value not transferable");
        }
        if (buffer.isDetached() || buffer.hasDetachKey()) {
            throw failure("An ArrayBuffer is detached and could not be cloned.");
        }
        JSArrayBuffer target;
        if (buffer.isFixedLength()) {
            target = JSArrayBuffer.wrap(realm, buffer.data());
        } else {
            target = copyResizable(buffer);
        }
        if (memory.put(buffer, target) != null) {
            throw failure("ArrayBuffer occurs in transfer list more than once");
        }
        return buffer;
    }

    private JSArrayBuffer copyResizable(JSArrayBuffer buffer) {
        JSArrayBuffer copy = JSArrayBuffer.createResizable(realm.intrinsic(Intrinsic.ARRAY_BUFFER_PROTOTYPE), buffer.byteLength(), buffer.maxByteLength());
        System.arraycopy(buffer.data(), 0, copy.data(), 0, buffer.byteLength());
        return copy;
    }

    private Object copy(Object value) {
        return switch (value) {
            case Integer i -> i;
            case Double d -> d;
            case Boolean b -> b;
            case TruffleString s -> s;
            case BigInt b -> b;
            case Undefined u -> u;
            case Null n -> n;
            case Symbol s -> throw failure(s + " could not be cloned.");
            case JSObject object -> copyObject(object);
            default -> throw uncloneable(value);
        };
    }

    private JSObject copyObject(JSObject object) {
        JSObject known = memory.get(object);
        if (known != null) {
            return known;
        }
        return switch (object) {
            case JSPrimitiveWrapper wrapper -> {
                if (wrapper.value() instanceof Symbol) {
                    throw uncloneable(object);
                }
                yield remember(object, JSPrimitiveWrapper.create(realm, wrapper.value()));
            }
            case JSDate date -> remember(object, JSDate.create(realm.intrinsic(Intrinsic.DATE_PROTOTYPE), date.time()));
            case JSRegExp regExp -> remember(object, JSRegExp.create(realm, regExp.code()));
            case JSBuffer buffer -> remember(object, copyBuffer(buffer));
            case JSBufferView view -> copyView(view);
            case JSMap map -> copyMap(map);
            case JSSet set -> copySet(set);
            case JSError error -> copyError(error);
            case JSArray array -> {
                JSArray copy = remember(object, JSArray.create(realm, array.length()));
                copyProperties(array, copy);
                yield copy;
            }
            default -> {
                boolean ordinary = object instanceof JSPlainObject || object instanceof JSArguments;
                if (!ordinary) {
                    throw uncloneable(object);
                }
                JSObject copy = remember(object, JSObject.create(realm));
                copyProperties(object, copy);
                yield copy;
            }
        };
    }

    private <T extends JSObject> T remember(JSObject original, T copy) {
        memory.put(original, copy);
        return copy;
    }

    private JSObject copyBuffer(JSBuffer buffer) {
        if (buffer instanceof JSSharedArrayBuffer shared) {
            return JSSharedArrayBuffer.wrap(realm, shared.sharedBytes());
        }
        JSArrayBuffer original = (JSArrayBuffer) buffer;
        if (original.isDetached()) {
            throw failure("An ArrayBuffer is detached and could not be cloned.");
        }
        return original.isFixedLength() ? JSArrayBuffer.wrap(realm, original.toByteArray()) : copyResizable(original);
    }

    private JSObject copyView(JSBufferView view) {
        if (view.isOutOfBounds()) {
            throw failure("An ArrayBuffer is detached and could not be cloned.");
        }
        JSBuffer buffer = (JSBuffer) copyObject(view.buffer());
        if (view instanceof JSTypedArray array) {
            ElementType type = array.elementType();
            int length = view.isLengthTracking() ? JSBufferView.AUTO : array.validLength();
            return remember(view, JSTypedArray.create(realm.intrinsic(type.prototype()), type, buffer, view.byteOffset(), length));
        }
        int length = view.isLengthTracking() ? JSBufferView.AUTO : view.viewByteLength();
        return remember(view, JSDataView.create(realm.intrinsic(Intrinsic.DATA_VIEW_PROTOTYPE), buffer, view.byteOffset(), length));
    }

    /** The entries are those of now: getters in their values may change the original. */
    private JSObject copyMap(JSMap map) {
        JSMap copy = remember(map, JSMap.create(realm.intrinsic(Intrinsic.MAP_PROTOTYPE)));
        List<Object> entries = Previews.all(map.table(), true, true);
        for (int i = 0; i < entries.size(); i += 2) {
            Object key = copy(entries.get(i));
            copy.table().put(key, copy(entries.get(i + 1)));
        }
        return copy;
    }

    private JSObject copySet(JSSet set) {
        JSSet copy = remember(set, JSSet.create(realm.intrinsic(Intrinsic.SET_PROTOTYPE)));
        for (Object each : Previews.all(set.table(), true, false)) {
            Object key = copy(each);
            copy.table().put(key, key);
        }
        return copy;
    }

    /** Name, message, stack and cause; a class of the program's own becomes Error. */
    private JSObject copyError(JSError error) {
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
        JSError copy = remember(error, JSError.create(realm.intrinsic(prototype)));
        PropertyDescriptor message = error.getOwnProperty(JSError.MESSAGE_KEY);
        if (message != null && message.value() != null) {
            copy.define(JSError.MESSAGE_KEY, Conversions.toString(message.value()), PropertyFlags.METHOD);
        }
        PropertyDescriptor stack = error.getOwnProperty(StackTrace.STACK_KEY);
        if (stack != null && stack.value() instanceof TruffleString text) {
            copy.define(StackTrace.STACK_KEY, text, PropertyFlags.METHOD);
        }
        PropertyDescriptor cause = error.getOwnProperty(CAUSE);
        if (cause != null && cause.value() != null) {
            copy.define(CAUSE, copy(cause.value()), PropertyFlags.METHOD);
        }
        return copy;
    }

    /** Enumerable own properties with string keys, as long as they are there when their turn comes. */
    private void copyProperties(JSObject from, JSObject to) {
        for (Object key : from.ownPropertyKeys()) {
            if (key instanceof Symbol) {
                continue;
            }
            PropertyDescriptor property = from.getOwnProperty(key);
            if (property != null && property.isEnumerable()) {
                ObjectOperations.createDataPropertyOrThrow(to, key, copy(from.get(key)));
            }
        }
    }
}
