package org.ledgejs.hardware.diozero;

import com.diozero.api.AnalogInputDevice;
import com.diozero.api.DeviceMode;
import com.diozero.api.DigitalInputDevice;
import com.diozero.api.DigitalInputOutputDevice;
import com.diozero.api.DigitalOutputDevice;
import com.diozero.api.GpioEventTrigger;
import com.diozero.api.GpioPullUpDown;
import com.diozero.api.I2CConstants;
import com.diozero.api.I2CDevice;
import com.diozero.api.PwmOutputDevice;
import com.diozero.api.ServoDevice;
import com.diozero.api.ServoTrim;
import com.diozero.api.SpiClockMode;
import com.diozero.api.SpiConstants;
import com.diozero.api.SpiDevice;
import com.diozero.devices.BMx280;
import com.diozero.devices.Button;
import com.diozero.devices.LED;
import com.diozero.devices.PwmLed;
import com.diozero.devices.RgbLed;
import com.diozero.devices.RgbPwmLed;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ledgejs.hardware.HardwareContext;

/**
 * The exports of the module {@code diozero}. Constructors take what diozero's take without their device factory, with
 * the same defaults; an optional argument that is left out or {@code undefined} has its default.
 */
public final class DeviceCatalog {

    /** The names of all exports, in order. */
    public static final List<String> NAMES = List.of("LED", "Button", "DigitalOutputDevice", "DigitalInputDevice",
            "DigitalInputOutputDevice", "PwmLed", "PwmOutputDevice", "RgbLed", "RgbPwmLed", "ServoDevice",
            "AnalogInputDevice", "I2CDevice", "SpiDevice", "BMx280", "GpioPullUpDown", "GpioEventTrigger", "DeviceMode",
            "SpiClockMode");

    /** diozero's own default, which it keeps to itself. */
    private static final int DEFAULT_PWM_HERTZ = 50;

    private final HardwareContext hardware;
    private final Map<String, Object> made = new LinkedHashMap<>();

    public DeviceCatalog(HardwareContext hardware) {
        this.hardware = hardware;
    }

    /** An export by its name, always the same value; {@code null} if there is none of this name. */
    public Object export(String name) {
        Object export = made.get(name);
        if (export == null) {
            export = make(name);
            if (export != null) {
                made.put(name, export);
            }
        }
        return export;
    }

