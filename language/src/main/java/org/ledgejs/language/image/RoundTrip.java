package org.ledgejs.language.image;

import java.nio.ByteBuffer;
import java.util.List;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.code.CodeVerifier;
import org.ledgejs.language.source.SourceText;

/** Sends a unit through an image, so that every test of the language can be a test of the format. */
public final class RoundTrip {

    private RoundTrip() { }

    /** The unit as an image gives it back. The code of a direct eval, which no image can hold, is only verified. */
    public static CodeUnit of(CodeUnit unit) {
        if (unit.outer() != null) {
            CodeVerifier.verify(unit);
            return unit;
        }
        ImageModule.Kind kind = unit.module() != null ? ImageModule.Kind.ESM : ImageModule.Kind.CJS;
        ImageModule module = ImageModule.code("unit", kind, unit, ImageSource.of(new SourceText("unit", ""), false), List.of());
        byte[] bytes = ImageWriter.write(new Image(List.of(module), List.of(), "unit", null, ""));
        return ImageReader.read(ByteBuffer.wrap(bytes)).modules().getFirst().unit();
    }
}
