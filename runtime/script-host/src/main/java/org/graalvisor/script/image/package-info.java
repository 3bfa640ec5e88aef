/**
 * What puts a language with ready contexts into a native image. Reaches into Truffle by reflection while the image is built and by
 * one alias while it runs; each place says why. Depends on the parent package, function-api and the Native Image SDK.
 */
package org.graalvisor.script.image;
