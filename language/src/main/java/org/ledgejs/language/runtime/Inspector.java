package org.ledgejs.language.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.strings.TruffleString;

/** Texts of values for messages, debuggers and hosts. Looks, never touches: no getter, trap or method of the program runs. */
public final class Inspector {
    private static final TruffleString CONSTRUCTOR = Strings.constant("constructor");
    private static final TruffleString NAME = Strings.constant("name");
    private static final int MAX_ITEMS = 20;
    private static final int MAX_DEPTH = 2;

    private Inspector() { }

    /** As V8 names a value in messages: {@code "text"}, {@code 1}, {@code #<Foo>}, {@code [object Array]}. */
    @TruffleBoundary
    public static String describe(Object value) {
        return switch (value) {
            case TruffleString s -> '"' + Strings.java(s) + '"';
            case Double d -> Strings.java(NumberText.toString(d));
            case BigInt b -> b.toString();
            case JSArray a -> "[object Array]";
            case JSError e -> e.headline();
            case JSFunction f -> functionText(f);
            case JSObject o -> "#<" + constructorName(o) + ">";
            default -> foreignOrPlain(value);
        };
    }

    private static String functionText(JSFunction function) {
        if (function.data().sourceSection() != null && function.data().sourceSection().isAvailable()) {
            return function.data().sourceSection().getCharacters().toString();
        }
        return "function " + Strings.java(function.data().name()) + "() { [native code] }";
    }

    private static String foreignOrPlain(Object value) {
        if (value instanceof Integer || value instanceof Boolean || value instanceof Symbol || value == Undefined.INSTANCE || value == Null.INSTANCE) {
            return value.toString();
        }
        try {
            InteropLibrary interop = InteropLibrary.getUncached();
            return interop.asString(interop.toDisplayString(value, false));
        } catch (UnsupportedMessageException | ClassCastException e) {
            return String.valueOf(value);
        }
    }

    /** Name of the object's constructor as far as it can be read without running anything; else the kind of object. */
    @TruffleBoundary
    public static String constructorName(JSObject object) {
        for (JSObject o = object; o != null && !(o instanceof JSProxy); o = o.prototype()) {
            if (o.hasOrdinaryNamedProperties() && Properties.read(o, CONSTRUCTOR) instanceof JSObject constructor) {
                String name = dataText(constructor, NAME);
                if (name != null && !name.isEmpty()) {
                    return name;
                }
            }
        }
        String former = FormerClass.of(object);
        return former == null ? object.className() : former;
    }

    /** An own data property that holds a string, or null. */
    static String dataText(JSObject object, TruffleString key) {
        if (!object.hasOrdinaryNamedProperties()) {
            return null;
        }
        Object stored = Properties.stored(object, key);
        Object value = stored instanceof VirtualProperty virtual ? virtual.get(object) : stored;
        return value instanceof TruffleString s ? Strings.java(s) : null;
    }

    /** What a debugger or a host shows: {@code { a: 1, b: [ 2, 3 ] }}, to a small depth. */
    @TruffleBoundary
    public static String display(Object value) {
        return display(value, 0);
    }

    private static String display(Object value, int depth) {
        return switch (value) {
            case TruffleString s -> depth == 0 ? Strings.java(s) : "'" + Strings.java(s) + "'";
            case Double d when d == 0 && 1 / d < 0 -> "-0";
            case BigInt b -> b + "n";
            case JSError e -> e.headline();
            case JSFunction f -> "[" + (f.data().kind().isClassConstructor() ? "class" : "Function") + named(dataText(f, NAME)) + "]";
            case JSBoundFunction f -> "[Function" + named(dataText(f, NAME)) + "]";
            case JSProxy p -> "[Proxy]";
            case JSArray a -> array(a, depth);
            case JSTypedArray a -> typedArray(a, depth);
            case JSArguments a -> depth >= MAX_DEPTH ? "[Arguments]" : list("[Arguments] [", a.getArraySize(), i -> element(a.element(i), depth), "]");
            case JSRegExp r -> "/" + Strings.java(r.code().source()) + "/" + Strings.java(r.code().flags());
            case JSDate d -> d.isValid() ? Instant.ofEpochMilli((long) d.time()).toString() : "Invalid Date";
            case JSPrimitiveWrapper w -> "[" + w.className() + ": " + display(w.value(), depth + 1) + "]";
            case JSMap m -> table(m, m.table(), depth, i -> display(m.table().key(i), depth + 1) + " => " + display(m.table().value(i), depth + 1));
            case JSSet s -> table(s, s.table(), depth, i -> display(s.table().key(i), depth + 1));
            case JSPromise p -> depth >= MAX_DEPTH ? "[Promise]" : constructorName(p) + " { " + outcome(p, depth) + " }";
            case JSObject o -> object(o, depth);
            default -> describe(value);
        };
    }

