package org.ledgejs.tck.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a program that mutations move as one. What a regular expression literal is is guessed from the token before: a wrong guess
 * makes a mutant that does not parse, no more.
 *
 * @param space white space and comments in front of it
 */
record Token(Kind kind, String space, String text) {

    enum Kind { WORD, NUMBER, STRING, TEMPLATE, REGEXP, PUNCTUATOR }

    private static final Pattern NEXT = Pattern.compile("""
            (?<space>(?:\\s++|//[^\\n\\r\\u2028\\u2029]*+|/\\*(?s:.*?)\\*/)*+)\
            (?:(?<word>\\#?(?:\\p{javaUnicodeIdentifierPart}|\\$(?!\\{)|\\\\u(?:[0-9a-fA-F]{4}|\\{[0-9a-fA-F]+}))++)\
            |(?<string>"(?:[^"\\\\\\n\\r]|\\\\(?s:.))*+"|'(?:[^'\\\\\\n\\r]|\\\\(?s:.))*+')\
            |(?<template>`(?:[^`\\\\$]|\\\\(?s:.)|\\$(?!\\{))*+`?)\
            |(?<punctuator>>>>=|\\.\\.\\.|===|!==|\\*\\*=|<<=|>>=|>>>|&&=|\\|\\|=|\\?\\?=|=>|==|!=|<=|>=|&&|\\|\\||\\?\\?|\\?\\.|\\+\\+|--|[-+*%&|^/]=|<<|>>|\\*\\*|\\$\\{|(?s:.)))""");
    /** Of a template behind a closing brace. */
    private static final Pattern TEMPLATE_REST = Pattern.compile("(?:[^`\\\\$]|\\\\(?s:.)|\\$(?!\\{))*+`?");
    private static final Pattern REGEXP = Pattern.compile("/(?:[^/\\\\\\[\\n\\r]|\\\\[^\\n\\r]|\\[(?:[^\\]\\\\\\n\\r]|\\\\[^\\n\\r])*])++/[a-z]*");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9a-zA-Z_]*(?:\\.[0-9_]*(?:[eE][-+]?[0-9_]+)?)?(?:(?<=[eE])[-+][0-9_]+)?n?|\\.[0-9][0-9_]*(?:[eE][-+]?[0-9_]+)?");

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Deque<String> braces = new ArrayDeque<>();
        Matcher next = NEXT.matcher(text);
        int at = 0;
        while (at < text.length() && next.region(at, text.length()).lookingAt()) {
            String space = next.group("space");
            int start = at + space.length();
            Matcher number = NUMBER.matcher(text).region(start, text.length());
            Matcher regexp = REGEXP.matcher(text).region(start, text.length());
            if (number.lookingAt()) {
                tokens.add(new Token(Kind.NUMBER, space, number.group()));
                at = number.end();
            } else if (startsOperand(tokens) && regexp.lookingAt()) {
                tokens.add(new Token(Kind.REGEXP, space, regexp.group()));
                at = regexp.end();
            } else {
                Kind kind = next.group("word") != null ? Kind.WORD : next.group("string") != null ? Kind.STRING
                        : next.group("template") != null ? Kind.TEMPLATE : Kind.PUNCTUATOR;
                String token = text.substring(start, next.end());
                tokens.add(new Token(kind, space, token));
                at = next.end();
                if (token.equals("{") || token.equals("${")) {
                    braces.push(token);
                } else if (token.equals("}") && "${".equals(braces.poll())) {
                    Matcher rest = TEMPLATE_REST.matcher(text).region(at, text.length());
                    if (rest.lookingAt() && rest.end() > at) {
                        tokens.add(new Token(Kind.TEMPLATE, "", rest.group()));
                        at = rest.end();
                    }
                }
            }
        }
        return tokens;
    }

    private static boolean startsOperand(List<Token> before) {
        Token last = before.isEmpty() ? null : before.getLast();
        return last == null || last.kind == Kind.PUNCTUATOR && !")]}".contains(last.text)
                || last.kind == Kind.WORD && last.text.matches("return|typeof|case|in|of|void|delete|throw|new|else|do|yield|await|instanceof");
    }

    static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            text.append(token.space);
            if (token.space.isEmpty() && !text.isEmpty() && wouldMerge(text.charAt(text.length() - 1), token.text.charAt(0))) {
                text.append(' ');
            }
            text.append(token.text);
        }
        return text.toString();
    }

    private static boolean wouldMerge(char before, char after) {
        return Character.isUnicodeIdentifierPart(before) && (Character.isUnicodeIdentifierPart(after) || after == '$')
                || before == after && "+-/".indexOf(after) >= 0 || before == '/' && after == '*';
    }

    boolean is(String punctuatorOrWord) {
        return (kind == Kind.PUNCTUATOR || kind == Kind.WORD) && text.equals(punctuatorOrWord);
    }

    Token as(String other) {
        return new Token(kind, space, other);
    }
}
