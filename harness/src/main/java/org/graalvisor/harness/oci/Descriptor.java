package org.graalvisor.harness.oci;

/**
 * Names one blob of a layout.
 *
 * @param mediaType what the blob is
 * @param digest {@code sha256:} and the hash of its bytes
 * @param sizeBytes its length
 */
record Descriptor(String mediaType, String digest, long sizeBytes) {}
