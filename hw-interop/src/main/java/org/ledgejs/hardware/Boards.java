package org.ledgejs.hardware;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ledgejs.hardware.sim.BoardDescription;
import org.ledgejs.hardware.sim.SimulatedBoard;

/** Chooses the board a program runs on. Nothing of diozero is loaded before one is opened. */
public final class Boards {

    /** The environment variable that chooses, with the values of {@link #open(String)}. */
    public static final String VARIABLE = "LEDGE_BOARD";

    /** The system property that chooses where the variable does not. */
    public static final String PROPERTY = "ledge.board";

    private static final String FALLBACK = "ledge: no GPIO or I2C here, using the simulated board";

    private Boards() {
    }

    /** Opens the board the variable or the property names, or the best there is. */
    public static Board open(Map<String, String> environment) {
        String chosen = environment.get(VARIABLE);
        return open(chosen != null ? chosen : System.getProperty(PROPERTY));
    }

    /**
     * Opens a board.
     *
     * @param choice {@code null} or {@code "auto"} for the machine's hardware where there is any and the simulated
     *        board otherwise; {@code "real"}; {@code "simulated"}; or the file of a board description
     * @throws BoardException when the file cannot be read or is no board description
     */
    public static Board open(String choice) {
        return switch (choice) {
            case null -> automatic();
            case "", "auto" -> automatic();
            case "real" -> new LinuxBoard();
            case "simulated" -> simulated();
            default -> new SimulatedBoard(BoardDescription.read(Path.of(choice)), null);
        };
    }

    /** A simulated board as Ledge brings it. */
    public static SimulatedBoard simulated() {
        return new SimulatedBoard(BoardDescription.standard(), null);
    }

    private static Board automatic() {
        return hardwareIn(Path.of("/dev")) ? new LinuxBoard() : new SimulatedBoard(BoardDescription.standard(), FALLBACK);
    }

    /** Whether this user may use a GPIO chip or an I2C bus among these device files. */
    static boolean hardwareIn(Path devices) {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(devices, "{gpiochip,i2c-}[0-9]*")) {
            for (Path device : found) {
                if (Files.isReadable(device) && Files.isWritable(device)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
