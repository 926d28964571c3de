package org.ledgejs.tck.test262;

import java.io.OutputStream;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.io.IOAccess;

/** Makes the contexts tests run in: a fresh one each, all in one engine. */
public final class Engines implements AutoCloseable {
    private final Engine engine;
    private final boolean roundtrip;

    Engines(Options options) {
        this(options.compile(), options.roundtrip());
    }

    /**
     * @param compile whether everything is compiled before its first call
     * @param roundtrip whether all code goes through the image format
     */
    public Engines(boolean compile, boolean roundtrip) {
        Engine.Builder builder = Engine.newBuilder("ledge").allowExperimentalOptions(true).out(OutputStream.nullOutputStream())
                .err(System.err);
        if (compile) {
            builder.option("engine.CompileImmediately", "true").option("engine.BackgroundCompilation", "false");
        }
        this.engine = builder.build();
        this.roundtrip = roundtrip;
    }

    public Context context(Metadata metadata, OutputStream out) {
        return Context.newBuilder("ledge").engine(engine).allowExperimentalOptions(true).allowCreateThread(true)
                .allowIO(IOAccess.newBuilder().allowHostFileAccess(true).build())
                .option("ledge.test262-host", "true")
                .option("ledge.agent-can-block", String.valueOf(!metadata.has("CanBlockIsFalse")))
                .option("ledge.UnitRoundtrip", String.valueOf(roundtrip))
                .out(out).build();
    }

    @Override
    public void close() {
        engine.close(true);
    }
}
