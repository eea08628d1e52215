package io.fogatlas.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.PullImageCmd;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows how an image is fetched. */
final class ImagePull extends ResultCallback.Adapter<PullResponseItem> {
    private static final int PERCENT_STEP = 10;

    private final Consumer<String> progress;
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, Long> fetched = new HashMap<>();
    private final Set<String> layers = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private volatile @Nullable String error;
    private String told = "";

    ImagePull(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Names the image for the engine. Without a tag or a digest it would fetch every version there is.
     *
     * @param command the command, for the image
     * @param image its name
     */
    static void name(PullImageCmd command, String image) {
        int slash = image.lastIndexOf('/');
        boolean isDigest = image.contains("@");
        int colon = image.indexOf(':', slash + 1);
        if (isDigest) {
            command.withRepository(image.substring(0, image.indexOf('@')))
                    .withTag(image.substring(image.indexOf('@') + 1));
        } else if (colon < 0) {
            command.withRepository(image).withTag("latest");
        } else {
            command.withRepository(image.substring(0, colon)).withTag(image.substring(colon + 1));
        }
    }

    @Override
    public void onNext(PullResponseItem item) {
        if (item.getErrorDetail() != null) {
            error = item.getErrorDetail().getMessage();
        } else if (item.getId() != null && item.getStatus() != null) {
            layer(item.getId(), item.getStatus(), item.getProgressDetail());
        }
    }

    private void layer(String id, String status, ResponseItem.@Nullable ProgressDetail detail) {
        switch (status) {
            case "Pulling fs layer", "Waiting", "Verifying Checksum" -> layers.add(id);
            case "Downloading", "Extracting" -> {
                layers.add(id);
                if (detail != null && detail.getTotal() != null && detail.getCurrent() != null) {
                    sizes.merge(id, detail.getTotal(), Math::max);
                    fetched.put(id, status.equals("Downloading") ? detail.getCurrent() : detail.getTotal());
                }
            }
            case "Download complete" -> fetched.put(id, sizes.getOrDefault(id, 0L));
            case "Pull complete", "Already exists" -> {
                layers.add(id);
                done.add(id);
            }
            default -> {
                // Says nothing of how far it is.
            }
        }
        tell();
    }

    private void tell() {
        if (layers.isEmpty()) {
            return;
        }
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        long now = fetched.values().stream().mapToLong(Long::longValue).sum();
        long percent = all == 0 ? 0 : Math.min(100, now * 100 / all) / PERCENT_STEP * PERCENT_STEP;
        String text = done.size() + " of " + layers.size() + " layers"
                + (done.size() == layers.size() || all == 0 ? "" : ", " + percent + " %");
        if (!text.equals(told)) {
            told = text;
            progress.accept(text);
        }
    }

    /** What the registry or the engine found wrong. */
    Optional<String> error() {
        return Optional.ofNullable(error);
    }
}
