package org.ledgejs.hardware.sim;

import com.diozero.api.NoSuchDeviceException;
import com.diozero.api.PinInfo;
import com.diozero.sbc.BoardInfo;

/** The pins of a simulated board as diozero lists them; every GPIO can do PWM, and its PWM number is its own. */
final class SimulatedBoardInfo extends BoardInfo {

    /** The reference voltage of the analog inputs. */
    private static final float REFERENCE_VOLTS = 3.3f;
    private static final String ANALOG_HEADER = "ANALOG";

    private final SimulatedBoard board;

    SimulatedBoardInfo(SimulatedBoard board) {
        super("Ledge", board.name(), -1, UNKNOWN, UNKNOWN);
        this.board = board;
    }

    @Override
    public void populateBoardPinInfo() {
        for (SimulatedPin pin : board.pins()) {
            addPwmPinInfo(PinInfo.DEFAULT_HEADER, pin.number(), pin.name(), pin.number(), 0, pin.number(),
                    PinInfo.DIGITAL_IN_OUT_PWM, 0, pin.number());
        }
        for (AnalogChannel channel : board.analogs()) {
            addAdcPinInfo(ANALOG_HEADER, channel.number(), "AIN" + channel.number(), channel.number(), REFERENCE_VOLTS);
        }
    }

    @Override
    public boolean isRecognised() {
        return true;
    }

    @Override
    public boolean isBiasControlSupported() {
        return true;
    }

    @Override
    public PinInfo getByGpioNumberOrThrow(int gpio) throws NoSuchDeviceException {
        return getByGpioNumber(gpio).orElseThrow(() -> new NoSuchDeviceException(board.noPin(gpio)));
    }

    @Override
    public PinInfo getByPwmOrGpioNumberOrThrow(int pwmOrGpio) {
        return getByGpioNumberOrThrow(pwmOrGpio);
    }

    @Override
    public PinInfo getByAdcNumberOrThrow(int number) throws NoSuchDeviceException {
        return getByAdcNumber(number).orElseThrow(() -> new NoSuchDeviceException(board.noAnalog(number)));
    }
}
