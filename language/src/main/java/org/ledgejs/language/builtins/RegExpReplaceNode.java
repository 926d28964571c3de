package org.ledgejs.language.builtins;

import java.util.Arrays;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.TruffleSafepoint;
import com.oracle.truffle.api.dsl.Cached;
import com.oracle.truffle.api.dsl.Cached.Shared;
import com.oracle.truffle.api.dsl.NodeChild;
import com.oracle.truffle.api.dsl.Specialization;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.strings.TruffleString;
import com.oracle.truffle.api.strings.TruffleStringBuilder.AppendStringNode;
import com.oracle.truffle.api.strings.TruffleStringBuilder.AppendSubstringByteIndexNode;
import com.oracle.truffle.api.strings.TruffleStringBuilder.ToStringNode;
import com.oracle.truffle.api.strings.TruffleStringBuilderUTF16;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.ops.CallNode;
import org.ledgejs.language.ops.RegExpExecNode;
import org.ledgejs.language.ops.RegExpPristineNode;
import org.ledgejs.language.ops.SubstringNode;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSRegExp;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.RegExpCode;
import org.ledgejs.language.runtime.RegExpSyntax;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** RegExp.prototype[Symbol.replace] (ECMA-262 §22.2.6.11) where nothing of the expression was changed; else {@link RegExpReplace}. */
@NodeChild(value = "arguments", type = JSNode[].class)
abstract class RegExpReplaceNode extends JSNode {

    static Realm realm(VirtualFrame frame) {
        return BuiltinRootNode.realm(frame);
    }

    /** By a text, in which references to groups may stand. */
    @Specialization(guards = "pristine.execute(realm(frame), regExp)")
    final TruffleString byText(VirtualFrame frame, JSRegExp regExp, TruffleString s, TruffleString template,
            @Shared @Cached @SuppressWarnings("unused") RegExpPristineNode pristine,
            @Shared @Cached RegExpExecNode exec,
            @Shared @Cached AppendSubstringByteIndexNode appendPart,
            @Shared @Cached AppendStringNode append,
            @Shared @Cached ToStringNode toString) {
        Realm realm = realm(frame);
        RegExpCode code = regExp.code();
        boolean plain = isPlain(template);
        int[][] matches = matches(realm, regExp, s, !plain, exec);
        if (matches.length == 0) {
            return s;
        }
        TruffleStringBuilderUTF16 out = TruffleStringBuilderUTF16.createUTF16(s.byteLength(Strings.ENCODING));
        int end = 0;
        for (int[] bounds : matches) {
            appendPart(out, s, end, bounds[0], appendPart);
            if (plain) {
                append.execute(out, template);
            } else {
                RegExpReplace.substitute(out, template, s, code, bounds);
            }
            StringLimit.check(out.byteLength());
            end = bounds[1];
        }
        appendPart(out, s, end, Strings.length(s), appendPart);
        return toString.execute(out);
    }

    /** By what a function answers: all matches are found before the first call. */
    @Specialization(guards = "pristine.execute(realm(frame), regExp)")
    final TruffleString byFunction(VirtualFrame frame, JSRegExp regExp, TruffleString s, JSFunction function,
            @Shared @Cached @SuppressWarnings("unused") RegExpPristineNode pristine,
            @Shared @Cached RegExpExecNode exec,
            @Shared @Cached AppendSubstringByteIndexNode appendPart,
            @Shared @Cached AppendStringNode append,
            @Shared @Cached ToStringNode toString,
            @Cached SubstringNode substring,
            @Cached CallNode call,
            @Cached org.ledgejs.language.ops.ToStringNode convert) {
        Realm realm = realm(frame);
        RegExpCode code = regExp.code();
        int[][] matches = matches(realm, regExp, s, true, exec);
        if (matches.length == 0) {
            return s;
        }
        TruffleStringBuilderUTF16 out = TruffleStringBuilderUTF16.createUTF16(s.byteLength(Strings.ENCODING));
        int end = 0;
        for (int[] bounds : matches) {
            Object answer = call.execute(function, Undefined.INSTANCE, arguments(code, s, bounds, substring));
            appendPart(out, s, end, bounds[0], appendPart);
            append.execute(out, convert.execute(answer));
            StringLimit.check(out.byteLength());
            end = bounds[1];
        }
        appendPart(out, s, end, Strings.length(s), appendPart);
        return toString.execute(out);
    }

    @Specialization(replaces = {"byText", "byFunction"})
    static Object ofAny(VirtualFrame frame, Object thisValue, Object string, Object replacement) {
        return RegExpReplace.replace(realm(frame), thisValue, string, replacement);
    }

    private int[][] matches(Realm realm, JSRegExp regExp, TruffleString s, boolean groups, RegExpExecNode exec) {
        boolean global = regExp.code().has(RegExpSyntax.GLOBAL);
        if (!global) {
            int[] bounds = exec.execute(realm, regExp, s, groups);
            return bounds == null ? new int[0][] : new int[][] {bounds};
        }
        regExp.setLastIndex(0);
        int[][] matches = new int[8][];
        int count = 0;
        for (int[] bounds = exec.execute(realm, regExp, s, groups); bounds != null; bounds = exec.execute(realm, regExp, s, groups)) {
            if (count == matches.length) {
                matches = Arrays.copyOf(matches, count << 1);
            }
            matches[count++] = bounds;
            RegExpNodes.step(regExp, s, bounds);
            TruffleSafepoint.poll(this);
        }
        return Arrays.copyOf(matches, count);
    }

    @TruffleBoundary
    private static boolean isPlain(TruffleString template) {
        return template.byteIndexOfCodePointUncached('$', 0, template.byteLength(Strings.ENCODING), Strings.ENCODING) < 0;
    }

    private static void appendPart(TruffleStringBuilderUTF16 out, TruffleString s, int from, int to, AppendSubstringByteIndexNode append) {
        if (from < to) {
            append.execute(out, s, from << 1, to - from << 1);
            StringLimit.check(out.byteLength());
        }
    }

    /** The match, its groups, where it is, the whole string, and the named groups if there are any. */
    private static Object[] arguments(RegExpCode code, TruffleString s, int[] bounds, SubstringNode substring) {
        int groups = bounds.length >> 1;
        boolean named = !code.names().isEmpty();
        Object[] arguments = new Object[groups + (named ? 3 : 2)];
        for (int i = 0; i < groups; i++) {
            int start = bounds[i << 1];
            arguments[i] = start < 0 ? Undefined.INSTANCE : substring.execute(s, start, bounds[(i << 1) + 1]);
        }
        arguments[groups] = bounds[0];
        arguments[groups + 1] = s;
        if (named) {
            arguments[groups + 2] = RegExpOperations.namedGroups(code, s, bounds);
        }
        return arguments;
    }
}
