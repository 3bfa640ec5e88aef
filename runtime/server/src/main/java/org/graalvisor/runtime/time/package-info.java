/** Time as a constructor argument. Depends on nothing. */
package org.graalvisor.runtime.time;
