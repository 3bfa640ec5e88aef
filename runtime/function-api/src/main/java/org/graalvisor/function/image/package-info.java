/**
 * Changes to Native Image itself that make an isolate cheap to create; compiled into function libraries only. Each says
 * what it saves and why that is safe. Depends on the builder's annotations and on nothing else.
 */
package org.graalvisor.function.image;
