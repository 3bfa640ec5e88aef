package org.graalvisor.script;

import java.util.function.Function;
import org.graalvisor.program.ScriptProgram;

/**
 * A language of a host.
 *
 * @param support what differs between languages
 * @param makers builds contexts, as a function asks for them
 */
public record HostedLanguage(LanguageSupport support, Function<ScriptProgram, ContextMaker> makers) {}
