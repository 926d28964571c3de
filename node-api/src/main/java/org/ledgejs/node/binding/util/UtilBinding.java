package org.ledgejs.node.binding.util;

import java.util.ArrayList;
import java.util.List;

import com.oracle.truffle.api.TruffleSafepoint;

import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.ForeignValues;
import org.ledgejs.language.runtime.FunctionData;
import org.ledgejs.language.runtime.Inspector;
import org.ledgejs.language.runtime.JSArray;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.JSPromise;
import org.ledgejs.language.runtime.JSProxy;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyDescriptor;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.StackTrace;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;
import org.ledgejs.node.binding.ObjectBuilder;

/** Binding {@code util}: looks into values where the language does not let programs look. */
public final class UtilBinding {
    private static final int ASYNC = 1;
    private static final int GENERATOR = 2;
    private static final int CLASS = 4;
    private static final int MAX_FRAMES = 200;

    public static final PropertyTable TABLE = new PropertyTable()
            .method("getPromiseDetails", 1, (realm, thisValue, args) -> args.get(0) instanceof JSPromise promise ? details(realm, promise) : Undefined.INSTANCE)
            .method("getProxyDetails", 1, (realm, thisValue, args) -> args.get(0) instanceof JSProxy proxy
                    ? JSArray.create(realm, new Object[] {orNull(proxy.target()), orNull(proxy.handler())}) : Undefined.INSTANCE)
            .method("previewEntries", 1, (realm, thisValue, args) -> Previews.of(realm, args.get(0)))
            .method("getConstructorName", 1, (realm, thisValue, args) ->
                    Strings.of(args.get(0) instanceof JSObject object ? Inspector.constructorName(object) : ""))
            .method("getOwnNonIndexProperties", 2, (realm, thisValue, args) -> args.get(0) instanceof JSObject object
                    ? nonIndexProperties(realm, object, Conversions.toBoolean(args.get(1))) : JSArray.createEmpty(realm))
            .method("getCallSites", 1, (realm, thisValue, args) -> callSites(realm, Conversions.toInt32(args.get(0))))
            .method("classOf", 1, (realm, thisValue, args) -> Strings.of(classOf(realm, args.get(0))))
            .method("functionKind", 1, (realm, thisValue, args) -> functionKind(args.get(0)))
            .method("isExternal", 1, (realm, thisValue, args) -> realm.agent().env().isHostObject(args.get(0)))
            .method("sleep", 1, (realm, thisValue, args) -> {
                long millis = (long) Math.max(0, Conversions.toNumber(args.get(0)));
                TruffleSafepoint.setBlockedThreadInterruptible(null, Thread::sleep, millis);
                return Undefined.INSTANCE;
            });

    private UtilBinding() { }

    private static Object orNull(JSObject object) {
        return object == null ? Null.INSTANCE : object;
    }

    private static Object details(Realm realm, JSPromise promise) {
        return switch (promise.state()) {
            case PENDING -> JSArray.create(realm, new Object[] {0});
            case FULFILLED -> JSArray.create(realm, new Object[] {1, promise.result()});
            case REJECTED -> JSArray.create(realm, new Object[] {2, promise.result()});
        };
    }

    private static Object nonIndexProperties(Realm realm, JSObject object, boolean onlyEnumerable) {
        List<Object> keys = new ArrayList<>();
        for (Object key : object.ownPropertyKeys()) {
            if (PropertyKey.isIndex(key)) {
                continue;
            }
            PropertyDescriptor property = onlyEnumerable ? object.getOwnProperty(key) : null;
            if (!onlyEnumerable || property != null && property.isEnumerable()) {
                keys.add(key);
            }
        }
        return JSArray.create(realm, keys.toArray());
    }

    /** Frames of the program: not of natives, nor of built-in modules. */
    private static Object callSites(Realm realm, int count) {
        List<Object> result = new ArrayList<>();
        for (StackTrace.CallSite site : StackTrace.currentFrames(MAX_FRAMES)) {
            if (result.size() >= count) {
                break;
            }
            if (!site.isNative() && site.file() != null && !site.file().startsWith("node:")) {
                result.add(new ObjectBuilder(realm).put("functionName", site.functionName()).put("scriptId", "0").put("scriptName", site.file())
                        .put("lineNumber", site.line()).put("columnNumber", site.column()).build());
            }
        }
        return JSArray.create(realm, result.toArray());
    }

    private static String classOf(Realm realm, Object value) {
        if (value instanceof JSObject object) {
            String name = object instanceof JSProxy ? "Proxy" : object.className();
            return name.equals("AsyncGenerator") ? "Generator" : name;
        }
        if (!ForeignValues.isForeign(value)) {
            return "";
        }
        return realm.agent().env().isHostObject(value) ? "External" : "Object";
    }

    private static int functionKind(Object value) {
        if (!(value instanceof JSFunction function)) {
            return 0;
        }
        FunctionData.Kind kind = function.data().kind();
        return (kind.isAsync() || kind.isAsyncGenerator() ? ASYNC : 0) | (kind.isGenerator() ? GENERATOR : 0) | (kind.isClassConstructor() ? CLASS : 0);
    }
}
