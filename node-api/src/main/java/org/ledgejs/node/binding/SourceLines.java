package org.ledgejs.node.binding;

import java.io.IOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.oracle.truffle.api.TruffleFile;
import com.oracle.truffle.api.TruffleLanguage.Env;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.JSError;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Permissions.Access;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.StackTrace;
import org.ledgejs.language.runtime.StackTrace.CallSite;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.NodeRuntime;
import org.ledgejs.node.loader.FileUrls;

/** The line of the program that an error comes from: the topmost frame outside the built-in modules. */
final class SourceLines {
    private static final Pattern PLACE = Pattern.compile("^\\s+at (?:.*\\()?(.+?):(\\d+):(\\d+)\\)?$");
    private static final String BUILT_IN = "node:";

    private SourceLines() { }

    /** {@code { file, line, column, text }}, or undefined. */
    static Object of(Realm realm, Object error) {
        SourceSection wrong = error instanceof JSError object ? object.earlyErrorSection() : null;
        if (wrong == null) {
            wrong = NodeRuntime.of(realm).uncaught().thrownAt(error);
        }
        if (wrong != null) {
            String name = wrong.getSource().getName();
            return describe(realm, name.startsWith("file://") ? FileUrls.toPath(name) : name, wrong.getStartLine(), wrong.getStartColumn(), text(wrong));
        }
        if (!(error instanceof JSError object)) {
            return Undefined.INSTANCE;
        }
        StackTrace trace = StackTrace.of(object);
        if (trace != null) {
            for (CallSite site : trace.frames()) {
                if (!site.isNative() && site.line() > 0 && site.file() != null && !site.file().startsWith(BUILT_IN)) {
                    return describe(realm, site.file(), site.line(), site.column(), text(site.position()));
                }
            }
            return Undefined.INSTANCE;
        }
        return ofText(realm, object);
    }

    /** {@code { file, line, column, length, text }} of what the parser did not take; undefined for other errors. */
    static Object ofEarlyError(Realm realm, Object error) {
        SourceSection wrong = error instanceof JSError object ? object.earlyErrorSection() : null;
        if (wrong == null) {
            return Undefined.INSTANCE;
        }
        String name = wrong.getSource().getName();
        JSObject place = describe(realm, name.startsWith("file://") ? FileUrls.toPath(name) : name, wrong.getStartLine(), wrong.getStartColumn(), text(wrong));
        return new ObjectBuilder(place).put("length", wrong.getCharLength()).build();
    }

    private static String text(SourceSection section) {
        return section.getSource().hasCharacters() ? section.getSource().getCharacters(section.getStartLine()).toString() : "";
    }

    /** From the text of a stack that was read already; the line comes from the file. */
    private static Object ofText(Realm realm, JSObject error) {
        PropertyDescriptor stack = error.getOwnProperty(StackTrace.STACK_KEY);
        if (stack == null || !(stack.value() instanceof TruffleString text)) {
            return Undefined.INSTANCE;
        }
        for (String line : text.toString().lines().toList()) {
            Matcher matcher = PLACE.matcher(line);
            if (matcher.matches() && !matcher.group(1).startsWith(BUILT_IN)) {
                int number = Integer.parseInt(matcher.group(2));
                String source = read(realm, matcher.group(1), number);
                return source == null ? Undefined.INSTANCE : describe(realm, matcher.group(1), number, Integer.parseInt(matcher.group(3)), source);
            }
        }
        return Undefined.INSTANCE;
    }

    private static String read(Realm realm, String file, int line) {
        if (!realm.agent().permissions().allows(Access.READ, file)) {
            return null;
        }
        Env env = realm.agent().env();
        try {
            TruffleFile source = file.startsWith("file:") ? env.getPublicTruffleFile(URI.create(file)) : env.getPublicTruffleFile(file);
            return Utf8.decode(Bytes.of(source.readAllBytes())).toString().lines().skip(line - 1L).findFirst().orElse(null);
        } catch (IOException | SecurityException | IllegalArgumentException | UnsupportedOperationException e) {
            return null;
        }
    }

    private static JSObject describe(Realm realm, String file, int line, int column, String text) {
        return new ObjectBuilder(realm).put("file", file).put("line", line).put("column", column).put("text", text).build();
    }
}
