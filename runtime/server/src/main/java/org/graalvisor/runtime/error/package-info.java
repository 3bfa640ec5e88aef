/** Every way a request can fail, each with the one HTTP status it is answered with. Depends on nothing. */
package org.graalvisor.runtime.error;
