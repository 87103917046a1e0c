package org.kith.volunteer;

import org.kith.testsupport.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {
    ArchitectureTest() {
        super("org.kith.volunteer");
    }
}
