#include "format/mustache.hpp"

#include "base/text/text.hpp"
#include "format/markdown.hpp"
#include "format/mustache_tags.hpp"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include <algorithm>
#include <stdexcept>

namespace perfplan::format {

namespace {

using Data = kainjow::mustache::data;

Data data_of(const View& view);

struct ToData {
    Data operator()(bool flag) const { return Data(flag); }
    Data operator()(const std::string& text) const {
        return text.empty() ? Data(false) : Data(text);
    }
    Data operator()(const Markup& markup) const { return (*this)(markup.text); }
    Data operator()(const View::List& list) const {
        Data data(Data::type::list);
        for (const View& item : list) {
            data.push_back(data_of(item));
        }
        return data;
    }
    Data operator()(const View::Object& object) const {
        Data data(Data::type::object);
        for (const auto& [name, value] : object) {
            data.set(name, data_of(value));
        }
        return data;
    }
};

/// Where Markdown has a line, a line break would end what the text stands in.
std::string on_one_line(std::string text) {
    for (char& c : text) {
        c = c == '\n' || c == '\t' ? ' ' : c;
    }
    return text;
}

Data data_of(const View& view) {
    return std::visit(ToData{}, view.value());
}

}  // namespace

Result<MustacheTemplate> MustacheTemplate::read(std::string name, std::string text,
                                                Language language,
                                                const std::vector<TemplateField>& fields) {
    if (const auto bad = find_invalid_utf8(text)) {
        return fail(
            Source(name, text)
                .point({*bad, *bad + 1}, "the template is not valid UTF-8", "save it as UTF-8"));
    }
    if (const auto bad = find_unsafe(text)) {
        return fail(Source(name, text)
                        .point({*bad, *bad + 1},
                               fmt::format("{} has no place in a template",
                                           name_of_character(text.substr(*bad))),
                               "take it out"));
    }
    CheckedTemplate checked = check_template(name, text, fields);
    if (!checked.errors.empty()) {
        return fail(std::move(checked.errors));
    }
    return MustacheTemplate(std::move(checked.whole), language);
}

std::string MustacheTemplate::fill(const View& view) const {
    kainjow::mustache::mustache engine(text_);
    if (!engine.is_valid()) {
        throw std::logic_error("a checked template has an error: " + engine.error_message());
    }
    engine.set_custom_escape([this](const std::string& text) {
        return language_ == Language::html ? html_text(text) : markdown_line(on_one_line(text));
    });
    std::string filled = engine.render(data_of(view));
    filled.erase(std::remove(filled.begin(), filled.end(), line_mark), filled.end());
    return filled;
}

std::string fill_embedded(std::string_view name, const View& view,
                          const std::vector<TemplateField>& fields) {
    const auto read =
        MustacheTemplate::read(std::string(name), std::string(embedded_template(name)),
                               name.ends_with(".md") ? Language::markdown : Language::html, fields);
    if (!read) {
        throw std::logic_error(render(read.error().front(), Color::no, 100));
    }
    return read->fill(view);
}

}  // namespace perfplan::format
