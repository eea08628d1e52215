package io.fogatlas.inventory;

import io.fogatlas.inventory.testkit.Site;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an inventory of {@link Site} is to answer, written down as plainly as can be: every application has at most one reservation, and
 * maybe a confirmed one behind it; what is taken is added up anew for each question.
 */
final class SequentialModel {
    /** What came of a call. */
    enum Answer {
        DONE,
        SHORT,
        CONFLICT,
        NOT_THERE
    }

    /** What one placement takes. */
    record Need(long linkBps, long cloudMillis, long edgeMillis) {
        static Need of(boolean across, long cpuMillis, long bps) {
            return across ? new Need(bps, cpuMillis, cpuMillis) : new Need(0, 2 * cpuMillis, 0);
        }

        Need or(Need other) {
            return new Need(
                    Math.max(linkBps, other.linkBps),
                    Math.max(cloudMillis, other.cloudMillis),
                    Math.max(edgeMillis, other.edgeMillis));
        }
    }

    /** A reservation. */
    private record Held(
            String request, Need need, boolean across, boolean confirmed, long expires, Optional<Held> behind) {
        Need inAll() {
            return behind.map(old -> old.need.or(need)).orElse(need);
        }
    }

    private final Map<String, Held> held = new TreeMap<>();
    private final Set<String> ended = new HashSet<>();
    private long linkBps = Site.LINK_BPS;
    private long now;

    void pass(long seconds) {
        now += seconds;
        for (Map.Entry<String, Held> each : Map.copyOf(held).entrySet()) {
            if (!each.getValue().confirmed && each.getValue().expires <= now) {
                end(each.getKey());
            }
        }
    }

    void measure(long bps) {
        linkBps = bps;
    }

    Answer reserve(String application, String request, Need need, boolean across, long seconds) {
        Held before = held.get(application);
        if (before != null) {
            return before.request.equals(request) && before.across == across ? Answer.DONE : Answer.CONFLICT;
        }
        return put(application, request, need, across, seconds, Optional.empty());
    }

    Answer replace(String application, String old, String request, Need need, boolean across, long seconds) {
        Held before = held.get(application);
        if (before != null && before.request.equals(request)) {
            return before.across == across ? Answer.DONE : Answer.CONFLICT;
        }
        if (ended.contains(application + request)) {
            return Answer.NOT_THERE;
        }
        if (before == null || !before.request.equals(old)) {
            return absent(application, old);
        }
        if (before.behind.map(Held::request).filter(request::equals).isPresent()) {
            return Answer.CONFLICT;
        }
        Answer answer = put(
                application, request, need, across, seconds, before.confirmed ? Optional.of(before) : before.behind);
        if (answer == Answer.DONE && !before.confirmed) {
            ended.add(application + old);
        }
        return answer;
    }

    private Answer put(
            String application, String request, Need need, boolean across, long seconds, Optional<Held> behind) {
        if (ended.contains(application + request)) {
            return Answer.NOT_THERE;
        }
        Map<String, Held> others = new HashMap<>(held);
        others.remove(application);
        Need taken = sum(others);
        if ((need.linkBps > 0 && need.linkBps > linkBps - taken.linkBps)
                || (need.cloudMillis > 0 && need.cloudMillis > Site.NODE_MILLIS - taken.cloudMillis)
                || (need.edgeMillis > 0 && need.edgeMillis > Site.NODE_MILLIS - taken.edgeMillis)) {
            return Answer.SHORT;
        }
        held.put(application, new Held(request, need, across, false, now + seconds, behind));
        return Answer.DONE;
    }

    /** What is to be replaced is neither there nor gone. */
    private Answer absent(String application, String request) {
        Held before = held.get(application);
        return before != null
                        && before.behind
                                .map(Held::request)
                                .filter(request::equals)
                                .isPresent()
                ? Answer.CONFLICT
                : Answer.NOT_THERE;
    }

    Answer confirm(String application, String request) {
        Held before = held.get(application);
        if (before == null || !before.request.equals(request)) {
            return absent(application, request);
        }
        before.behind.ifPresent(old -> ended.add(application + old.request));
        held.put(application, new Held(request, before.need, before.across, true, 0, Optional.empty()));
        return Answer.DONE;
    }

    Answer release(String application, String request) {
        Held before = held.get(application);
        if (before == null || !before.request.equals(request)) {
            return absent(application, request);
        }
        end(application);
        return Answer.DONE;
    }

    private void end(String application) {
        Held before = held.remove(application);
        ended.add(application + before.request);
        before.behind.ifPresent(old -> held.put(application, old));
    }

    Need taken() {
        return sum(held);
    }

    Map<String, String> requests() {
        Map<String, String> requests = new TreeMap<>();
        held.forEach((application, each) ->
                requests.put(application, each.request + (each.confirmed ? " confirmed" : " held")));
        return requests;
    }

    private static Need sum(Map<String, Held> all) {
        Need sum = new Need(0, 0, 0);
        for (Held each : all.values()) {
            Need more = each.inAll();
            sum = new Need(
                    sum.linkBps + more.linkBps, sum.cloudMillis + more.cloudMillis, sum.edgeMillis + more.edgeMillis);
        }
        return sum;
    }
}
