package org.graalvisor.harness.oci;

/**
 * One layer of an image.
 *
 * @param blob the compressed archive
 * @param diffId digest of the archive before it was compressed
 * @param comment what the layer holds, for the image's history
 */
record Layer(Descriptor blob, String diffId, String comment) {}
