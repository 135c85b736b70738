#include "format/mustache_tags.hpp"

#include "base/text/text.hpp"
#include "format/embedded_templates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace perfplan::format {

namespace {

constexpr std::string_view opening = "{{";
constexpr std::string_view closing = "}}";
constexpr std::size_t deepest = 32;

/// The name behind the sign of a tag.
std::string name_in(std::string_view content) {
    return std::string(trim(content));
}

/// {{name}}, {{#name}}, … by the sign that a tag begins with.
void read_content(Tag& tag, std::string_view content) {
    content = trim(content);
    const char sign = content.empty() ? ' ' : content.front();
    switch (sign) {
        case '#': tag.kind = Tag::Kind::opens; break;
        case '^': tag.kind = Tag::Kind::unless; break;
        case '/': tag.kind = Tag::Kind::closes; break;
        case '>': tag.kind = Tag::Kind::part; break;
        case '&': tag.kind = Tag::Kind::raw; break;
        case '!': tag.kind = Tag::Kind::remark; return;
        default: tag.name = name_in(content); return;
    }
    tag.name = name_in(content.substr(1));
}

/// "=<% %>=": the two delimiters, or false.
bool read_delimiters(Tag& tag, std::string_view content) {
    content = trim(content);
    constexpr std::size_t shortest = 5;
    if (content.size() < shortest || content.back() != '=') {
        return false;
    }
    const std::string_view both = trim(content.substr(1, content.size() - 2));
    const std::size_t space = both.find(' ');
    if (space == std::string_view::npos) {
        return false;
    }
    tag.begin = both.substr(0, space);
    tag.end = trim(both.substr(space));
    const auto is_bad = [](std::string_view delimiter) {
        return delimiter.find_first_of(" \t\r\n=") != std::string_view::npos;
    };
    return !is_bad(tag.begin) && !is_bad(tag.end);
}

/// Reads the tags of a template one by one.
class TagReader {
public:
    explicit TagReader(const Source& source) : source_(source) {}

    Tags read() {
        Tags result;
        std::size_t at = 0;
        while ((at = source_.text().find(begin_, at)) != std::string_view::npos) {
            Tag tag;
            if (auto error = read_tag(tag, at)) {
                result.errors.push_back(*std::move(error));
                break;
            }
            at = tag.span.end;
            result.tags.push_back(std::move(tag));
        }
        return result;
    }

private:
    std::optional<Diagnostic> read_tag(Tag& tag, std::size_t start) {
        const std::string_view text = source_.text();
        const std::size_t inside = start + begin_.size();
        const bool is_triple = begin_ == opening && text.substr(inside).starts_with('{');
        const std::string end_of_tag = is_triple ? "}}}" : end_;
        const std::size_t content = inside + (is_triple ? 1 : 0);
        const std::size_t end = text.find(end_of_tag, content);
        if (end == std::string_view::npos) {
            return source_.point({start, content}, "this tag is never closed",
                                 fmt::format("a tag ends with {}", end_of_tag));
        }
        tag.span = {start, end + end_of_tag.size()};
        const std::string_view words = text.substr(content, end - content);
        if (is_triple) {
            tag.kind = Tag::Kind::raw;
            tag.name = name_in(words);
        } else if (trim(words).starts_with('=')) {
            tag.kind = Tag::Kind::delimits;
            if (!read_delimiters(tag, words)) {
                return source_.point(tag.span, "these are no delimiters",
                                     "write two without spaces or '=' in them: {{=<% %>=}}");
            }
            begin_ = tag.begin;
            end_ = tag.end;
        } else {
            read_content(tag, words);
        }
        tag.begin = begin_;
        tag.end = end_;
        return std::nullopt;
    }

