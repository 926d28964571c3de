import java.io.IOException;
import java.nio.file.Path;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;

/** {@code RunPolyglot LANGUAGE FILE [OPTION=VALUE…]}: evaluates one file in a context with these options. */
final class RunPolyglot {

    private RunPolyglot() {
    }

    public static void main(String[] arguments) throws IOException {
        String language = arguments[0];
        Context.Builder builder = Context.newBuilder(language).allowAllAccess(true).allowExperimentalOptions(true);
        for (int i = 2; i < arguments.length; i++) {
            String[] option = arguments[i].split("=", 2);
            builder.option(option[0], option[1]);
        }
        try (Context context = builder.build()) {
            context.eval(Source.newBuilder(language, Path.of(arguments[1]).toFile()).build());
        } catch (PolyglotException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
