package org.ledgejs.tck.truffle.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.tck.Snippet;
import org.graalvm.polyglot.tck.TypeDescriptor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the kit does not ask of values. */
class ValueConstructorsTest {
    private static Stream<DynamicTest> each(BiConsumer<Snippet, Value> check) {
        Context context = Context.newBuilder().allowAllAccess(true).build();
        List<Snippet> values = ValueConstructors.of(context);
        return values.stream().map(value -> DynamicTest.dynamicTest(value.getId(), () -> check.accept(value, value.getExecutableValue().execute()))).onClose(context::close);
    }

    @TestFactory
    Stream<DynamicTest> aValueIsOfItsDeclaredTypeAndNoOther() {
        return each((snippet, value) -> assertEquals(snippet.getReturnType(), TypeDescriptor.forValue(value)));
    }

    @TestFactory
    Stream<DynamicTest> aValueIsAnInstanceOfItsMetaObject() {
        return each((snippet, value) -> assertTrue(value.getMetaObject() == null || value.getMetaObject().isMetaInstance(value)));
    }
}
