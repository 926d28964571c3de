package org.ledgejs.language.builtins;

import java.time.ZoneId;

import org.junit.jupiter.api.Test;

class DateTest extends Programs {

    @Override
    ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Test
    void partsAreThoseOfTheZone() {
        check("""
            new Date(2026, 10, 24, 22, 5, 6, 7).getTime()        --> 1795554306007
            new Date(1795554306007).getHours()                   --> 22
            new Date(1795554306007).getUTCHours()                --> 21
            new Date(1795554306007).getDay()                     --> 2
            new Date(2026, 6, 1).getTimezoneOffset()             --> -120
            new Date(2026, 0, 1).getTimezoneOffset()             --> -60
            new Date(99, 0).getFullYear()                        --> 1999
            Date.UTC(1970, 0, 1, 0, 0, 0, 5)                     --> 5
            Date.UTC(-271821, 3, 20)                             --> -8640000000000000
            Date.UTC(-271821, 3, 19, 23)                         --> NaN
            new Date(0, 0, 1).getYear()                          --> 0""");
    }

    @Test
    void skippedAndRepeatedHoursAreReadWithTheOffsetBefore() {
        check("""
            new Date(2026, 2, 29, 2, 30).toISOString()           --> 2026-03-29T01:30:00.000Z
            new Date(2026, 9, 25, 2, 30).toISOString()           --> 2026-10-25T00:30:00.000Z""");
    }

    @Test
    void settersCarryAndKeepWhatTheyDoNotSet() {
        check("""
            var d = new Date(Date.UTC(2026, 0, 31)); d.setUTCMonth(1); d.toISOString()        --> 2026-03-03T00:00:00.000Z
            var d = new Date(Date.UTC(2026, 0, 31)); d.setUTCHours(25, 61); d.toISOString()   --> 2026-02-01T02:01:00.000Z
            var d = new Date(NaN); d.setFullYear(2026); d.getFullYear()                       --> 2026
            var d = new Date(NaN); d.setHours(1)                                              --> NaN
            var d = new Date(0); d.setTime(8.64e15 + 1)                                       --> NaN""");
    }

    @Test
    void textsAreInTheFormatsOfTheSpecification() {
        check("""
            String(new Date(1795554306007))             --> Tue Nov 24 2026 22:05:06 GMT+0100 (Central European Standard Time)
            new Date(1795554306007).toISOString()       --> 2026-11-24T21:05:06.007Z
            new Date(1795554306007).toUTCString()       --> Tue, 24 Nov 2026 21:05:06 GMT
            new Date(Date.UTC(-1, 0)).toISOString()     --> -000001-01-01T00:00:00.000Z
            JSON.stringify(new Date(0))                 --> "1970-01-01T00:00:00.000Z"
            String(new Date(NaN))                       --> Invalid Date
            new Date(NaN).toISOString()                 --> RangeError: Invalid time value
            new Date(0) + 1 === new Date(0).toString() + '1' --> true
            +new Date(5)                                --> 5""");
    }

    @Test
    void isoTextsAreParsedExactly() {
        check("""
            Date.parse('2026-11-24T21:05:06.007Z')   --> 1795554306007
            Date.parse('2026-11-24')                 --> 1795478400000
            Date.parse('2026-11-24T00:00')           --> 1795474800000
            Date.parse('2026-11-24T00:00+05:30')     --> 1795458600000
            Date.parse('+002026-11')                 --> 1793491200000
            Date.parse('-000000-01-01T00:00:00Z')    --> NaN
            Date.parse('2026-02-30')                 --> NaN
            Date.parse('2026-11-24T24:00Z')          --> 1795564800000
            Date.parse('2026-11-24T25:00Z')          --> NaN""");
    }

    @Test
    void otherTextsAreParsedAsOtherEnginesDo() {
        check("""
            Date.parse('Tue Nov 24 2026 22:05:06 GMT+0100 (Central European Standard Time)') --> 1795554306000
            Date.parse('Tue, 24 Nov 2026 21:05:06 GMT')    --> 1795554306000
            Date.parse('11/24/2026')                       --> 1795474800000
            Date.parse('2026/11/24')                       --> 1795474800000
            Date.parse('Nov 24, 2026 10:05:06 PM')         --> 1795554306000
            Date.parse('24 November 2026 22:05 +01:00')    --> 1795554300000
            Date.parse('2026-11-24 22:05:06.5')            --> 1795554306500
            Date.parse('Nov 24 2026 16:05:06 EST')         --> 1795554306000
            Date.parse('not a date')                       --> NaN
            Date.parse('')                                 --> NaN
            Date.parse('13/45/2026')                       --> NaN""");
    }

    @Test
    void localeTextsAreAmericanUnlessAskedOtherwise() {
        check("""
            new Date(1795554306007).toLocaleDateString()                        --> 11/24/2026
            new Date(1795554306007).toLocaleTimeString()                        --> 10:05:06 PM
            new Date(1795554306007).toLocaleString()                            --> 11/24/2026, 10:05:06 PM
            new Date(1795554306007).toLocaleString('en-US', {timeZone: 'UTC'})  --> 11/24/2026, 9:05:06 PM
            new Date(1795554306007).toLocaleDateString('en-US', {year: 'numeric', month: 'long', day: 'numeric'}) --> November 24, 2026
            new Date(1795554306007).toLocaleDateString('en-US', {weekday: 'long', month: 'short', day: '2-digit', year: '2-digit'}) --> Tuesday, Nov 24, 26
            new Date(1795554306007).toLocaleString('en-US', {dateStyle: 'full', timeStyle: 'short'}) --> Tuesday, November 24, 2026 at 10:05 PM
            new Date(1795554306007).toLocaleTimeString('en-US', {hour12: false}) --> 22:05:06
            new Date(0).toLocaleString('en-US', {timeZone: 'Mars'})             --> RangeError: Invalid time zone specified: Mars""");
    }
}
