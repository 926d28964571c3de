/**
 * diozero's devices as values of the language: {@code new LED(17)} makes a real {@link com.diozero.devices.LED} on the
 * agent's board; its methods are called through polyglot interop, its getters and setters are properties too, and
 * functions given to it run on the agent's thread.
 */
package org.ledgejs.hardware.diozero;
