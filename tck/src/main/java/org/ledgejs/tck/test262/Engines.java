package org.ledgejs.tck.test262;

import java.io.OutputStream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.io.IOAccess;

/** Makes the contexts tests run in: a fresh one each, all in one engine. */
public final class Engines implements AutoCloseable {
    private final Engine engine;
    private final Compilation compilation;

    Engines(Options options) {
        this(options.compile(), options.compilation());
    }

    /**
     * @param compile whether everything becomes machine code before its first call
     */
    public Engines(boolean compile, Compilation compilation) {
        Engine.Builder builder = Engine.newBuilder("ledge").allowExperimentalOptions(true).out(OutputStream.nullOutputStream())
                .err(System.err);
        if (compile) {
            builder.option("engine.CompileImmediately", "true").option("engine.BackgroundCompilation", "false");
        }
        this.engine = builder.build();
        this.compilation = compilation;
    }

    public Context context(Metadata metadata, OutputStream out) {
        Context.Builder builder = Context.newBuilder("ledge").engine(engine).allowExperimentalOptions(true).allowCreateThread(true)
                .allowIO(IOAccess.newBuilder().allowHostFileAccess(true).build())
                .option("ledge.test262-host", "true")
                .option("ledge.agent-can-block", String.valueOf(!metadata.has("CanBlockIsFalse")))
                .out(out);
        switch (compilation) {
            case LAZY -> builder.option("ledge.lazy-from", "0");
            case IMAGE -> builder.option("ledge.UnitRoundtrip", "true");
            case DEFAULT -> { }
        }
        return builder.build();
    }

    @Override
    public void close() {
        engine.close(true);
    }
}
