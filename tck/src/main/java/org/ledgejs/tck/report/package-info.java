/** What the runners of suites share: lists of known failures, progress, and JSON. */
package org.ledgejs.tck.report;
