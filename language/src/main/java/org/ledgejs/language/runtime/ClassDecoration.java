package org.ledgejs.language.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

/** The decorators of one class and what comes of them (decorators proposal: ClassElementDefinition Records and their application). */
public final class ClassDecoration {
    // Numbers of what is decorated; the elements follow.
    private static final int CLASS = 0;
    private static final int STATIC_METHODS = 1;
    private static final int INSTANCE_METHODS = 2;

    private static final Object[] NONE = {};
    private static final TruffleString GET = Strings.constant("get");
    private static final TruffleString SET = Strings.constant("set");
    private static final TruffleString INIT = Strings.constant("init");

    /** What is decorated. */
    public enum Kind {
        CLASS, METHOD, GETTER, SETTER, FIELD, ACCESSOR;

        private final TruffleString text = Strings.of(name().toLowerCase(Locale.ROOT));

        public TruffleString text() {
            return text;
        }
    }

    /** A Decorator Record. */
    private record Decorator(Object function, Object receiver) { }

    /** What addInitializer collects; shared by the decorators of one thing, or of all methods. */
    public static final class Initializers {
        private final List<Object> functions = new ArrayList<>(0);
    }

    /**
     * What one call of a decorator is told, and what its addInitializer adds to.
     *
     * @param key a property key, or the PrivateName of a private element; of a class its name
     * @param isStatic of an element
     */
    public record Call(Kind kind, Object key, boolean isStatic, JSObject metadata, Initializers initializers, State state) {

        /** AddInitializer. @throws JSException TypeError when the decorator has returned, or for what is no function */
        public void addInitializer(Object function) {
            if (state.finished) {
                throw Errors.typeError("addInitializer cannot be called after decoration has finished");
            }
            if (!ObjectOperations.isCallable(function)) {
                throw Errors.typeError("An initializer must be a function");
            }
            initializers.functions.add(function);
        }
    }

    /** DecorationState. */
    public static final class State {
        private boolean finished;
    }

    /** A ClassElementDefinition Record, also those of the class and of its methods together, which only have initialisers. */
    private static final class Element {
        private final List<Decorator> decorators = new ArrayList<>(0);
        /** Null until the element itself is known. */
        private Kind kind;
        private Object key;
        private boolean isStatic;
        private Object value;
        private Object get;
        private Object set;
        /** Functions that give the value of a field, the outermost decorator's first. */
        private final List<Object> initial = new ArrayList<>(0);
        private Initializers extra = new Initializers();
        // Copies of the lists, when the class is complete.
        private Object[] initialValues = NONE;
        private Object[] extraInitializers = NONE;
    }

    private Element[] elements = new Element[8];

    private Element element(int number) {
        if (number >= elements.length) {
            elements = Arrays.copyOf(elements, Math.max(number + 1, 2 * elements.length));
        }
        if (elements[number] == null) {
            elements[number] = new Element();
        }
        return elements[number];
    }

    /** Adds a decorator; those of one thing in source order. */
    @TruffleBoundary
    public void add(int number, Object function, Object receiver) {
        element(number).decorators.add(new Decorator(function, receiver));
    }

    /** Puts down a method, a getter, a setter, or half of an auto-accessor. @param kind of the function, METHOD, GETTER or SETTER */
    @TruffleBoundary
    public void method(int number, Kind kind, boolean accessor, Object key, boolean isStatic, JSFunction function) {
        Element e = element(number);
        e.kind = accessor ? Kind.ACCESSOR : kind;
        e.key = key;
        e.isStatic = isStatic;
        switch (kind) {
            case GETTER -> e.get = function;
            case SETTER -> e.set = function;
            default -> e.value = function;
        }
        if (!accessor) {
            e.extra = element(isStatic ? STATIC_METHODS : INSTANCE_METHODS).extra;
        }
    }

    /** Puts down a field. */
    @TruffleBoundary
    public void field(int number, Object key, boolean isStatic) {
        Element e = element(number);
        e.kind = Kind.FIELD;
        e.key = key;
        e.isStatic = isStatic;
    }

    // Application.

    /** Calls the decorators and defines the members. @param name a property key @return what the class becomes */
    @TruffleBoundary
    public JSObject apply(Realm realm, JSFunction constructor, Object name, Node location) {
        JSObject metadata = metadata(constructor);
        applyToElements(realm, constructor, metadata, location);
        complete();
        for (Element e : elements) {
            if (e != null && e.isStatic && e.key instanceof PrivateName p && e.kind != Kind.FIELD && !Properties.has(constructor, p.key)) {
                ObjectOperations.privateAdd(constructor, p, Undefined.INSTANCE);
            }
        }
        Element self = element(CLASS);
        JSObject result = constructor;
        for (Decorator decorator : self.decorators.reversed()) {
            Object replacement = call(realm, decorator, Kind.CLASS, name, false, metadata, self.extra, result);
            if (replacement instanceof JSObject object && object.isCallable()) {
                result = object;
            } else if (replacement != Undefined.INSTANCE) {
                throw Errors.typeError("A class decorator must return a function or undefined", location);
            }
        }
        ObjectOperations.definePropertyOrThrow(result, Symbol.METADATA, PropertyDescriptor.data(metadata, true, false, true));
        self.extraInitializers = self.extra.functions.toArray();
        return result;
    }

