#include "evaluate/terms/terms.hpp"

#include "samples.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <random>

using namespace perfplan;
using namespace perfplan::evaluate;
using namespace perfplan::samples;

namespace {

/// Terms with a target and a due date; farther and sooner are harder.
std::string terms(int target, std::string_view due = "2026-12-18") {
    return "rep: Dana Reyes\nstarts: 2026-10-01\nends: 2026-12-31\ngoals:\n  pipeline: {title: "
           "Pipeline, baseline: 0, target: " +
           std::to_string(target) + ", due: " + std::string(due) + "}\n";
}

/// A plan's files as a story goes on. A digest is the name of the terms.
class Story {
public:
    explicit Story(std::string_view text, std::string_view rules = "format: 1\n")
        : rules_(settings(rules)), now_(plan(text)), digest_("first") {}

    Story& signed_by(std::string_view role, std::string_view on, std::string_view digest = "",
                     std::string_view more = "answer: signed\n") {
        const std::string name(digest.empty() ? digest_ : digest);
        seal(name, on, now_);
        return add("kind: signature\ndate: " + std::string(on) + "\nby: " + std::string(role) +
                   "\nrole: " + std::string(role) + "\n" + std::string(more) + "terms: " + name +
                   "\n");
    }

    /// Amends terms; plan.yaml is what comes out.
    Story& amended(std::string_view text, std::string_view digest, std::string_view on,
                   std::string_view amends, std::string_view changes = "") {
        now_ = plan(text);
        digest_ = digest;
        seal(digest, on, now_);
        return add("kind: amendment\ndate: " + std::string(on) + "\nby: Mia Chen\nreason: " +
                   std::string(digest) + "\nterms: " + std::string(digest) + "\namends: [" +
                   std::string(amends) + "]\n" + std::string(changes));
    }

    /// plan.yaml is this, whatever was sealed.
    Story& by_hand(std::string_view text, std::string_view digest = "hand") {
        now_ = plan(text);
        digest_ = digest;
        return *this;
    }

    void without_signatures() {
        std::erase_if(records_, [](const JournalEntry& entry) {
            return entry.record.kind == RecordKind::signature;
        });
    }

    [[nodiscard]] TermsStatus on(std::string_view as_of) const {
        return terms_status(rules_, files(), journal(records_), date(as_of));
    }

    /// The digest of the terms in force; "plan.yaml" where that counts.
    [[nodiscard]] std::string in_force(std::string_view as_of) const {
        const TermsStatus status = on(as_of);
        return status.in_force ? sealed_[*status.in_force].digest : "plan.yaml";
    }

    [[nodiscard]] std::string state(std::string_view as_of) const {
        return std::string(to_string(on(as_of).state));
    }

private:
    void seal(std::string_view digest, std::string_view on, const Plan& terms) {
        const bool is_there = std::any_of(sealed_.begin(), sealed_.end(),
                                          [&](const auto& copy) { return copy.digest == digest; });
        if (!is_there) {
            sealed_.push_back({date(on), "", std::string(digest), terms});
        }
    }

    /// Records of one day are in the order in which they are added.
    Story& add(const std::string& text) {
        const std::size_t n = records_.size();
        const auto two_digits = [](std::size_t value) {
            return std::to_string(value / 10) + std::to_string(value % 10);
        };
        const std::string now =
            "recorded: 2026-10-01T09:" + two_digits(n / 60) + ":" + two_digits(n % 60) + "Z\n";
        records_.push_back(record(text.find("recorded:") == std::string::npos ? text + now : text));
        return *this;
    }

    [[nodiscard]] TermsFiles files() const { return {now_, digest_, sealed_}; }

