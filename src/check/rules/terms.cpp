#include "check/rules/terms.hpp"

#include "base/text/text.hpp"
#include "check/rules/places.hpp"
#include "evaluate/plan/decision.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::check::look {

namespace {

/// Changes this near to the end leave nobody time to act on them.
constexpr int last_days = 14;

std::string names_of(const std::vector<Role>& roles) {
    std::vector<std::string> names;
    for (const Role role : roles) {
        names.emplace_back(to_string(role));
    }
    return listing(names);
}

std::string ref_of(const Subject& subject) {
    return to_string(subject.status.ref);
}

/// True if git put it there: an amendment of another branch says it.
bool was_merged(const TermsStatus& agreed, const Change& change) {
    return std::any_of(
        agreed.amendments.begin(), agreed.amendments.end(), [&](const AmendmentStatus& amendment) {
            return std::any_of(amendment.lost.begin(), amendment.lost.end(),
                               [&](const Change& lost) {
                                   return lost.field == change.field && lost.to == change.to;
                               });
        });
}

std::string by_hand(const Change& change) {
    return !change.from ? fmt::format("{} was added to signed terms by hand", change.field)
           : !change.to ? fmt::format("{} was taken out of signed terms by hand: it was {}",
                                      change.field, visible(*change.from))
                        : fmt::format("{} of signed terms was changed by hand from {} to {}",
                                      change.field, visible(*change.from), visible(*change.to));
}

/// The record of an amendment.
Place amendment_place(const Subject& subject, const AmendmentStatus& amendment) {
    return {file_of(subject.journal[amendment.entry]), {std::string("date")}, Place::Mark::value};
}

/// The review that closed the plan, or null.
const JournalEntry* closing_review(const Subject& subject) {
    const auto& outcome = subject.status.outcome;
    for (const JournalEntry& entry : subject.journal) {
        if (outcome && entry.record.kind == RecordKind::review &&
            entry.record.date == outcome->on && entry.record.decision == outcome->result) {
            return &entry;
        }
    }
    return nullptr;
}

Place decision_in(const JournalEntry& entry) {
    return {file_of(entry), {std::string("decision")}, Place::Mark::value};
}

enum class About { outcomes, pauses, anything_else };

About about(Decision decision) {
    switch (decision) {
        case Decision::met:
        case Decision::not_met:
        case Decision::withdraw: return About::outcomes;
        case Decision::pause:
        case Decision::resume: return About::pauses;
        default: return About::anything_else;
    }
}

/// What was written before a record; of one that does not tell when it was written, all of its day.
Journal written_before(const Journal& journal, std::size_t position) {
    const Record& record = journal[position].record;
    Journal before;
    for (std::size_t i = 0; i < journal.size(); ++i) {
        const bool is_of_the_day =
            record.recorded.utc.empty() && journal[i].record.date == record.date;
        if (i < position || (i > position && is_of_the_day)) {
            before.push_back(journal[i]);
        }
    }
    return before;
}

/// What speaks against the decision of a review, with what was written before it.
std::vector<Objection> objections_to(const Subject& subject, std::size_t position) {
    const Record& review = subject.journal[position].record;
    const Journal before = written_before(subject.journal, position);
    return objections(
        subject.settings,
        {subject.status.ref, subject.status.terms, subject.status.agreed, before, review.date},
        review);
}

/// What speaks against decisions of one sort.
template <class IsMeant>
Findings objections_as_findings(const Subject& subject, const IsMeant& is_meant) {
    Findings findings;
    for (std::size_t i = 0; i < subject.journal.size(); ++i) {
        const Record& record = subject.journal[i].record;
        if (record.kind != RecordKind::review || !record.decision || record.date > subject.as_of) {
            continue;
        }
        for (Objection& objection : objections_to(subject, i)) {
            if (is_meant(about(*record.decision), objection.kind)) {
                findings.push_back({decision_in(subject.journal[i]), std::move(objection.message),
                                    std::move(objection.hint)});
            }
        }
    }
    return findings;
}

}  // namespace

