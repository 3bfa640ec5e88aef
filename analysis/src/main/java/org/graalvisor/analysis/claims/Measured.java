package org.graalvisor.analysis.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.graalvisor.analysis.data.Point;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.statistics.Bootstrap;
import org.graalvisor.analysis.statistics.Estimate;
import org.graalvisor.analysis.statistics.Mean;
import org.graalvisor.analysis.statistics.RatioSamples;
import org.graalvisor.results.Verdict;

/**
 * The number a claim is about.
 *
 * @param estimate the number
 * @param verdict of all data behind it
 * @param note what has to be said about it, for example which functions are not in a mean; may be empty
 */
record Measured(Estimate estimate, Verdict verdict, String note) {

    static Measured of(Claim claim, Results results, Bootstrap bootstrap) throws UndecidableException {
        if (claim.denominator().isEmpty()) {
            Point point = claim.numerator().find(results);
            return new Measured(bootstrap.median(point.values()), point.verdict(), "");
        }
        if (claim.over().isPresent()) {
            return mean(claim, claim.over().get(), results, bootstrap);
        }
        Pair pair = Pair.find(claim.numerator(), claim.denominator().get(), results);
        return new Measured(bootstrap.ratioOfMedians(pair.samples()), pair.verdict(), "");
    }

    /** Remark of an evaluated claim: the note, and the verdict when it is not VALID. */
    String remark() {
        StringJoiner remark = new StringJoiner("; ");
        if (!note.isEmpty()) {
            remark.add(note);
        }
        if (verdict.level() != Verdict.Level.VALID) {
            remark.add(verdict.toString());
        }
        return remark.toString();
    }

    private static Measured mean(Claim claim, Over over, Results results, Bootstrap bootstrap)
            throws UndecidableException {
        List<RatioSamples> ratios = new ArrayList<>();
        Verdict verdict = Verdict.valid();
        StringJoiner unavailable = new StringJoiner("; ");
        for (String value : over.values()) {
            Optional<String> reason = claim.numerator().unavailability(results, value);
            if (reason.isPresent()) {
                unavailable.add(value + " (" + reason.get() + ")");
                continue;
            }
            Pair pair = Pair.find(claim.numerator().with(over.dimension(), value), claim.denominator().orElseThrow()
                    .with(over.dimension(), value), results);
            if (over.mean() == Mean.GEOMETRIC && pair.numerator().runs().stream().anyMatch(run -> !(run > 0))) {
                throw new UndecidableException("a geometric mean needs values above 0: " + pair.numerator().runs());
            }
            ratios.add(pair.samples());
            verdict = verdict.and(pair.verdict());
        }
        if (ratios.isEmpty()) {
            throw new UndecidableException("nothing to average, not available here: " + unavailable);
        }
        String note = unavailable.length() == 0
                ? ""
                : "mean of " + ratios.size() + " of " + over.values().size() + ", without " + unavailable;
        return new Measured(bootstrap.meanOfRatios(ratios, over.mean()), verdict, note);
    }

    /** Both sides of a ratio. */
    private record Pair(Point numerator, Point denominator) {

        static Pair find(Selector numerator, Selector denominator, Results results) throws UndecidableException {
            Pair pair = new Pair(numerator.find(results), denominator.find(results));
            if (pair.denominator().runs().stream().anyMatch(value -> !(value > 0))) {
                throw new UndecidableException("the denominator holds a value that is not above 0: " + pair
                        .denominator().runs());
            }
            return pair;
        }

        RatioSamples samples() {
            return new RatioSamples(numerator.runs(), denominator.runs());
        }

        Verdict verdict() {
            return numerator.verdict().and(denominator.verdict());
        }
    }
}
