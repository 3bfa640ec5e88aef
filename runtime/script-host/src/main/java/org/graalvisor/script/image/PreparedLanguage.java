package org.graalvisor.script.image;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A set of one language that runs something when its iteration goes past it. Truffle initializes the languages of such a set one by
 * one inside the context it prepares; what runs then runs in the initialized context, while it may still read the language's files.
 */
final class PreparedLanguage extends AbstractSet<Object> {
    private final Object language;
    private final Runnable afterwards;

    PreparedLanguage(Object language, Runnable afterwards) {
        this.language = language;
        this.afterwards = afterwards;
    }

    @Override
    public Iterator<Object> iterator() {
        return new Iterator<>() {
            private boolean taken;

            @Override
            public boolean hasNext() {
                if (taken) {
                    afterwards.run();
                }
                return !taken;
            }

            @Override
            public Object next() {
                if (taken) {
                    throw new NoSuchElementException();
                }
                taken = true;
                return language;
            }
        };
    }

    @Override
    public int size() {
        return 1;
    }
}
