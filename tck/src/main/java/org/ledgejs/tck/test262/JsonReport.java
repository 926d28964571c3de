package org.ledgejs.tck.test262;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

import org.ledgejs.tck.report.Json;
import org.ledgejs.tck.test262.Summary.Share;

/** The results of a run for programs: totals, shares of folders and features, and each run that did not pass. */
final class JsonReport {
    private JsonReport() { }

    static void write(Path file, Summary summary) throws IOException {
        StringBuilder json = new StringBuilder();
        json.append("{\n\"all\": ").append(share(summary.share(test -> true)));
        json.append(",\n\"main\": ").append(share(summary.share(TestFile::isMain)));
        json.append(",\n\"folders\": ").append(shares(summary.byFolder()));
        json.append(",\n\"features\": ").append(shares(summary.byFeature()));
        json.append(",\n\"failed\": ").append(summary.results().stream().filter(r -> !r.passed()).map(JsonReport::result).collect(Collectors.joining(",\n", "[\n", "\n]")));
        json.append("\n}\n");
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        Files.writeString(file, json);
    }

    private static String result(Result result) {
        return "{\"test\": " + Json.quote(result.test().name()) + ", \"mode\": " + Json.quote(result.mode().name().toLowerCase()) + ", \"outcome\": "
                + Json.quote(result.outcome().name().toLowerCase()) + ", \"millis\": " + result.millis() + ", \"message\": " + Json.quote(result.message()) + "}";
    }

    private static String shares(Map<String, Share> shares) {
        return shares.entrySet().stream().map(e -> Json.quote(e.getKey()) + ": " + share(e.getValue())).collect(Collectors.joining(",\n", "{\n", "\n}"));
    }

    private static String share(Share share) {
        return "{\"passed\": " + share.passed() + ", \"total\": " + share.total() + "}";
    }
}
