package org.kith.reference;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kith.events.DirectoryEvent;
import org.kith.events.DirectoryEvent.CodeListPublished;
import org.kith.events.DirectoryEvent.GroupFormed;
import org.kith.events.DirectoryEvent.OrganisationIdentified;
import org.kith.events.DirectoryEvent.PartnerOnboarded;
import org.kith.events.DirectoryEvent.PartnerResumed;
import org.kith.events.DirectoryEvent.PartnerSuspended;
import org.kith.events.DirectoryEvent.PostCapacitySet;
import org.kith.events.DirectoryEvent.PostFilled;
import org.kith.events.DirectoryEvent.PostHolderAbsent;
import org.kith.events.DirectoryEvent.PostHolderReturned;
import org.kith.events.DirectoryEvent.PostVacated;
import org.kith.events.DirectoryEvent.PracticeJoinedCluster;
import org.kith.events.DirectoryEvent.PracticeRegistered;
import org.kith.events.DirectoryEvent.ProgrammeSetUp;
import org.kith.events.EventEnvelope;

/** All reference data at one moment: immutable, so that one request sees one state however long it takes. */
public record Reference(
        Map<String, Programme> programmes,
        Map<String, CodeList> codeLists,
        Map<String, Practice> practices,
        Map<String, Post> posts,
        Map<String, PartnerLimits> partners,
        Names names) {

    /** What the client of every onboarded system begins with. */
    private static final String SYSTEM = "system-";

    public static final Reference EMPTY = new Reference(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** Where no group or organisation has told its name. */
    public Reference(
            Map<String, Programme> programmes, Map<String, CodeList> codeLists, Map<String, Practice> practices, Map<String, Post> posts,
            Map<String, PartnerLimits> partners) {
        this(programmes, codeLists, practices, posts, partners, Names.NONE);
    }

    /** What a group or an organisation calls itself, by its id. */
    public Optional<String> nameOf(String id) {
        return names.of(id);
    }

    public Optional<Programme> programme(String id) {
        return Optional.ofNullable(programmes.get(id));
    }

    public boolean hasArea(String programme, String area) {
        return programme(programme).filter(p -> p.hasArea(area)).isPresent();
    }

    /** False also where there is no such list. */
    public boolean hasCode(String list, String code) {
        var codes = codeLists.get(list);
        return codes != null && codes.has(code);
    }

    /**
     * Which list a programme goes by: its nation's own, {@code ethnicity-scotland}, where there is one.
     *
     * @param programme null or unknown: the list itself
     */
    public String listOf(@Nullable String programme, String list) {
        var known = programme == null ? null : programmes.get(programme);
        if (known == null || known.nation() == null) return list;
        var own = list + "-" + known.nation();
        return codeLists.containsKey(own) ? own : list;
    }

    public Optional<CodeList> codeList(String list) {
        return Optional.ofNullable(codeLists.get(list));
    }

    public Optional<Practice> practice(String code) {
        return Optional.ofNullable(practices.get(code));
    }

    /** The cluster (an area of the programme) that the practice was in on that day. */
    public Optional<String> clusterOf(String practice, String programme, LocalDate on) {
        return practice(practice).flatMap(p -> p.clusterIn(programme, on));
    }

    /**
     * A worker in a post that covers an area.
     *
     * @param expectedClients a year, on that day; null where nobody expects a number
     * @param caseloadLimit open referrals at a time; null: none was set
     * @param away on that day
     */
    public record Covering(
            String post, String role, String worker, int fteHundredths, @Nullable Integer expectedClients, @Nullable Integer caseloadLimit,
            Set<String> specialisms, boolean away) {}

    /** Who holds a post of the programme that covers the area on that day, away or not, ordered by the post's id. */
    public List<Covering> workersCovering(String programme, String area, LocalDate on) {
        return posts.values().stream()
                .filter(post -> post.programme().equals(programme))
                .sorted(Comparator.comparing(Post::id))
                .flatMap(post -> post.holderCovering(area, on).stream()
                        .map(h -> new Covering(post.id(), post.role(), h.worker(), h.fteHundredths(), post.capacity().expectedOn(on), post.capacity().caseloadLimit(),
                                post.capacity().specialisms(), post.isAway(h.worker(), on))))
                .toList();
    }

    /** The next state; an event that is no reference data changes nothing. */
    Reference apply(EventEnvelope envelope, DirectoryEvent event) {
        return switch (event) {
            case ProgrammeSetUp e -> with(e);
            case CodeListPublished e -> with(e);
            case PracticeRegistered e -> with(practiceOf(e.practice()).named(e.name()));
            case PracticeJoinedCluster e -> with(practiceOf(e.practice()).joined(e.programme(), e.cluster(), e.from()));
            case PostFilled e -> envelope.programmes().isEmpty()
                    ? this
                    : with(post(e.post(), envelope.programmes().getFirst(), e.role())
                            .filled(new Post.Holding(e.worker(), e.fteHundredths(), Set.copyOf(e.areas()), e.from(), null)));
            case PostVacated e -> envelope.programmes().isEmpty()
                    ? this
                    : with(post(e.post(), envelope.programmes().getFirst(), e.role())
                            .vacated(e.worker(), e.until()));
            case PostCapacitySet e -> envelope.programmes().isEmpty()
                    ? this
                    : with(post(e.post(), envelope.programmes().getFirst(), e.role()).with(Capacity.of(e)));
            case PostHolderAbsent e -> envelope.programmes().isEmpty()
                    ? this
                    : with(post(e.post(), envelope.programmes().getFirst(), e.role()).absent(new Post.Absence(e.worker(), e.from(), e.until())));
            case PostHolderReturned e -> envelope.programmes().isEmpty()
                    ? this
                    : with(post(e.post(), envelope.programmes().getFirst(), e.role()).returned(e.worker(), e.on()));
            case PartnerOnboarded e -> with(e.partner(), new PartnerLimits(
                    e.practice() == null ? String.valueOf(e.organisation()) : "practice:" + e.practice(), e.client(), areas(e), false));
            case PartnerSuspended e -> with(e.partner(), true);
            case PartnerResumed e -> with(e.partner(), false);
            case GroupFormed e -> named(e.group(), e.name());
            case OrganisationIdentified e -> named(e.organisation(), e.name());
            default -> this;
        };
    }

    /** What an organisation's system or a practice's door, by the name as which it sends, is limited to; empty for one that was not onboarded. */
    public Optional<PartnerLimits> partner(String name) {
        return partners.values().stream().filter(partner -> partner.name().equals(name)).findFirst();
    }

    /**
     * Whether a good token of this client is not enough at the moment: it is suspended, or of a system of which nothing was told
     * yet, so that its limits are not known. Asked at each request.
     */
    public boolean suspended(String client) {
        for (var partner : partners.values()) if (client.equals(partner.client())) return partner.suspended();
        return client.startsWith(SYSTEM);
    }

    private static Map<String, Set<String>> areas(PartnerOnboarded e) {
        return e.access().stream().collect(Collectors.toMap(DirectoryEvent.PartnerAccess::programme, one -> Set.copyOf(one.areas()), (a, _) -> a));
    }

    private Reference with(String partner, boolean suspended) {
        var known = partners.get(partner);
        return known == null ? this : with(partner, known.suspended(suspended));
    }

    private Reference with(String id, PartnerLimits partner) {
        return new Reference(programmes, codeLists, practices, posts, put(partners, id, partner), names);
    }

    private Practice practiceOf(String code) {
        var known = practices.get(code);
        return known != null ? known : new Practice(code, null, Map.of());
    }

    private Post post(String id, String programme, String role) {
        var known = posts.get(id);
        return known != null ? known : new Post(id, programme, role, List.of(), List.of(), Capacity.NOT_SAID);
    }

    private Reference with(ProgrammeSetUp e) {
        var areas = e.areas().stream()
                .collect(Collectors.toMap(DirectoryEvent.Area::code, DirectoryEvent.Area::name, (a, _) -> a));
        var programme = new Programme(e.programme(), e.name(), e.lawfulBasis(), areas, e.nation());
        return new Reference(put(programmes, e.programme(), programme), codeLists, practices, posts, partners, names);
    }

    private Reference with(CodeListPublished e) {
        var codes = new LinkedHashMap<String, String>();
        e.codes().forEach(code -> codes.put(code.code(), code.label()));
        return new Reference(programmes, put(codeLists, e.list(), new CodeList(e.list(), e.version(), codes)), practices, posts, partners, names);
    }

    private Reference with(Practice practice) {
        return new Reference(programmes, codeLists, put(practices, practice.code(), practice), posts, partners, names);
    }

    private Reference with(Post post) {
        return new Reference(programmes, codeLists, practices, put(posts, post.id(), post), partners, names);
    }

    private Reference named(String id, String name) {
        return new Reference(programmes, codeLists, practices, posts, partners, names.with(id, name));
    }

    private static <T> Map<String, T> put(Map<String, T> map, String key, T value) {
        var copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
