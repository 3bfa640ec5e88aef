/**
 * A minimal HTTP/1.1 client whose cost is known: one blocking keep-alive connection per thread. Depends on no other
 * package of the rig.
 */
package org.graalvisor.harness.http;