    Settings rules_;
    Plan now_;
    std::string digest_;
    std::vector<SealedTerms> sealed_;
    std::vector<JournalEntry> records_;
};

Story signed_story() {
    Story story(terms(750));
    story.signed_by("rep", "2026-10-02").signed_by("manager", "2026-10-05");
    return story;
}

std::string changed_in(const TermsStatus& status) {
    std::string fields;
    for (const Change& change : status.changed) {
        fields +=
            change.field + " " + change.from.value_or("-") + " " + change.to.value_or("-") + "\n";
    }
    return fields;
}

constexpr std::string_view due_changed =
    "changes: [{field: goals.pipeline.due, from: '2026-12-18', to: '2026-12-24'}]\n";
constexpr std::string_view target_changed =
    "changes: [{field: goals.pipeline.target, from: '750', to: '700'}]\n";

}  // namespace

TEST_SUITE_BEGIN("terms");

TEST_CASE("as long as nobody has signed, plan.yaml counts") {
    const Story story(terms(750));
    CHECK(story.in_force("2026-10-14") == "plan.yaml");
    CHECK(story.state("2026-10-14") == "unsigned");
    CHECK(story.on("2026-10-14").missing == std::vector{Role::rep, Role::manager});
}

TEST_CASE("the first signature seals the terms, the last required one makes them complete") {
    const Story story = signed_story();
    CHECK(story.in_force("2026-10-02") == "first");
    CHECK(story.state("2026-10-02") == "partly-signed");
    CHECK(story.on("2026-10-04").missing == std::vector{Role::manager});
    CHECK(story.state("2026-10-05") == "signed");
    CHECK(story.on("2026-10-05").missing.empty());
}

TEST_CASE("a refusal and an absence are answers") {
    Story story(terms(750));
    story.signed_by("rep", "2026-10-02", "", "answer: refused\nwitness: Sam Ortiz\n")
        .signed_by("manager", "2026-10-02", "", "answer: unavailable\n");
    const TermsStatus status = story.on("2026-10-02");
    CHECK(status.state == TermsState::signed_);
    REQUIRE(status.signatures.size() == 2);
    CHECK(status.signatures[0].answer == Answer::refused);
    CHECK(status.signatures[0].witness == "Sam Ortiz");
}

TEST_CASE("of two answers of one person the later one is shown") {
    Story story(terms(750));
    story.signed_by("rep", "2026-10-02", "", "answer: unavailable\n")
        .signed_by("rep", "2026-10-06");
    const TermsStatus status = story.on("2026-10-14");
    REQUIRE(status.signatures.size() == 1);
    CHECK(status.signatures[0].on == date("2026-10-06"));
}

TEST_CASE("asked for a day before the first signature, what was signed then counts unsigned") {
    Story story = signed_story();
    story.amended(terms(700), "second", "2026-10-10", "first");
    CHECK(story.in_force("2026-10-01") == "first");
    CHECK(story.state("2026-10-01") == "unsigned");
    CHECK(story.on("2026-10-01").missing.size() == 2);
}

TEST_CASE("an amendment that makes nothing harder is in force from its date") {
    Story story = signed_story();
    story.amended(terms(700), "second", "2026-10-10", "first");
    CHECK(story.in_force("2026-10-09") == "first");
    CHECK(story.in_force("2026-10-10") == "second");
    CHECK(story.state("2026-10-10") == "signed");
    CHECK(story.on("2026-10-10").signatures.size() == 2);
    CHECK(story.on("2026-10-10").amendments.front().in_force_from == date("2026-10-10"));
}

TEST_CASE("an amendment that makes anything harder waits for all required roles") {
    Story story = signed_story();
    story.amended(terms(800, "2026-12-24"), "second", "2026-10-10", "first");
    CHECK(story.in_force("2026-10-10") == "first");
    CHECK(story.state("2026-10-10") == "amendment-waiting");
    CHECK(story.on("2026-10-10").amendments.front().waits_for ==
          std::vector{Role::rep, Role::manager});
    story.signed_by("manager", "2026-10-11");
    CHECK(story.in_force("2026-10-11") == "first");
    CHECK(story.on("2026-10-11").newest_missing == std::vector{Role::rep});
    story.signed_by("rep", "2026-10-12");
    CHECK(story.in_force("2026-10-12") == "second");
    CHECK(story.in_force("2026-10-11") == "first");
    CHECK(story.state("2026-10-12") == "signed");
}

