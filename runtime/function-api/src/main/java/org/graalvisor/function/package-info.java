/**
 * What a Java function is compiled with so that its shared library exports the entry points of docs/function-abi.md. Depends on no other module.
 */
package org.graalvisor.function;
