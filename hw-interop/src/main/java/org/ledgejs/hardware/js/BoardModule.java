package org.ledgejs.hardware.js;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ledgejs.hardware.Board;
import org.ledgejs.hardware.sim.SimulatedBoard;
import org.ledgejs.hardware.sim.SimulatedPin;
import org.ledgejs.hardware.sim.i2c.Bme280;
import org.ledgejs.hardware.sim.i2c.Measurement;
import org.ledgejs.hardware.sim.i2c.Weather;
import org.ledgejs.language.builtins.Args;
import org.ledgejs.language.builtins.Builtin;
import org.ledgejs.language.builtins.BuiltinData;
import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.Null;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Undefined;

/** {@code ledge:board}: what a program's test asks of and does to the simulated board it runs on. */
final class BoardModule {
    private static final Builtin LEVEL = Builtin.function("level", 1, (realm, thisValue, args) -> pin(realm, args).level() ? 1 : 0);
    private static final Builtin DRIVE = Builtin.function("drive", 2, (realm, thisValue, args) -> {
        pin(realm, args).drive(Conversions.toBoolean(args.get(1)));
        return Undefined.INSTANCE;
    });
    private static final Builtin RELEASE = Builtin.function("release", 1, (realm, thisValue, args) -> {
        pin(realm, args).release();
        return Undefined.INSTANCE;
    });
    private static final Builtin PRESS = Builtin.function("press", 1, (realm, thisValue, args) -> {
        pin(realm, args).press();
        return Undefined.INSTANCE;
    });
    private static final Builtin DUTY = Builtin.function("duty", 1, (realm, thisValue, args) -> Conversions.number((double) pin(realm, args).duty()));
    private static final Builtin WIRE = Builtin.function("wire", 2, (realm, thisValue, args) -> IoCalls.guarded(realm, () -> {
        simulated(realm).wire(Conversions.toInt32(args.get(0)), Conversions.toInt32(args.get(1)));
        return Undefined.INSTANCE;
    }));
    private static final Builtin WEATHER = Builtin.function("weather", 1, BoardModule::weather);
    private static final Builtin DETACH = Builtin.function("detach", 2, (realm, thisValue, args) -> IoCalls.guarded(realm, () -> {
        simulated(realm).bus(Conversions.toInt32(args.get(0))).detach(Conversions.toInt32(args.get(1)));
        return Undefined.INSTANCE;
    }));

    private BoardModule() { }

    static Map<String, Object> exports(Realm realm) {
        Board board = AgentHardware.of(realm).board();
        Map<String, Object> exports = new LinkedHashMap<>();
        exports.put("name", Strings.of(board.name()));
        exports.put("simulated", board.simulated());
        for (Builtin builtin : List.of(LEVEL, DRIVE, RELEASE, PRESS, DUTY, WIRE, WEATHER, DETACH)) {
            exports.put(Strings.java(builtin.name()), BuiltinData.function(realm, builtin));
        }
        return exports;
    }

    private static SimulatedBoard simulated(Realm realm) {
        if (AgentHardware.of(realm).board() instanceof SimulatedBoard board) {
            return board;
        }
        throw Errors.error(Intrinsic.ERROR_PROTOTYPE, "ledge:board: this board is real");
    }

    private static SimulatedPin pin(Realm realm, Args args) {
        SimulatedPin[] pin = new SimulatedPin[1];
        IoCalls.guarded(realm, () -> {
            pin[0] = simulated(realm).pin(Conversions.toInt32(args.get(0)));
            return Undefined.INSTANCE;
        });
        return pin[0];
    }

    /**
     * Gives the BME280 at 0x76 of bus 1 its readings: an iterable of { temperature, humidity, pressure } in °C, % and hPa, or of null where
     * it is not to answer.
     */
    private static Object weather(Realm realm, @SuppressWarnings("unused") Object thisValue, Args args) {
        List<Measurement> script = new ArrayList<>();
        Iteration.forEach(args.get(0), item -> {
            if (item == Null.INSTANCE) {
                script.add(new Measurement.NoAnswer());
                return;
            }
            if (!(item instanceof JSObject reading)) {
                throw Errors.typeError("weather: each reading is an object, or null");
            }
            script.add(new Weather(number(reading, "temperature"), number(reading, "humidity"), number(reading, "pressure")));
        });
        return IoCalls.guarded(realm, () -> {
            if (simulated(realm).bus(1).peripheral(Bme280.ADDRESS).orElse(null) instanceof Bme280 sensor) {
                sensor.script(script);
                return Undefined.INSTANCE;
            }
            throw Errors.typeError("weather: the board has no BME280");
        });
    }

    private static double number(JSObject reading, String name) {
        return Conversions.toNumber(ObjectOperations.get(reading, PropertyKey.of(name)));
    }
}
