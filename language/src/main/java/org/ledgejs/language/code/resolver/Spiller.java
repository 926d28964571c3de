package org.ledgejs.language.code.resolver;

import static org.ledgejs.language.code.Op.*;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ledgejs.language.code.Code;
import org.ledgejs.language.code.Op;
import org.ledgejs.language.code.Operand;

/**
 * Rewrites functions that can be suspended, so that few kinds of ops need to resume: where a yield or await stands in an operand, the
 * operands before it go into temporaries first. See the suspension part of {@link Op}.
 */
final class Spiller {
    private final FunctionWriter f;
    private final List<Integer> slots = new ArrayList<>();
    private int used;

    private Spiller(FunctionWriter f) {
        this.f = f;
    }

    static Code spill(Code code, FunctionWriter f) {
        return code.suspends() ? new Spiller(f).rewrite(code) : code;
    }

    private Code rewrite(Code c) {
        if (!c.suspends()) {
            return c;
        }
        return switch (c.op()) {
            case COMMA, CONDITIONAL, AND, OR, COALESCE, OPTIONAL, DEFAULT, ARRAY_PATTERN, ELEMENT_ITEM, ELEMENT_REST -> inPlace(c);
            case CALL_METHOD -> suspends(c.children(2)) ? methodCall(c, GET, c.operand(1), c.children(2)) : spillOperands(c);
            case CALL_INDEX -> suspends(c.children(2)) ? methodCall(c, GET_INDEX, c.operand(1), c.children(2)) : spillOperands(c);
            default -> c.op().kind() == Op.Kind.STATEMENT || c.op().kind() == Op.Kind.CASE ? inPlace(c) : spillOperands(c);
        };
    }

    private static boolean suspends(List<Code> list) {
        return list.stream().anyMatch(Code::suspends);
    }

    private int slot() {
        if (used == slots.size()) {
            slots.add(f.newSlot());
        }
        return slots.get(used++);
    }

    /** Ops that resume by themselves. Temporaries of one statement are free again in the next. */
    private Code inPlace(Code c) {
        boolean statement = c.op().kind() != Op.Kind.EXPRESSION && c.op().kind() != Op.Kind.ELEMENT;
        Object[] operands = c.operands();
        for (int i = 0; i < operands.length; i++) {
            if (statement) {
                used = 0;
            }
            if (operands[i] instanceof Code child) {
                operands[i] = rewrite(child);
            } else if (isCodes(c.op().operand(i))) {
                List<Code> list = new ArrayList<>();
                for (Code child : c.children(i)) {
                    list.add(rewrite(child));
                }
                operands[i] = list;
            }
        }
        return Code.of(c.op(), operands).at(c);
    }

    private static boolean isCodes(Operand operand) {
        return switch (operand) {
            case EXPRS, STMTS, MEMBERS, ELEMENTS, CASES -> true;
            default -> false;
        };
    }

    /** {@code object.f(…)} finds its function before the arguments are evaluated. */
    private Code methodCall(Code c, Op get, Object key, List<Code> arguments) {
        int receiver = slot();
        Code function = Code.of(get, Code.of(LOCAL_SET, receiver, c.child(0)), key).at(c);
        return spillOperands(Code.of(CALL_THIS, function, Code.of(LOCAL_GET, receiver), arguments).at(c));
    }

    private Code spillOperands(Code c) {
        Operands spilled = new Operands(c);
        Object[] operands = c.operands();
        for (int i = 0; i < operands.length; i++) {
            if (operands[i] instanceof Code child) {
                boolean last = i == lastCode(c);
                operands[i] = last && child.suspends() ? rewrite(child) : spilled.operand(child);
            } else if (isCodes(c.op().operand(i))) {
                operands[i] = spilled.list(c.children(i));
            }
        }
        return UnitWriter.comma(spilled.before, Code.of(c.op(), operands).at(c));
    }

    /** The index of the last operand that is evaluated, if that is one expression and no list. */
    private static int lastCode(Code c) {
        for (int i = c.op().operandCount() - 1; i >= 0; i--) {
            if (c.operand(i) instanceof Code) {
                return i;
            }
            if (isCodes(c.op().operand(i)) && !c.children(i).isEmpty()) {
                return -1;
            }
        }
        return -1;
    }

    /** The operands of one op, in order: those up to the last one that suspends are evaluated before. */
    private final class Operands {
        private final List<Code> before = new ArrayList<>();
        private final Op op;
        private int suspensions;

        Operands(Code c) {
            op = c.op();
            suspensions = count(c);
        }

        private static int count(Code c) {
            int n = 0;
            for (int i = 0; i < c.op().operandCount(); i++) {
                if (c.operand(i) instanceof Code child && child.suspends()) {
                    n++;
                } else if (isCodes(c.op().operand(i))) {
                    for (Code member : c.children(i)) {
                        n += member.op().kind() == Op.Kind.MEMBER ? count(member) : member.suspends() ? 1 : 0;
                    }
                }
            }
            return n;
        }

        /** The operand, or the temporary with its value. */
        Code operand(Code child) {
            return operand(child, null);
        }

        /** @param convert what is done with the value at once; null for nothing */
        Code operand(Code child, UnaryOperator<Code> convert) {
            if (suspensions == 0 || isConstant(child)) {
                return child;
            }
            Code value = child;
            if (child.suspends()) {
                suspensions--;
                value = store(rewrite(child));
                if (suspensions == 0 || convert == null) {
                    return value;
                }
            }
            return store(convert == null ? value : convert.apply(value));
        }

        private Code store(Code value) {
            int slot = slot();
            before.add(Code.of(LOCAL_SET, slot, value));
            return Code.of(LOCAL_GET, slot);
        }

        private static boolean isConstant(Code c) {
            return switch (c.op()) {
                case UNDEFINED, NULL, TRUE, FALSE, INT32, NUMBER, STRING_LITERAL, BIGINT, CALLEE, NEW_TARGET, HOME_OBJECT -> true;
                default -> false;
            };
        }

        List<Code> list(List<Code> children) {
            List<Code> result = new ArrayList<>(children.size());
            for (Code child : children) {
                if (child.op().kind() == Op.Kind.MEMBER) {
                    Code member = member(child);
                    if (member != null) {
                        result.add(member);
                    }
                } else {
                    // Parts of a template become strings one by one.
                    result.add(operand(child, op == TEMPLATE ? part -> Code.of(TEMPLATE, List.of(part)) : null));
                }
            }
            return result;
        }

        private Code member(Code m) {
            if (suspensions == 0) {
                return m;
            }
            Object[] operands = m.operands();
            switch (m.op()) {
                case SPREAD -> operands[0] = operand(m.child(0), v -> Code.of(op == OBJECT ? OBJECT : ARRAY, List.of(Code.of(SPREAD, v).at(m))));
                case PROPERTY_COMPUTED, METHOD_COMPUTED -> {
                    operands[0] = operand(m.child(0), key -> Code.of(TO_PROPERTY_KEY, key));
                    if (m.op() == PROPERTY_COMPUTED) {
                        operands[1] = operand(m.child(1));
                    }
                }
                case EVALUATE -> {
                    suspensions -= m.suspends() ? 1 : 0;
                    before.add(rewrite(m.child(0)));
                    return null;
                }
                default -> {
                    for (int i = 0; i < operands.length; i++) {
                        if (operands[i] instanceof Code child) {
                            operands[i] = operand(child);
                        }
                    }
                }
            }
            return Code.of(m.op(), operands).at(m);
        }
    }
}
