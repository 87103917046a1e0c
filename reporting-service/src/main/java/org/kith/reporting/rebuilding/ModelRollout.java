package org.kith.reporting.rebuilding;

import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.kith.reporting.models.ActiveProjections;
import org.kith.reporting.models.ModelFiles;
import org.kith.reporting.models.ModelFiles.ModelFile;
import org.kith.reporting.projecting.ActiveProjection;

/**
 * Brings the models in the folder to life: one that has no live projection, or one of another version, is counted from all
 * facts in the background. A programme that was never counted keeps the service from being ready; a revised one does not.
 */
@Default
@Readiness
@Singleton
public class ModelRollout implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ModelRollout.class);

    private final ModelFiles files;
    private final ActiveProjections projections;
    private final Rebuild rebuild;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private volatile List<ModelFile> models = List.of();

    ModelRollout(ModelFiles files, ActiveProjections projections, Rebuild rebuild) {
        this.files = files;
        this.projections = projections;
        this.rebuild = rebuild;
    }

    /** @throws org.kith.logicmodel.reading.InvalidLogicModel with every error of every file */
    public void start() {
        models = files.all(projections.live().all().stream().map(ActiveProjection::model).toList());
        var waiting = models.stream().filter(this::isNewer).toList();
        if (!waiting.isEmpty()) Thread.ofVirtual().name("kith-rollout").start(() -> waiting.forEach(this::roll));
    }

    public boolean knows(String programme) {
        return models.stream().anyMatch(file -> file.model().programme().equals(programme));
    }

    /** Starts counting a known programme again, from the model in the folder now; false when this process is at it already. */
    public boolean rebuild(String programme) {
        if (!running.add(programme)) return false;
        Thread.ofVirtual().name("kith-rebuild").start(() -> {
            try {
                rebuild.run(files.of(programme));
            } catch (RuntimeException e) {
                LOG.errorf(e, "%s could not be rebuilt; what was live still is", programme);
            } finally {
                running.remove(programme);
            }
        });
        return true;
    }

    private void roll(ModelFile file) {
        try {
            rebuild.runIfNeeded(file);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s version %d could not be counted; start again when the reason is gone", file.model().programme(), file.model().version());
        }
        projections.reload().await().indefinitely();
    }

    /** A process that was started with an older folder leaves a newer model alone. */
    private boolean isNewer(ModelFile file) {
        var live = projections.live().of(file.model().programme());
        return live.isEmpty() || (!live.get().model().hash().equals(file.model().hash()) && live.get().model().version() <= file.model().version());
    }

    @Override
    public HealthCheckResponse call() {
        var missing = new ArrayList<String>();
        for (var file : models) if (projections.live().of(file.model().programme()).isEmpty()) missing.add(file.model().programme());
        return HealthCheckResponse.named("models counted").status(missing.isEmpty()).withData("not-counted-yet", String.join(", ", missing)).build();
    }
}