    private Object make(String name) {
        return switch (name) {
            case "LED" -> new DeviceClass(hardware, LED.class, (h, a) ->
                    new LED(h.devices(), gpio(h, a, 0), a.bool(1, true), a.bool(2, false)));
            case "Button" -> new DeviceClass(hardware, Button.class, (h, a) -> {
                GpioPullUpDown pull = a.choice(1, GpioPullUpDown.NONE);
                return new Button(h.devices(), h.pin(a.integer(0)), pull, a.choice(2, GpioEventTrigger.BOTH),
                        a.bool(3, pull != GpioPullUpDown.PULL_UP));
            });
            case "DigitalOutputDevice" -> new DeviceClass(hardware, DigitalOutputDevice.class, (h, a) ->
                    new DigitalOutputDevice(h.devices(), h.pin(a.integer(0)), a.bool(1, true), a.bool(2, false)));
            case "DigitalInputDevice" -> new DeviceClass(hardware, DigitalInputDevice.class, (h, a) -> {
                GpioPullUpDown pull = a.choice(1, GpioPullUpDown.NONE);
                return new DigitalInputDevice(h.devices(), h.pin(a.integer(0)), pull, a.choice(2, GpioEventTrigger.BOTH),
                        a.bool(3, pull != GpioPullUpDown.PULL_UP));
            });
            case "DigitalInputOutputDevice" -> new DeviceClass(hardware, DigitalInputOutputDevice.class, (h, a) ->
                    new DigitalInputOutputDevice(h.devices(), h.pin(a.integer(0)), a.choice(1, DeviceMode.DIGITAL_INPUT)));
            case "PwmLed" -> new DeviceClass(hardware, PwmLed.class, (h, a) -> new PwmLed(h.devices(), gpio(h, a, 0),
                    a.real(1, 0)));
            case "PwmOutputDevice" -> new DeviceClass(hardware, PwmOutputDevice.class, DeviceCatalog::pwm);
            case "RgbLed" -> new DeviceClass(hardware, RgbLed.class, (h, a) ->
                    new RgbLed(h.devices(), gpio(h, a, 0), gpio(h, a, 1), gpio(h, a, 2)));
            case "RgbPwmLed" -> new DeviceClass(hardware, RgbPwmLed.class, (h, a) ->
                    new RgbPwmLed(h.devices(), gpio(h, a, 0), gpio(h, a, 1), gpio(h, a, 2)));
            case "ServoDevice" -> new DeviceClass(hardware, ServoDevice.class, (h, a) ->
                    new ServoDevice(h.devices(), h.pin(a.integer(0)), a.integer(1, ServoDevice.DEFAULT_FREQUENCY),
                            ServoTrim.DEFAULT, ServoTrim.DEFAULT.getMidPulseWidthUs(), a.bool(2, false)));
            case "AnalogInputDevice" -> new DeviceClass(hardware, AnalogInputDevice.class, (h, a) ->
                    new AnalogInputDevice(h.devices(), a.integer(0)));
            case "I2CDevice" -> new DeviceClass(hardware, I2CDevice.class, (h, a) ->
                    i2c(h, a.integer(0), a.integer(1)));
            case "SpiDevice" -> new DeviceClass(hardware, SpiDevice.class, DeviceCatalog::spi);
            case "BMx280" -> new DeviceClass(hardware, BMx280.class, DeviceCatalog::weather);
            case "GpioPullUpDown" -> new DeviceConstants(hardware, GpioPullUpDown.class);
            case "GpioEventTrigger" -> new DeviceConstants(hardware, GpioEventTrigger.class);
            case "DeviceMode" -> new DeviceConstants(hardware, DeviceMode.class);
            case "SpiClockMode" -> new DeviceConstants(hardware, SpiClockMode.class);
            default -> null;
        };
    }

    private static int gpio(HardwareContext hardware, Arguments arguments, int at) {
        return hardware.pin(arguments.integer(at)).getDeviceNumber();
    }

    /** As diozero's: (pin), (pin, initial value), (pin, frequency, initial value). */
    private static PwmOutputDevice pwm(HardwareContext hardware, Arguments arguments) {
        boolean withFrequency = arguments.count() > 2;
        int frequency = withFrequency ? arguments.integer(1) : DEFAULT_PWM_HERTZ;
        return new PwmOutputDevice(hardware.devices(), hardware.pin(arguments.integer(0)), frequency,
                arguments.real(withFrequency ? 2 : 1, 0));
    }

    private static I2CDevice i2c(HardwareContext hardware, int controller, int address) {
        return new I2CDevice(hardware.devices(), controller, address, I2CConstants.AddressSize.SIZE_7,
                ByteOrder.LITTLE_ENDIAN);
    }

    /** As diozero's: (chip select), (controller, chip select), (controller, chip select, frequency, mode, LSB first). */
    private static SpiDevice spi(HardwareContext hardware, Arguments arguments) {
        boolean withController = arguments.count() > 1;
        int controller = withController ? arguments.integer(0) : SpiConstants.DEFAULT_SPI_CONTROLLER;
        return new SpiDevice(hardware.devices(), controller, arguments.integer(withController ? 1 : 0),
                arguments.integer(2, SpiConstants.DEFAULT_SPI_CLOCK_FREQUENCY),
                arguments.choice(3, SpiConstants.DEFAULT_SPI_CLOCK_MODE), arguments.bool(4, false));
    }

    /** (controller = 1, address = 0x76): diozero has builders only. The I2C device is closed with the sensor. */
    private static BMx280 weather(HardwareContext hardware, Arguments arguments) {
        I2CDevice device = i2c(hardware, arguments.integer(0, I2CConstants.CONTROLLER_1),
                arguments.integer(1, BMx280.DEFAULT_I2C_ADDRESS));
        try {
            return BMx280.I2CBuilder.builder(device).build();
        } catch (RuntimeException e) {
            device.close();
            throw e;
        }
    }
}
