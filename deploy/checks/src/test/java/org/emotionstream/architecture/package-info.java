/** Checks between the packages of all modules, by their product sources: no module need be built before. */
package org.emotionstream.architecture;
