/** The runner of Node's own tests: each is a process of its own, on Ledge or on any command that takes a program as Node does. */
package org.ledgejs.tck.nodesuite;
