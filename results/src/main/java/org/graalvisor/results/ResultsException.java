package org.graalvisor.results;

/** Results could not be written or read. The message says what was tried, what went wrong and what to do. */
public class ResultsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param attempt what was tried, for example {@code "create run folder /data/runs/fig3/r1"}
     * @param problem what went wrong
     * @param remedy what the reader can do about it
     */
    public ResultsException(String attempt, String problem, String remedy) {
        super(sentence(attempt, problem, remedy));
    }

    /**
     * @param attempt what was tried
     * @param cause what went wrong; its class and message become part of this message
     * @param remedy what the reader can do about it
     */
    public ResultsException(String attempt, Throwable cause, String remedy) {
        super(sentence(attempt, cause.toString(), remedy), cause);
    }

    private static String sentence(String attempt, String problem, String remedy) {
        return "Could not " + attempt + ": " + problem + ". " + remedy + ".";
    }
}
