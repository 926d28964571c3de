package org.ledgejs.tck.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds, in the tokens of a program, what looks like an expression, a statement or a bracketed part of it. */
final class Spans {
    /** Tokens from {@code start} to before {@code end}. */
    record Span(int start, int end) { }

    private final List<Token> tokens;
    /** Of each bracket the index of its partner; of other tokens -1. */
    private final int[] partner;

    Spans(List<Token> tokens) {
        this.tokens = tokens;
        this.partner = new int[tokens.size()];
        Arrays.fill(partner, -1);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() != Token.Kind.PUNCTUATOR) {
                continue;
            }
            if (token.is("(") || token.is("[") || token.is("{") || token.is("${")) {
                open.push(i);
            } else if ((token.is(")") || token.is("]") || token.is("}")) && !open.isEmpty()) {
                partner[i] = open.pop();
                partner[partner[i]] = i;
            }
        }
    }

    /** A literal, name or bracket with all that is called on it and read from it, at each place where one starts. */
    List<Span> expressions() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean member = i > 0 && (tokens.get(i - 1).is(".") || tokens.get(i - 1).is("?."));
            int end = member ? -1 : primary(i);
            if (end > 0) {
                spans.add(new Span(i, end));
                int whole = suffixes(end);
                if (whole > end) {
                    spans.add(new Span(i, whole));
                }
            }
        }
        return spans;
    }

    private int primary(int i) {
        Token token = tokens.get(i);
        if (token.kind() == Token.Kind.PUNCTUATOR) {
            boolean operand = i > 0 && tokens.get(i - 1).kind() == Token.Kind.PUNCTUATOR && !tokens.get(i - 1).is(")") && !tokens.get(i - 1).is("]");
            return operand && !token.is("{") && isOpening(token) && partner[i] > i ? partner[i] + 1 : -1;
        }
        return token.kind() == Token.Kind.WORD && Words.isReserved(token.text()) && !token.is("this") && !token.is("null") ? -1 : i + 1;
    }

    private static boolean isOpening(Token token) {
        return token.is("(") || token.is("[") || token.is("{");
    }

    private int suffixes(int at) {
        int end = at;
        while (end < tokens.size()) {
            Token token = tokens.get(end);
            if ((token.is("(") || token.is("[")) && partner[end] > end) {
                end = partner[end] + 1;
            } else if ((token.is(".") || token.is("?.")) && end + 1 < tokens.size() && tokens.get(end + 1).kind() == Token.Kind.WORD) {
                end += 2;
            } else if (token.kind() == Token.Kind.TEMPLATE) {
                end++;
            } else {
                break;
            }
        }
        return end;
    }

    /** From where a statement may begin to where it seems to end: at a semicolon, or at a closing brace of its own that ends a line. */
    List<Span> statements() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token before = i == 0 ? null : tokens.get(i - 1);
            if (tokens.get(i).is("}") || before != null && !before.is(";") && !before.is("{") && !before.is("}")) {
                continue;
            }
            int end = statementEnd(i);
            if (end > i) {
                spans.add(new Span(i, end));
            }
        }
        return spans;
    }

    private int statementEnd(int start) {
        for (int i = start; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(";")) {
                return i + 1;
            }
            if (isOpening(token) || token.is("${")) {
                if (partner[i] < i) {
                    return -1;
                }
                boolean braces = token.is("{");
                i = partner[i];
                if (braces && (i + 1 == tokens.size() || endsHere(tokens.get(i + 1)))) {
                    return i + 1;
                }
            } else if (partner[i] >= 0 || token.is("}")) {
                return i;
            }
        }
        return tokens.size();
    }

    private static boolean endsHere(Token next) {
        return next.space().contains("\n") && (next.kind() != Token.Kind.PUNCTUATOR || next.is("}"))
                && !next.is("else") && !next.is("catch") && !next.is("finally") && !next.is("while");
    }
}