Findings is_unsigned(const Subject& subject) {
    const bool is_due = subject.as_of >= subject.status.timeline.starts && is_running(subject);
    if (!is_due || subject.status.agreed.missing.empty()) {
        return {};
    }
    return {
        {at_field("starts"),
         fmt::format("the plan runs since {}, but {} did not sign: nobody is held to terms they "
                     "never received",
                     to_string(subject.status.timeline.starts),
                     names_of(subject.status.agreed.missing)),
         fmt::format("'perfplan sign {} --as {}' records a signature, also a refused one",
                     ref_of(subject), to_string(subject.status.agreed.missing.front()))}};
}

Findings wrong_signer(const Subject& subject) {
    Findings findings;
    for (const JournalEntry& entry : subject.journal) {
        const Record& record = entry.record;
        const auto copy =
            std::find_if(subject.sealed.begin(), subject.sealed.end(),
                         [&](const SealedTerms& sealed) { return sealed.digest == record.terms; });
        if (record.kind != RecordKind::signature || !record.role || record.on_behalf ||
            copy == subject.sealed.end()) {
            continue;
        }
        const auto named = named_for(copy->terms, *record.role);
        if (named && folded(*named) != folded(record.by)) {
            findings.push_back(
                {{file_of(entry), {std::string("by")}, Place::Mark::value},
                 fmt::format("{} signed as {}, but the {} is {}", visible(record.by),
                             to_string(*record.role), to_string(*record.role), visible(*named)),
                 fmt::format("have the terms signed by {}, or with --on-behalf REASON",
                             visible(*named))});
        }
    }
    return findings;
}

Findings changed_terms(const Subject& subject) {
    Findings findings;
    for (const Change& change : subject.status.agreed.changed) {
        if (!was_merged(subject.status.agreed, change)) {
            const Place::Mark mark = change.from ? Place::Mark::value : Place::Mark::key;
            findings.push_back(
                {{"plan.yaml", path_of_field(change.field), mark},
                 by_hand(change),
                 fmt::format("the terms sealed on {} count; keep it: 'perfplan sign {} --amend "
                             "--reason TEXT'; undo it: 'perfplan sign {} --restore'",
                             to_string(*subject.status.agreed.newest_since), ref_of(subject),
                             ref_of(subject))});
        }
    }
    return findings;
}

Findings waiting_amendment(const Subject& subject) {
    Findings findings;
    for (const AmendmentStatus& amendment : subject.status.agreed.amendments) {
        if (amendment.standing == Standing::waiting && is_open(subject.status.state)) {
            findings.push_back(
                {amendment_place(subject, amendment),
                 fmt::format("the amendment of {} waits for {}: until then what was agreed before "
                             "it counts",
                             to_string(amendment.on), names_of(amendment.waits_for)),
                 amendment.waits_for.empty()
                     ? ""
                     : fmt::format("'perfplan sign {} --as {}'", ref_of(subject),
                                   to_string(amendment.waits_for.front()))});
        }
    }
    return findings;
}

Findings false_amendment(const Subject& subject) {
    Findings findings;
    for (const AmendmentStatus& amendment : subject.status.agreed.amendments) {
        if (!amendment.misstated.empty()) {
            findings.push_back(
                {{file_of(subject.journal[amendment.entry]),
                  {std::string("changes")},
                  Place::Mark::key},
                 fmt::format("this amendment does not say what it changes: its copies differ in {}",
                             listing(amendment.misstated)),
                 "what the sealed copies say counts; restore the record as it was written"});
        }
        if (amendment.base_sealed_on) {
            findings.push_back(
                {amendment_place(subject, amendment),
                 fmt::format(
                     "this amendment is dated {}, before the terms that it amends were sealed "
                     "on {}",
                     to_string(amendment.on), to_string(*amendment.base_sealed_on)),
                 "it counts after them; restore the record as it was written"});
        }
    }
    return findings;
}

Findings early_signature(const Subject& subject) {
    Findings findings;
    for (const std::size_t position : subject.status.agreed.early_signatures) {
        const JournalEntry& entry = subject.journal[position];
        findings.push_back(
            {{file_of(entry), {std::string("date")}, Place::Mark::value},
             fmt::format("{} signed on {}, before these terms were sealed: it does not count",
                         visible(entry.record.by), to_string(entry.record.date)),
             fmt::format("have the terms signed: 'perfplan sign {} --as {}'", ref_of(subject),
                         to_string(entry.record.role.value_or(Role::rep)))});
    }
    return findings;
}

