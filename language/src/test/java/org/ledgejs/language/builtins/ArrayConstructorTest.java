package org.ledgejs.language.builtins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.graalvm.polyglot.Context;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrayConstructorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Array(2) | 2", "new Array(2) | 2", "Array.call(7, 2) | 2", "Array.bind(7, 2)() | 2", "Reflect.apply(Array, 7, [2]) | 2",
            "Array.call(7) | 0", "Array.call(7, 2, 3) | 2", "Array.call(7, '2') | 1", "Array(2.5 * 2) | 5", "new (class extends Array { })(3) | 3"})
    void oneNumberIsTheLengthWhateverThisIs(String expression, int length) {
        try (Context context = Context.create("ledge")) {
            assertEquals(length, context.eval("ledge", "(() => " + expression + ")().length").asInt());
        }
    }
}