    /** All decorators of elements were called: those of the class may make instances. */
    private void complete() {
        for (Element e : elements) {
            if (e != null) {
                e.initialValues = e.initial.toArray();
                e.extraInitializers = e.extra.functions.toArray();
            }
        }
    }

    /** The object that decorators share (decorator metadata proposal); it inherits from that of the superclass. */
    private static JSObject metadata(JSFunction constructor) {
        Object inherited = constructor.getPrototypeOf() instanceof JSObject parent ? parent.get(Symbol.METADATA) : Null.INSTANCE;
        return JSObject.create(inherited instanceof JSObject parent ? parent : null);
    }

    /** Methods before fields, static ones before others. */
    private void applyToElements(Realm realm, JSFunction constructor, JSObject metadata, Node location) {
        for (int step = 0; step < 4; step++) {
            boolean fields = step >= 2;
            boolean isStatic = step % 2 == 0;
            for (Element e : elements) {
                if (e == null || e.kind == null || e.isStatic != isStatic || e.kind == Kind.FIELD != fields) {
                    continue;
                }
                for (Decorator decorator : e.decorators.reversed()) {
                    Object result = call(realm, decorator, e.kind, e.key, isStatic, metadata, e.extra, value(realm, e));
                    if (result != Undefined.INSTANCE) {
                        replace(e, result, location);
                    }
                }
                if (!fields) {
                    define(e, isStatic ? constructor : constructor.homeObject());
                }
            }
        }
    }

    private static Object value(Realm realm, Element e) {
        return switch (e.kind) {
            case GETTER -> e.get;
            case SETTER -> e.set;
            case METHOD -> e.value;
            case ACCESSOR -> {
                JSObject pair = JSObject.create(realm);
                ObjectOperations.createDataPropertyOrThrow(pair, GET, e.get);
                ObjectOperations.createDataPropertyOrThrow(pair, SET, e.set);
                yield pair;
            }
            default -> Undefined.INSTANCE;
        };
    }

    private static Object call(Realm realm, Decorator decorator, Kind kind, Object key, boolean isStatic, JSObject metadata, Initializers initializers,
            Object value) {
        State state = new State();
        JSObject context = realm.agent().intrinsics().decoratorContext(realm, new Call(kind, key, isStatic, metadata, initializers, state));
        Object result = ObjectOperations.call(decorator.function, decorator.receiver, value, context);
        state.finished = true;
        return result;
    }

    private static void replace(Element e, Object result, Node location) {
        if (e.kind == Kind.ACCESSOR) {
            if (!ObjectOperations.isObject(result)) {
                throw Errors.typeError("An accessor decorator must return an object or undefined", location);
            }
            e.get = part(result, GET, e.get, location);
            e.set = part(result, SET, e.set, location);
            Object init = part(result, INIT, null, location);
            if (init != null) {
                e.initial.addFirst(init);
            }
            return;
        }
        if (!ObjectOperations.isCallable(result)) {
            throw Errors.typeError("A " + e.kind.text() + " decorator must return a function or undefined", location);
        }
        switch (e.kind) {
            case FIELD -> e.initial.addFirst(result);
            case GETTER -> e.get = result;
            case SETTER -> e.set = result;
            default -> e.value = result;
        }
    }

    /** A part of what an accessor decorator returned; the other one if it is undefined. */
    private static Object part(Object result, TruffleString name, Object otherwise, Node location) {
        Object part = ObjectOperations.get(result, name);
        if (part == Undefined.INSTANCE) {
            return otherwise;
        }
        if (!ObjectOperations.isCallable(part)) {
            throw Errors.typeError("The " + name + " that an accessor decorator returns must be a function or undefined", location);
        }
        return part;
    }

    /** DefineMethodProperty. */
    private static void define(Element e, JSObject home) {
        if (e.key instanceof PrivateName name) {
            name.method = e.value != null ? e.value : name.method;
            name.getter = e.get != null ? e.get : name.getter;
            name.setter = e.set != null ? e.set : name.setter;
            return;
        }
        ObjectOperations.definePropertyOrThrow(home, e.key, e.value != null ? PropertyDescriptor.data(e.value, true, false, true)
                : PropertyDescriptor.accessor(e.get, e.set, false, true));
    }

    // Initialisation.

    /** What addInitializer was given for that number. */
    public Object[] initializers(int number) {
        return elements[number].extraInitializers;
    }

    /** What decorators returned to initialise the field with that number. */
    public Object[] initialValues(int number) {
        return elements[number].initialValues;
    }
}