TEST_CASE("the signatures of the first terms don't count for harder ones") {
    Story story(terms(750));
    story.signed_by("rep", "2026-10-02").amended(terms(800), "second", "2026-10-03", "first");
    story.signed_by("manager", "2026-10-04");
    CHECK(story.in_force("2026-10-14") == "first");
    CHECK(story.on("2026-10-14").missing == std::vector{Role::manager});
}

TEST_CASE("the signatures of the first terms count for easier ones") {
    Story story(terms(750));
    story.signed_by("rep", "2026-10-02").amended(terms(700), "second", "2026-10-03", "first");
    CHECK(story.on("2026-10-03").missing == std::vector{Role::manager});
    story.signed_by("manager", "2026-10-04");
    CHECK(story.in_force("2026-10-04") == "second");
    CHECK(story.on("2026-10-04").missing.empty());
}

TEST_CASE("an easier amendment of one that waits, waits with it") {
    Story story = signed_story();
    story.amended(terms(800), "second", "2026-10-10", "first")
        .amended(terms(800, "2026-12-24"), "third", "2026-10-11", "second");
    CHECK(story.in_force("2026-10-12") == "first");
    CHECK(story.on("2026-10-12").amendments[1].standing == Standing::waiting);
    story.signed_by("rep", "2026-10-13").signed_by("manager", "2026-10-13");
    CHECK(story.in_force("2026-10-13") == "third");
    CHECK(story.on("2026-10-13").amendments[0].standing == Standing::in_force);
    CHECK(story.on("2026-10-13").amendments[0].in_force_from == date("2026-10-13"));
}

TEST_CASE("an easier amendment follows at once when what it builds on is signed after it") {
    Story story = signed_story();
    story.amended(terms(800), "second", "2026-10-10", "first")
        .amended(terms(800, "2026-12-24"), "third", "2026-10-11", "second")
        .signed_by("rep", "2026-10-12", "second")
        .signed_by("manager", "2026-10-12", "second");
    CHECK(story.in_force("2026-10-12") == "third");
}

TEST_CASE("what waits can be taken back without a signature") {
    Story story = signed_story();
    story.amended(terms(800), "second", "2026-10-10", "first")
        .amended(terms(750) + "# as before\n", "third", "2026-10-11", "second");
    CHECK(story.in_force("2026-10-10") == "first");
    CHECK(story.in_force("2026-10-11") == "third");
    CHECK(story.state("2026-10-11") == "signed");
}

TEST_CASE("what was eased is not made harder again by going back to what was signed once") {
    Story story = signed_story();
    story.amended(terms(700), "second", "2026-10-10", "first")
        .amended(terms(750), "first", "2026-10-11", "second");
    CHECK(story.in_force("2026-10-11") == "second");
    CHECK(story.state("2026-10-11") == "amendment-waiting");
    CHECK(story.on("2026-10-11").newest_missing.size() == 2);
    story.signed_by("rep", "2026-10-12").signed_by("manager", "2026-10-12");
    CHECK(story.in_force("2026-10-12") == "first");
    CHECK(story.in_force("2026-10-09") == "first");
    CHECK(story.in_force("2026-10-10") == "second");
}

TEST_CASE("where no signature is required, nothing waits") {
    Story story(terms(750), "format: 1\npolicy: {require_signatures: []}\n");
    story.signed_by("manager", "2026-10-02").amended(terms(800), "second", "2026-10-10", "first");
    CHECK(story.in_force("2026-10-10") == "second");
}

TEST_CASE("where no signature is required, those that were given hold for easier terms") {
    Story story(terms(750), "format: 1\npolicy: {require_signatures: []}\n");
    story.signed_by("rep", "2026-10-02").amended(terms(700), "easier", "2026-10-12", "first");
    CHECK(story.on("2026-10-12").signatures.size() == 1);
    story.amended(terms(900), "harder", "2026-10-13", "easier");
    CHECK(story.on("2026-10-13").signatures.empty());
}

