package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;

/** Function.prototype.toString (ECMA-262 §20.2.3.5). */
public final class FunctionText {
    private FunctionText() { }

    /** The source text of a function, or the native function form. */
    @TruffleBoundary
    public static TruffleString of(Object function) {
        if (function instanceof JSFunction f) {
            SourceSection section = f.data().sourceSection();
            return section != null && section.isAvailable() && section.getSource().hasCharacters()
                    ? Strings.of(section.getCharacters().toString()) : nativeText(f.data().name());
        }
        if (ObjectOperations.isCallable(function)) {
            return nativeText(Strings.EMPTY);
        }
        throw Errors.typeError("Function.prototype.toString requires that 'this' be a Function");
    }

    private static TruffleString nativeText(TruffleString name) {
        String text = Strings.java(name);
        // NativeFunction allows a computed name in brackets, but no "bound" prefix and no private name.
        boolean printable = text.matches("(?:(?:get|set) )?(?:[\\p{IsAlphabetic}_$][\\p{IsAlphabetic}\\p{IsDigit}_$]*|\\[Symbol\\.\\w+\\])");
        return Strings.of("function " + (printable ? text : "") + "() { [native code] }");
    }
}
