/** Python functions: how their code is evaluated, and with which options. Depends on script-host and program. */
package org.graalvisor.script.python;
