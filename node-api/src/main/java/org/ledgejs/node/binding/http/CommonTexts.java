package org.ledgejs.node.binding.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.oracle.truffle.api.strings.TruffleString;

import org.ledgejs.language.runtime.Strings;

/** Texts that come with every other message, names of headers above all, made once. What others send cannot make it grow without end. */
final class CommonTexts {
    private static final int MAX_ENTRIES = 512;
    private static final int MAX_LENGTH = 40;
    private static final Map<String, TruffleString> TEXTS = new ConcurrentHashMap<>();

    private CommonTexts() { }

    static TruffleString of(String text) {
        if (text.length() > MAX_LENGTH) {
            return Strings.of(text);
        }
        TruffleString known = TEXTS.get(text);
        if (known != null) {
            return known;
        }
        TruffleString made = Strings.constant(text);
        if (TEXTS.size() < MAX_ENTRIES) {
            TEXTS.put(text, made);
        }
        return made;
    }
}
