package org.ledgejs.node.binding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;

/** Runs small programs to their end, loop and all, in a context of their own, and gives what they print. */
public final class Programs {
    private Programs() { }

    /** With all rights. */
    public static String run(String code) {
        return run(builder -> builder.allowAllAccess(true), "", code);
    }

    public static String runWithInput(String input, String code) {
        return run(builder -> builder.allowAllAccess(true), input, code);
    }

    /** @return both streams' text, without the last line feed */
    public static String run(UnaryOperator<Context.Builder> rights, String input, String code) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Context.Builder builder = Context.newBuilder().allowExperimentalOptions(true).out(out).err(out)
                .in(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try (Context context = rights.apply(builder).build()) {
            context.eval(Source.newBuilder("ledge", code, "eval").mimeType("application/x-ledge+command").internal(true).cached(false).buildLiteral());
        }
        return out.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
