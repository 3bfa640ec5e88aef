/** JavaScript functions: how their code is evaluated and their promises awaited. Depends on script-host and program. */
package org.graalvisor.script.javascript;
