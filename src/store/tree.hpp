// A tree of plans on disk: finding it, listing it, loading plans from it.
#pragma once

#include "model/plan.hpp"
#include "model/plan_ref.hpp"
#include "model/record.hpp"
#include "model/sealed_terms.hpp"
#include "store/directory.hpp"
#include "yaml/document.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace perfplan::store {

inline constexpr std::string_view settings_file = "perfplan.yaml";
inline constexpr std::string_view plans_directory = "plans";
inline constexpr std::string_view templates_directory = "templates";
inline constexpr std::string_view terms_file = "plan.yaml";
inline constexpr std::string_view journal_directory = "journal";
inline constexpr std::string_view private_directory = "private";

/// Where a command looks for the tree.
struct TreeLocation {
    std::string directory = ".";  ///< where the search starts
    enum class Search { upwards, here } search = Search::upwards;
};

/// A tree, its settings read. Cheap to copy: copies share what they know.
class Tree {
public:
    /// Opens the tree at or above a directory. The error of a search without success says how to
    /// make a tree.
    static Result<Tree> open(const TreeLocation& location);

    /// The same, but settings that can't be used are told, and stand at their defaults.
    struct Opened;
    static Result<Opened> open_anyway(const TreeLocation& location);

    [[nodiscard]] const Directory& root() const { return *root_; }
    [[nodiscard]] const Settings& settings() const { return *settings_; }
    [[nodiscard]] const Diagnostics& warnings() const { return *warnings_; }
    /// perfplan.yaml as it was read.
    [[nodiscard]] const std::string& settings_text() const { return *settings_text_; }

    /// All plans, sorted. A directory whose name is no id is a warning, appended to `warnings`.
    struct Listing {
        std::vector<PlanRef> plans;
        Diagnostics warnings;
    };
    [[nodiscard]] Result<Listing> list() const;
    /// The plans of one rep; empty if there is no such rep.
    [[nodiscard]] Result<Listing> list(const Slug& rep) const;

    /// How messages call the directory of a plan: "plans/dana-reyes/2026-q4"
    [[nodiscard]] std::string shown(const PlanRef& ref) const;

private:
    Tree(Directory root, std::string settings_text, Settings settings, Diagnostics warnings)
        : root_(std::make_shared<const Directory>(std::move(root))),
          settings_text_(std::make_shared<const std::string>(std::move(settings_text))),
          settings_(std::make_shared<const Settings>(std::move(settings))),
          warnings_(std::make_shared<const Diagnostics>(std::move(warnings))) {}
    std::shared_ptr<const Directory> root_;
    std::shared_ptr<const std::string> settings_text_;
    std::shared_ptr<const Settings> settings_;
    std::shared_ptr<const Diagnostics> warnings_;
};

struct Tree::Opened {
    Tree tree;
    Diagnostics errors;  ///< of the settings
};

/// The records of each directory that no other record there lists yet, the oldest first: the next
/// one is to list them.
struct Heads {
    std::vector<ListedRecord> shared;
    std::vector<ListedRecord> private_;
};

/// A plan as it was found: its terms and everything recorded for it.
struct LoadedPlan {
    PlanRef ref;
    Plan terms;          ///< plan.yaml as it stands
    std::string digest;  ///< of its bytes, see terms_digest
    /// The copies that signatures and amendments refer to, by date; of the same bytes there may be
    /// several of different dates.
    std::vector<SealedTerms> sealed;
    Journal journal;
    Heads heads;
    Diagnostics
        diagnostics;  ///< of records that could not be read (left out of the journal), and warnings
};

/// Where a record lies below its plan's directory: "journal/2026-10-05-coaching.yaml"
std::string path_in_plan(const JournalEntry& entry);

/// Reads one plan. Signatures and amendments that refer to no sealed copy are damaged records. An
/// error that leaves no terms is a failure; damaged records are left out and
/// told in `diagnostics`. For who only reads: what yaml-cpp makes of the terms is asked where they
/// are checked, changed or sealed.
Result<LoadedPlan> load_plan(const Tree& tree, const PlanRef& ref);

/// Is told how many parts of a work are done, on the thread that asked for it.
using Progress = std::function<void(std::size_t done)>;

/// Reads many plans on all processors; the results are in the order of `refs`.
std::vector<Result<LoadedPlan>> load_plans(const Tree& tree, const std::vector<PlanRef>& refs,
                                           const Progress& progress = {});

/// plan.yaml as it stands, for an edit.
Result<yaml::Document> read_terms(const Tree& tree, const PlanRef& ref);

/// A sealed copy of the terms, as the document that plan.yaml was.
Result<yaml::Document> read_sealed(const Tree& tree, const PlanRef& ref, const SealedTerms& sealed);

}  // namespace perfplan::store
