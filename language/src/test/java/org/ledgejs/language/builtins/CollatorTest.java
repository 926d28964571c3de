package org.ledgejs.language.builtins;

import org.junit.jupiter.api.Test;

class CollatorTest extends Programs {

    @Test
    void stringsAreInTheOrderOfALanguage() {
        check("""
            ['z', 'ä', 'a', 'Z', 'A'].sort(new Intl.Collator('de').compare).join('')                              --> aAäzZ
            ['z', 'ä', 'a'].sort(new Intl.Collator('sv').compare).join('')                                        --> azä
            ['10', '9', '1'].sort(new Intl.Collator(undefined, {numeric: true}).compare).join()                   --> 1,9,10
            ['10', '9', '1'].sort(new Intl.Collator('en-u-kn').compare).join()                                    --> 1,9,10
            new Intl.Collator('en', {sensitivity: 'base'}).compare('a', 'Á')                                      --> 0
            new Intl.Collator('en', {sensitivity: 'accent'}).compare('a', 'Á')                                    --> -1
            new Intl.Collator('en', {sensitivity: 'case'}).compare('a', 'á') + ',' + new Intl.Collator('en', {sensitivity: 'case'}).compare('a', 'A') --> 0,-1
            ['a', 'B', 'b', 'A'].sort(new Intl.Collator('en', {caseFirst: 'upper'}).compare).join('')             --> AaBb
            new Intl.Collator('en', {ignorePunctuation: true}).compare('a-b', 'ab')                               --> 0
            'e\\u0301'.localeCompare('é') + ',' + 'a'.localeCompare('b') + ',' + 'a'.localeCompare('A') + ',' + 'a b'.localeCompare('ab') --> 0,-1,-1,-1
            '10'.localeCompare('9', 'en', {numeric: true})                                                        --> 1
            JSON.stringify(Intl.Collator('de-u-co-phonebk').resolvedOptions())                                    --> {"locale":"de","usage":"sort","sensitivity":"variant","ignorePunctuation":false,"collation":"phonebk","numeric":false,"caseFirst":"false"}
            const c = new Intl.Collator(); c.compare === c.compare && c.compare.length                            --> 2
            new Intl.Collator('en', {usage: 'find'})                                                              --> RangeError: Value find out of range for Intl options property usage
            new Intl.Collator('en', null)                                                                         --> TypeError: Cannot convert undefined or null to object""");
    }
}
