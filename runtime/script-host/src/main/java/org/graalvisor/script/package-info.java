/**
 * A script function inside one isolate: its contexts, its engine, what it may do, and how its failures are told. Written
 * against the polyglot API, so the same code runs in a language library and on HotSpot. Depends on program, function-api and
 * the polyglot API.
 */
package org.graalvisor.script;
