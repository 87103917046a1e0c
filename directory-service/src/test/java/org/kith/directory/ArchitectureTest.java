package org.kith.directory;

import org.kith.testsupport.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.kith.directory");
    }
}
