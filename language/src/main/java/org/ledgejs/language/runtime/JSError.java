package org.ledgejs.language.runtime;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.object.Shape;
import com.oracle.truffle.api.strings.TruffleString;

/** An Error instance (ECMA-262 §20.5.4): has [[ErrorData]], and a stack. */
public final class JSError extends JSObject {
    public static final Shape ERROR_ROOT = shapeBuilder().build();
    public static final TruffleString MESSAGE_KEY = Strings.constant("message");
    private static final TruffleString NAME_KEY = Strings.constant("name");

    private JSError(JSObject prototype) {
        super(ERROR_ROOT, prototype);
    }

    /** An error without properties; a constructor of the library adds message and cause, then {@link #captureStack}. */
    public static JSError create(JSObject prototype) {
        return new JSError(prototype);
    }

    /** An error of the engine, with its message and no stack yet. */
    @TruffleBoundary
    public static JSError create(Realm realm, Intrinsic prototype, String message) {
        JSError error = new JSError(realm.intrinsic(prototype));
        Properties.put(error, MESSAGE_KEY, Strings.of(message), PropertyFlags.METHOD);
        return error;
    }

    @Override
    public String className() {
        return "Error";
    }

    /** Gives the object its {@code stack} as of now. @param location where it arose, or null @param skipUntil frames down to this function's are left out; or null */
    @TruffleBoundary
    public void captureStack(Node location, JSFunction skipUntil) {
        StackTrace.install(this, StackTrace.capture(location, skipUntil, Realm.get(null)));
    }

    /** "Name: message" as Error.prototype.toString would, without running guest code. */
    @TruffleBoundary
    public String headline() {
        String name = text(NAME_KEY, "Error");
        String message = text(MESSAGE_KEY, "");
        return name.isEmpty() ? message : message.isEmpty() ? name : name + ": " + message;
    }

    private String text(TruffleString key, String otherwise) {
        for (JSObject o = this; o != null && !(o instanceof JSProxy); o = o.prototype()) {
            if (Properties.has(o, key)) {
                String text = Inspector.dataText(o, key);
                return text == null ? otherwise : text;
            }
        }
        return otherwise;
    }
}
