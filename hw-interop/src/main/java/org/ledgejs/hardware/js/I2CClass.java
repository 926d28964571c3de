package org.ledgejs.hardware.js;

import org.ledgejs.hardware.embedded.I2CCore;
import org.ledgejs.hardware.embedded.I2COptions;
import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.builtins.PropertyTable;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.JSArrayBuffer;
import org.ledgejs.language.runtime.JSBuffer;
import org.ledgejs.language.runtime.JSBufferView;
import org.ledgejs.language.runtime.JSFunction;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Undefined;

/** The default export of {@code embedded:io/i2c} (ECMA-419 §14). */
final class I2CClass {
    private static final String NAME = "I2C";
    private static final Object PROTOTYPE = PropertyKey.of("prototype");
    private static final Builtin CONSTRUCTOR = Builtin.constructor(NAME, 1, I2CClass::construct);
    private static final PropertyTable METHODS = new PropertyTable()
            .method("read", 1, I2CClass::read)
            .method("write", 1, I2CClass::write)
            .method("writeRead", 2, I2CClass::writeRead)
            .method("close", 0, I2CClass::close);

    private I2CClass() { }

    static JSFunction create(Realm realm) {
        JSObject prototype = JSObject.create(realm);
        JSFunction constructor = BuiltinData.function(realm, CONSTRUCTOR);
        constructor.define(PROTOTYPE, prototype, PropertyFlags.FIXED);
        prototype.define(PropertyKey.of("constructor"), constructor, PropertyFlags.METHOD);
        METHODS.define(realm, prototype);
        return constructor;
    }

    private static I2CCore core(Object thisValue) {
        return DeviceInstance.require(thisValue, I2CCore.class, NAME);
    }

    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Class constructor I2C cannot be invoked without 'new'");
        }
        GuestOptions given = GuestOptions.of(args.get(0), NAME);
        AgentHardware agent = AgentHardware.of(realm);
        JSObject prototype = (JSObject) ObjectOperations.get(newTarget, PROTOTYPE);
        return IoCalls.guarded(realm, () -> {
            I2COptions options = I2COptions.read(given);
            I2CCore core = I2CCore.open(agent.board(), options);
            DeviceInstance<I2CCore> instance = new DeviceInstance<>(prototype, NAME, core);
            if (options.target() != null) {
                instance.define(PropertyKey.of("target"), options.target(), PropertyFlags.DEFAULT);
            }
            agent.hardware().opened(core);
            return instance;
        });
    }

    /** With a count: an ArrayBuffer. With a buffer: fills it and gives the count. */
    private static Object read(Realm realm, Object thisValue, Args args) {
        I2CCore core = core(thisValue);
        Window target = Window.of(args.get(0));
        return IoCalls.guarded(realm, () -> {
            if (target == null) {
                return JSArrayBuffer.wrap(realm, core.read(Conversions.toNumber(args.get(0))));
            }
            target.put(core.read(target.length()));
            return target.length();
        });
    }

    private static Object write(Realm realm, Object thisValue, Args args) {
        I2CCore core = core(thisValue);
        Window source = requireBytes(args.get(0));
        boolean stop = args.get(1) == Undefined.INSTANCE || Conversions.toBoolean(args.get(1));
        return IoCalls.guarded(realm, () -> {
            core.write(source.copy(), stop);
            return Undefined.INSTANCE;
        });
    }

    private static Object writeRead(Realm realm, Object thisValue, Args args) {
        I2CCore core = core(thisValue);
        Window source = requireBytes(args.get(0));
        Window target = Window.of(args.get(1));
        return IoCalls.guarded(realm, () -> {
            if (target == null) {
                return JSArrayBuffer.wrap(realm, core.writeRead(source.copy(), Conversions.toNumber(args.get(1))));
            }
            target.put(core.writeRead(source.copy(), target.length()));
            return target.length();
        });
    }

    private static Object close(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        I2CCore core = core(thisValue);
        return IoCalls.guarded(realm, () -> {
            AgentHardware.of(realm).hardware().closed(core);
            core.close();
            return Undefined.INSTANCE;
        });
    }

    private static Window requireBytes(Object value) {
        Window window = Window.of(value);
        if (window == null) {
            throw Errors.typeError("I2C: bytes are an ArrayBuffer or a view of one");
        }
        return window;
    }

    /** A buffer of the program, or the part of it a view shows. */
    private record Window(byte[] data, int offset, int length) {

        static Window of(Object value) {
            if (value instanceof JSBuffer buffer) {
                return new Window(buffer.data(), 0, buffer.byteLength());
            }
            if (value instanceof JSBufferView view) {
                if (view.isOutOfBounds()) {
                    throw Errors.typeError("I2C: the view is out of its buffer's bounds");
                }
                return new Window(view.buffer().data(), view.byteOffset(), view.viewByteLength());
            }
            return null;
        }

        byte[] copy() {
            byte[] bytes = new byte[length];
            System.arraycopy(data, offset, bytes, 0, length);
            return bytes;
        }

        void put(byte[] bytes) {
            System.arraycopy(bytes, 0, data, offset, Math.min(length, bytes.length));
        }
    }
}
