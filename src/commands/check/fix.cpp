#include "commands/check/fix.hpp"

#include "base/diagnostics/rule_names.hpp"
#include "base/digest.hpp"
#include "base/text/text.hpp"
#include "check/rules/records.hpp"
#include "format/diff.hpp"
#include "output/schema/schemas.hpp"
#include "store/repair.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

/// What was signed or said, what was edited, and what another record lists stands under the name it
/// was written with.
bool may_be_renamed(const LoadedPlan& plan, const JournalEntry& entry) {
    const std::vector<ListedRecord>& heads =
        entry.privacy == Privacy::private_ ? plan.heads.private_ : plan.heads.shared;
    const bool is_listed = std::none_of(heads.begin(), heads.end(), [&](const ListedRecord& head) {
        return head.file == entry.file;
    });
    if (is_listed || entry.origin == JournalEntry::Origin::edited_by_hand) {
        return false;
    }
    switch (entry.record.kind) {
        case RecordKind::response:
        case RecordKind::signature:
        case RecordKind::amendment:
        case RecordKind::terms: return false;
        default: break;
    }
    return !is_ticked_off(plan.journal, entry);
}

std::string folder_of(const JournalEntry& entry) {
    const std::string path = path_in_plan(entry);
    return path.substr(0, path.find('/'));
}

/// The name that goes with what a record says; a suffix that a person chose stays.
std::string name_for(const JournalEntry& entry) {
    const auto name = parse_record_name(entry.file);
    return to_string(
        RecordName{entry.record.date, entry.record.kind, name ? name->suffix : std::string()});
}

bool is_taken(const LoadedPlan& plan, const JournalEntry& entry, const std::string& name) {
    return std::any_of(plan.journal.begin(), plan.journal.end(), [&](const JournalEntry& other) {
        return other.file == name && other.privacy == entry.privacy;
    });
}

void add_renames(std::vector<Fix>& fixes, const CheckedTree& checked, const LoadedPlan& plan) {
    std::vector<std::string> promised;  // a name goes to one record only
    for (const JournalEntry& entry : plan.journal) {
        std::string name = name_for(entry);
        const std::string target = folder_of(entry) + "/" + name;
        const bool is_free = !is_taken(plan, entry, name) &&
                             std::find(promised.begin(), promised.end(), target) == promised.end();
        if (name == entry.file || !is_free || !may_be_renamed(plan, entry)) {
            continue;
        }
        promised.push_back(target);
        Fix fix{Fix::What::rename, std::string(rule::misnamed_file),
                checked.tree().shown(plan.ref) + "/" + path_in_plan(entry)};
        fix.plan = plan.ref;
        fix.folder = folder_of(entry);
        fix.name = entry.file;
        fix.new_name = std::move(name);
        fixes.push_back(std::move(fix));
    }
}

void add_schemas(std::vector<Fix>& fixes, const CheckedTree& checked) {
    for (SchemaFile& schema : schema_files()) {
        const std::string relative = fmt::format("{}/{}", schema_directory, schema.name);
        const auto there = checked.tree().root().read(relative);
        const bool is_there = there && *there;
        if (is_there && **there == schema.text) {
            continue;
        }
        Fix fix{Fix::What::refresh, "outdated-schema", checked.tree().root().shown(relative)};
        fix.folder = schema_directory;
        fix.name = std::move(schema.name);
        fix.before = is_there ? **there : std::string();
        fix.text = std::move(schema.text);
        fixes.push_back(std::move(fix));
    }
}

}  // namespace

std::vector<Fix> fixes_of(const CheckedTree& checked) {
    std::vector<Fix> fixes;
    if (const auto exposure = exposure_of(checked.tree())) {
        fixes.push_back({Fix::What::close, "permissions", exposure->path});
        fixes.back().mode = exposure->mode;
    }
    add_schemas(fixes, checked);
    for (const CheckedPlan& plan : checked.plans) {
        if (plan.inspection.plan) {
            add_renames(fixes, checked, *plan.inspection.plan);
        }
    }
    return fixes;
}

Result<void> apply(const Tree& tree, const Fix& fix) {
    switch (fix.what) {
        case Fix::What::rename:
            return rename_record(tree, fix.plan, fix.folder, fix.name, fix.new_name);
        case Fix::What::close: return restrict_permissions(tree);
        case Fix::What::refresh: return replace_file(tree, fix.folder, fix.name, fix.text);
    }
    return {};
}

namespace {

std::string new_path(const Fix& fix) {
    return fix.path.substr(0, fix.path.size() - fix.name.size()) + fix.new_name;
}

}  // namespace

std::string diff_of(const Fix& fix) {
    constexpr unsigned int others = 0077;
    switch (fix.what) {
        case Fix::What::rename:
            return fmt::format("rename from {}\nrename to {}\n", visible(fix.path),
                               visible(new_path(fix)));
        case Fix::What::close:
            return fmt::format("old mode {:04o} {}\nnew mode {:04o} {}\n", fix.mode,
                               visible(fix.path), fix.mode & ~others, visible(fix.path));
        case Fix::What::refresh:
            return unified_diff(fix.before.empty() ? "" : fix.path, fix.path, fix.before, fix.text);
    }
    return {};
}

std::string told(const Fix& fix) {
    switch (fix.what) {
        case Fix::What::rename:
            return fmt::format("renamed {} to {}\n", visible(fix.path), fix.new_name);
        case Fix::What::close: return fmt::format("closed {} to other users\n", visible(fix.path));
        case Fix::What::refresh: return fmt::format("saved {}\n", visible(fix.path));
    }
    return {};
}

bool is_fixed(const Diagnostic& finding, const std::vector<Fix>& fixes) {
    return std::any_of(fixes.begin(), fixes.end(), [&](const Fix& fix) {
        return fix.rule == finding.rule && fix.path == finding.file;
    });
}

}  // namespace perfplan::commands
