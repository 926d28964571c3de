package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class SegmenterTest extends Programs {

    @Test
    void textsAreCutWherePeopleWould() {
        check("""
            [...new Intl.Segmenter().segment('e\\u0301👩‍👩‍👧x')].map(s => s.index).join()                                       --> 0,2,10
            [...new Intl.Segmenter('en', {granularity: 'word'}).segment('Hi, you')].filter(s => s.isWordLike).map(s => s.segment).join() --> Hi,you
            [...new Intl.Segmenter('en', {granularity: 'sentence'}).segment('One. Two?')].length                              --> 2
            new Intl.Segmenter('en', {granularity: 'word'}).segment('ab cd').containing(4).index                              --> 3
            new Intl.Segmenter().segment('ab').containing(2)                                                                  --> undefined
            new Intl.Segmenter('de-AT').resolvedOptions().locale                                                              --> de-AT
            Intl.getCanonicalLocales('zh-hant-tw')[0]                                                                         --> zh-Hant-TW
            Intl.getCanonicalLocales(['en-u-kn-true', 'en-u-co-trueish', 'en-x-true']).join()                                 --> en-u-kn,en-u-co-trueish,en-x-true
            new Intl.Segmenter('en_US')                                                                                       --> RangeError: Incorrect locale information provided
            Intl.Segmenter()                                                                                                  --> TypeError: Constructor Intl.Segmenter requires 'new'""");
    }
}
