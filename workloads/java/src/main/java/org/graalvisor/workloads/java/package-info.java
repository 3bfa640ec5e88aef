/**
 * The Java functions of Table 1: plain classes with a static method from JSON text to JSON text. They depend on Jackson's parser, on
 * ONNX Runtime and on the binding of libvips that scripts have too, each function on what it uses only.
 */
package org.graalvisor.workloads.java;
