package org.graalvisor.analysis.claims;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.graalvisor.analysis.data.Results;
import org.graalvisor.analysis.statistics.Bootstrap;
import org.graalvisor.results.ResultsException;

/**
 * The claims of this project.
 *
 * @param claims in the order they are printed
 * @param bootstrap for the intervals of the compared numbers
 */
public record Claims(List<Claim> claims, Bootstrap bootstrap) {
    private static final String RESOURCE = "claims.yaml";

    public Claims {
        claims = List.copyOf(claims);
    }

    /** The claims shipped with this module. */
    public static Claims shipped(Bootstrap bootstrap) {
        try (InputStream yaml = Claims.class.getResourceAsStream(RESOURCE)) {
            if (yaml == null) {
                throw new IllegalStateException("The build lost the resource " + RESOURCE);
            }
            return read(yaml, RESOURCE, bootstrap);
        } catch (IOException e) {
            throw new ResultsException("read " + RESOURCE, e, "Rebuild the module analysis");
        }
    }

    /**
     * Claims from a file; unknown keys and values are errors.
     *
     * @param yaml a list of claims
     * @param name of the file, for error messages
     * @throws ResultsException when the file says something else than a list of claims
     */
    static Claims read(InputStream yaml, String name, Bootstrap bootstrap) {
        YAMLMapper mapper = YAMLMapper.builder(new YAMLFactory())
                .addModule(new Jdk8Module())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try {
            return new Claims(mapper.readValue(yaml, new TypeReference<List<Claim>>() {
            }), bootstrap);
        } catch (IOException e) {
            throw new ResultsException("read claims from " + name, e, "Correct the named line");
        }
    }

    /** Every claim with what the results say about it. */
    public List<EvaluatedClaim> evaluate(Results results) {
        return claims.stream().map(claim -> evaluate(claim, results)).toList();
    }

    private EvaluatedClaim evaluate(Claim claim, Results results) {
        try {
            Measured measured = Measured.of(claim, results, bootstrap);
            EvaluatedClaim.Outcome outcome = claim.comparator().holds(measured.estimate().value(), claim.threshold())
                    ? EvaluatedClaim.Outcome.REPRODUCED
                    : EvaluatedClaim.Outcome.NOT_REPRODUCED;
            return new EvaluatedClaim(claim, outcome, Optional.of(measured.estimate()), measured.remark());
        } catch (UndecidableException e) {
            return new EvaluatedClaim(claim, EvaluatedClaim.Outcome.UNDECIDED, Optional.empty(), e.getMessage());
        }
    }
}
