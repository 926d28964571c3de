package org.ledgejs.hardware.js;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ledgejs.hardware.diozero.DeviceCatalog;
import org.ledgejs.language.runtime.Realm;

/** The exports of the hardware's modules. */
final class HardwareModules {
    private HardwareModules() { }

    static Map<String, Object> digital(Realm realm) {
        return Map.of("default", DigitalClass.create(realm));
    }

    static Map<String, Object> i2c(Realm realm) {
        return Map.of("default", I2CClass.create(realm));
    }

    /** diozero's own classes and objects, as interop values. */
    static Map<String, Object> diozero(Realm realm) {
        DeviceCatalog catalog = new DeviceCatalog(AgentHardware.of(realm).hardware());
        Map<String, Object> exports = new LinkedHashMap<>();
        for (String name : DeviceCatalog.NAMES) {
            exports.put(name, catalog.export(name));
        }
        return exports;
    }

    static Map<String, Object> board(Realm realm) {
        return BoardModule.exports(realm);
    }
}