TEST_CASE("terms changed by hand are told field by field, and don't count") {
    Story story = signed_story();
    story.by_hand(terms(650, "2026-12-31"));
    const TermsStatus status = story.on("2026-10-14");
    CHECK(story.in_force("2026-10-14") == "first");
    CHECK(status.state == TermsState::changed);
    CHECK(changed_in(status) ==
          "goals.pipeline.target 750 650\ngoals.pipeline.due 2026-12-18 2026-12-31\n");
}

TEST_CASE("comments and layout are no change") {
    Story story = signed_story();
    story.by_hand("# a comment\n" + terms(750));
    CHECK(story.on("2026-10-14").changed.empty());
    CHECK(story.state("2026-10-14") == "signed");
}

TEST_CASE("changes by hand are those from the newest terms, even if these wait") {
    Story story = signed_story();
    story.amended(terms(800), "second", "2026-10-10", "first").by_hand(terms(850));
    CHECK(changed_in(story.on("2026-10-14")) == "goals.pipeline.target 800 850\n");
}

TEST_CASE("what was amended later is no change on an earlier day") {
    Story story = signed_story();
    story.amended(terms(700), "second", "2026-10-10", "first");
    CHECK(story.on("2026-10-09").changed.empty());
    CHECK(story.on("2026-10-09").goes_on_later);
    CHECK_FALSE(story.on("2026-10-10").goes_on_later);
}

TEST_CASE("plan.yaml as it was before the newest amendment is unfinished, not changed") {
    Story story = signed_story();
    story.amended(terms(700), "second", "2026-10-10", "first").by_hand(terms(750), "first");
    const TermsStatus status = story.on("2026-10-10");
    CHECK(status.is_unfinished);
    CHECK(status.changed.empty());
    CHECK(story.in_force("2026-10-10") == "second");
}

TEST_CASE("of two easier amendments on two branches the first counts, and the other is set aside") {
    Story story = signed_story();
    story.amended(terms(750, "2026-12-24"), "later-due", "2026-10-10", "first", due_changed)
        .amended(terms(700), "nearer", "2026-10-11", "first", target_changed)
        .by_hand(terms(700, "2026-12-24"), "merged");
    const TermsStatus status = story.on("2026-10-14");
    CHECK(story.in_force("2026-10-14") == "later-due");
    REQUIRE(status.amendments.size() == 2);
    CHECK(status.amendments[0].standing == Standing::in_force);
    CHECK(status.amendments[1].standing == Standing::set_aside);
    REQUIRE(status.amendments[1].lost.size() == 1);
    CHECK(status.amendments[1].lost[0].from == "750");
    CHECK(status.amendments[1].lost[0].to == "700");
    CHECK(changed_in(status) == "goals.pipeline.target 750 700\n");
    CHECK(status.heads == std::vector<std::string>{"later-due", "nearer"});
}

TEST_CASE(
    "an easing of another branch stays when a neutral amendment of the other is written later") {
    Story story = signed_story();
    story.amended(terms(700), "nearer", "2026-10-10", "first", target_changed)
        .amended(terms(750) + "team: west\n", "moved", "2026-10-11", "first");
    CHECK(story.in_force("2026-10-14") == "nearer");
}

TEST_CASE("an amendment comes after what it builds on, whatever its record says of when") {
    for (const std::string_view on : {"2026-10-08", "2026-10-10"}) {
        Story story = signed_story();
        story.amended(terms(700), "nearer", "2026-10-10", "first", target_changed)
            .amended(terms(750), "back", on, "nearer", "recorded: 2026-10-01T00:00:00Z\n");
        CHECK(story.in_force("2026-10-14") == "nearer");
        CHECK(story.on("2026-10-14").amendments[0].standing == Standing::waiting);
    }
}

TEST_CASE("an amendment dated before the terms that it amends is known as such") {
    Story story = signed_story();
    story.amended(terms(700), "nearer", "2026-10-10", "first", target_changed)
        .amended(terms(650), "nearest", "2026-10-08", "nearer", target_changed);
    const TermsStatus status = story.on("2026-10-14");
    REQUIRE(status.amendments.size() == 2);
    CHECK(status.amendments[0].base_sealed_on == date("2026-10-10"));
    CHECK_FALSE(status.amendments[1].base_sealed_on);
}

