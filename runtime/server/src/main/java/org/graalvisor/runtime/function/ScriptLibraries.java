package org.graalvisor.runtime.function;

import org.graalvisor.isolate.FunctionLibrary;
import org.graalvisor.program.ScriptLanguage;

/** The libraries of script languages, each loaded when the first function of its language is registered. */
public interface ScriptLibraries {

    /**
     * The library of a language.
     *
     * @throws org.graalvisor.runtime.error.RequestException 400 when this runtime has none
     */
    FunctionLibrary loaded(ScriptLanguage language);
}
