package org.ledgejs.tck.fuzz;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.ledgejs.language.code.CodePrinter;
import org.ledgejs.language.code.CodeUnit;
import org.ledgejs.language.image.Image;
import org.ledgejs.language.image.ImageException;
import org.ledgejs.language.image.ImageModule;
import org.ledgejs.language.image.ImageReader;
import org.ledgejs.language.image.ImageSource;
import org.ledgejs.language.image.ImageWriter;
import org.ledgejs.language.source.SourceText;

/** Images of programs, damaged behind the back of the digest that would tell. */
final class Images {
    private static final int PREAMBLE = 8;
    /** The bytes of the last section, {@code ledge.digest}: id, size, name, algorithm, SHA-256. */
    private static final int DIGEST_SECTION = 2 + 1 + "ledge.digest".length() + 1 + 32;
    private static final byte[] EDGES = {0, 1, 2, 3, 0x7f, (byte) 0x80, (byte) 0xff, (byte) 0xfe};

    private Images() { }

    static byte[] write(CodeUnit unit, Sample sample) {
        SourceText text = new SourceText("main", sample.text());
        ImageModule.Kind kind = sample.isModule() ? ImageModule.Kind.ESM : ImageModule.Kind.CJS;
        ImageModule module = ImageModule.code("main", kind, unit, ImageSource.of(text, true), List.of(new ImageModule.Resolution("./m.js", "import", "main")));
        Image.Asset asset = new Image.Asset("data", "text/plain", ByteBuffer.wrap(new byte[] {1, 2, 3}));
        return ImageWriter.write(new Image(List.of(module), List.of(asset), "main", "{}", "0"));
    }

    /** Changes a few bytes and makes the digest fit again. */
    static byte[] damage(byte[] image, SplittableRandom random) {
        byte[] content = Arrays.copyOf(image, image.length - DIGEST_SECTION);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && content.length > PREAMBLE; i++) {
            int at = PREAMBLE + random.nextInt(content.length - PREAMBLE);
            switch (random.nextInt(6)) {
                case 0 -> content[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> content[at] = EDGES[random.nextInt(EDGES.length)];
                case 2 -> content[at] = (byte) random.nextInt(256);
                case 3 -> content[at] += (byte) (random.nextBoolean() ? 1 : -1);
                case 4 -> content[at] = content[PREAMBLE + random.nextInt(content.length - PREAMBLE)];
                default -> {
                    int length = Math.min(1 + random.nextInt(8), content.length - at);
                    int from = PREAMBLE + random.nextInt(content.length - PREAMBLE - length + 1);
                    System.arraycopy(content.clone(), from, content, at, length);
                }
            }
        }
        byte[] damaged = Arrays.copyOf(content, image.length);
        System.arraycopy(image, content.length, damaged, content.length, DIGEST_SECTION);
        System.arraycopy(digest(content), 0, damaged, damaged.length - 32, 32);
        return damaged;
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Reads all of an image. @return whether it is a whole one */
    static boolean read(byte[] bytes) {
        try {
            Image image = ImageReader.read(ByteBuffer.wrap(bytes));
            for (ImageModule module : image.modules()) {
                if (module.isCode()) {
                    CodePrinter.print(module.unit(), true);
                    ImageSource source = module.source();
                    source.position(source.length());
                    if (source.hasText()) {
                        source.text();
                    }
                }
            }
            return image.entry() != null;
        } catch (ImageException e) {
            return false;
        }
    }
}