Findings other_first_terms(const Subject& subject) {
    Findings findings;
    for (const OtherFirstTerms& other : subject.status.agreed.other_first) {
        for (const SignatureStatus& signature : other.signatures) {
            findings.push_back(
                {{file_of(subject.journal[signature.entry]),
                  {std::string("terms")},
                  Place::Mark::value},
                 fmt::format("{} signed other terms on another branch, which don't count",
                             visible(signature.by)),
                 fmt::format("let plan.yaml say what is agreed, then 'perfplan sign {} --amend "
                             "--reason TEXT' joins the two",
                             ref_of(subject))});
        }
    }
    return findings;
}

Findings lost_amendment(const Subject& subject) {
    Findings findings;
    for (const AmendmentStatus& amendment : subject.status.agreed.amendments) {
        for (const Change& change : amendment.lost) {
            findings.push_back(
                {amendment_place(subject, amendment),
                 fmt::format("{} of this amendment, {}, is not in force: another branch has {}",
                             change.field, visible(change.to.value_or("taken out")),
                             visible(change.from.value_or("nothing"))),
                 fmt::format("let plan.yaml say what is agreed, then 'perfplan sign {} --amend "
                             "--reason TEXT'",
                             ref_of(subject))});
        }
    }
    return findings;
}

Findings unfinished_amendment(const Subject& subject) {
    if (!subject.status.agreed.is_unfinished) {
        return {};
    }
    return {{in_file("plan.yaml"),
             fmt::format("does not hold the amendment of {} yet, which counts all the same",
                         to_string(*subject.status.agreed.newest_since)),
             fmt::format("'perfplan sign {} --restore' puts it in", ref_of(subject))}};
}

Findings late_change(const Subject& subject) {
    Findings findings;
    const Date ends = subject.status.timeline.ends;
    for (const AmendmentStatus& amendment : subject.status.agreed.amendments) {
        const bool is_late = amendment.on > ends - last_days && amendment.on <= ends;
        if (is_late && is_harder(amendment.changes)) {
            findings.push_back(
                {amendment_place(subject, amendment),
                 fmt::format("the terms became harder {} before the plan's end: nobody can act on "
                             "that in time",
                             count(static_cast<std::size_t>(ends - amendment.on), "day")),
                 "extend the plan, or leave the change to the next one"});
        }
    }
    return findings;
}

Findings against_policy(const Subject& subject) {
    Findings findings = objections_as_findings(subject, [](About about, Objection::Kind kind) {
        return about != About::pauses && kind != Objection::Kind::can_be_waived;
    });
    const auto extending = extending_amendments(subject.status.agreed);
    for (std::size_t i = 0; i < extending.size(); ++i) {
        const auto by_review = std::ranges::count_if(subject.journal, [&](const auto& entry) {
            return entry.record.decision == Decision::extend &&
                   entry.record.date < extending[i]->on;
        });
        if (const auto objection = objection_to_extensions(
                subject.settings.policy, static_cast<int>(i) + static_cast<int>(by_review))) {
            findings.push_back({amendment_place(subject, *extending[i]),
                                "this amendment moves the last day: " + objection->message,
                                objection->hint});
        }
    }
    return findings;
}

Findings bad_pause(const Subject& subject) {
    return objections_as_findings(
        subject, [](About about, Objection::Kind) { return about == About::pauses; });
}

Findings against_figures(const Subject& subject) {
    Findings findings = objections_as_findings(subject, [](About, Objection::Kind kind) {
        return kind == Objection::Kind::can_be_waived;
    });
    for (Finding& finding : findings) {
        finding.hint =
            "who decides all the same says why under 'override', which every report shows";
    }
    return findings;
}

Findings bare_outcome(const Subject& subject) {
    const JournalEntry* review = closing_review(subject);
    if (review == nullptr || review->record.reason || review->record.text ||
        !review->record.evidence.empty() || review->record.override_reason) {
        return {};
    }
    return {{decision_in(*review),
             "the plan was closed without a reason and without evidence: that can't be defended",
             "add what it rests on: 'reason', 'evidence' or 'text'"}};
}

}  // namespace perfplan::check::look
