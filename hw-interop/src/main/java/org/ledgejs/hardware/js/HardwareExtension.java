package org.ledgejs.hardware.js;

import java.util.Map;

import org.ledgejs.language.host.HostExtension;
import org.ledgejs.language.host.HostModule;

/** The hardware's part of a context: its built-in modules. Neither diozero nor the board loads before one of them is imported. */
public final class HardwareExtension implements HostExtension {
    private static final Map<String, HostModule> MODULES = Map.of(
            "embedded:io/digital", realm -> HardwareModules.digital(realm),
            "embedded:io/i2c", realm -> HardwareModules.i2c(realm),
            "diozero", realm -> HardwareModules.diozero(realm),
            "ledge:board", realm -> HardwareModules.board(realm));

    @Override
    public Map<String, HostModule> modules() {
        return MODULES;
    }
}
