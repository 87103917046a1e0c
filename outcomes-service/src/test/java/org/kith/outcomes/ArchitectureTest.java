package org.kith.outcomes;

import org.kith.testsupport.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.kith.outcomes");
    }
}
