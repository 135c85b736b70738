#include "terms_edit.hpp"

#include <perfplan/model/terms_order.hpp>

namespace perfplan {

namespace {

/// One field as it was given: its value, or its figures by date.
yaml::Value value_of(const std::vector<FieldEdit>& edits, std::string_view field) {
    std::vector<yaml::Value::Entry> figures;
    for (const FieldEdit& edit : edits) {
        if (edit.path.front() != field) {
            continue;
        }
        if (edit.path.size() == 1) {
            return edit.value;
        }
        figures.emplace_back(edit.path.back(), edit.value);
    }
    return yaml::Value::mapping(std::move(figures), yaml::Value::Layout::flow);
}

yaml::Value entry_value(const Section& section, const std::vector<FieldEdit>& edits) {
    std::vector<yaml::Value::Entry> entries;
    for (const FieldInfo& field : section.fields()) {
        if (has_field(edits, field.name)) {
            entries.emplace_back(std::string(field.name), value_of(edits, field.name));
        }
    }
    return yaml::Value::mapping(std::move(entries));
}

yaml::Path path_to(const Section& section, const Slug& id,
                   const std::vector<std::string>& below = {}) {
    yaml::Path path{std::string(section.key), id.str()};
    path.insert(path.end(), below.begin(), below.end());
    return path;
}

/// Applies one edit for each item, as long as all goes well.
template <class Items, class Edit>
Result<yaml::Document> for_each_of(const Items& items, Result<yaml::Document> terms,
                                   const Edit& edit) {
    for (const auto& item : items) {
        if (!terms) {
            break;
        }
        terms = edit(*terms, item);
    }
    return terms;
}

Result<yaml::Document> copy_of(const yaml::Document& terms) {
    return yaml::Document::read(terms.name(), terms.text());
}

}  // namespace

Result<yaml::Document> with_entries(const yaml::Document& terms, const Section& section,
                                    const std::vector<NewEntry>& entries) {
    return for_each_of(entries, copy_of(terms),
                       [&](const yaml::Document& document, const NewEntry& entry) {
                           return yaml::set(document, path_to(section, entry.id),
                                            entry_value(section, entry.fields), terms_order);
                       });
}

Result<yaml::Document> with_changes(const yaml::Document& terms, const Section& section,
                                    const Slug& id, const FieldChanges& changes) {
    auto without = for_each_of(
        changes.unset, copy_of(terms),
        [&](const yaml::Document& document, const std::string& name) {
            const yaml::Path path = path_to(section, id, {name});
            return yaml::locate(document, path) ? yaml::remove(document, path) : copy_of(document);
        });
    return for_each_of(changes.set, std::move(without),
                       [&](const yaml::Document& document, const FieldEdit& edit) {
                           return yaml::set(document, path_to(section, id, edit.path), edit.value,
                                            terms_order);
                       });
}

Result<yaml::Document> without_entries(const yaml::Document& terms, const Section& section,
                                       const std::vector<Slug>& entries) {
    return for_each_of(
        entries, copy_of(terms), [&](const yaml::Document& document, const Slug& id) {
            const bool is_last = document.root().find(section.key).size() == 1;
            return yaml::remove(
                document, is_last ? yaml::Path{std::string(section.key)} : path_to(section, id));
        });
}

Result<ExitCode> change_and_tell(const Arguments& arguments, Io& io, const OpenPlan& open,
                                 const TermsEdit& edit, std::string_view next,
                                 const Diagnostics& warnings, std::string_view summary) {
    const auto made = edit_or_amend(arguments, io, open, edit);
    if (!made) {
        return tl::unexpected(made.error());
    }
    io.report(warnings);
    tell_new_terms(arguments, io, open, *made, next, summary);
    return ExitCode::done;
}

}  // namespace perfplan
