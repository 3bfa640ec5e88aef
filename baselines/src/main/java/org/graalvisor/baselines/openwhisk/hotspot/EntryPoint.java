package org.graalvisor.baselines.openwhisk.hotspot;

/**
 * Where an action starts: {@code package.Class} or {@code package.Class#method}.
 *
 * @param className binary name of the class
 * @param methodName name of the method
 */
record EntryPoint(String className, String methodName) {
    private static final String DEFAULT_METHOD = "main";

    /**
     * @throws ClassNotFoundException when the text names no class
     */
    static EntryPoint parse(String text) throws ClassNotFoundException {
        int hash = text.indexOf('#');
        String className = hash < 0 ? text : text.substring(0, hash);
        if (className.isEmpty()) {
            throw new ClassNotFoundException("main has to be Class or Class#method, not '" + text + "'");
        }
        String methodName = hash < 0 || hash == text.length() - 1 ? DEFAULT_METHOD : text.substring(hash + 1);
        return new EntryPoint(className, methodName);
    }
}
