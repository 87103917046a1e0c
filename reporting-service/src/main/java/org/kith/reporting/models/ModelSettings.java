package org.kith.reporting.models;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.nio.file.Path;

/** Where the logic models are. */
@ConfigMapping(prefix = "kith")
public interface ModelSettings {

    /** Folder of {@code <programme>.yaml} files. */
    @WithName("programmes")
    Path programmes();
}
