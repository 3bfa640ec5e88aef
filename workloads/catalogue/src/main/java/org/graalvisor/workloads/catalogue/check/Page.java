package org.graalvisor.workloads.catalogue.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that dynamic-html renders.
 *
 * @param username greeted
 * @param count of numbers
 * @param seed of the numbers
 */
record Page(String username, int count, int seed) {
    private static final Pattern ITEM = Pattern.compile("<li>(\\d+)</li>");
    /** Park and Miller, as in the function. */
    private static final long MULTIPLIER = 48_271;
    private static final long MODULUS = 2_147_483_647;
    private static final long NUMBERS = 1_000_000;

    void require(String html) {
        if (!html.contains("<h1>Welcome " + username + "!</h1>")) {
            throw new WrongOutputException("the page does not greet " + username);
        }
        Matcher items = ITEM.matcher(html);
        long state = seed;
        int found = 0;
        while (items.find()) {
            state = state * MULTIPLIER % MODULUS;
            if (Long.parseLong(items.group(1)) != state % NUMBERS) {
                throw new WrongOutputException("number " + found + " of the page should be " + state % NUMBERS
                        + " but is " + items.group(1));
            }
            found++;
        }
        OutputChecks.requireEqual("the count of numbers in the page", count, found);
    }
}
