package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

/** Errors the engine throws, with V8's texts, which programs and people know. To be thrown: {@code throw Errors.typeError("…")}. */
public final class Errors {
    private Errors() { }

    public static JSException typeError(String message) {
        return error(Intrinsic.TYPE_ERROR_PROTOTYPE, message, null);
    }

    public static JSException typeError(String message, Node location) {
        return error(Intrinsic.TYPE_ERROR_PROTOTYPE, message, location);
    }

    public static JSException rangeError(String message) {
        return error(Intrinsic.RANGE_ERROR_PROTOTYPE, message, null);
    }

    public static JSException rangeError(String message, Node location) {
        return error(Intrinsic.RANGE_ERROR_PROTOTYPE, message, location);
    }

    public static JSException referenceError(String message) {
        return error(Intrinsic.REFERENCE_ERROR_PROTOTYPE, message, null);
    }

    public static JSException referenceError(String message, Node location) {
        return error(Intrinsic.REFERENCE_ERROR_PROTOTYPE, message, location);
    }

    public static JSException syntaxError(String message) {
        return error(Intrinsic.SYNTAX_ERROR_PROTOTYPE, message, null);
    }

    public static JSException syntaxError(String message, Node location) {
        return error(Intrinsic.SYNTAX_ERROR_PROTOTYPE, message, location);
    }

    public static JSException error(Intrinsic prototype, String message) {
        return error(prototype, message, null);
    }

    /** An error of the running realm. @param location where it arose, or null */
    @TruffleBoundary
    public static JSException error(Intrinsic prototype, String message, Node location) {
        JSError error = JSError.create(Realm.get(null), prototype, message);
        error.captureStack(location, null);
        return new JSException(error, location);
    }

    /**
     * What a program sees of a stack overflow. To be thrown.
     *
     * @throws StackOverflowError the same, if so little of the stack is left that a function further out must see to it
     */
    @TruffleBoundary
    public static JSException stackOverflow(StackOverflowError overflow, Node location) {
        if (!Agent.get(null).stackRoom().isLeft(overflow)) {
            throw overflow;
        }
        // A program that recurses again from each finally block on its way out spends its life where no poll has the stack it needs.
        TruffleSafepoint.poll(location);
        return rangeError("Maximum call stack size exceeded", location);
    }

    /** Calling what is no function. @param text how the program writes it, or a {@link #describe description} */
    public static JSException notAFunction(String text) {
        return typeError(text + " is not a function");
    }

    @TruffleBoundary
    public static JSException notAFunction(Object value, Node location) {
        return typeError(describe(value) + " is not a function", location);
    }

    @TruffleBoundary
    public static JSException notAConstructor(Object value, Node location) {
        return typeError(describe(value) + " is not a constructor", location);
    }

    @TruffleBoundary
    public static JSException notIterable(Object value, Node location) {
        String type = switch (value) {
            case JSObject object -> null;
            case Number number -> "number ";
            case Boolean bool -> "boolean ";
            default -> "";
        };
        boolean primitive = type != null;
        return typeError((primitive ? type : "") + describe(value) + " is not iterable" + (primitive ? " (cannot read property Symbol(Symbol.iterator))" : ""), location);
    }

    /** The right side of {@code in} is no object. */
    @TruffleBoundary
    public static JSException notSearchable(Object key, Object value, Node location) {
        return typeError("Cannot use 'in' operator to search for '" + keyText(key) + "' in " + describePlain(value), location);
    }

    /** A property of undefined or null was asked for. */
    @TruffleBoundary
    public static JSException cannotRead(Object base, Object key, Node location) {
        return typeError("Cannot read properties of " + base + " (reading '" + keyText(key) + "')", location);
    }

    @TruffleBoundary
    public static JSException cannotSet(Object base, Object key, Node location) {
        return typeError("Cannot set properties of " + base + " (setting '" + keyText(key) + "')", location);
    }

    /** The text of a key of any form for a message: no guest code runs. */
    public static String keyText(Object key) {
        return key instanceof JSObject ? describe(key) : String.valueOf(key);
    }

    @TruffleBoundary
    public static JSException uninitialized(Object name) {
        return referenceError("Cannot access '" + name + "' before initialization");
    }

    public static JSException constantAssignment() {
        return typeError("Assignment to constant variable.");
    }

    @TruffleBoundary
    public static JSException notDefined(Object name, Node location) {
        return referenceError(name + " is not defined", location);
    }

    /** Strict assignment to a property that refused it. */
    @TruffleBoundary
    public static JSException readOnly(Object base, Object key, Node location) {
        if (base instanceof JSObject object) {
            if (object instanceof JSModuleNamespace) {
                return typeError("Cannot assign to read only property '" + keyText(key) + "' of a module namespace", location);
            }
            PropertyDescriptor own = object instanceof JSProxy ? null : object.getOwnProperty(key);
            if (object instanceof JSProxy) {
                return typeError("'set' on proxy: trap returned falsish for property '" + keyText(key) + "'", location);
            }
            if (own == null && !object.isExtensible()) {
                return typeError("Cannot add property " + keyText(key) + ", object is not extensible", location);
            }
            if (hasGetterOnly(object, key)) {
                return typeError("Cannot set property " + keyText(key) + " of " + describe(base) + " which has only a getter", location);
            }
            String kind = object instanceof JSFunction ? "function" : "object";
            return typeError("Cannot assign to read only property '" + keyText(key) + "' of " + kind + " '" + describe(base) + "'", location);
        }
        if (base instanceof TruffleString text && (FunctionShapes.LENGTH_KEY.equals(key) || key instanceof Long index && index < Strings.length(text))) {
            return typeError("Cannot assign to read only property '" + keyText(key) + "' of string '" + describePlain(base) + "'", location);
        }
        return typeError("Cannot create property '" + keyText(key) + "' on " + Comparison.typeOf(base) + " '" + describePlain(base) + "'", location);
    }

    private static boolean hasGetterOnly(JSObject object, Object key) {
        for (JSObject o = object; o != null && !(o instanceof JSProxy); o = o.prototype()) {
            PropertyDescriptor own = o.getOwnProperty(key);
            if (own != null) {
                return own.isAccessor();
            }
        }
        return false;
    }

    @TruffleBoundary
    public static JSException cannotDelete(Object base, Object key, Node location) {
        if (base instanceof JSProxy) {
            return typeError("'deleteProperty' on proxy: trap returned falsish for property '" + keyText(key) + "'", location);
        }
        return typeError("Cannot delete property '" + keyText(key) + "' of " + describe(base), location);
    }

    /** What a host prints of a thrown value: "Name: message" of an error, else its text. Runs no guest code. */
    @TruffleBoundary
    public static String messageOf(Object value) {
        return value instanceof JSError error ? error.headline() : "Uncaught " + Inspector.display(value);
    }

    /** Short text of a value for messages, as V8 prints it. Runs no guest code. */
    @TruffleBoundary
    public static String describe(Object value) {
        return Inspector.describe(value);
    }

    private static String describePlain(Object value) {
        return value instanceof JSObject ? describe(value) : String.valueOf(value);
    }
}
