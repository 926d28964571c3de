/**
 * The simulated board: its electrics ({@code Net}, {@code SimulatedPin}), its description as text, and the diozero
 * provider through which programs use it.
 */
package org.ledgejs.hardware.sim;
