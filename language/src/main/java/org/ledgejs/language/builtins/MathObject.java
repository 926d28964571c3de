package org.ledgejs.language.builtins;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Realm;

/** The Math object (ECMA-262 §21.3). What programs call in loops is in {@link MathNodes}. */
final class MathObject {
    private static final PropertyTable TABLE = new PropertyTable()
            .constant("E", Math.E)
            .constant("LN10", 2.302585092994046)
            .constant("LN2", 0.6931471805599453)
            .constant("LOG10E", 0.4342944819032518)
            .constant("LOG2E", 1.4426950408889634)
            .constant("PI", Math.PI)
            .constant("SQRT1_2", 0.7071067811865476)
            .constant("SQRT2", 1.4142135623730951)
            .toStringTag("Math")
            .node("abs", 1, 1, MathNodesFactory.AbsNodeGen::create)
            .method("acos", 1, unary(Math::acos))
            .method("acosh", 1, unary(MathFunctions::acosh))
            .method("asin", 1, unary(Math::asin))
            .method("asinh", 1, unary(MathFunctions::asinh))
            .method("atan", 1, unary(Math::atan))
            .method("atanh", 1, unary(MathFunctions::atanh))
            .method("atan2", 2, binary(Math::atan2))
            .method("cbrt", 1, unary(Math::cbrt))
            .node("ceil", 1, 1, MathNodes.Rounding.of(Math::ceil))
            .node("clz32", 1, 1, MathNodesFactory.Clz32NodeGen::create)
            .node("cos", 1, 1, MathNodes.Unary.of(Math::cos))
            .method("cosh", 1, unary(Math::cosh))
            .node("exp", 1, 1, MathNodes.Unary.of(Math::exp))
            .method("expm1", 1, unary(Math::expm1))
            .node("floor", 1, 1, MathNodes.Rounding.of(Math::floor))
            .node("fround", 1, 1, MathNodes.Unary.of(x -> (float) x))
            .method("f16round", 1, unary(MathFunctions::f16round))
            .method("hypot", 2, MathObject::hypot)
            .node("imul", 2, 2, MathNodesFactory.ImulNodeGen::create)
            .node("log", 1, 1, MathNodes.Unary.of(Math::log))
            .method("log1p", 1, unary(Math::log1p))
            .method("log10", 1, unary(Math::log10))
            .method("log2", 1, unary(MathFunctions::log2))
            .nodeWithRest("max", 2, 2, MathNodes.Extreme.of(true))
            .nodeWithRest("min", 2, 2, MathNodes.Extreme.of(false))
            .method("pow", 2, binary(MathFunctions::pow))
            .method("random", 0, (realm, thisValue, args) -> ThreadLocalRandom.current().nextDouble())
            .node("round", 1, 1, MathNodes.Rounding.of(MathFunctions::round))
            .node("sign", 1, 1, MathNodes.Unary.of(Math::signum))
            .node("sin", 1, 1, MathNodes.Unary.of(Math::sin))
            .method("sinh", 1, unary(Math::sinh))
            .node("sqrt", 1, 1, MathNodes.Unary.of(Math::sqrt))
            .method("sumPrecise", 1, (realm, thisValue, args) -> PreciseSum.of(args.get(0)))
            .method("tan", 1, unary(Math::tan))
            .method("tanh", 1, unary(Math::tanh))
            .node("trunc", 1, 1, MathNodes.Rounding.of(MathFunctions::trunc));

    private MathObject() { }

    static JSObject create(Realm realm) {
        JSObject math = JSObject.create(realm);
        TABLE.define(realm, math);
        return math;
    }

    private static Builtin.Body unary(DoubleUnaryOperator function) {
        return (realm, thisValue, args) -> Conversions.number(function.applyAsDouble(Conversions.toNumber(args.get(0))));
    }

    private static Builtin.Body binary(DoubleBinaryOperator function) {
        return (realm, thisValue, args) -> {
            double first = Conversions.toNumber(args.get(0));
            return Conversions.number(function.applyAsDouble(first, Conversions.toNumber(args.get(1))));
        };
    }

    /** §21.3.2.18. */
    private static Object hypot(@SuppressWarnings("unused") Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        double[] numbers = new double[args.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Conversions.toNumber(args.get(i));
        }
        return Conversions.number(MathFunctions.hypot(numbers));
    }
}
