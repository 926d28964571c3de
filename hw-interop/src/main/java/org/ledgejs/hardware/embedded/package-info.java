/**
 * The IO classes of ECMA-419 without JavaScript: options, their ranges and the order of their validation, and what
 * the methods do to a {@link org.ledgejs.hardware.Board}.
 */
package org.ledgejs.hardware.embedded;
