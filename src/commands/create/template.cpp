#include "commands/create/template.hpp"

#include "base/text/text.hpp"
#include "commands/create/default_files.hpp"

#include <fmt/format.h>

#include <charconv>

namespace perfplan::commands {

namespace {

constexpr std::string_view yaml_extension = ".yaml";

Result<std::vector<std::string>> names_in(const std::optional<Directory>& directory) {
    std::vector<std::string> names;
    if (!directory) {
        return names;
    }
    PERFPLAN_TRY(const auto entries, directory->list());
    for (const DirectoryEntry& entry : entries) {
        if (entry.type == EntryType::file && entry.name.ends_with(yaml_extension)) {
            names.push_back(entry.name.substr(0, entry.name.size() - yaml_extension.size()));
        }
    }
    return names;
}

tl::unexpected<Diagnostics> no_template(const std::string& name,
                                        const std::vector<std::string>& known) {
    return fail(
        usage_error(fmt::format("there is no template '{}' in templates/", visible(name)),
                    did_you_mean(name, known,
                                 known.empty() ? "'perfplan init' writes two to start from"
                                               : fmt::format("there is {}", listing(known)))));
}

/// A template explains itself in the comment at its top, which is not part of the terms. Its lines
/// are left empty, so that errors name the lines of the file.
std::string with_blank_header(std::string_view text) {
    std::string blank;
    while (text.starts_with('#') || text.starts_with('\n') || text.starts_with("\r\n")) {
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        blank += '\n';
    }
    return blank.append(text);
}

Result<yaml::Document> without_blank_header(const yaml::Document& terms) {
    const std::string_view text = terms.text();
    const std::size_t start = std::min(text.find_first_not_of('\n'), text.size());
    return yaml::Document::read(terms.name(), std::string(text.substr(start)));
}

Result<std::string> template_text(const Tree& tree, const std::string& name, std::string& shown) {
    PERFPLAN_TRY(const auto directory, tree.root().find(templates_directory));
    if (directory && parse_slug(name)) {
        PERFPLAN_TRY(auto bytes, directory->read(name + std::string(yaml_extension)));
        if (bytes) {
            shown = directory->shown(name + std::string(yaml_extension));
            return with_blank_header(*bytes);
        }
    }
    const auto known = names_in(directory);
    return known ? no_template(name, *known) : tl::unexpected(known.error());
}

// ---- what is relative in a template

/// A change to make, and where it stands in the template.
struct Replacement {
    yaml::Path path;
    yaml::Value value;  ///< of a key: its text
    enum class What { value, key } what = What::value;
};

class Resolver {
public:
    Resolver(const yaml::Document& terms, const TemplateContext& context)
        : terms_(&terms), context_(&context) {}

    void resolve() {
        for (const yaml::Node goal : terms_->root().find("goals").children()) {
            const yaml::Path path{"goals", std::string(goal.key().text())};
            for (const std::string_view field : {"starts", "due", "deliver"}) {
                date(path, goal, field);
            }
            for (const std::string_view field : {"baseline", "target", "at_most", "at_least"}) {
                figure(path, goal, field);
            }
            checkpoints(path, goal.find("checkpoints"));
            fill(path, goal, "unit", context_->unit);
        }
        for (const yaml::Node activity : terms_->root().find("activities").children()) {
            fill({"activities", std::string(activity.key().text())}, activity, "owner",
                 context_->manager);
        }
        dates_of("skills", "by");
        dates_of("activities", "due");
    }

    [[nodiscard]] const std::vector<Replacement>& replacements() const { return replacements_; }
    [[nodiscard]] const Diagnostics& errors() const { return errors_; }

private:
    void fill(const yaml::Path& parent, yaml::Node entry, std::string_view field,
              const std::optional<std::string>& text) {
        const yaml::Node node = entry.find(field);
        if (node && node.is_null() && text) {
            replacements_.push_back(
                {below(parent, field), yaml::Value::string(*text), Replacement::What::value});
        }
    }

    void dates_of(const std::string& section, std::string_view field) {
        for (const yaml::Node entry : terms_->root().find(section).children()) {
            date({section, std::string(entry.key().text())}, entry, field);
        }
    }

    std::optional<std::string> resolved_date(std::string_view text,
                                             Diagnostic (*at)(const yaml::Document&, yaml::Node,
                                                              const ParseError&),
                                             yaml::Node node) {
        if (parse_date(text)) {
            return std::nullopt;
        }
        DateContext words;
        words.today = context_->starts;
        const auto resolved = parse_human_date(text, words);
        if (!resolved) {
            errors_.push_back(at(*terms_, node, resolved.error()));
            return std::nullopt;
        }
        return to_string(*resolved);
    }

    void date(const yaml::Path& parent, yaml::Node entry, std::string_view field) {
        const yaml::Node node = entry.find(field);
        if (!node || !node.is_scalar()) {
            return;
        }
        const auto at_value = [](const yaml::Document& terms, yaml::Node where,
                                 const ParseError& what) {
            return terms.at_value(where, what.message, what.hint);
        };
        if (auto text = resolved_date(node.text(), at_value, node)) {
            replacements_.push_back(
                {below(parent, field), yaml::Value::verbatim(*text), Replacement::What::value});
        }
    }

