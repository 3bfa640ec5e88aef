package org.graalvisor.baselines.openwhisk;

/** The languages OpenWhisk actions are written in here. */
public enum ActionLanguage {
    JAVA("java"), JAVASCRIPT("javascript"), PYTHON("python");

    private final String label;

    ActionLanguage(String label) {
        this.label = label;
    }

    /** The name used in experiments and in resources. */
    public String label() {
        return label;
    }
}
