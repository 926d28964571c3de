package org.ledgejs.language.syntax;

import java.util.List;
import org.ledgejs.language.syntax.Expression.Identifier;

/**
 * The parameters of an arrow function as they were first read: as expressions.
 *
 * @param rest the rest parameter, if it was read as one; else null
 * @param facts bits of {@link Facts} that hold for the parameters
 * @param marker stands for the head until the arrow is reached; null for a single name
 */
record ArrowHead(int start, boolean async, List<Expression> parameters, Pattern.Rest rest, int facts,
        Expression marker) {

    static ArrowHead of(int start, Identifier parameter, boolean async) {
        return new ArrowHead(start, async, List.of(parameter), null, 0, null);
    }
}
