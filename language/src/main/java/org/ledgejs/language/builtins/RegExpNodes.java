package org.ledgejs.language.builtins;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.NeverDefault;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.DefinePropertyNode;
import org.ledgejs.language.ops.GetPropertyNode;
import org.ledgejs.language.ops.RegExpExecNode;
import org.ledgejs.language.ops.RegExpPristineNode;
import org.ledgejs.language.ops.SubstringNode;
import org.ledgejs.language.runtime.Arguments;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.RegExpSyntax;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The methods of RegExp that loops call, as nodes. What a program may have changed they ask, or leave to the general way. */
final class RegExpNodes {
    private RegExpNodes() { }

    /** The array of a match without named groups and indices, whose shape is then always the same. */
    static final class ResultNode extends Node {
        @Child private SubstringNode substring = SubstringNode.create();
        @Child private DefinePropertyNode defineIndex = DefinePropertyNode.create(RegExpOperations.INDEX, PropertyFlags.DEFAULT);
        @Child private DefinePropertyNode defineInput = DefinePropertyNode.create(RegExpOperations.INPUT, PropertyFlags.DEFAULT);
        @Child private DefinePropertyNode defineGroups = DefinePropertyNode.create(RegExpOperations.GROUPS, PropertyFlags.DEFAULT);

        private ResultNode() { }

        @NeverDefault
        static ResultNode create() {
            return new ResultNode();
        }

        JSArray execute(Realm realm, RegExpCode code, TruffleString s, int[] bounds) {
            if (!code.names().isEmpty() || code.has(RegExpSyntax.HAS_INDICES)) {
                return RegExpOperations.result(realm, code, s, bounds);
            }
            Object[] values = new Object[bounds.length >> 1];
            for (int i = 0; i < values.length; i++) {
                int start = bounds[i << 1];
                values[i] = start < 0 ? Undefined.INSTANCE : substring.execute(s, start, bounds[(i << 1) + 1]);
            }
            JSArray array = JSArray.create(realm, values);
            defineIndex.execute(array, bounds[0]);
            defineInput.execute(array, s);
            defineGroups.execute(array, Undefined.INSTANCE);
            return array;
        }
    }

    /** §22.2.6.2. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Exec extends JSNode {
        @Specialization
        static Object ofString(VirtualFrame frame, JSRegExp regExp, TruffleString s, @Cached RegExpExecNode exec, @Cached ResultNode result) {
            Realm realm = BuiltinRootNode.realm(frame);
            int[] bounds = exec.execute(realm, regExp, s, true);
            return bounds == null ? Null.INSTANCE : result.execute(realm, regExp.code(), s, bounds);
        }

        @Specialization(replaces = "ofString")
        static Object ofAny(VirtualFrame frame, Object thisValue, Object string) {
            return exec(BuiltinRootNode.realm(frame), thisValue, string);
        }

        @TruffleBoundary
        private static Object exec(Realm realm, Object thisValue, Object string) {
            JSRegExp regExp = RegExpPrototype.thisRegExp(thisValue, "exec");
            return RegExpOperations.builtinExec(realm, regExp, Conversions.toString(string));
        }
    }

    /** §22.2.6.16. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Test extends JSNode {
        @Specialization
        static boolean ofString(VirtualFrame frame, JSRegExp regExp, TruffleString s,
                @Cached("createGetExec()") GetPropertyNode getExec,
                @Cached RegExpExecNode exec) {
            Realm realm = BuiltinRootNode.realm(frame);
            Object function = getExec.execute(regExp);
            return function == realm.intrinsic(Intrinsic.REGEXP_EXEC) ? exec.execute(realm, regExp, s, false) != null
                    : RegExpMatching.test(realm, regExp, s, function);
        }

        @Specialization(replaces = "ofString")
        static boolean ofAny(VirtualFrame frame, Object thisValue, Object string) {
            return RegExpMatching.test(BuiltinRootNode.realm(frame), thisValue, string);
        }

        @NeverDefault
        static GetPropertyNode createGetExec() {
            return GetPropertyNode.create(RegExpOperations.EXEC);
        }
    }

    /** §22.2.6.8. */
    @NodeChild(value = "arguments", type = JSNode[].class)
    abstract static class Match extends JSNode {
        @Specialization(guards = "pristine.execute(realm(frame), regExp)", limit = "1")
        final Object ofPristine(VirtualFrame frame, JSRegExp regExp, TruffleString s,
                @Cached @SuppressWarnings("unused") RegExpPristineNode pristine,
                @Cached RegExpExecNode exec, @Cached ResultNode result, @Cached SubstringNode substring) {
            Realm realm = realm(frame);
            if (regExp.code().has(RegExpSyntax.GLOBAL)) {
                return all(realm, regExp, s, exec, substring);
            }
            int[] bounds = exec.execute(realm, regExp, s, true);
            return bounds == null ? Null.INSTANCE : result.execute(realm, regExp.code(), s, bounds);
        }

        private Object all(Realm realm, JSRegExp regExp, TruffleString s, RegExpExecNode exec, SubstringNode substring) {
            Object[] matches = new Object[8];
            int count = 0;
            regExp.setLastIndex(0);
            for (int[] bounds = exec.execute(realm, regExp, s, false); bounds != null; bounds = exec.execute(realm, regExp, s, false)) {
                if (count == matches.length) {
                    matches = Arrays.copyOf(matches, count << 1);
                }
                matches[count++] = substring.execute(s, bounds[0], bounds[1]);
                step(regExp, s, bounds);
                TruffleSafepoint.poll(this);
            }
            return count == 0 ? Null.INSTANCE : JSArray.create(realm, Arrays.copyOf(matches, count));
        }

        @Specialization(replaces = "ofPristine")
        static Object ofAny(VirtualFrame frame, Object thisValue, Object string) {
            return RegExpMatching.match(realm(frame), thisValue, string);
        }

        static Realm realm(VirtualFrame frame) {
            return BuiltinRootNode.realm(frame);
        }
    }

    /** Between the matches of a global expression: an empty one moves on by a character. */
    static void step(JSRegExp regExp, TruffleString s, int[] bounds) {
        if (bounds[0] == bounds[1]) {
            regExp.setLastIndex((int) RegExpOperations.advance(s, bounds[1], regExp.code().isUnicode()));
        }
    }
}
