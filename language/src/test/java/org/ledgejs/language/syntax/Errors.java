package org.ledgejs.language.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.Consumer;
import org.ledgejs.language.source.SourceText;

/** Assertions about early errors. */
final class Errors {

    private Errors() {
    }

    /** The script is an error with this message. */
    static SyntaxException assertError(String message, String script) {
        SyntaxException error = assertThrows(SyntaxException.class, () -> TreePrinter.parse(script), script);
        assertEquals(message, error.getMessage(), script);
        return error;
    }

    /** The module is an error with this message. */
    static SyntaxException assertModuleError(String message, String module) {
        SyntaxException error = assertThrows(SyntaxException.class, () -> TreePrinter.module(module), module);
        assertEquals(message, error.getMessage(), module);
        return error;
    }

    static void assertSyntaxError(String message, int offset, Consumer<SourceText> parse, String text) {
        SyntaxException error = assertThrows(SyntaxException.class, () -> parse.accept(new SourceText("test", text)));
        assertEquals(message, error.getMessage());
        assertEquals(offset, error.offset());
    }
}
