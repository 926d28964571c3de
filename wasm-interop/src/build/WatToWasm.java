import com.dylibso.chicory.wabt.Wat2Wasm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Build step: turns a WebAssembly text file into a binary. Arguments: the text file, the file to write. */
public final class WatToWasm {

    private WatToWasm() {
    }

    public static void main(String[] arguments) throws IOException {
        Path text = Path.of(arguments[0]);
        Path binary = Path.of(arguments[1]);
        Files.write(binary, Wat2Wasm.parse(text.toFile()));
    }
}
