package org.graalvisor.function;

/** A serverless function: JSON in, JSON out. The generated adapter of a function implements it. */
@FunctionalInterface
public interface JsonFunction {

    /**
     * Runs the function.
     *
     * @param argumentsJson arguments as JSON text
     * @return reply as JSON text
     * @throws Exception whatever the function throws
     */
    String call(String argumentsJson) throws Exception;
}