    void figure(const yaml::Path& parent, yaml::Node entry, std::string_view field) {
        const yaml::Node node = entry.find(field);
        if (!node || !node.is_scalar()) {
            return;
        }
        if (auto text = share_of_quota(node)) {
            replacements_.push_back(
                {below(parent, field), yaml::Value::verbatim(*text), Replacement::What::value});
        }
    }

    void checkpoints(const yaml::Path& goal, yaml::Node node) {
        const auto at_key = [](const yaml::Document& terms, yaml::Node where,
                               const ParseError& what) {
            return terms.at_key(where, what.message, what.hint);
        };
        const yaml::Path parent = below(goal, "checkpoints");
        for (const yaml::Node entry : node.children()) {
            const std::string_view key = entry.key().text();
            figure(parent, node, key);
            if (auto text = resolved_date(key, at_key, entry)) {
                replacements_.push_back(
                    {below(parent, key), yaml::Value::verbatim(*text), Replacement::What::key});
            }
        }
    }

    /// "40% of quota" as a number; nothing for other text, which is left for the reader of terms to
    /// judge.
    std::optional<std::string> share_of_quota(yaml::Node node) {
        constexpr std::string_view of_quota = "of quota";
        std::string_view text = node.text();
        if (!text.ends_with(of_quota)) {
            return std::nullopt;
        }
        text.remove_suffix(of_quota.size());
        const auto share = parse_human_number(trim(text));
        if (!share || !share->percent) {
            errors_.push_back(
                terms_->at_value(node, fmt::format("'{}' is no share of quota", node.text()),
                                 "write it like '40% of quota'"));
            return std::nullopt;
        }
        if (!context_->quota) {
            errors_.push_back(
                terms_->at_value(node, "this template needs to know the quota", "add --quota N"));
            errors_.back().code = ExitCode::usage;  // the template is fine
            return std::nullopt;
        }
        const auto product = multiply(share->value, *context_->quota);
        const auto figure = product ? divide(*product, 100, 2) : std::nullopt;
        if (!figure) {
            errors_.push_back(
                terms_->at_value(node, "this share of the quota is too large a number"));
            return std::nullopt;
        }
        return to_string(*figure);
    }

    static yaml::Path below(yaml::Path path, std::string_view key) {
        path.emplace_back(std::string(key));
        return path;
    }

    const yaml::Document* terms_;
    const TemplateContext* context_;
    std::vector<Replacement> replacements_;
    Diagnostics errors_;
};

/// The keys that have no value, innermost first.
void find_empty(yaml::Node mapping, const yaml::Path& path, std::vector<yaml::Path>& found) {
    std::size_t empty = 0;
    for (const yaml::Node entry : mapping.children()) {
        yaml::Path below = path;
        below.emplace_back(std::string(entry.key().text()));
        if (entry.is_mapping()) {
            find_empty(entry, below, found);
        } else if (entry.is_null()) {
            found.push_back(std::move(below));
            ++empty;
        }
    }
    // a mapping with nothing left in it goes as a whole
    if (!path.empty() && empty > 0 && empty == mapping.size()) {
        found.resize(found.size() - empty);
        found.push_back(path);
    }
}

}  // namespace

Result<std::vector<std::string>> template_names(const Tree& tree) {
    return tree.root().find(templates_directory).and_then(names_in);
}

Result<Template> read_template(const Tree& tree, const std::optional<std::string>& name) {
    std::string shown = "the starting terms";
    std::string text(starting_terms);
    if (name) {
        PERFPLAN_TRY(auto found, template_text(tree, *name, shown));
        text = std::move(found);
    }
    auto terms = yaml::Document::read(shown, std::move(text));
    if (!terms) {
        return tl::unexpected(std::move(terms).error());
    }
    std::optional<int> days;
    if (const yaml::Node node = terms->root().find("days")) {
        const std::string_view written = node.text();
        int n = 0;
        const auto [end, error] =
            std::from_chars(written.data(), written.data() + written.size(), n);
        if (error != std::errc() || end != written.data() + written.size() || n < 1 || n > 1000) {
            return fail(terms->at_value(node, "days must be a whole number from 1 to 1000"));
        }
        days = n;
        terms = yaml::remove(*terms, {"days"});
        if (!terms) {
            return tl::unexpected(std::move(terms).error());
        }
    }
    return Template{*std::move(terms), days};
}

Result<yaml::Document> resolve_template(yaml::Document terms, const TemplateContext& context) {
    Resolver resolver(terms, context);
    resolver.resolve();
    if (!resolver.errors().empty()) {
        return fail(resolver.errors());
    }
    std::vector<yaml::Path> empty;
    find_empty(terms.root(), {}, empty);
    Result<yaml::Document> resolved = std::move(terms);
    for (const Replacement& replacement : resolver.replacements()) {
        if (resolved) {
            resolved = replacement.what == Replacement::What::key
                           ? yaml::rename(*resolved, replacement.path, replacement.value.text())
                           : yaml::set(*resolved, replacement.path, replacement.value);
        }
    }
    for (const yaml::Path& path : empty) {
        const bool is_still_empty =
            resolved && yaml::locate(*resolved, path) && !yaml::locate(*resolved, path).is_scalar();
        if (is_still_empty && path != yaml::Path{"goals"}) {
            resolved = yaml::remove(*resolved, path);
        }
    }
    return resolved.and_then(without_blank_header);
}

}  // namespace perfplan::commands
