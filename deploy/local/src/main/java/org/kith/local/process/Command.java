package org.kith.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param name        short name, used for the pid file and in messages
 * @param arguments   program and its arguments
 * @param environment added to (or replacing) what is inherited
 * @param directory   where it runs; exists
 * @param log         where its output is appended
 */
public record Command(String name, List<String> arguments, Map<String, String> environment, Path directory, Path log) {}
