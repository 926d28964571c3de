package embedding;

import java.util.ArrayList;
import java.util.List;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** Ledge in a Java program: values, host objects, promises, limits. Ends with an exception if anything is not as it says. */
public final class Embedding {

    /** What the guest may see of the host: what carries the annotation, and nothing else. */
    public static final class Thermostat {
        private double target = 20;

        @HostAccess.Export
        public void setTarget(double degrees) {
            target = degrees;
        }

        @HostAccess.Export
        public double getTarget() {
            return target;
        }

        /** Not exported. */
        public void explode() {
            throw new IllegalStateException("the guest got where it must not");
        }
    }

    private Embedding() { }

    public static void main(String[] arguments) {
        fiveLines();
        hostObjects();
        promises();
        limits();
    }

    private static void fiveLines() {
        try (Context context = Context.newBuilder("ledge").build()) {
            Value greet = context.eval("ledge", "name => `Hello, ${name}!`");
            expect("Hello, edge!", greet.execute("edge").asString());
        }
    }

    private static void hostObjects() {
        try (Context context = Context.newBuilder("ledge").allowHostAccess(HostAccess.EXPLICIT).build()) {
            Thermostat thermostat = new Thermostat();
            context.getBindings("ledge").putMember("thermostat", thermostat);
            context.eval("ledge", "thermostat.setTarget(thermostat.getTarget() + 1.5)");
            expect(21.5, thermostat.getTarget());
            expect("undefined", context.eval("ledge", "typeof thermostat.explode").asString());
        }
    }

    /** Jobs run before eval returns, so a promise that needs nothing from outside is settled. */
    private static void promises() {
        try (Context context = Context.newBuilder("ledge").build()) {
            List<String> settled = new ArrayList<>();
            ProxyExecutable note = values -> settled.add(values[0].asString());
            context.eval("ledge", "(async (note) => { for (const part of ['one', 'two']) note(await part) })").execute(note);
            expect(List.of("one", "two"), settled);
        }
    }

    /** An endless loop ends at its limit; the host goes on. */
    private static void limits() {
        ResourceLimits limits = ResourceLimits.newBuilder().statementLimit(100_000, null).build();
        try (Context context = Context.newBuilder("ledge").resourceLimits(limits).build()) {
            context.eval("ledge", "let n = 0; while (true) n++;");
            throw new AssertionError("the loop ended by itself");
        } catch (PolyglotException e) {
            expect(true, e.isResourceExhausted());
        }
    }

    private static void expect(Object expected, Object actual) {
        if (!expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", got " + actual);
        }
        System.out.println(actual);
    }
}
