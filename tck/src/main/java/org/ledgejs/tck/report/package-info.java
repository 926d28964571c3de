/** What the runners of suites share: lists of known failures, and JSON. */
package org.ledgejs.tck.report;
