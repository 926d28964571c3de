package org.ledgejs.tck.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ledgejs.tck.test262.Metadata;
import org.ledgejs.tck.test262.Mode;
import org.ledgejs.tck.test262.Suite;
import org.ledgejs.tck.test262.TestFile;

/** The programs mutations start from: a checkout of test262, and the texts within our own tests. */
final class Corpus {
    /** One sample in this many is from our own tests, which are few but each about something. */
    private static final int OWN = 8;
    private static final Pattern LITERAL = Pattern.compile("\"\"\"\\R((?s:.*?))\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.){12,})\"");
    private static final Metadata NONE = Metadata.parse("");

    private final List<TestFile> tests;
    private final List<Sample> own = new ArrayList<>();

    /** @param ownTests a folder of Java files, whose text blocks and longer strings are programs or come near it */
    Corpus(Suite suite, Path ownTests) throws IOException {
        tests = suite.tests(List.of(), 100);
        if (!Files.isDirectory(ownTests)) {
            return;
        }
        try (Stream<Path> files = Files.walk(ownTests)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                for (Matcher m = LITERAL.matcher(Suite.read(file)); m.find();) {
                    String block = m.group(1);
                    if (block == null) {
                        add(file, m.group(2));
                    } else if (block.contains("-->") || block.contains("||") || block.contains(" | ")) {
                        // A table: program and result, a line each.
                        block.lines().forEach(line -> add(file, line.replaceFirst("(-->|\\|\\||\\|)(?!.*(-->|\\|)).*$", "")));
                    } else {
                        add(file, block);
                    }
                }
            }
        }
    }

    private void add(Path file, String literal) {
        try {
            own.add(new Sample(file, NONE, Mode.RAW, List.of(), literal.translateEscapes()));
        } catch (IllegalArgumentException e) {
            // An escape of a string that was torn apart.
        }
    }

    int size() {
        return tests.size() + own.size();
    }

    Sample pick(SplittableRandom random) {
        if (!own.isEmpty() && random.nextInt(OWN) == 0) {
            return own.get(random.nextInt(own.size()));
        }
        TestFile test = tests.get(random.nextInt(tests.size()));
        String text = Suite.read(test.file());
        if (text.contains("$262.agent") || text.contains("atomicsHelper.js")) {
            // Errors in other agents are the host's to report, and the suite's host counts none on any.
            return pick(random);
        }
        Metadata metadata = Metadata.parse(text);
        List<Mode> modes = Mode.of(metadata);
        Mode mode = modes.get(random.nextInt(modes.size()));
        List<String> includes = new ArrayList<>();
        if (mode != Mode.RAW) {
            includes.addAll(List.of("assert.js", "sta.js"));
            if (metadata.has("async")) {
                includes.add("doneprintHandle.js");
            }
            includes.addAll(metadata.includes());
        }
        return new Sample(test.file(), metadata, mode, includes, mode.text(text));
    }
}
