package org.graalvisor.function;

/**
 * A Java function that was compiled into its library.
 *
 * @param function its generated adapter
 */
record JavaFunctionHost(JsonFunction function) implements FunctionHost {
    @Override
    public String invoke(int context, String argumentsJson) throws Exception {
        return function.call(argumentsJson);
    }
}
