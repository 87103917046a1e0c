package org.kith.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void a_process_that_runs_takes_some_and_one_that_has_ended_none() throws Exception {
        assertThat(Memory.own(ProcessHandle.current())).isPositive();
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThat(Memory.withChildren(ended.toHandle())).isZero();
    }
}
