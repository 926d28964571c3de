package org.ledgejs.language.nodes.property;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;

import org.ledgejs.language.nodes.JSNode;
import org.ledgejs.language.nodes.operator.Nullish;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSException;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** RequireObjectCoercible (ECMA-262 §7.2.1), or ToObject (§7.1.18): the source of an object pattern, the object of a with. */
public final class ObjectCoercionNode extends JSNode {
    private static final Pattern FIRST_PROPERTY = Pattern.compile("\\{\\s*([\\p{javaUnicodeIdentifierPart}$]+)\\s*[:,}=]");
    private static final Pattern PROPERTY_OF_OUTER = Pattern.compile("([\\p{javaUnicodeIdentifierPart}$]+)\\s*:");
    @Child private JSNode operand;
    private final boolean toObject;

    public ObjectCoercionNode(JSNode operand, boolean toObject) {
        this.operand = operand;
        this.toObject = toObject;
    }

    @Override
    public Object execute(VirtualFrame frame) {
        Object value = operand.execute(frame);
        if (value instanceof JSObject) {
            return value;
        }
        if (Nullish.test(value)) {
            throw error(value);
        }
        return toObject ? toObject(Realm.get(this), value) : value;
    }

    @TruffleBoundary
    private static Object toObject(Realm realm, Object value) {
        return Conversions.toObject(realm, value);
    }

    @TruffleBoundary
    private JSException error(Object value) {
        String what = Errors.describe(value);
        if (toObject) {
            return Errors.typeError("Cannot convert undefined or null to object", this);
        }
        String pattern = SourceText.raw(this);
        Matcher first = pattern == null ? null : FIRST_PROPERTY.matcher(pattern);
        String property = first != null && first.lookingAt() ? "property '" + first.group(1) + "' of " : "";
        return Errors.typeError("Cannot destructure " + property + "'" + source(what) + "' as it is " + what + ".", this);
    }

    private String source(String what) {
        String text = SourceText.of(operand);
        Matcher property = text == null ? null : PROPERTY_OF_OUTER.matcher(text);
        // The source of a pattern within a pattern is a property of that one.
        return text == null ? what : property.lookingAt() ? property.group(1) : text;
    }
}
