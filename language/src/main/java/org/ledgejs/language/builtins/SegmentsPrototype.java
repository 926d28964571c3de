package org.ledgejs.language.builtins;

import com.oracle.truffle.api.strings.TruffleString;

import org.graalvm.shadowed.com.ibm.icu.text.BreakIterator;

import org.ledgejs.language.runtime.Conversions;
import org.ledgejs.language.runtime.Errors;
import org.ledgejs.language.runtime.Intrinsic;
import org.ledgejs.language.runtime.Iteration;
import org.ledgejs.language.runtime.JSObject;
import org.ledgejs.language.runtime.PropertyFlags;
import org.ledgejs.language.runtime.PropertyKey;
import org.ledgejs.language.runtime.Realm;
import org.ledgejs.language.runtime.Strings;
import org.ledgejs.language.runtime.Symbol;
import org.ledgejs.language.runtime.Undefined;

/** %IntlSegmentsPrototype% and %IntlSegmentIteratorPrototype% (ECMA-402 §19.5, §19.6). */
final class SegmentsPrototype {
    private static final PropertyTable TABLE = new PropertyTable()
            .method("containing", 1, SegmentsPrototype::containing)
            .method(Symbol.ITERATOR, "[Symbol.iterator]", 0, (realm, thisValue, args) ->
                    new SegmentIterator(realm.intrinsic(Intrinsic.INTL_SEGMENT_ITERATOR_PROTOTYPE), thisSegments(thisValue, "[Symbol.iterator]")));
    private static final PropertyTable ITERATOR = new PropertyTable()
            .method("next", 0, SegmentsPrototype::next)
            .toStringTag("Segmenter String Iterator");

    private SegmentsPrototype() { }

    /** A text and where it may be cut. */
    static final class Segments extends JSObject {
        private final BreakIterator breaks;
        private final SegmenterConstructor.Granularity granularity;
        private final TruffleString text;
        private final int length;

        Segments(JSObject prototype, BreakIterator breaks, SegmenterConstructor.Granularity granularity, TruffleString text) {
            super(ROOT, prototype);
            String characters = Strings.java(text);
            this.breaks = breaks;
            this.granularity = granularity;
            this.text = text;
            this.length = characters.length();
            breaks.setText(characters);
        }

        /** CreateSegmentDataObject, for the segment that begins at an index. */
        private JSObject at(Realm realm, int start) {
            int end = breaks.following(start);
            JSObject data = JSObject.create(realm);
            data.define(PropertyKey.of("segment"), Strings.of(Strings.java(text).substring(start, end)), PropertyFlags.DEFAULT);
            data.define(PropertyKey.of("index"), start, PropertyFlags.DEFAULT);
            data.define(PropertyKey.of("input"), text, PropertyFlags.DEFAULT);
            if (granularity == SegmenterConstructor.Granularity.WORD) {
                data.define(PropertyKey.of("isWordLike"), breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT, PropertyFlags.DEFAULT);
            }
            return data;
        }
    }

    private static final class SegmentIterator extends JSObject {
        private final Segments segments;
        private int position;

        SegmentIterator(JSObject prototype, Segments segments) {
            super(ROOT, prototype);
            this.segments = segments;
        }
    }

    static JSObject create(Realm realm) {
        JSObject prototype = JSObject.create(realm);
        TABLE.define(realm, prototype);
        return prototype;
    }

    static JSObject createIterator(Realm realm) {
        JSObject prototype = JSObject.create(realm.intrinsic(Intrinsic.ITERATOR_PROTOTYPE));
        ITERATOR.define(realm, prototype);
        return prototype;
    }

    private static Segments thisSegments(Object value, String method) {
        if (value instanceof Segments segments) {
            return segments;
        }
        throw Errors.typeError("Method %SegmentsPrototype%." + method + " called on incompatible receiver " + Errors.describe(value));
    }

    /** §19.5.2.1. */
    private static Object containing(Realm realm, Object thisValue, Args args) {
        Segments segments = thisSegments(thisValue, "containing");
        double n = Conversions.toIntegerOrInfinity(args.get(0));
        if (n < 0 || n >= segments.length) {
            return Undefined.INSTANCE;
        }
        int index = (int) n;
        return segments.at(realm, segments.breaks.isBoundary(index) ? index : segments.breaks.preceding(index));
    }

    /** §19.6.2.1. */
    private static Object next(Realm realm, Object thisValue, @SuppressWarnings("unused") Args args) {
        if (!(thisValue instanceof SegmentIterator iterator)) {
            throw Errors.typeError("Method %SegmentIterator.prototype%.next called on incompatible receiver " + Errors.describe(thisValue));
        }
        Segments segments = iterator.segments;
        if (iterator.position >= segments.length) {
            return Iteration.createIterResult(realm, Undefined.INSTANCE, true);
        }
        JSObject data = segments.at(realm, iterator.position);
        iterator.position = segments.breaks.current();
        return Iteration.createIterResult(realm, data, false);
    }
}
