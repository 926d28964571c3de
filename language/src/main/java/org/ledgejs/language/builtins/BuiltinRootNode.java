package org.ledgejs.language.builtins;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.RootNode;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.ForeignObject;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** The root of a builtin function: a Java function behind a boundary, or a node. */
abstract class BuiltinRootNode extends RootNode {
    private final String name;

    private BuiltinRootNode(LedgeLanguage language, Builtin builtin) {
        super(language);
        this.name = Strings.java(builtin.name());
    }

    static BuiltinRootNode create(LedgeLanguage language, Builtin builtin) {
        return builtin.factory() != null ? new OfNode(language, builtin) : new OfJava(language, builtin);
    }

    @Override
    public final String getName() {
        return name;
    }

    /** What traces of the compiler show. */
    @Override
    public final String toString() {
        return name;
    }

    @Override
    public final boolean isInternal() {
        return true;
    }

    @Override
    public final boolean isCloningAllowed() {
        return true;
    }

    /** The realm of the builtin that runs. */
    static Realm realm(VirtualFrame frame) {
        return ((JSFunction) frame.getArguments()[Arguments.FUNCTION]).realm();
    }

    /** Runs a builtin's algorithm in its realm. @param arguments laid out as {@link Arguments} says */
    @TruffleBoundary
    static Object run(Builtin.Body body, Object[] arguments) {
        Realm realm = ((JSFunction) arguments[Arguments.FUNCTION]).realm();
        Realm previous = realm.agent().switchRealm(realm);
        try {
            Object result = body.call(realm, arguments[Arguments.THIS], new Args(arguments));
            // What the library made of a foreign value to work on it stays inside.
            return result instanceof ForeignObject view ? view.delegate() : result;
        } finally {
            realm.agent().switchRealm(previous);
        }
    }

    private static final class OfJava extends BuiltinRootNode {
        private final Builtin.Body body;

        OfJava(LedgeLanguage language, Builtin builtin) {
            super(language, builtin);
            Builtin.Constructor constructor = builtin.constructor();
            this.body = constructor == null ? builtin.body() : (realm, thisValue, args) -> constructor.construct(realm, args.newTarget(), args);
        }

        @Override
        public Object execute(VirtualFrame frame) {
            return run(body, frame.getArguments());
        }
    }

    private static final class OfNode extends BuiltinRootNode {
        @Child private JSNode body;
        private final LedgeLanguage language;

        OfNode(LedgeLanguage language, Builtin builtin) {
            super(language, builtin);
            this.language = language;
            JSNode[] arguments = new JSNode[1 + builtin.parameters() + (builtin.hasRest() ? 1 : 0)];
            arguments[0] = new ArgumentNode(-1);
            for (int i = 0; i < builtin.parameters(); i++) {
                arguments[1 + i] = new ArgumentNode(i);
            }
            if (builtin.hasRest()) {
                arguments[arguments.length - 1] = new RestNode(builtin.parameters());
            }
            this.body = builtin.factory().create(arguments);
        }

        @Override
        public Object execute(VirtualFrame frame) {
            if (language.isSingleRealm()) {
                return body.execute(frame);
            }
            Realm realm = ((JSFunction) frame.getArguments()[Arguments.FUNCTION]).realm();
            Realm previous = realm.agent().switchRealm(realm);
            try {
                return body.execute(frame);
            } finally {
                realm.agent().switchRealm(previous);
            }
        }
    }

    /** An argument, or this for index -1. */
    private static final class ArgumentNode extends JSNode {
        private final int index;

        ArgumentNode(int index) {
            this.index = index;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object[] arguments = frame.getArguments();
            return index < 0 ? arguments[Arguments.THIS] : Arguments.get(arguments, index);
        }
    }

    private static final class RestNode extends JSNode {
        private final int from;

        RestNode(int from) {
            this.from = from;
        }

        @Override
        public Object execute(VirtualFrame frame) {
            Object[] arguments = frame.getArguments();
            int count = Math.max(0, Arguments.count(arguments) - from);
            Object[] rest = new Object[count];
            System.arraycopy(arguments, arguments.length - count, rest, 0, count);
            return rest;
        }
    }
}
