package org.graalvisor.trace.generate;

import java.util.List;
import org.graalvisor.trace.model.Trigger;

/**
 * Chooses triggers so that both published shares come out: that of functions and that of invocations. Few functions make
 * nearly all invocations, so the triggers of these decide the second share and those of the others the first.
 */
final class TriggerChoice {
    private final List<TriggerShare> shares;
    private final double[] head;
    private final double[] body;

    TriggerChoice(GeneratorParameters parameters) {
        this.shares = parameters.triggers();
        double bodyFunctions = parameters.invocationsPerDay().shareUpTo(GeneratorParameters.HEAD);
        double largest = parameters.invocationsPerDay().quantile(1);
        double headInvocations = (1 - bodyFunctions) * PublishedCdf.logUniformMean(GeneratorParameters.HEAD, largest)
                / parameters.invocationsPerDay().mean();
        this.head = new double[shares.size()];
        this.body = new double[shares.size()];
        for (int i = 0; i < head.length; i++) {
            TriggerShare share = shares.get(i);
            head[i] = Math.max(0, share.invocations() - (1 - headInvocations) * share.functions());
            body[i] = Math.max(0, share.functions() - (1 - bodyFunctions) * share.invocations());
        }
    }

    Trigger choose(long invocations, double uniform) {
        double[] weights = invocations > GeneratorParameters.HEAD ? head : body;
        double left = 0;
        for (double weight : weights) {
            left += weight;
        }
        left *= uniform;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return shares.get(i).trigger();
            }
        }
        return shares.getLast().trigger();
    }
}
