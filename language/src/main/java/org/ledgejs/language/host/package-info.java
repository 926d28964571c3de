/** The one interface through which a host adds modules, globals and an event loop to the language. */
package org.ledgejs.language.host;
