package org.ledgejs.tck.test262;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.ledgejs.tck.test262.Metadata.Negative;
import org.ledgejs.tck.test262.Metadata.Phase;

/** What tests say about themselves. */
class MetadataTest {
    @Test
    void listsStandInBracketsOrByDashesOverOneLineOrMore() {
        Metadata metadata = Metadata.parse("""
            // text before
            /*---
            description: flags: [not, these]
            info: |
              includes: [nor.js]
            includes: [a.js, b.js]
            features:
              - first
              - second
            flags: [onlyStrict,
              async]
            ---*/
            """);
        assertEquals(List.of("a.js", "b.js"), metadata.includes());
        assertEquals(Set.of("first", "second"), metadata.features());
        assertEquals(Set.of("onlyStrict", "async"), metadata.flags());
        assertNull(metadata.negative());
    }

    @Test
    void negativeTestsNamePhaseAndType() {
        assertEquals(new Negative(Phase.RESOLUTION, "SyntaxError"), Metadata.parse("""
            /*---
            negative:
              phase: resolution
              type: SyntaxError
            flags: [module]
            ---*/
            """).negative());
    }

    @Test
    void aTestWithoutMetadataIsAnOrdinaryOne() {
        assertEquals(List.of(Mode.SLOPPY, Mode.STRICT), Mode.of(Metadata.parse("1")));
    }

    @Test
    void flagsDecideTheModes() {
        assertEquals(List.of(Mode.STRICT), modes("onlyStrict"));
        assertEquals(List.of(Mode.SLOPPY), modes("noStrict"));
        assertEquals(List.of(Mode.RAW), modes("raw"));
        assertEquals(List.of(Mode.MODULE), modes("module"));
    }

    private static List<Mode> modes(String flag) {
        return Mode.of(Metadata.parse("/*---\nflags: [" + flag + "]\n---*/"));
    }
}
