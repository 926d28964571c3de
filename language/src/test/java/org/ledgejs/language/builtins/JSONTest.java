package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class JSONTest extends Programs {

    @Test
    void reviversSeeHowPrimitiveValuesWereWritten() {
        check("""
            JSON.parse('1.50', (key, value, context) => context.source)                                           --> 1.50
            var seen = []; JSON.parse('{"a": [1e3, "x"], "b": null}', (k, v, c) => { seen.push(c.source); return v; }); seen.join() --> 1e3,"x",,null,
            JSON.parse('[1, 2]', function (k, v, c) { if (k === '0') this[1] = 3; return k === '1' ? 'source' in c : v; })[1] --> false""");
    }

    @Test
    void rawTextIsWrittenAsItIs() {
        check("""
            JSON.stringify({big: JSON.rawJSON('12345678901234567890')})   --> {"big":12345678901234567890}
            JSON.isRawJSON(JSON.rawJSON('1')) + ' ' + JSON.isRawJSON({rawJSON: '1'}) --> true false
            Object.isFrozen(JSON.rawJSON('1'))                            --> true
            JSON.rawJSON('{}')                                            --> SyntaxError: JSON.rawJSON takes no objects and arrays
            JSON.rawJSON(' 1')                                            --> SyntaxError: Invalid value for JSON.rawJSON""");
    }

    @Test
    void aListOfKeysHoldsEachOnce() {
        check("JSON.stringify({1073741822: 1}, [1073741822, '1073741822']) --> {\"1073741822\":1}");
    }
}
