package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.ClassDecoration;
import org.ledgejs.language.runtime.ClassDecoration.Kind;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PrivateName;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The object that tells a decorator what it decorates (decorators proposal: CreateDecoratorContextObject). */
final class DecoratorContext {
    private static final Builtin GET = Builtin.function("get", 1, (realm, thisValue, args) -> {
        Object object = object(args);
        return args.state() instanceof PrivateName name ? ObjectOperations.privateGet(object, name) : ObjectOperations.get(object, args.state());
    });
    private static final Builtin SET = Builtin.function("set", 2, (realm, thisValue, args) -> {
        Object object = object(args);
        if (args.state() instanceof PrivateName name) {
            ObjectOperations.privateSet(object, name, args.get(1));
        } else {
            ObjectOperations.setV(object, args.state(), args.get(1), true);
        }
        return Undefined.INSTANCE;
    });
    private static final Builtin HAS = Builtin.function("has", 1, (realm, thisValue, args) -> {
        Object object = object(args);
        return args.state() instanceof PrivateName name ? object instanceof JSObject o && ObjectOperations.privateHas(o, name)
                : Conversions.toObject(realm, object).hasProperty(args.state());
    });
    private static final Builtin ADD_INITIALIZER = Builtin.function("addInitializer", 1, (realm, thisValue, args) -> {
        ClassDecoration.Call call = args.state();
        call.addInitializer(args.get(0));
        return Undefined.INSTANCE;
    });

    private DecoratorContext() { }

    private static Object object(Args args) {
        Object object = args.get(0);
        if (!ObjectOperations.isObject(object)) {
            throw Errors.typeError(Errors.describe(object) + " is not an object");
        }
        return object;
    }

    static JSObject create(Realm realm, ClassDecoration.Call call) {
        JSObject context = JSObject.create(realm);
        property(context, "kind", call.kind().text());
        if (call.kind() != Kind.CLASS) {
            property(context, "access", access(realm, call));
            property(context, "static", call.isStatic());
            property(context, "private", call.key() instanceof PrivateName);
        }
        property(context, "name", call.key() instanceof PrivateName name ? Strings.of(name.description) : PropertyKey.toValue(call.key()));
        property(context, "addInitializer", BuiltinData.closure(realm, ADD_INITIALIZER, call));
        property(context, "metadata", call.metadata());
        return context;
    }

    /** CreateDecoratorAccessObject. */
    private static JSObject access(Realm realm, ClassDecoration.Call call) {
        JSObject access = JSObject.create(realm);
        if (call.kind() != Kind.SETTER) {
            property(access, "get", BuiltinData.closure(realm, GET, call.key()));
        }
        if (call.kind() != Kind.METHOD && call.kind() != Kind.GETTER) {
            property(access, "set", BuiltinData.closure(realm, SET, call.key()));
        }
        property(access, "has", BuiltinData.closure(realm, HAS, call.key()));
        return access;
    }

    private static void property(JSObject object, String name, Object value) {
        TruffleString key = PropertyKey.of(name);
        ObjectOperations.createDataPropertyOrThrow(object, key, value);
    }
}
