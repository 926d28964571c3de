package org.ledgejs.language.builtins;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.graalvm.shadowed.com.ibm.icu.text.BreakIterator;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.ObjectOperations;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;

/** The Intl.Segmenter constructor and prototype (ECMA-402 §19). Where texts end ICU knows. */
final class SegmenterConstructor {
    private static final Builtin CONSTRUCTOR = Builtin.constructor("Segmenter", 0, SegmenterConstructor::construct);
    private static final PropertyTable STATICS = new PropertyTable()
            .method("supportedLocalesOf", 1, (realm, thisValue, args) -> IntlLocales.supported(realm, Available.TAGS, args.get(0), args.get(1)));
    private static final PropertyTable PROTOTYPE = new PropertyTable()
            .intrinsic("constructor", Intrinsic.INTL_SEGMENTER)
            .method("segment", 1, (realm, thisValue, args) -> {
                Instance segmenter = thisSegmenter(thisValue, "segment");
                return new SegmentsPrototype.Segments(realm.intrinsic(Intrinsic.INTL_SEGMENTS_PROTOTYPE), breaks(segmenter),
                        segmenter.granularity, Conversions.toString(args.get(0)));
            })
            .method("resolvedOptions", 0, (realm, thisValue, args) -> {
                Instance segmenter = thisSegmenter(thisValue, "resolvedOptions");
                JSObject options = JSObject.create(realm);
                options.define(PropertyKey.of("locale"), Strings.of(segmenter.locale), PropertyFlags.DEFAULT);
                options.define(PropertyKey.of("granularity"), Strings.of(segmenter.granularity.text()), PropertyFlags.DEFAULT);
                return options;
            })
            .toStringTag("Intl.Segmenter");

    private SegmenterConstructor() { }

    /** What texts are cut into. */
    enum Granularity {
        GRAPHEME, WORD, SENTENCE;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final class Instance extends JSObject {
        /** A canonical tag. */
        private final String locale;
        private final Granularity granularity;

        Instance(JSObject prototype, String locale, Granularity granularity) {
            super(ROOT, prototype);
            this.locale = locale;
            this.granularity = granularity;
        }
    }

    /** Made when somebody asks for a locale. */
    private static final class Available {
        static final Set<String> TAGS = Arrays.stream(BreakIterator.getAvailableLocales()).map(Locale::toLanguageTag).collect(Collectors.toUnmodifiableSet());
    }

    static JSObject create(Realm realm) {
        return PropertyTable.constructor(realm, Intrinsic.INTL_SEGMENTER, Intrinsic.INTL_SEGMENTER_PROTOTYPE, CONSTRUCTOR, STATICS);
    }

    static JSObject createPrototype(Realm realm) {
        JSObject prototype = realm.register(Intrinsic.INTL_SEGMENTER_PROTOTYPE, JSObject.create(realm));
        PROTOTYPE.define(realm, prototype);
        return prototype;
    }

    /** §19.1.1. */
    private static Object construct(Realm realm, JSObject newTarget, Args args) {
        if (newTarget == null) {
            throw Errors.typeError("Constructor Intl.Segmenter requires 'new'");
        }
        JSObject prototype = ObjectOperations.prototypeFromConstructor(newTarget, Intrinsic.INTL_SEGMENTER_PROTOTYPE);
        List<String> wishes = IntlLocales.list(realm, args.get(0));
        JSObject options = IntlLocales.options(args.get(1));
        IntlLocales.matcher(options);
        String locale = wishes.isEmpty() ? IntlLocales.DEFAULT : IntlLocales.resolve(Available.TAGS, wishes);
        String granularity = IntlLocales.option(options, "granularity", "grapheme", "word", "sentence");
        return new Instance(prototype, locale, Granularity.valueOf(granularity.toUpperCase(Locale.ROOT)));
    }

    private static Instance thisSegmenter(Object value, String method) {
        if (value instanceof Instance segmenter) {
            return segmenter;
        }
        throw Errors.typeError("Method Intl.Segmenter.prototype." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    private static BreakIterator breaks(Instance segmenter) {
        Locale locale = Locale.forLanguageTag(segmenter.locale);
        return switch (segmenter.granularity) {
            case GRAPHEME -> BreakIterator.getCharacterInstance(locale);
            case WORD -> BreakIterator.getWordInstance(locale);
            case SENTENCE -> BreakIterator.getSentenceInstance(locale);
        };
    }
}
