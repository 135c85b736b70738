#include "commands/terms/field_options.hpp"

#include "base/text/text.hpp"
#include "commands/terms/field_values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace perfplan::commands {

namespace {

/// A field that holds several things has an option for one of them; --by is who writes, so that a
/// date by which is --due.
std::string option_name(const FieldInfo& field) {
    if (field.holds == Holds::figures) {
        return "checkpoint";
    }
    if (field.holds == Holds::ids) {
        return "goal";
    }
    if (field.name == "by") {
        return "due";
    }
    std::string name(field.name);
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

std::string value_name(const FieldInfo& field) {
    switch (field.holds) {
        case Holds::number: return "NUMBER";
        case Holds::whole: return "N";
        case Holds::level: return "LEVEL";
        case Holds::date: return "DATE";
        case Holds::id:
        case Holds::ids: return "ID";
        case Holds::schedule: return "INTERVAL";
        case Holds::holds_in: return "PERIODS";
        case Holds::choice: return "WORD";
        case Holds::figures: return "DATE=NUMBER";
        case Holds::line:
        case Holds::text:
        case Holds::compound: break;
    }
    return "TEXT";
}

std::string help_of(const FieldInfo& field) {
    std::string meaning(field.meaning);
    switch (field.holds) {
        case Holds::choice:
            return fmt::format("{}: {}", meaning,
                               listing({field.choices.begin(), field.choices.end()}, "or"));
        case Holds::schedule: return meaning + ": week, '2 weeks' or month";
        case Holds::ids: return "a goal that it is to move";
        case Holds::figures: return "what is expected on a date in between: 2026-10-31=400k";
        default: return meaning;
    }
}

Completes completes(const FieldInfo& field) {
    if (field.holds == Holds::choice) {
        return Completes::choice;
    }
    if (field.holds == Holds::date) {
        return Completes::date;
    }
    switch (field.refers_to) {
        case RefersTo::goal: return Completes::goal;
        case RefersTo::skill: return Completes::skill;
        case RefersTo::objective: return Completes::objective;
        case RefersTo::nothing: break;
    }
    return field.name == "owner" ? Completes::person : Completes::nothing;
}

Option option_of(const FieldInfo& field) {
    Option option{option_name(field), 0, value_name(field), help_of(field)};
    option.choices.assign(field.choices.begin(), field.choices.end());
    option.completes = completes(field);
    if (field.holds == Holds::figures || field.holds == Holds::ids) {
        option.times = Option::Times::many;
    }
    return option;
}

/// Figures in the order of their dates, no date twice.
Result<std::vector<FieldEdit>> by_date(std::vector<FieldEdit> edits, std::string_view option) {
    const auto date = [](const FieldEdit& edit) -> const std::string& { return edit.path.back(); };
    std::ranges::sort(edits, {}, date);
    const auto twice = std::ranges::adjacent_find(edits, {}, date);
    if (twice != edits.end()) {
        return fail(usage_error(fmt::format("{}: {} is given twice", option, date(*twice)),
                                "keep one of them"));
    }
    return edits;
}

Result<std::vector<FieldEdit>> figure_edits(const FieldInfo& field, std::string_view option,
                                            const std::vector<std::string>& texts,
                                            const ValueContext& context) {
    std::vector<FieldEdit> edits;
    Diagnostics errors;
    for (const std::string& text : texts) {
        auto edit = figure_edit(field, option, text, context);
        collect(errors, edit);
        if (edit) {
            edits.push_back(*std::move(edit));
        }
    }
    return errors.empty() ? by_date(std::move(edits), option) : fail(std::move(errors));
}

/// What one field is to get: nothing, its value, or one figure after another.
Result<std::vector<FieldEdit>> edits_of(const FieldInfo& field, const Arguments& arguments,
                                        const ValueContext& context) {
    const std::vector<std::string> texts = arguments.values(option_name(field));
    const std::string option = "--" + option_name(field);
    if (texts.empty()) {
        return std::vector<FieldEdit>();
    }
    if (field.holds == Holds::figures) {
        return figure_edits(field, option, texts, context);
    }
    auto value = field.holds == Holds::ids ? ids_value(field, texts, context)
                                           : field_value(field, option, texts.back(), context);
    return std::move(value).map([&](yaml::Value of_field) {
        return std::vector<FieldEdit>{{{std::string(field.name)}, std::move(of_field)}};
    });
}

/// The field that is called so, or that the option of that name is about.
std::optional<std::string> field_named(const Section& section, std::string name) {
    std::replace(name.begin(), name.end(), '-', '_');
    for (const FieldInfo& field : section.fields()) {
        std::string option = option_name(field);
        std::replace(option.begin(), option.end(), '-', '_');
        if (name == field.name || name == option) {
            return std::string(field.name);
        }
    }
    return std::nullopt;
}

Diagnostic unknown_field(const Section& section, std::string name) {
    std::replace(name.begin(), name.end(), '-', '_');
    std::vector<std::string> known;
    for (const FieldInfo& field : section.fields()) {
        known.emplace_back(field.name);
    }
    const std::string_view article = section.noun.starts_with('a') ? "an" : "a";
    return usage_error(
        fmt::format("--unset: {} {} has no field '{}'", article, section.noun, visible(name)),
        did_you_mean(name, known, fmt::format("it has {}", listing(known))));
}

/// The fields to be taken out, each known.
Result<std::vector<std::string>> fields_to_unset(const Section& section,
                                                 const Arguments& arguments) {
    std::vector<std::string> fields;
    Diagnostics errors;
    for (const std::string& name : arguments.values("unset")) {
        if (auto field = field_named(section, name)) {
            fields.push_back(*std::move(field));
        } else {
            errors.push_back(unknown_field(section, name));
        }
    }
    return errors.empty() ? Result<std::vector<std::string>>(std::move(fields))
                          : fail(std::move(errors));
}

/// Fields that are set and taken out at once.
Diagnostics contradictions(const Section& section, const FieldChanges& changes) {
    Diagnostics errors;
    for (const FieldInfo& field : section.fields()) {
        if (changes.sets(field.name) && changes.unsets(field.name)) {
            errors.push_back(usage_error(fmt::format("--{} and --unset {} exclude each other",
                                                     option_name(field), field.name),
                                         "keep one of them"));
        }
    }
    return errors;
}

}  // namespace

bool has_field(const std::vector<FieldEdit>& edits, std::string_view name) {
    return std::any_of(edits.begin(), edits.end(),
                       [&](const FieldEdit& edit) { return edit.path.front() == name; });
}

bool FieldChanges::unsets(std::string_view field) const {
    return std::ranges::find(unset, field) != unset.end();
}

std::vector<Option> field_options(const Section& section) {
    std::vector<Option> options;
    for (const FieldInfo& field : section.fields()) {
        options.push_back(option_of(field));
    }
    return options;
}

Option unset_option(const Section& section) {
    std::vector<std::string> names;
    for (const FieldInfo& field : section.fields()) {
        names.emplace_back(field.name);
    }
    return {"unset",         0, "FIELD", "take a field out", Option::Times::many, Completes::choice,
            std::move(names)};
}

Result<std::vector<FieldEdit>> field_edits(const Section& section, const Arguments& arguments,
                                           const ValueContext& context) {
    ValueContext with_unit = context;
    if (arguments.has("unit")) {
        with_unit.unit = arguments.value("unit");
    }
    std::vector<FieldEdit> edits;
    Diagnostics errors;
    for (const FieldInfo& field : section.fields()) {
        const auto of_field = edits_of(field, arguments, with_unit);
        collect(errors, of_field);
        if (of_field) {
            edits.insert(edits.end(), of_field->begin(), of_field->end());
        }
    }
    return errors.empty() ? Result<std::vector<FieldEdit>>(std::move(edits))
                          : fail(std::move(errors));
}

Result<void> require_fields(const Section& section, std::string_view id,
                            const std::vector<FieldEdit>& edits) {
    Diagnostics errors;
    for (const FieldInfo& field : section.fields()) {
        if (field.presence == Presence::required && !has_field(edits, field.name)) {
            errors.push_back(
                usage_error(fmt::format("{} '{}' lacks '{}'", section.noun, id, field.name),
                            fmt::format("add --{} {}: {}", option_name(field), value_name(field),
                                        field.meaning)));
        }
    }
    return errors.empty() ? Result<void>() : fail(std::move(errors));
}

Result<FieldChanges> field_changes(const Section& section, const Arguments& arguments,
                                   const ValueContext& context, std::string_view example) {
    auto edits = field_edits(section, arguments, context);
    auto unset = fields_to_unset(section, arguments);
    Diagnostics errors;
    collect(errors, edits);
    collect(errors, unset);
    if (!errors.empty()) {
        return fail(std::move(errors));
    }
    FieldChanges changes{*std::move(edits), *std::move(unset)};
    if (changes.set.empty() && changes.unset.empty()) {
        return fail(
            usage_error("nothing to change", fmt::format("name a field, such as {}", example)));
    }
    errors = contradictions(section, changes);
    return errors.empty() ? Result<FieldChanges>(std::move(changes)) : fail(std::move(errors));
}

}  // namespace perfplan::commands