TEST_CASE("what an amendment changes is what the copies say, and its record is compared") {
    Story story = signed_story();
    story.amended(terms(900), "farther", "2026-10-10", "first",
                  "changes:\n  - {field: goals.pipeline.title, from: a, to: b, effect: neutral}\n");
    const TermsStatus status = story.on("2026-10-14");
    REQUIRE(status.amendments.size() == 1);
    REQUIRE(status.amendments[0].changes.size() == 1);
    CHECK(status.amendments[0].changes[0].field == "goals.pipeline.target");
    CHECK(status.amendments[0].misstated ==
          std::vector<std::string>{"goals.pipeline.target", "goals.pipeline.title"});
}

TEST_CASE("a signature from before the terms were sealed does not count") {
    Story story = signed_story();
    story.amended(terms(900), "farther", "2026-10-10", "first")
        .signed_by("rep", "2026-10-09", "farther")
        .signed_by("manager", "2026-10-11", "farther");
    CHECK(story.in_force("2026-10-14") == "first");
    CHECK(story.on("2026-10-14").early_signatures.size() == 1);
    story.signed_by("rep", "2026-10-12", "farther");
    CHECK(story.in_force("2026-10-14") == "farther");
}

TEST_CASE("first signatures of different terms are both known") {
    Story story(terms(750));
    story.signed_by("rep", "2026-10-02")
        .by_hand(terms(900), "other")
        .signed_by("manager", "2026-10-03", "other");
    const TermsStatus status = story.on("2026-10-14");
    CHECK(story.in_force("2026-10-14") == "first");
    REQUIRE(status.other_first.size() == 1);
    REQUIRE(status.other_first[0].signatures.size() == 1);
    CHECK(status.other_first[0].signatures[0].by == "manager");
}

TEST_CASE("one more answer to terms of another branch does not bring them into force again") {
    Story story = signed_story();
    story.amended(terms(800), "left", "2026-10-10", "first")
        .signed_by("rep", "2026-10-10", "left")
        .signed_by("manager", "2026-10-10", "left")
        .amended(terms(900), "right", "2026-10-11", "first")
        .signed_by("rep", "2026-10-11", "right")
        .signed_by("manager", "2026-10-11", "right");
    CHECK(story.in_force("2026-10-14") == "right");
    story.signed_by("witness", "2026-10-12", "left");
    CHECK(story.in_force("2026-10-14") == "right");
}

TEST_CASE("an amendment of both branches joins them") {
    Story story = signed_story();
    story.amended(terms(750, "2026-12-24"), "later-due", "2026-10-10", "first", due_changed)
        .amended(terms(700), "nearer", "2026-10-11", "first", target_changed)
        .amended(terms(700, "2026-12-24"), "merged", "2026-10-12", "nearer, later-due");
    const TermsStatus status = story.on("2026-10-14");
    CHECK(story.in_force("2026-10-14") == "merged");
    CHECK(status.state == TermsState::signed_);
    CHECK(status.amendments[0].standing == Standing::in_force);
    CHECK(status.heads == std::vector<std::string>{"merged"});
}

TEST_CASE("branches merged into each other again and again take no longer than a single one") {
    Story story = signed_story();
    std::string amends = "first";
    for (int layer = 0; layer < 400; ++layer) {  // 2^400 paths lead back to the first terms
        const std::string left = "left-" + std::to_string(layer);
        const std::string right = "right-" + std::to_string(layer);
        story.amended(terms(749 - layer), left, "2026-10-09", amends)
            .amended(terms(749 - layer), right, "2026-10-09", amends);
        amends = left + ", " + right;
    }
    story.amended(terms(300), "last", "2026-10-10", amends);
    CHECK(story.in_force("2026-10-10") == "last");
    CHECK(story.state("2026-10-10") == "signed");
    CHECK(story.on("2026-10-10").heads == std::vector<std::string>{"last"});
    CHECK(story.on("2026-10-10").missing.empty());
    CHECK(story.on("2026-10-10").amendments.size() == 801);
}

