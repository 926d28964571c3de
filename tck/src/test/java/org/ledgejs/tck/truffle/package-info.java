/**
 * Ledge before the Truffle TCK: what the kit is to run, and what has to come of it.
 *
 * <p>The kit asks a {@link org.ledgejs.tck.truffle.LedgeLanguageProvider} for snippets, functions of the language with the types of their parameters
 * and of their result, and runs each with every value that fits, of Ledge and of the Java host. It runs them, too, with what does not
 * fit, and then wants an exception; a function that takes everything says so by the type ANY.
 *
 * <ul>
 * <li>{@code values}: a value of every type, with exactly its type;
 * <li>{@code expressions} and {@code statements}: every operator, and every kind of expression and statement, a file a group;
 * <li>{@code scripts}: whole programs (their texts are resources), texts that are none, and expressions evaluated inside of programs;
 * <li>{@code reference}: what the results have to be. It follows the specification in Java over the parameters, and knows nothing of
 * the engine: conversions call the methods of an object from outside.
 * </ul>
 *
 * <p>The kit makes the parameters anew to verify a result, so objects are compared by what can be seen of them; where it is the same
 * object that matters, the snippet looks itself. Two parameters of any type would be twenty thousand tests, so binary operators meet
 * constants, and their extreme values meet each other within one snippet.
 */
package org.ledgejs.tck.truffle;
