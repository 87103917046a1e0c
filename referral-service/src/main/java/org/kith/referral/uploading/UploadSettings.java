package org.kith.referral.uploading;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of files. */
@ConfigMapping(prefix = "kith.uploads")
interface UploadSettings {
    /** Most rows of one file. */
    @WithDefault("2000")
    int rows();

    /** How often the service looks for a file that nobody is at work on: one whose service was killed. */
    @WithDefault("PT5S")
    Duration lookedForEvery();

    /** How long a file is somebody's without a sign of life; after that another may take it up. */
    @WithDefault("PT15S")
    Duration takenFor();
}
