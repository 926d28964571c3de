/** Boards: real hardware or simulated, behind one interface. */
package org.ledgejs.hardware;
