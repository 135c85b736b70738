// Plans with their records, to count over.
#pragma once

#include "evaluate/portfolio/team.hpp"
#include "samples.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace perfplan::samples {

using namespace evaluate;

/// Plans as of a day, each with its journal; nobody has to sign them unless the settings say so.
class Tree {
public:
    explicit Tree(std::string_view as_of, std::string_view policy = "")
        : settings_(
              settings("format: 1\npolicy:\n  require_signatures: []\n" + std::string(policy))),
          as_of_(date(as_of)) {}

    /// `terms` follow the rep's name; the plan's directory is rep/id.
    void add(std::string_view ref, std::string_view terms, std::vector<JournalEntry> entries = {}) {
        const PlanRef name = parse_plan_ref(ref).value();
        const Plan agreed = plan("rep: " + name.rep.str() + "\n" + std::string(terms));
        kept_.push_back({PlanStatus(), journal(std::move(entries))});
        kept_.back().status =
            plan_status(settings_, name, agreed, TermsStatus(), kept_.back().journal, as_of_);
    }

    [[nodiscard]] std::vector<RecordedPlan> plans() const {
        std::vector<RecordedPlan> all;
        for (const Kept& each : kept_) {
            all.push_back({each.status, each.journal});
        }
        return all;
    }

    [[nodiscard]] const Settings& of() const { return settings_; }
    [[nodiscard]] Date as_of() const { return as_of_; }

private:
    struct Kept {
        PlanStatus status;
        Journal journal;
    };
    Settings settings_;
    Date as_of_;
    std::deque<Kept> kept_;
};

}  // namespace perfplan::samples
