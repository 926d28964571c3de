package org.ledgejs.language.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void everyLineTerminatorEndsALineAndCrLfOnlyOne() {
        SourceText text = new SourceText("t", "a\nb\r\nc\rd\u2028e\u2029f");
        assertEquals(6, text.lineCount());
        assertEquals("b", text.lineText(2));
        assertEquals("f", text.lineText(6));
        assertEquals(new Position(3, 1), text.position(5));
    }

    @Test
    void offsetsAndPositionsAreInverse() {
        SourceText text = new SourceText("t", "one\ntwo\r\n\nfour");
        for (int offset = 0; offset <= text.length(); offset++) {
            if (offset == 8) {
                continue; // the LF of CR LF has no column of its own
            }
            assertEquals(offset, text.offset(text.position(offset)));
        }
    }

    @Test
    void anEmptyTextHasOneEmptyLine() {
        SourceText text = new SourceText("t", "");
        assertEquals(1, text.lineCount());
        assertEquals(new Position(1, 1), text.position(0));
        assertEquals("", text.lineText(1));
    }

    @Test
    void offsetsBeyondTheTextAreRefused() {
        SourceText text = new SourceText("t", "ab");
        assertEquals(1, text.line(2));
        assertThrows(IndexOutOfBoundsException.class, () -> text.line(3));
    }

    @Test
    void aPositionBehindTheLineEndIsClippedToTheLine() {
        assertEquals(2, new SourceText("t", "ab\ncd").offset(new Position(1, 99)));
    }
}