TEST_CASE("harder terms on merged branches wait once, and all enter when the last is signed") {
    Story story = signed_story();
    std::string amends = "first";
    for (int layer = 0; layer < 40; ++layer) {
        const std::string left = "left-" + std::to_string(layer);
        const std::string right = "right-" + std::to_string(layer);
        story.amended(terms(751 + layer), left, "2026-10-09", amends)
            .amended(terms(751 + layer), right, "2026-10-09", amends);
        amends = left + ", " + right;
    }
    story.amended(terms(800), "last", "2026-10-10", amends)
        .signed_by("rep", "2026-10-12", "last")
        .signed_by("manager", "2026-10-13", "last");
    CHECK(story.in_force("2026-10-12") == "first");
    CHECK(story.on("2026-10-12").newest_missing == std::vector{Role::manager});
    CHECK(story.in_force("2026-10-13") == "last");
    for (const AmendmentStatus& amendment : story.on("2026-10-13").amendments) {
        CHECK(amendment.standing == Standing::in_force);
        CHECK(amendment.in_force_from == date("2026-10-13"));
    }
}

TEST_CASE("a joining amendment that drops what one branch eased waits for signatures") {
    Story story = signed_story();
    story.amended(terms(750, "2026-12-24"), "later-due", "2026-10-10", "first", due_changed)
        .amended(terms(700), "nearer", "2026-10-11", "first", target_changed)
        .amended(terms(700), "nearer", "2026-10-12", "nearer, later-due");
    CHECK(story.state("2026-10-14") == "amendment-waiting");
    CHECK(story.on("2026-10-14").newest_missing.size() == 2);
}

TEST_CASE("harder terms that came into force on one branch leave what the other eased to be told") {
    Story story = signed_story();
    story.amended(terms(800), "harder", "2026-10-10", "first", target_changed)
        .amended(terms(750, "2026-12-24"), "later-due", "2026-10-11", "first", due_changed)
        .signed_by("rep", "2026-10-12", "harder")
        .signed_by("manager", "2026-10-12", "harder")
        .by_hand(terms(800, "2026-12-24"), "merged");
    const TermsStatus status = story.on("2026-10-14");
    CHECK(story.in_force("2026-10-14") == "harder");
    CHECK(status.amendments[1].standing == Standing::set_aside);
    CHECK(changed_in(status) == "goals.pipeline.due 2026-12-18 2026-12-24\n");
}

TEST_CASE("harder terms that wait on one branch don't count beside what the other eased") {
    Story story = signed_story();
    story.amended(terms(750, "2026-12-24"), "later-due", "2026-10-10", "first", due_changed)
        .amended(terms(800), "harder", "2026-10-11", "first", target_changed)
        .by_hand(terms(800, "2026-12-24"), "merged");
    const TermsStatus status = story.on("2026-10-14");
    CHECK(story.in_force("2026-10-14") == "later-due");
    CHECK(status.amendments[1].standing == Standing::set_aside);
    CHECK(changed_in(status) == "goals.pipeline.target 750 800\n");
    story.amended(terms(800, "2026-12-24"), "merged", "2026-10-15", "later-due, harder");
    CHECK(story.state("2026-10-15") == "amendment-waiting");
    CHECK(story.in_force("2026-10-15") == "later-due");
}

TEST_CASE("clocks that differ lose no signature of the same day") {
    Story story = signed_story();
    story.signed_by("rep", "2026-10-10", "second")
        .amended(terms(800), "second", "2026-10-10", "first")
        .signed_by("manager", "2026-10-10");
    CHECK(story.in_force("2026-10-10") == "second");
}

TEST_CASE("other terms that only one side signed don't replace those in force") {
    Story story = signed_story();
    story.by_hand(terms(900), "other").signed_by("manager", "2026-10-10");
    CHECK(story.in_force("2026-10-10") == "first");
    CHECK(changed_in(story.on("2026-10-10")) == "goals.pipeline.target 750 900\n");
    story.signed_by("rep", "2026-10-11");
    CHECK(story.in_force("2026-10-11") == "other");
    CHECK(story.state("2026-10-11") == "signed");
}

