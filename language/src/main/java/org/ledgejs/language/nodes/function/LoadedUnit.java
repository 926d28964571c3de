package org.ledgejs.language.nodes.function;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.LedgeLanguage;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.FunctionCode;
import org.ledgejs.language.runtime.Strings;

/** A code unit in an engine: its source and, for each function that was asked for, what all its closures share. */
public final class LoadedUnit {
    private final LedgeLanguage language;
    private final CodeUnit code;
    private final Source source;
    private final Source referrer;
    private final LineTable lines;
    private final GuestFunctionData[] functions;
    private final StaticScope[] scopes;
    private final TruffleString[] strings;

    /** Where a range is in a source whose text is not there. */
    @FunctionalInterface
    public interface LineTable {
        SourceSection section(int start, int length);
    }

    /** @param referrer what imports of its code are relative to: the source of the script that a direct eval stands in */
    public LoadedUnit(LedgeLanguage language, CodeUnit code, Source source, Source referrer) {
        this(language, code, source, referrer, null);
    }

    /** Code of an image. @param lines where its ranges are if the image brought no text; else null */
    public LoadedUnit(LedgeLanguage language, CodeUnit code, Source source, LineTable lines) {
        this(language, code, source, source, lines);
    }

    private LoadedUnit(LedgeLanguage language, CodeUnit code, Source source, Source referrer, LineTable lines) {
        this.referrer = referrer;
        this.lines = lines;
        this.language = language;
        this.code = code;
        this.source = source;
        this.functions = new GuestFunctionData[code.functionCount()];
        this.scopes = new StaticScope[code.scopeCount()];
        this.strings = new TruffleString[code.stringCount()];
    }

    /** A function that is compiled only now, as function 0 of a unit of its own. */
    LoadedUnit compile(FunctionCode function) {
        return language.compile(this, function);
    }

    public LedgeLanguage language() {
        return language;
    }

    public CodeUnit code() {
        return code;
    }

    public Source source() {
        return source;
    }

    public Source referrer() {
        return referrer;
    }

    /** The script, module or eval itself. */
    public GuestFunctionData main() {
        return function(0);
    }

    @TruffleBoundary
    public synchronized GuestFunctionData function(int index) {
        if (functions[index] == null) {
            functions[index] = new GuestFunctionData(this, code.function(index));
        }
        return functions[index];
    }

    @TruffleBoundary
    public synchronized StaticScope scope(int index) {
        if (scopes[index] == null) {
            scopes[index] = new StaticScope(this, index);
        }
        return scopes[index];
    }

    /** A string of the unit as a value of the language, the same object each time. */
    @TruffleBoundary
    synchronized TruffleString string(int index) {
        if (strings[index] == null) {
            strings[index] = Strings.constant(code.string(index));
        }
        return strings[index];
    }

    /** A range of the source, in lines and columns alone where an image brought no text. */
    @TruffleBoundary
    public SourceSection section(int start, int length) {
        if (source == null) {
            return null;
        }
        if (lines != null) {
            return lines.section(start, length);
        }
        if (!source.hasCharacters() || start + length > source.getLength()) {
            return source.createUnavailableSection();
        }
        return source.createSection(start, length);
    }

    /** The text of a range, or null where there is none. */
    @TruffleBoundary
    public String text(int start, int length) {
        return start < 0 || source == null || !source.hasCharacters() || start + length > source.getLength() ? null
                : source.getCharacters().subSequence(start, start + length).toString();
    }
}
