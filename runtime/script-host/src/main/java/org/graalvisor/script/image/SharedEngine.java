package org.graalvisor.script.image;

import java.util.List;

/**
 * An engine in the image heap whose code several contexts share, with contexts ready for use.
 *
 * @param engine Truffle's engine
 * @param code what its contexts share
 * @param contexts prepared contexts, each for one use
 */
record SharedEngine(Object engine, Object code, List<Object> contexts) {
    SharedEngine {
        contexts = List.copyOf(contexts);
    }
}