TEST_CASE("amended terms whose signatures are gone count, but wait for them") {
    Story story(terms(750));
    story.signed_by("rep", "2026-10-02").amended(terms(800), "second", "2026-10-03", "first");
    story.without_signatures();
    CHECK(story.in_force("2026-10-14") == "first");
    CHECK(story.on("2026-10-14").missing.size() == 2);
}

TEST_CASE("a signature written down later is not known before") {
    Story story(terms(750));
    story.signed_by("rep", "2026-10-02", "", "answer: signed\nrecorded: 2026-10-09T15:00:00Z\n")
        .signed_by("manager", "2026-10-03");
    CHECK(story.on("2026-10-08").missing == std::vector{Role::rep});
    CHECK(story.on("2026-10-09").missing.empty());
    CHECK(story.in_force("2026-10-08") == "first");
}

namespace {

/// What happened on a day of a story made by chance.
struct Event {
    std::string on;
    std::string role;  ///< who signs what is newest then; empty: an amendment
    int target = 0;
};

std::vector<Event> events(std::mt19937& random) {
    const auto any = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most));
    };
    std::vector<Event> all{{"2026-10-02", "rep", 0}};
    for (int day = 2; day < 20; ++day) {
        const std::string on = "2026-10-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
        switch (any(5)) {
            case 0: all.push_back({on, "rep", 0}); break;
            case 1: all.push_back({on, "manager", 0}); break;
            case 2: all.push_back({on, "", 650 + 50 * any(5)}); break;
            default: break;
        }
    }
    return all;
}

/// Terms with the same target have the same bytes: amendments often go back to what was.
Story story_until(const std::vector<Event>& all, std::string_view last) {
    Story story(terms(750));
    std::string newest = "first";
    for (const Event& event : all) {
        const std::string digest =
            event.target == 750 ? "first" : "target-" + std::to_string(event.target);
        if (event.on > last) {
            break;
        }
        if (!event.role.empty()) {
            story.signed_by(event.role, event.on, newest);
        } else if (digest != newest) {
            story.amended(terms(event.target), digest, event.on, newest);
            newest = digest;
        }
    }
    return story;
}

}  // namespace

TEST_CASE("as of a day it is as if nothing had happened later") {
    std::mt19937 random(20261014);
    for (int n = 0; n < 300; ++n) {
        const std::vector<Event> all = events(random);
        const Story whole = story_until(all, "2026-12-31");
        for (const Event& event : all) {
            const Story cut = story_until(all, event.on);
            const TermsStatus then = cut.on(event.on);
            const TermsStatus now = whole.on(event.on);
            REQUIRE(whole.in_force(event.on) == cut.in_force(event.on));
            REQUIRE(now.missing == then.missing);
            REQUIRE(now.newest_missing == then.newest_missing);
            REQUIRE(now.heads == then.heads);
        }
    }
}

TEST_CASE("nothing harder than what was signed is ever in force unsigned") {
    std::mt19937 random(20261015);
    for (int n = 0; n < 300; ++n) {
        const std::vector<Event> all = events(random);
        const Story story = story_until(all, "2026-12-31");
        int signed_target = 750;  // the hardest that both have signed, or the first that one has
        std::string roles;
        int newest = 750;
        for (const Event& event : all) {
            if (event.role.empty()) {
                roles = event.target == newest ? roles : "";
                newest = event.target;
            } else if (roles.find(event.role) == std::string::npos) {
                roles += event.role;
            }
            const bool is_signed = roles.size() == std::string_view("repmanager").size();
            signed_target = is_signed ? newest : std::min(signed_target, newest);
            const std::string in_force = story.in_force(event.on);
            const int target = in_force == "first" ? 750 : std::stoi(in_force.substr(7));
            REQUIRE(target <= signed_target);
        }
    }
}

TEST_SUITE_END();
