#include <perfplan/base/digest.hpp>
#include <perfplan/base/text.hpp>
#include <perfplan/store/tree.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <thread>

namespace perfplan {

namespace {

constexpr std::size_t digest_prefix = 8;

/// Kinds whose words must stay as they were written; the rest is people's own text and may be
/// corrected.
bool is_sealed(RecordKind kind) {
    return kind == RecordKind::signature || kind == RecordKind::amendment ||
           kind == RecordKind::response || kind == RecordKind::terms;
}

void append(Diagnostics& to, Diagnostics from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

Diagnostic altered(std::string path, RecordKind kind) {
    Diagnostic diagnostic;
    diagnostic.message = fmt::format(
        "this {} was altered after it was written: its name does not stand for what it says",
        kind == RecordKind::terms ? "copy of the terms" : to_string(kind));
    diagnostic.hint =
        "bring back what was written, for example with 'git checkout', or with 'git log' find who changed it";
    diagnostic.file = std::move(path);
    return diagnostic;
}

/// Collects the records of journal/ and private/.
class JournalReader {
public:
    explicit JournalReader(LoadedPlan& plan) : plan_(&plan) {}

    void read(const Directory& plan_directory, std::string_view name, Privacy privacy) {
        auto directory = plan_directory.find(name);
        if (!directory) {
            append(plan_->diagnostics, std::move(directory).error());
            return;
        }
        if (!*directory) {
            return;
        }
        auto entries = (*directory)->list();
        if (!entries) {
            append(plan_->diagnostics, std::move(entries).error());
            return;
        }
        for (const DirectoryEntry& entry : *entries) {
            if (!entry.name.starts_with('.')) {
                read_entry(**directory, entry, privacy);
            }
        }
    }

private:
    void read_entry(const Directory& directory, const DirectoryEntry& entry, Privacy privacy) {
        const auto name = parse_record_name(entry.name);
        if (!name) {
            Diagnostic ignored = warning("is not read: " + name.error().message, name.error().hint);
            ignored.file = directory.shown(entry.name);
            plan_->diagnostics.push_back(std::move(ignored));
            return;
        }
        auto bytes = directory.read(entry.name);
        if (!bytes) {
            append(plan_->diagnostics, std::move(bytes).error());
        } else if (*bytes) {
            read_record_file(directory.shown(entry.name), **std::move(bytes), entry.name, *name,
                             privacy);
        }
    }

    void read_record_file(std::string path, std::string bytes, const std::string& file,
                          const RecordName& name, Privacy privacy) {
        JournalEntry entry;
        entry.file = file;
        entry.privacy = privacy;
        if (name.kind == RecordKind::terms) {
            if (hex(sha256(bytes)).substr(0, digest_prefix) != name.suffix) {
                plan_->diagnostics.push_back(altered(std::move(path), name.kind));
                return;
            }
            entry.record.kind = name.kind;
            entry.record.date = name.date;
            plan_->journal.push_back(std::move(entry));
            return;
        }
        const auto document = yaml::Document::read(std::move(path), std::move(bytes),
                                                   yaml::SecondOpinion::left_for_later);
        if (!document) {
            append(plan_->diagnostics, document.error());
            return;
        }
        entry.origin = origin(name.suffix, *document);
        // what a command wrote was confirmed then, and the name proves that it is that still
        if (entry.origin != JournalEntry::Origin::written) {
            if (auto confirmed = document->confirm(); !confirmed) {
                append(plan_->diagnostics, std::move(confirmed).error());
                return;
            }
        }
        auto record = read_record(*document);
        if (!record) {
            append(plan_->diagnostics, std::move(record).error());
            return;
        }
        append(plan_->diagnostics, std::move(record->warnings));
        if (record->value.kind != name.kind || record->value.date != name.date) {
            Diagnostic misnamed =
                warning(fmt::format("is named as a {} of {}, but says it is a {} of {}",
                                    to_string(name.kind), to_string(name.date),
                                    to_string(record->value.kind), to_string(record->value.date)),
                        "what it says counts; rename it to match");
            misnamed.file = document->name();
            plan_->diagnostics.push_back(std::move(misnamed));
        }
        entry.record = std::move(record->value);
        if (entry.origin == JournalEntry::Origin::edited_by_hand && is_sealed(entry.record.kind)) {
            plan_->diagnostics.push_back(altered(document->name(), entry.record.kind));
            return;
        }
        plan_->journal.push_back(std::move(entry));
    }

    static JournalEntry::Origin origin(std::string_view suffix, const yaml::Document& document) {
        if (!may_be_short_digest(suffix)) {
            return JournalEntry::Origin::by_hand;
        }
        return record_suffix(document.root()) == suffix ? JournalEntry::Origin::written
                                                        : JournalEntry::Origin::edited_by_hand;
    }

    LoadedPlan* plan_;
};

Result<Directory> plan_directory(const Tree& tree, const PlanRef& ref) {
    auto directory = tree.root().find(fmt::format("{}/{}", plans_directory, to_string(ref)));
    if (!directory) {
        return tl::unexpected(std::move(directory).error());
    }
    if (!*directory) {
        return fail(refusal(fmt::format("there is no plan '{}'", to_string(ref))));
    }
    return **std::move(directory);
}

Result<yaml::Document> read_terms_in(const Directory& directory) {
    auto bytes = directory.read(terms_file);
    if (!bytes) {
        return tl::unexpected(std::move(bytes).error());
    }
    if (!*bytes) {
        Diagnostic missing;
        missing.file = directory.shown(terms_file);
        missing.message = "is missing: a plan's directory holds its terms in plan.yaml";
        missing.hint = "bring it back, or remove the directory if it was left over";
        return fail(std::move(missing));
    }
    return yaml::Document::read(directory.shown(terms_file), **std::move(bytes));
}

}  // namespace

Result<yaml::Document> read_terms(const Tree& tree, const PlanRef& ref) {
    const auto directory = plan_directory(tree, ref);
    if (!directory) {
        return tl::unexpected(directory.error());
    }
    return read_terms_in(*directory);
}

Result<LoadedPlan> load_plan(const Tree& tree, const PlanRef& ref) {
    const auto directory = plan_directory(tree, ref);
    if (!directory) {
        return tl::unexpected(directory.error());
    }
    const auto document = read_terms_in(*directory);
    if (!document) {
        return tl::unexpected(document.error());
    }
    auto terms = read_plan(*document);
    if (!terms) {
        return tl::unexpected(std::move(terms).error());
    }
    LoadedPlan plan{ref, std::move(terms->value), {}, std::move(terms->warnings)};
    JournalReader reader(plan);
    reader.read(*directory, "journal", Privacy::shared);
    reader.read(*directory, "private", Privacy::private_);
    sort(plan.journal);
    return plan;
}

std::vector<Result<LoadedPlan>> load_plans(const Tree& tree, const std::vector<PlanRef>& refs) {
    std::vector<std::optional<Result<LoadedPlan>>> loaded(refs.size());
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < refs.size(); i = next++) {
            loaded[i] = load_plan(tree, refs[i]);
        }
    };
    constexpr std::size_t worth_a_thread =
        8;  // starting one costs about as much as reading a few plans
    std::size_t threads = refs.size() / worth_a_thread;
    if (threads > 1) {  // for one, nobody needs to know how many there could be
        threads = std::min<std::size_t>(threads, std::max(1U, std::thread::hardware_concurrency()));
    }
    std::vector<std::thread> helpers;
    for (std::size_t i = 1; i < threads; ++i) {
        helpers.emplace_back(work);
    }
    work();
    for (std::thread& helper : helpers) {
        helper.join();
    }
    std::vector<Result<LoadedPlan>> results;
    results.reserve(refs.size());
    for (auto& result : loaded) {
        results.push_back(*std::move(result));
    }
    return results;
}

}  // namespace perfplan
