package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.MethodFlags;
import org.ledgejs.language.syntax.Expression;
import org.ledgejs.language.syntax.FunctionNode;
import org.ledgejs.language.syntax.Property;
import org.ledgejs.language.syntax.PropertyKey;

/** Array, object and template literals, and property keys. */
final class Literals {
    private final UnitWriter w;

    Literals(UnitWriter w) {
        this.w = w;
    }

    Code template(Expression.TemplateLiteral e) {
        List<Code> parts = new ArrayList<>();
        for (int i = 0; i < e.elements().size(); i++) {
            String text = e.elements().get(i).cooked();
            if (!text.isEmpty()) {
                parts.add(UnitWriter.string(text));
            }
            if (i < e.expressions().size()) {
                parts.add(w.expressions.expression(e.expressions().get(i)));
            }
        }
        if (parts.isEmpty()) {
            return UnitWriter.string("");
        }
        return parts.size() == 1 && e.expressions().isEmpty() ? parts.getFirst() : Code.of(TEMPLATE, parts).at(e.start(), e.end());
    }

    Code array(Expression.ArrayLiteral e) {
        return Code.of(ARRAY, items(e.elements())).at(e.start(), e.end());
    }

    /** Elements of an array or arguments of a call. */
    List<Code> items(List<Expression> expressions) {
        List<Code> items = new ArrayList<>(expressions.size());
        for (Expression item : expressions) {
            items.add(switch (item) {
                case Expression.Elision _ -> Code.of(HOLE);
                case Expression.Spread s -> Code.of(SPREAD, w.expressions.expression(s.argument())).at(s.start(), s.end());
                default -> Code.of(ITEM, w.expressions.expression(item));
            });
        }
        return items;
    }

    Code object(Expression.ObjectLiteral e) {
        List<Code> members = new ArrayList<>(e.properties().size());
        for (Property property : e.properties()) {
            members.add(switch (property) {
                case Property.KeyValue p -> property(p);
                case Property.Prototype p -> Code.of(PROTO, w.expressions.expression(p.value()));
                case Property.Spread p -> Code.of(SPREAD, w.expressions.expression(p.argument()));
                case Property.Method p -> method(p.key(), p.function(), MethodFlags.ENUMERABLE);
            });
        }
        return Code.of(OBJECT, members).at(e.start(), e.end());
    }

    private Code property(Property.KeyValue p) {
        String name = name(p.key());
        if (name != null) {
            return Code.of(PROPERTY, name, w.expressions.named(p.value(), name));
        }
        Code key = w.expressions.expression(((PropertyKey.Computed) p.key()).expression());
        if (!Expressions.isAnonymous(p.value())) {
            return Code.of(PROPERTY_COMPUTED, key, w.expressions.expression(p.value()));
        }
        int t = w.f.temporary();
        Code value = w.expressions.named(p.value(), UnitWriter.local(t));
        w.f.release(t);
        return Code.of(PROPERTY_COMPUTED, UnitWriter.setLocal(t, Code.of(TO_PROPERTY_KEY, key)), value);
    }

    private Code method(PropertyKey key, FunctionNode function, int flags) {
        return method(key, function, flags, () -> { }, () -> { });
    }

    /** A method, getter or setter of an object or class whose key is not private; what runs before and after its code is written. */
    Code method(PropertyKey key, FunctionNode function, int flags, Runnable before, Runnable after) {
        int all = flags | accessorFlags(function);
        String name = name(key);
        Code computed = name != null ? null : w.expressions.expression(((PropertyKey.Computed) key).expression());
        before.run();
        int index = w.functions.function(function, name != null ? prefix(function) + name : "");
        after.run();
        Integer scope = w.variables.currentScopeSlot();
        return name != null ? Code.of(METHOD, name, index, scope, all) : Code.of(METHOD_COMPUTED, computed, index, scope, all);
    }

    static int accessorFlags(FunctionNode function) {
        return switch (function.kind()) {
            case GETTER -> MethodFlags.GETTER;
            case SETTER -> MethodFlags.SETTER;
            default -> 0;
        };
    }

    static String prefix(FunctionNode function) {
        return switch (function.kind()) {
            case GETTER -> "get ";
            case SETTER -> "set ";
            default -> "";
        };
    }

    /** The property name, or null if it is computed. */
    static String name(PropertyKey key) {
        return switch (key) {
            case PropertyKey.Named k -> k.name();
            case PropertyKey.Numeric k -> numberToString(k.value());
            case PropertyKey.Private k -> "#" + k.name();
            case PropertyKey.Computed _ -> null;
        };
    }

    /** Whether a property name is one that a number may have written: then it is looked up as a number. */
    static boolean isIndex(String name) {
        if (name.isEmpty() || name.length() > 10 || name.length() > 1 && name.charAt(0) == '0') {
            return false;
        }
        return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The key of a name that is an index. */
    static Code index(String name) {
        long value = Long.parseLong(name);
        return value <= Integer.MAX_VALUE ? Code.of(INT32, (int) value) : UnitWriter.string(name);
    }

    /** Number::toString (ECMA-262 §6.1.6.1.20) of a value that is not negative. */
    static String numberToString(double value) {
        if (Double.isInfinite(value)) {
            return "Infinity";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        String digits = decimal.unscaledValue().toString();
        int k = digits.length();
        int n = k - decimal.scale();
        if (k <= n && n <= 21) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        String exponent = (n - 1 < 0 ? "-" : "+") + Math.abs(n - 1);
        return digits.charAt(0) + (k == 1 ? "" : "." + digits.substring(1)) + "e" + exponent;
    }
}
