package org.passerelle.verification.gateway;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.passerelle.verification.domain.PagePictures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Draws PDF files. They come from strangers: few at once, not for long, no page and no picture
/// within it larger than a bound.
@Component
class PdfPictures implements PagePictures {
    private static final Logger LOG = LoggerFactory.getLogger(PdfPictures.class);
    private static final int WIDTH = 1000;
    private static final int TALLEST = 2400;
    private static final long MOST_PIXELS = 40_000_000;
    private static final int DEEPEST = 4;
    private static final int AT_ONCE = 2;
    private static final int KEPT = 8;
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Semaphore drawing = new Semaphore(AT_ONCE);
    private final Map<Wanted, byte[]> lately = Collections.synchronizedMap(new Lately());

    @Override
    public int pages(Path file) {
        return reading(file, PDDocument::getNumberOfPages).orElse(0);
    }

    @Override
    public Optional<byte[]> page(Path file, int number) {
        var wanted = new Wanted(file, number);
        var kept = Optional.ofNullable(lately.get(wanted));
        if (kept.isPresent() && Files.exists(file)) {
            return kept;
        }
        var png = reading(file, document -> drawn(document, number)).flatMap(Function.identity());
        png.ifPresent(one -> lately.put(wanted, one));
        return png;
    }

    private record Wanted(Path file, int number) {}

    /// The last few drawn: a page is asked for to know whether it can be, and then to be shown.
    private static final class Lately extends LinkedHashMap<Wanted, byte[]> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Wanted, byte[]> eldest) {
            return size() > KEPT;
        }
    }

    /// Whatever is wrong with the file, the reviewer can still save it.
    private <T> Optional<T> reading(Path file, Function<PDDocument, T> use) {
        var task =
                CompletableFuture.supplyAsync(() -> inTurn(file, use), Thread::startVirtualThread);
        try {
            return task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("A document could not be drawn: {}", e.toString());
        }
        return Optional.empty();
    }

    /// The turn ends with the work, not with the patience of whoever asked.
    private <T> Optional<T> inTurn(Path file, Function<PDDocument, T> use) {
        drawing.acquireUninterruptibly();
        try (var document =
                Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return Optional.of(use.apply(document));
        } catch (IOException | RuntimeException e) {
            LOG.debug("A document could not be read: {}", e.toString());
            return Optional.empty();
        } finally {
            drawing.release();
        }
    }

    private static Optional<byte[]> drawn(PDDocument document, int number) {
        if (number < 1 || number > document.getNumberOfPages()) {
            return Optional.empty();
        }
        var page = document.getPage(number - 1);
        var box = page.getCropBox();
        if (box.getWidth() < 1 || box.getHeight() < 1 || isHuge(page.getResources(), 0)) {
            return Optional.empty();
        }
        var scale = Math.min(WIDTH / box.getWidth(), TALLEST / box.getHeight());
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        try {
            var image = renderer.renderImage(number - 1, scale, ImageType.RGB);
            return isOneColour(image) ? Optional.empty() : Optional.of(png(image));
        } catch (IOException e) {
            LOG.debug("A page could not be drawn: {}", e.toString());
            return Optional.empty();
        }
    }

    /// What is left of a damaged page is often a white sheet: nothing to judge by.
    private static boolean isOneColour(BufferedImage image) {
        var first = image.getRGB(0, 0);
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                if (image.getRGB(x, y) != first) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /// A few bytes may claim a picture of many gigabytes.
    private static boolean isHuge(@Nullable PDResources resources, int depth) {
        if (resources == null) {
            return false;
        }
        if (depth > DEEPEST) {
            return true;
        }
        for (var name : resources.getXObjectNames()) {
            try {
                var found = resources.getXObject(name);
                if (found instanceof PDImageXObject image
                        && (long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
                    return true;
                }
                if (found instanceof PDFormXObject form && isHuge(form.getResources(), depth + 1)) {
                    return true;
                }
            } catch (IOException e) {
                LOG.debug("A picture could not be read: {}", e.toString());
                return true;
            }
        }
        return false;
    }
}
