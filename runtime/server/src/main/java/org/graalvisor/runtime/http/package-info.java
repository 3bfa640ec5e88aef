/**
 * HTTP/1.1 on bytes: request heads, bodies in both framings, replies, and the state of one connection. Knows nothing of
 * functions. Depends on error alone.
 */
package org.graalvisor.runtime.http;
