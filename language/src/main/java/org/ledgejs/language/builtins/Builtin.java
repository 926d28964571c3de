package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/**
 * What a builtin function is, independent of contexts: name, length and one implementation. Its identity is the key
 * under which an engine keeps its {@link FunctionData}.
 */
public final class Builtin {

    /** A function in Java; runs behind a boundary. */
    @FunctionalInterface
    public interface Body {
        Object call(Realm realm, Object thisValue, Args args);
    }

    /** A constructor in Java. */
    @FunctionalInterface
    public interface Constructor {
        /** @param newTarget null when called as a function */
        Object construct(Realm realm, JSObject newTarget, Args args);
    }

    /** A function as a node, inlined into its callers: gets nodes for this and its parameters, missing ones undefined. */
    @FunctionalInterface
    public interface NodeFactory {
        JSNode create(JSNode[] arguments);
    }

    private final FunctionData.Kind kind;
    private final TruffleString name;
    private final int length;
    private final Body body;
    private final Constructor constructor;
    private final NodeFactory factory;
    private final int parameters;
    private final boolean rest;
    private boolean passingOn;

    private Builtin(FunctionData.Kind kind, String name, int length, Body body, Constructor constructor, NodeFactory factory, int parameters, boolean rest) {
        this.kind = kind;
        this.name = Strings.constant(name);
        this.length = length;
        this.body = body;
        this.constructor = constructor;
        this.factory = factory;
        this.parameters = parameters;
        this.rest = rest;
    }

    public static Builtin function(String name, int length, Body body) {
        return new Builtin(FunctionData.Kind.BUILTIN, name, length, body, null, null, 0, false);
    }

    public static Builtin constructor(String name, int length, Constructor constructor) {
        return new Builtin(FunctionData.Kind.BUILTIN_CONSTRUCTOR, name, length, null, constructor, null, 0, false);
    }

    /** @param parameters how many parameter nodes follow the node of this */
    public static Builtin node(String name, int length, int parameters, NodeFactory factory) {
        return new Builtin(FunctionData.Kind.BUILTIN, name, length, null, null, factory, parameters, false);
    }

    /** As {@link #node}, and the last node gives an Object[] of the remaining arguments. */
    public static Builtin nodeWithRest(String name, int length, int parameters, NodeFactory factory) {
        return new Builtin(FunctionData.Kind.BUILTIN, name, length, null, null, factory, parameters, true);
    }

    /** A constructor as a node, which finds new.target in the frame's arguments. */
    public static Builtin nodeConstructor(String name, int length, int parameters, NodeFactory factory) {
        return new Builtin(FunctionData.Kind.BUILTIN_CONSTRUCTOR, name, length, null, null, factory, parameters, false);
    }

    public TruffleString name() {
        return name;
    }

    public int length() {
        return length;
    }

    public FunctionData.Kind kind() {
        return kind;
    }

    Body body() {
        return body;
    }

    Constructor constructor() {
        return constructor;
    }

    NodeFactory factory() {
        return factory;
    }

    int parameters() {
        return parameters;
    }

    boolean hasRest() {
        return rest;
    }

    boolean isPassingOn() {
        return passingOn;
    }

    /** Before it is used. */
    void setPassingOn() {
        passingOn = true;
    }
}
