package org.ledgejs.hardware.js;

import org.ledgejs.hardware.embedded.DigitalCore;
import org.ledgejs.hardware.embedded.DigitalOptions;
import org.ledgejs.hardware.embedded.EmbeddedException;
import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** The default export of {@code embedded:io/digital} (ECMA-419 §10). */
final class DigitalClass {
    private static final String NAME = "Digital";
    private static final Object PROTOTYPE = PropertyKey.of("prototype");
    private static final Object TARGET = PropertyKey.of("target");
    private static final Builtin CONSTRUCTOR = Builtin.constructor(NAME, 1, DigitalClass::construct);
    private static final PropertyTable METHODS = new PropertyTable()
            .method("read", 0, (realm, thisValue, args) -> IoCalls.guarded(realm, () -> core(thisValue).read()))
            .method("write", 1, (realm, thisValue, args) -> IoCalls.guarded(realm, () -> {
                core(thisValue).write(Conversions.toNumber(args.get(0)));
                return Undefined.INSTANCE;
            }))
            .method("close", 0, DigitalClass::close)
            .getter("format", (realm, thisValue, args) -> Strings.of("number"));

    private DigitalClass() { }

    static JSFunction create(Realm realm) {
        JSObject prototype = JSObject.create(realm);
        JSFunction constructor = BuiltinData.function(realm, CONSTRUCTOR);
        constructor.define(PROTOTYPE, prototype, PropertyFlags.FIXED);
        prototype.define(PropertyKey.of("constructor"), constructor, PropertyFlags.METHOD);
        METHODS.define(realm, prototype);
        for (DigitalOptions.Mode mode : DigitalOptions.Mode.values()) {
            constructor.define(PropertyKey.of(mode.property()), mode.value(), PropertyFlags.FIXED & ~PropertyFlags.NOT_ENUMERABLE);
        }
        constructor.define(PropertyKey.of("Rising"), DigitalOptions.RISING, PropertyFlags.FIXED & ~PropertyFlags.NOT_ENUMERABLE);
        constructor.define(PropertyKey.of("Falling"), DigitalOptions.FALLING, PropertyFlags.FIXED & ~PropertyFlags.NOT_ENUMERABLE);
        return constructor;
    }

    private static DigitalCore core(Object thisValue) {
        return DeviceInstance.require(thisValue, DigitalCore.class, NAME);
    }

    /** The object an edge is told to; known only after the pin was opened. */
    private static final class Edges {
        DeviceInstance<DigitalCore> instance;
    }

    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Class constructor Digital cannot be invoked without 'new'");
        }
        GuestOptions given = GuestOptions.of(args.get(0), NAME);
        AgentHardware agent = AgentHardware.of(realm);
        JSObject prototype = (JSObject) ObjectOperations.get(newTarget, PROTOTYPE);
        return IoCalls.guarded(realm, () -> {
            DigitalOptions options = DigitalOptions.read(given);
            Edges edges = new Edges();
            DigitalCore core = DigitalCore.open(agent.board(), options, (high, time) -> agent.enqueue(() -> {
                if (edges.instance != null && edges.instance.device().isOpen()) {
                    ObjectOperations.call(options.onReadable(), edges.instance);
                }
            }));
            DeviceInstance<DigitalCore> instance = new DeviceInstance<>(prototype, NAME, core);
            edges.instance = instance;
            if (options.target() != null) {
                instance.define(TARGET, options.target(), PropertyFlags.DEFAULT);
            }
            agent.hardware().opened(core);
            if (options.onReadable() != null) {
                instance.hold(agent.hardware().hold());
            }
            return instance;
        });
    }

    private static Object close(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        DigitalCore core = core(thisValue);
        return IoCalls.guarded(realm, () -> {
            AgentHardware.of(realm).hardware().closed(core);
            ((DeviceInstance<?>) thisValue).release();
            core.close();
            return Undefined.INSTANCE;
        });
    }
}
