#!/bin/sh
# Creates one action per language on an OpenWhisk whose runtimes.json holds those beside this file. --docker in place of --kind
# needs no change of OpenWhisk's own configuration.
set -eu

registry=${1:?usage: create-actions.sh REGISTRY, such as registry.example:5000/graalvisor}

# Any class of the jar can be --main: they are all in the library.
graalvisor compile-action --jar hello.jar --output hello.so
wsk action update hello-java hello.so --docker "$registry/graalvisor-action-java:0.1.0" --main com.example.Hello
wsk action update hello-javascript hello.js --docker "$registry/graalvisor-action-javascript:0.1.0"
wsk action update hello-python hello.py --docker "$registry/graalvisor-action-python:0.1.0"

# Activations of one action may share the runtime: each has a context of its own.
wsk action update hello-javascript hello.js --docker "$registry/graalvisor-action-javascript:0.1.0" --concurrency 4

wsk action invoke hello-python --result --param name you
