/** I2C buses of a simulated board and the devices on them. */
package org.ledgejs.hardware.sim.i2c;
