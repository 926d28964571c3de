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
            if (item instanceof Expression.Elision) {
                items.add(Code.of(HOLE));
            } else if (item instanceof Expression.Spread s) {
                items.add(Code.of(SPREAD, w.expressions.expression(s.argument())).at(s.start(), s.end()));
            } else {
                items.add(Code.of(ITEM, w.expressions.expression(item)));
            }
        }
        return items;
    }

    Code object(Expression.ObjectLiteral e) {
        List<Code> members = new ArrayList<>(e.properties().size());
        for (Property property : e.properties()) {
            if (property instanceof Property.KeyValue p) {
                members.add(property(p));
            } else if (property instanceof Property.Method p) {
                members.add(method(p.key(), p.function(), MethodFlags.ENUMERABLE, null));
            } else if (property instanceof Property.Spread p) {
                members.add(Code.of(SPREAD, w.expressions.expression(p.argument())));
            } else if (property instanceof Property.Prototype p) {
                members.add(Code.of(PROTO, w.expressions.expression(p.value())));
            }
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

    /**
     * A method, getter or setter of an object or class whose key is not private.
     *
     * @param own the name of the class, which is initialised when methods run but not when keys are evaluated; null for none
     */
    Code method(PropertyKey key, FunctionNode function, int flags, Binding own) {
        int all = flags | accessorFlags(function);
        String name = name(key);
        Code computed = name != null ? null : w.expressions.expression(((PropertyKey.Computed) key).expression());
        Classes.initialized(own, true);
        int index = w.functions.function(function, name != null ? prefix(function) + name : "");
        Classes.initialized(own, false);
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
        return prefix(function.kind());
    }

    static String prefix(FunctionNode.Kind kind) {
        return switch (kind) {
            case GETTER -> "get ";
            case SETTER -> "set ";
            default -> "";
        };
    }

    /** The property name, or null if it is computed. */
    static String name(PropertyKey key) {
        if (key instanceof PropertyKey.Named k) {
            return k.name();
        }
        if (key instanceof PropertyKey.Numeric k) {
            return numberToString(k.value());
        }
        if (key instanceof PropertyKey.Private k) {
            return "#" + k.name();
        }
        if (key instanceof PropertyKey.Computed) {
            return null;
        }
        throw new IllegalArgumentException(key.toString());
    }

    /** Whether a property name is one that a number may have written: then it is looked up as a number. */
    static boolean isIndex(String name) {
        if (name.isEmpty() || name.length() > 10 || name.length() > 1 && name.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return true;
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
