/**
 * What script functions may ask of Java: HTTP, files, programs, images, templates and hashes, each only if granted. Guest code
 * sees proxies and values, never a Java object. Depends on program, the polyglot API, Jackson's streaming core and JMustache.
 */
package org.graalvisor.script.helper;
