/**
 * Writes container images as OCI image layouts, without a daemon or a registry; see
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md. Depends on nothing of the rig.
 */
package org.graalvisor.harness.oci;
