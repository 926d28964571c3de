package org.ledgejs.language.builtins;

import java.util.function.Function;

import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.StackTrace.CallSite;
import org.ledgejs.language.runtime.StackTrace.CallSiteObject;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The methods of the call sites that Error.prepareStackTrace gets, as V8's stack trace API documents them. */
final class CallSitePrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("getColumnNumber", 0, of("getColumnNumber", site -> orNull(site.column())))
            .method("getEnclosingColumnNumber", 0, of("getEnclosingColumnNumber", site -> orNull(site.column())))
            .method("getEnclosingLineNumber", 0, of("getEnclosingLineNumber", site -> orNull(site.line())))
            .method("getEvalOrigin", 0, of("getEvalOrigin", site -> Undefined.INSTANCE))
            .method("getFileName", 0, of("getFileName", site -> text(site.isNative() ? null : site.file())))
            .method("getFunction", 0, of("getFunction", site -> isStrict(site) ? Undefined.INSTANCE : site.function()))
            .method("getFunctionName", 0, of("getFunctionName", site -> text(site.functionName().isEmpty() ? null : site.functionName())))
            .method("getLineNumber", 0, of("getLineNumber", site -> orNull(site.line())))
            .method("getMethodName", 0, of("getMethodName", site -> text(site.methodName())))
            .method("getPosition", 0, of("getPosition", site -> site.position() == null ? 0 : site.position().getCharIndex()))
            .method("getPromiseIndex", 0, of("getPromiseIndex", site -> Null.INSTANCE))
            .method("getScriptHash", 0, of("getScriptHash", site -> Strings.EMPTY))
            .method("getScriptNameOrSourceURL", 0, of("getScriptNameOrSourceURL", site -> text(site.isNative() ? null : site.file())))
            .method("getThis", 0, of("getThis", site -> isStrict(site) ? Undefined.INSTANCE : site.thisValue()))
            .method("getTypeName", 0, of("getTypeName", site -> text(site.typeName())))
            .method("isAsync", 0, of("isAsync", site -> false))
            .method("isConstructor", 0, of("isConstructor", CallSite::construct))
            .method("isEval", 0, of("isEval", site -> false))
            .method("isNative", 0, of("isNative", CallSite::isNative))
            .method("isPromiseAll", 0, of("isPromiseAll", site -> false))
            .method("isToplevel", 0, of("isToplevel", CallSite::isTopLevel))
            .method("toString", 0, of("toString", site -> Strings.of(site.toString())));

    private CallSitePrototype() { }

    static JSObject create(Realm realm) {
        JSObject prototype = JSObject.create(realm);
        TABLE.define(realm, prototype);
        return prototype;
    }

    private static Builtin.Body of(String method, Function<CallSite, Object> answer) {
        return (realm, thisValue, args) -> {
            if (thisValue instanceof CallSiteObject object) {
                return answer.apply(object.site);
            }
            throw Errors.typeError("CallSite method " + method + " expects CallSite as receiver");
        };
    }

    /** A strict function does not give itself or its receiver away. */
    private static boolean isStrict(CallSite site) {
        return site.function() == null || site.function().data().isStrict();
    }

    private static Object text(String text) {
        return text == null ? Null.INSTANCE : Strings.of(text);
    }

    private static Object orNull(int number) {
        return number == 0 ? Null.INSTANCE : (Object) number;
    }
}
