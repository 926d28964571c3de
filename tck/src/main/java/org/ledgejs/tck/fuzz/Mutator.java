package org.ledgejs.tck.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.ledgejs.tck.fuzz.Spans.Span;

/** Makes programs from programs. The same random numbers make the same program. */
final class Mutator {
    private static final int LARGEST = 40_000;
    private static final int[] DEPTHS = {3, 30, 300, 1_000, 3_000, 10_000};

    private final SplittableRandom random;
    /** Where expressions and statements of others come from. */
    private final List<Token> donor;
    private List<Token> tokens;

    private Mutator(String text, String donor, SplittableRandom random) {
        this.random = random;
        this.donor = Token.of(donor);
        this.tokens = Token.of(text);
    }

    static String mutate(String text, String donor, SplittableRandom random) {
        Mutator mutator = new Mutator(text, donor, random);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes && !mutator.tokens.isEmpty() && mutator.tokens.size() < LARGEST; i++) {
            mutator.change();
        }
        return Token.text(mutator.tokens);
    }

    /** Those that leave a program a program are the more frequent ones. */
    private void change() {
        switch (random.nextInt(40)) {
            case 0 -> delete();
            case 1 -> insert(index(), List.of(pick(tokens)));
            case 2 -> swap();
            case 3 -> truncate();
            case 4 -> nest();
            case 5, 6 -> replaceByGroup();
            case 7, 8, 9 -> number();
            case 10, 11, 12 -> string();
            case 13, 14, 15, 16 -> name();
            case 17, 18, 19, 20, 21, 22 -> wrap(new Spans(tokens).expressions(), Words.EXPRESSIONS);
            case 23, 24, 25, 26, 27 -> wrap(new Spans(tokens).statements(), Words.STATEMENTS);
            case 28, 29, 30 -> spliceExpression(donor);
            case 31 -> spliceExpression(tokens);
            case 32, 33, 34 -> spliceStatement(donor);
            case 35 -> spliceStatement(tokens);
            case 36, 37 -> replace(pick(new Spans(tokens).statements()), List.of());
            case 38 -> append();
            default -> replaceByGroup();
        }
    }

    private int index() {
        return random.nextInt(tokens.size());
    }

    private <T> T pick(List<T> list) {
        return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
    }

    private void replace(Span span, List<Token> by) {
        if (span == null) {
            return;
        }
        List<Token> result = new ArrayList<>(tokens.subList(0, span.start()));
        result.addAll(by);
        result.addAll(tokens.subList(span.end(), tokens.size()));
        tokens = result;
    }

    private void insert(int at, List<Token> what) {
        replace(new Span(at, at), what);
    }

    private void delete() {
        int at = index();
        replace(new Span(at, at + 1), List.of());
    }

    private void swap() {
        int a = index();
        int b = index();
        Token first = tokens.get(a);
        tokens.set(a, tokens.get(b));
        tokens.set(b, first);
    }

    private void truncate() {
        int cut = index();
        tokens = new ArrayList<>(random.nextBoolean() ? tokens.subList(0, cut) : tokens.subList(cut, tokens.size()));
    }

    /** Puts brackets, operators or statements around an expression, up to depths that no program has. */
    private void nest() {
        Span span = pick(new Spans(tokens).expressions());
        if (span == null) {
            return;
        }
        List<String> pair = pick(Words.NESTS);
        int depth = DEPTHS[random.nextInt(DEPTHS.length)];
        String text = pair.get(0).repeat(depth) + Token.text(tokens.subList(span.start(), span.end())) + pair.get(1).repeat(depth);
        replace(span, List.of(new Token(Token.Kind.WORD, " ", text)));
    }

    /** A keyword or operator by one of its kind. */
    private void replaceByGroup() {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.STRING && Words.GROUPS.stream().anyMatch(group -> group.contains(token.text()))) {
                candidates.add(i);
            }
        }
        Integer at = pick(candidates);
        if (at != null) {
            Token token = tokens.get(at);
            tokens.set(at, token.as(pick(pick(Words.GROUPS.stream().filter(group -> group.contains(token.text())).toList()))));
        }
    }

    private void number() {
        replaceOne(List.of(Token.Kind.NUMBER), pick(Words.NUMBERS));
    }

    private void string() {
        replaceOne(List.of(Token.Kind.STRING, Token.Kind.TEMPLATE, Token.Kind.REGEXP), pick(Words.STRINGS));
    }

    /** A name by another one of the program, or by one that means something. */
    private void name() {
        List<String> names = tokens.stream().filter(t -> t.kind() == Token.Kind.WORD && !Words.isReserved(t.text())).map(Token::text).toList();
        replaceOne(List.of(Token.Kind.WORD), pick(random.nextInt(3) == 0 || names.isEmpty() ? Words.NAMES : names));
    }

    private void replaceOne(List<Token.Kind> kinds, String by) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (kinds.contains(token.kind()) && !(token.kind() == Token.Kind.WORD && Words.isReserved(token.text()))) {
                candidates.add(i);
            }
        }
        Integer at = pick(candidates);
        if (at != null) {
            tokens.set(at, tokens.get(at).as(by));
        }
    }

    private void wrap(List<Span> spans, List<String> templates) {
        Span span = pick(spans);
        if (span == null) {
            return;
        }
        String inner = Token.text(tokens.subList(span.start(), span.end())).strip();
        String template = pick(templates);
        String quoted = inner.replace("\\", "\\\\").replace("'", "\\'").replaceAll("\\R|[\\u2028\\u2029]", "\\\\n");
        List<Token> wrapped = Token.of(template.replace("'@'", "\0").replace("@", inner).replace("\0", "'" + quoted + "'"));
        if (!wrapped.isEmpty()) {
            wrapped.set(0, new Token(wrapped.getFirst().kind(), tokens.get(span.start()).space() + " ", wrapped.getFirst().text()));
        }
        replace(span, wrapped);
    }

    private void spliceExpression(List<Token> from) {
        Span to = pick(new Spans(tokens).expressions());
        Span other = pick(new Spans(from).expressions());
        if (other != null) {
            replace(to, List.copyOf(from.subList(other.start(), other.end())));
        }
    }

    private void spliceStatement(List<Token> from) {
        Span to = pick(new Spans(tokens).statements());
        Span other = pick(new Spans(from).statements());
        if (to != null && other != null) {
            insert(to.start(), List.copyOf(from.subList(other.start(), other.end())));
        }
    }

    private void append() {
        tokens.add(new Token(Token.Kind.PUNCTUATOR, "\n", ";"));
        tokens.addAll(donor);
    }
}