    private static String outcome(JSPromise promise, int depth) {
        return switch (promise.state()) {
            case PENDING -> "<pending>";
            case FULFILLED -> display(promise.result(), depth + 1);
            case REJECTED -> "<rejected> " + display(promise.result(), depth + 1);
        };
    }

    private static String table(JSObject object, OrderedTable table, int depth, IntFunction<String> entry) {
        String name = constructorName(object);
        if (depth >= MAX_DEPTH) {
            return "[" + name + "]";
        }
        OrderedTable.Cursor cursor = table.new Cursor();
        return list(name + "(" + table.size() + ") {", table.size(), i -> entry.apply(cursor.next()), "}");
    }

    /** The first items, between brackets. */
    private static String list(String open, long size, IntFunction<String> item, String close) {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < Math.min(size, MAX_ITEMS); i++) {
            items.add(item.apply(i));
        }
        if (size > MAX_ITEMS) {
            items.add("... " + (size - MAX_ITEMS) + " more items");
        }
        return items.isEmpty() ? open + close : open + " " + String.join(", ", items) + " " + close;
    }

    private static String named(String name) {
        return name == null || name.isEmpty() ? " (anonymous)" : " " + name;
    }

    private static String array(JSArray array, int depth) {
        if (depth >= MAX_DEPTH) {
            return "[Array]";
        }
        return list("[", array.length(), i -> element(array.element(i), depth), "]");
    }

    private static String element(Object stored, int depth) {
        return stored == null ? "<empty>" : stored instanceof Accessor ? "[Getter]" : display(stored, depth + 1);
    }

    private static String typedArray(JSTypedArray array, int depth) {
        if (depth >= MAX_DEPTH) {
            return "[" + array.className() + "]";
        }
        int length = array.validLength();
        return list(constructorName(array) + "(" + length + ") [", length, i -> display(array.getElement(i), depth + 1), "]");
    }

    private static String object(JSObject object, int depth) {
        String name = constructorName(object);
        String tag = tag(object);
        String prefix = !tag.isEmpty() && !tag.equals(name) ? name + " [" + tag + "] " : name.equals("Object") ? "" : name + " ";
        if (depth >= MAX_DEPTH) {
            return "[" + name + "]";
        }
        List<Object> keys = new ArrayList<>();
        object.addElementKeys(keys);
        Properties.addKeys(object, keys);
        List<String> items = new ArrayList<>();
        for (Object key : keys) {
            int flags = OrdinaryObject.ownFlags(object, key);
            if (!PropertyFlags.enumerable(flags)) {
                continue;
            }
            if (items.size() == MAX_ITEMS) {
                items.add("...");
                break;
            }
            Object stored = key instanceof Long index ? object.element(index) : Properties.stored(object, key);
            items.add((key instanceof Symbol ? "[" + key + "]" : key) + ": " + stored(stored, depth));
        }
        return items.isEmpty() ? prefix + "{}" : prefix + "{ " + String.join(", ", items) + " }";
    }

    /** What Object.prototype.toString would call it, as far as it is a property that can be read. */
    static String tag(JSObject object) {
        return !(object instanceof JSModuleNamespace) && InteropMembers.peek(object, Symbol.TO_STRING_TAG) instanceof TruffleString tag ? Strings.java(tag) : "";
    }

    private static String stored(Object stored, int depth) {
        return switch (stored) {
            case Accessor accessor -> accessor.setter() == Undefined.INSTANCE ? "[Getter]" : "[Getter/Setter]";
            case VirtualProperty virtual -> "[...]";
            case LazyValue lazy -> "[...]";
            default -> display(stored, depth + 1);
        };
    }
}
