package org.ledgejs.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hot code is compiled by Graal at the last tier and stays compiled: no operation of the language leaves compiled code each
 * time it meets an ordinary case. The program {@code hot.cjs} does everything twice; the second time nothing may be left to learn.
 */
class HotCodeTest {

    /** One line of {@code --engine.TraceCompilation}: what happened, to what, at which tier. */
    private record Event(String kind, String target, String rest) {

        private static final Pattern LINE = Pattern.compile("\\[engine] opt (\\w+)\\.?\\s+engine=\\d+\\s+id=\\d+\\s+(.*?)\\s*\\|(.*)");

        static List<Event> in(String log) {
            List<Event> events = new ArrayList<>();
            log.lines().map(LINE::matcher).filter(Matcher::matches)
                    .forEach(line -> events.add(new Event(line.group(1), line.group(2), line.group(3))));
            return events;
        }

        boolean isDoneAtLastTier() {
            return kind.equals("done") && rest.contains("Tier 2");
        }
    }

    private static final Set<String> FUNCTIONS = Set.of("integers", "doubles", "overflowing", "oneShape", "twoShapes", "closures", "elements", "methods",
            "strings", "forOf", "catching", "counting", "walking", "generators", "spreading", "switching", "functional", "refused", "bigInts", "texts",
            "collections", "mixedFields", "characters", "holes", "awaiting", "longLoop");
    /** A target may be compiled again when it learns something; that ends. */
    private static final int COMPILATIONS = 4;

    @TempDir
    private Path folder;

    @Test
    void hotFunctionsAndLoopsStayCompiled() throws Exception {
        String log = trace(program("hot.cjs"), "warming up", "settled", "done");
        List<Event> first = Event.in(log.substring(0, log.indexOf("\nsettled\n")));
        List<Event> second = Event.in(log.substring(log.indexOf("\nsettled\n")));

        assertEquals(List.of(), first.stream().filter(event -> event.kind().equals("failed")).toList());
        assertEquals(List.of(), second.stream().filter(event -> !event.kind().equals("done")).toList());

        Map<String, Integer> compilations = new TreeMap<>();
        first.stream().filter(Event::isDoneAtLastTier).forEach(event -> compilations.merge(event.target(), 1, Integer::sum));
        Set<String> cold = new TreeSet<>(FUNCTIONS);
        cold.removeAll(compilations.keySet());
        // A loop that runs once is compiled while it runs; its function is when it is called again.
        second.stream().filter(Event::isDoneAtLastTier).forEach(event -> cold.remove(event.target()));
        assertEquals(Set.of(), cold);
        assertTrue(first.stream().anyMatch(event -> event.isDoneAtLastTier() && event.target().contains("<OSR")), "no loop was compiled while it ran");
        assertEquals(List.of(), first.stream().filter(event -> event.target().contains("<OSR") && !event.kind().equals("done")).toList(), "that a loop ended");
        compilations.values().removeIf(count -> count <= COMPILATIONS);
        assertEquals(Map.of(), compilations);
    }

    /** Each frame leaves compiled code the first time an exception passes it, and there are thousands: a few rounds, and nothing is said of tiers. */
    @Test
    void compiledCodeCanRunOutOfStackAgainAndAgain() throws Exception {
        Path program = Files.writeString(folder.resolve("deep.cjs"), """
                function descend(n) { return n + descend(n + 1); }
                function exhaust() { try { return descend(0); } catch (e) { return e instanceof RangeError && e.message; } }
                for (let i = 0; i < 10; i++) if (exhaust() !== 'Maximum call stack size exceeded') console.error('not so');
                console.error('done');
                """);
        String log = trace(program, "done");
        assertTrue(!log.contains("not so"), "another error");
        assertTrue(Event.in(log).stream().anyMatch(event -> event.kind().equals("done") && event.target().equals("descend")), "descend is not compiled");
    }

    /** What is left of a loop that was compiled while it ran is what an interpreter would have left. */
    @Test
    void loopsCompiledWhileTheyRunEndAsInterpretedOnes() throws Exception {
        Path program = program("long.cjs");
        Installed ledge = Installed.named("ledge");
        Installed.Run compiled = ledge.run(10, "--engine.TraceCompilation", "--engine.BackgroundCompilation=false", program.toString()).succeeded();
        String interpreted = ledge.run(5, "--engine.Compilation=false", program.toString()).succeeded().out();
        assertEquals(interpreted, compiled.out());

        Set<String> replaced = new TreeSet<>();
        Event.in(compiled.err()).stream().filter(event -> event.isDoneAtLastTier() && event.target().contains("<OSR"))
                .forEach(event -> replaced.add(event.target().substring(0, event.target().indexOf("<OSR"))));
        interpreted.lines().map(line -> line.split(" ")[0]).filter(name -> !name.equals("top")).forEach(name -> assertTrue(replaced.contains(name), name + " among " + replaced));
    }

    /**
     * What the compiler and the program say; the program has to say {@code marks}. A small stack, and no compiled code for what drives
     * the program: for the sake of time.
     */
    private static String trace(Path program, String... marks) throws IOException, InterruptedException {
        String log = "\n" + Installed.named("ledge").run(10, "--vm.Xss1m", "--engine.TraceCompilation", "--engine.BackgroundCompilation=false",
                "--engine.CompileOnly=~run", program.toString()).succeeded().err();
        for (String mark : marks) {
            assertTrue(log.contains("\n" + mark + "\n"), () -> mark + " is missing:\n" + log);
        }
        return log;
    }

    private Path program(String name) throws IOException {
        try (InputStream in = HotCodeTest.class.getResourceAsStream(name)) {
            Path file = folder.resolve(name);
            Files.copy(in, file);
            return file;
        }
    }
}