    const Source& source_;
    std::string begin_{opening};
    std::string end_{closing};
};

/// A section that is open: what its fields are, and where it was opened.
struct Scope {
    std::vector<TemplateField> fields;
    std::string name;
    Span opened;
    bool holds_text = false;  ///< {{.}} has a meaning
};

const TemplateField* find_in(const std::vector<TemplateField>& fields, std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const TemplateField& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

/// "page.title" below one list of fields.
const TemplateField* find_path(const std::vector<TemplateField>& fields, std::string_view path) {
    const std::size_t dot = path.find('.');
    const TemplateField* field = find_in(fields, path.substr(0, dot));
    if (!field || dot == std::string_view::npos) {
        return field;
    }
    return field->holds == ViewKind::section ? find_path(field->fields, path.substr(dot + 1))
                                             : nullptr;
}

/// The names that may be meant, for a hint: the fields and those of their sections.
void add_names(std::vector<std::string>& names, const std::vector<TemplateField>& fields,
               const std::string& prefix) {
    for (const TemplateField& field : fields) {
        names.push_back(prefix + field.name);
        if (field.holds == ViewKind::section) {
            add_names(names, field.fields, names.back() + ".");
        }
    }
}

bool has_fields(const TemplateField& field) {
    return !field.fields.empty();
}

/// Checks tag after tag, with the sections that are open.
class Checker {
public:
    Checker(const Source& source, Scope root) : source_(source), scopes_{std::move(root)} {}
    /// A part, within the sections that are open where it is taken in.
    Checker(const Source& source, std::vector<Scope> outer)
        : source_(source), scopes_(std::move(outer)), outer_(scopes_.size()) {}

    CheckedTemplate check() {
        Tags read = tags_of(source_);
        std::size_t copied = 0;
        for (const Tag& tag : read.tags) {
            const Span place = place_of(tag);
            add_text(copied, place.begin);
            check(tag);
            copied = place.end;
        }
        add_text(copied, source_.text().size());
        append(errors_, std::move(read.errors));
        while (scopes_.size() > outer_) {
            error(scopes_.back().opened, "this section is never closed",
                  fmt::format("close it with {{{{/{}}}}}", visible(scopes_.back().name)));
            scopes_.pop_back();
        }
        std::stable_sort(errors_.begin(), errors_.end(),
                         [](const Diagnostic& a, const Diagnostic& b) { return a.at < b.at; });
        return {std::move(whole_), std::move(errors_)};
    }

private:
    /// What a tag takes up: a tag that puts nothing in and stands alone on its line all of the
    /// line.
    [[nodiscard]] Span place_of(const Tag& tag) const {
        const std::string_view text = source_.text();
        if (tag.kind == Tag::Kind::text || tag.kind == Tag::Kind::raw) {
            return tag.span;
        }
        constexpr std::string_view blanks = " \t\r";
        const std::size_t before = text.substr(0, tag.span.begin).find_last_not_of(blanks);
        const std::size_t after = text.find_first_not_of(blanks, tag.span.end);
        const bool begins_line = before == std::string_view::npos || text[before] == '\n';
        const bool ends_line = after == std::string_view::npos || text[after] == '\n';
        if (!begins_line || !ends_line) {
            return tag.span;
        }
        return {before == std::string_view::npos ? 0 : before + 1,
                after == std::string_view::npos ? text.size() : after + 1};
    }

    void add_text(std::size_t from, std::size_t to) {
        for (const char c : source_.text().substr(from, to - from)) {
            if (c == '\n' || c == '\r') {
                whole_ += line_mark;
            }
            whole_ += c;
        }
    }

    void check(const Tag& tag) {
        if (tag.kind != Tag::Kind::part) {
            whole_ += source_.text().substr(tag.span.begin, tag.span.end - tag.span.begin);
        }
        switch (tag.kind) {
            case Tag::Kind::remark:
            case Tag::Kind::delimits: break;
            case Tag::Kind::closes: close(tag); break;
            case Tag::Kind::part: take_in(tag); break;
            case Tag::Kind::opens:
            case Tag::Kind::unless: open(tag); break;
            case Tag::Kind::text:
            case Tag::Kind::raw: use(tag); break;
        }
    }

    void close(const Tag& tag) {
        if (scopes_.size() == outer_) {
            error(tag.span, fmt::format("no section '{}' is open here", visible(tag.name)),
                  "take it out, or open the section before");
            return;
        }
        if (scopes_.back().name != tag.name) {
            error(tag.span,
                  fmt::format("the section '{}' is open here, not '{}'",
                              visible(scopes_.back().name), visible(tag.name)),
                  "sections are closed in the reverse order of their opening");
        }
        scopes_.pop_back();
    }

    void take_in(const Tag& tag) {
        const std::string_view part = embedded_template(tag.name);
        if (part.empty() || tag.name.find('.') != std::string::npos) {
            unknown_part(tag);
            return;
        }
        CheckedTemplate checked = Checker(Source(tag.name, part), scopes_).check();
        append(errors_, std::move(checked.errors));
        const bool is_usual = tag.begin == opening && tag.end == closing;
        whole_ += is_usual ? checked.whole
                           : fmt::format("{0}={{{{ }}}}={1}{2}{{{{={0} {1}=}}}}", tag.begin,
                                         tag.end, checked.whole);
    }

    void open(const Tag& tag) {
        if (scopes_.size() == deepest) {
            error(tag.span, fmt::format("sections are nested deeper than {}", deepest),
                  "close some of them before");
        }
        Scope scope{{}, tag.name, tag.span};
        if (const TemplateField* field = find(tag)) {
            scope.fields = field->fields;
            scope.holds_text = field->holds == ViewKind::text ||
                               (field->holds == ViewKind::list && !has_fields(*field));
        }
        scopes_.push_back(std::move(scope));
    }

    void use(const Tag& tag) {
        if (tag.name == "." && scopes_.back().holds_text) {
            if (tag.kind == Tag::Kind::raw) {
                raw_text(tag);
            }
            return;
        }
        const TemplateField* field = find(tag);
        if (!field) {
            return;
        }
        if (field->holds == ViewKind::text && tag.kind == Tag::Kind::raw) {
            raw_text(tag);
        } else if (field->holds == ViewKind::markup && tag.kind == Tag::Kind::text) {
            error(tag.span, fmt::format("'{}' is a drawing, not a text", tag.name),
                  fmt::format("write {{{{{{{}}}}}}}", tag.name));
        } else if (field->holds != ViewKind::text && field->holds != ViewKind::markup) {
            error(tag.span, fmt::format("'{}' is no text", tag.name),
                  fmt::format("open it as a section: {{{{#{0}}}}} … {{{{/{0}}}}}", tag.name));
        }
    }

    void raw_text(const Tag& tag) {
        error(tag.span, fmt::format("'{}' is a text: it can't be put in unescaped", tag.name),
              fmt::format("write {{{{{}}}}}", tag.name));
    }

    /// The field that a tag names in the sections that are open, or an error.
    const TemplateField* find(const Tag& tag) {
        if (tag.name.empty()) {
            error(tag.span, "this tag names nothing", "write the name of a field into it");
            return nullptr;
        }
        for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
            if (const TemplateField* field = find_path(scope->fields, tag.name)) {
                return field;
            }
        }
        std::vector<std::string> names;
        for (const Scope& scope : scopes_) {
            add_names(names, scope.fields, "");
        }
        error(tag.span, fmt::format("there is no field '{}' here", visible(tag.name)),
              did_you_mean(tag.name, names, "perfplan-template(5) lists the fields"));
        return nullptr;
    }

    void unknown_part(const Tag& tag) {
        std::vector<std::string> names;
        for (const EmbeddedTemplate& part : embedded_templates()) {
            if (part.name.find('.') == std::string_view::npos) {
                names.emplace_back(part.name);
            }
        }
        error(tag.span, fmt::format("there is no part '{}'", visible(tag.name)),
              did_you_mean(tag.name, names, fmt::format("there is {}", listing(names))));
    }

    void error(Span span, std::string message, std::string hint) {
        errors_.push_back(source_.point(span, std::move(message), std::move(hint)));
    }

    const Source& source_;
    std::vector<Scope> scopes_;
    std::size_t outer_ = 1;  ///< so many were open before
    std::string whole_;
    Diagnostics errors_;
};

}  // namespace

Tags tags_of(const Source& source) {
    return TagReader(source).read();
}

CheckedTemplate check_template(std::string_view name, std::string_view text,
                               const std::vector<TemplateField>& fields) {
    const Source source(name, text);
    return Checker(source, Scope{fields, "", {}}).check();
}

}  // namespace perfplan::format
