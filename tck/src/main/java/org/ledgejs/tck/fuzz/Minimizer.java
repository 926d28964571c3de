package org.ledgejs.tck.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes parts out of a program for as long as it shows the same: lines first, then tokens. */
final class Minimizer {
    private final Predicate<String> shows;
    private final long end;

    /** @param shows whether a program still shows what is looked for */
    Minimizer(Predicate<String> shows, Duration limit) {
        this.shows = shows;
        this.end = System.nanoTime() + limit.toNanos();
    }

    String minimize(String text) {
        String lines = reduce(List.of(text.split("(?<=\n)")), parts -> String.join("", parts));
        return reduce(Token.of(lines), Token::text);
    }

    /** Delta debugging without complements: halves, quarters, down to single parts, each left out if it is not needed. */
    private <T> String reduce(List<T> all, Function<List<T>, String> join) {
        List<T> parts = new ArrayList<>(all);
        for (int size = Math.max(1, parts.size() / 2);; size /= 2) {
            for (int at = 0; at < parts.size() && System.nanoTime() < end;) {
                List<T> fewer = new ArrayList<>(parts.subList(0, at));
                fewer.addAll(parts.subList(Math.min(at + size, parts.size()), parts.size()));
                if (shows.test(join.apply(fewer))) {
                    parts = fewer;
                } else {
                    at += size;
                }
            }
            if (size <= 1) {
                return join.apply(parts);
            }
        }
    }
}
