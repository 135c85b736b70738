// Terms made from a template: what it leaves open is filled in, what is relative becomes a date or
// a figure.
#pragma once

#include "base/dates/date.hpp"
#include "base/numbers/decimal.hpp"
#include "store/tree.hpp"
#include "yaml/edit.hpp"

#include <optional>
#include <string>

namespace perfplan::commands {

/// What a template is read as: its terms, and how many days a plan from it lasts.
struct Template {
    yaml::Document terms;  ///< without the key `days`
    std::optional<int> days;
};

/// The template of that name in templates/, or the terms a plan without one starts from.
Result<Template> read_template(const Tree& tree, const std::optional<std::string>& name);

/// The names of the templates in templates/, sorted.
Result<std::vector<std::string>> template_names(const Tree& tree);

/// What the relative terms of a template refer to.
struct TemplateContext {
    Date starts;
    std::optional<Decimal> quota;
    std::optional<std::string> unit;     ///< of the quota
    std::optional<std::string> manager;  ///< owes the activities that name nobody
};

/// Dates like +30d become dates counted from the start, figures like '40% of quota' numbers; a
/// goal's empty `unit` becomes that of the quota, an activity's empty `owner` the manager. Other
/// keys without a value are taken out, all but `goals`.
Result<yaml::Document> resolve_template(yaml::Document terms, const TemplateContext& context);

}  // namespace perfplan::commands
