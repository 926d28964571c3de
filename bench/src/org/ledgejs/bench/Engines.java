package org.ledgejs.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

/** Finds the engines. GraalJS comes from Maven when it is first asked for and runs on the runtime of Ledge's distribution. */
final class Engines {

    private static final Pattern GRAALVM_VERSION = Pattern.compile("<graalvm.version>(.*)</graalvm.version>");

    private final Path root;
    private final Path ledge;

    Engines(Path root, Path ledge) {
        this.root = root;
        this.ledge = ledge;
    }

    /** Why an engine is not there. */
    static final class MissingException extends Exception {
        private static final long serialVersionUID = 1L;

        MissingException(String message) {
            super(message);
        }
    }

    Engine find(String name) throws MissingException, IOException, InterruptedException {
        return switch (name) {
            case "ledge" -> new Engine(name, existing(ledge.resolve("bin/ledge"), "is no Ledge distribution"));
            case "ledge-int" -> new Engine(name, existing(ledge.resolveSibling("ledge-small/bin/ledge"), "is made by mvn -Ddist.flavour=all"));
            case "graaljs" -> graaljs(name, List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI"));
            case "graaljs-int" -> graaljs(name, List.of("-Dpolyglot.engine.WarnInterpreterOnly=false"));
            case "node", "qjs", "rhino" -> new Engine(name, onPath(name));
            default -> throw new Options.UsageException("no engine is called " + name);
        };
    }

    private static String existing(Path program, String otherwise) throws MissingException {
        if (!Files.isExecutable(program)) {
            throw new MissingException(program + " " + otherwise);
        }
        return program.toString();
    }

    private static String onPath(String name) throws MissingException {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            Path program = Path.of(folder, name);
            if (Files.isExecutable(program)) {
                return program.toString();
            }
        }
        throw new MissingException("it is not on the PATH");
    }

    /** The options are those Ledge's start script gives to the same runtime, except for the AOT cache, which GraalJS has none of. */
    private Engine graaljs(String name, List<String> mode) throws MissingException, IOException, InterruptedException {
        String java = existing(ledge.resolve("lib/runtime/bin/java"), "is missing: GraalJS runs on the distribution's runtime");
        Path jars = root.resolve("bench/target/graaljs");
        fetchGraalJs(jars);
        Path classes = root.resolve("bench/target/peer");
        compilePeer(classes);
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(mode);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xss8m", "--enable-native-access=ALL-UNNAMED,org.graalvm.truffle",
                "--sun-misc-unsafe-memory-access=allow", "--add-exports=java.base/jdk.internal.module=org.graalvm.truffle",
                "--module-path", jars.toString(), "--add-modules", "org.graalvm.js", "-cp", classes.toString(), "RunPolyglot", "js"));
        return new Engine(name, command, List.of("js.performance=true", "js.timer-resolution=1000"));
    }

    /** Everything GraalJS needs beside its own jar is in the runtime already, in the same version. */
    private void fetchGraalJs(Path jars) throws MissingException, IOException, InterruptedException {
        Matcher version = GRAALVM_VERSION.matcher(Files.readString(root.resolve("pom.xml")));
        if (!version.find()) {
            throw new MissingException("pom.xml names no graalvm.version");
        }
        String artifact = "org.graalvm.js:js-language:" + version.group(1);
        if (Files.exists(jars.resolve("js-language-" + version.group(1) + ".jar"))) {
            return;
        }
        String maven = System.getProperty("bench.maven", "");
        if (maven.isEmpty()) {
            throw new MissingException("Maven, which would bring it, was not found");
        }
        System.err.println("compare: getting " + artifact + " …");
        Path log = root.resolve("bench/target/graaljs.log");
        Files.createDirectories(jars);
        ProcessBuilder builder = new ProcessBuilder(maven, "-B", "-N", "dependency:copy", "-Dartifact=" + artifact, "-DoutputDirectory=" + jars)
                .directory(root.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (builder.start().waitFor() != 0) {
            throw new MissingException("Maven did not get " + artifact + "; all it said is in " + log);
        }
    }

    private void compilePeer(Path classes) throws MissingException {
        int status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "--system", ledge.resolve("lib/runtime").toString(),
                "-d", classes.toString(), root.resolve("bench/peer/RunPolyglot.java").toString());
        if (status != 0) {
            throw new MissingException("its driver does not compile");
        }
    }
}
