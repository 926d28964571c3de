/**
 * A fuzzer: programs of others and our own, mutated, go through the whole engine, from parser to execution, and so do their images.
 * Whatever is not the program's own error is a finding.
 */
package org.ledgejs.tck.fuzz;
