/** Program text and positions in it; knows nothing of any grammar but line ends. */
package org.ledgejs.language.source;
