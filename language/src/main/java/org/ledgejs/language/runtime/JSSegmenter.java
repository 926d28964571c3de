package org.ledgejs.language.runtime;

import java.util.Locale;

/** An Intl.Segmenter instance (ECMA-402 §19.4). */
public final class JSSegmenter extends JSObject {

    /** What texts are cut into. */
    public enum Granularity {
        GRAPHEME, WORD, SENTENCE;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String locale;
    private final Granularity granularity;

    private JSSegmenter(JSObject prototype, String locale, Granularity granularity) {
        super(ROOT, prototype);
        this.locale = locale;
        this.granularity = granularity;
    }

    public static JSSegmenter create(JSObject prototype, String locale, Granularity granularity) {
        return new JSSegmenter(prototype, locale, granularity);
    }

    /** A canonical tag. */
    public String locale() {
        return locale;
    }

    public Granularity granularity() {
        return granularity;
    }
}
