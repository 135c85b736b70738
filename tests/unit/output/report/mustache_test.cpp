#include "format/mustache.hpp"

#include "output/report/plan_report.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <ostream>
#include <sstream>

using namespace perfplan;
using namespace perfplan::output;

namespace {

struct Proportion {
    std::string title;
    std::vector<std::string> words;
};

struct Page {
    std::string title;
    bool is_new = false;
    std::vector<Proportion> parts;
    std::optional<Proportion> first;
    Markup chart;
};

const ViewShape<Proportion> part_shape{{"title", "its title", &Proportion::title},
                                       {"words", "its words", &Proportion::words}};
const ViewShape<Page> page_shape{{"title", "its title", &Page::title},
                                 {"is_new", "new", &Page::is_new},
                                 {"parts", "its parts", part_shape, &Page::parts},
                                 {"first", "the first part", part_shape, &Page::first},
                                 {"chart", "a chart", &Page::chart}};

std::string filled(std::string_view text, const Page& page, Language language = Language::html) {
    const auto read =
        MustacheTemplate::read("page.html", std::string(text), language, documented(page_shape));
    REQUIRE(read);
    return read->fill(view_of(page_shape, page));
}

/// The messages of what is wrong, each with its place: "2:5 there is no field …"
std::vector<std::string> errors_of(std::string_view text) {
    const auto read = MustacheTemplate::read("page.html", std::string(text), Language::html,
                                             documented(page_shape));
    std::vector<std::string> errors;
    for (const Diagnostic& error : read ? Diagnostics() : read.error()) {
        errors.push_back(std::to_string(error.at->line) + ":" + std::to_string(error.at->column) +
                         " " + error.message);
    }
    return errors;
}

}  // namespace

TEST_SUITE_BEGIN("mustache");

TEST_CASE("texts are escaped, drawings are not") {
    const Page page{"<b> & \"c\" 'd'", false, {}, {}, {"<svg/>"}};
    CHECK(filled("{{title}} {{{chart}}} {{&chart}}", page) ==
          "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; <svg/> <svg/>");
    CHECK(filled("{{title}}", {"*a* <b>\n# c", false, {}, {}, {}}, Language::markdown) ==
          "\\*a\\* &lt;b> # c");
}

TEST_CASE("a text is never read as a tag") {
    const Page page{
        "{{title}} {{{chart}}} {{#parts}} {{=<% %>=}} {{> page-start}}", true, {}, {}, {"<svg/>"}};
    CHECK(filled("{{title}}", page) ==
          "{{title}} {{{chart}}} {{#parts}} {{=&lt;% %&gt;=}} "
          "{{&gt; page-start}}");
}

TEST_CASE("unsafe characters are visible escapes") {
    CHECK(filled("{{title}}", {"a\x1b[1m\u202eb\x01", false, {}, {}, {}}) ==
          "a\\e[1m\\u{202e}b\\x01");
}

TEST_CASE("sections are filled in for each, once, or not at all") {
    const Page page{"Page", true, {{"One", {"a", "b"}}, {"Two", {}}}, Proportion{"First", {}}, {}};
    CHECK(filled("{{#parts}}{{title}}:{{#words}} {{.}}{{/words}}{{^has_words}} none{{/has_words}}; "
                 "{{/parts}}",
                 page) == "One: a b; Two: none; ");
    CHECK(filled("{{#has_parts}}{{#is_new}}new{{/is_new}}{{/has_parts}} {{first.title}}", page) ==
          "new First");
    CHECK(filled("{{#first}}x{{/first}}{{^first}}none{{/first}}", {}) == "none");
}

TEST_CASE("what a part lacks is not taken from what is around it") {
    CHECK(filled("{{#parts}}[{{title}}]{{/parts}}", {"Page", false, {{"", {}}}, {}, {}}) == "[]");
}

TEST_CASE("a line of nothing but a tag leaves nothing, all other lines stay") {
    const Page page{"Page", true, {{"One", {}}}, {}, {}};
    CHECK(filled("a\n\n  {{#is_new}}\nb\n\n{{/is_new}}\n{{! remark }}\n\nc\n{{title}}\n", page) ==
          "a\n\nb\n\n\nc\nPage\n");
    CHECK(filled("a\n{{^is_new}}\nb\n{{/is_new}}\nc\n", page) == "a\nc\n");
    CHECK(filled("{{#is_new}}\r\nb\r\n{{/is_new}}\r\nc", page) == "b\r\nc");
    CHECK(filled("{{#parts}} {{/parts}}|{{^is_new}}x{{/is_new}}\n\n", page) == " |\n\n");
}

TEST_CASE("delimiters may be changed, and parts are taken in as they are") {
    const Page page{"Page", true, {}, {}, {}};
    CHECK(filled("{{=<% %>=}}<% title %> {{title}} <%#is_new%>new<%/is_new%>", page) ==
          "Page {{title}} new");
}

TEST_CASE("every error has its place") {
    CHECK(errors_of("{{titel}}\n {{{title}}}") ==
          std::vector<std::string>{"1:1 there is no field 'titel' here",
                                   "2:2 'title' is a text: it can't be put in unescaped"});
    CHECK(errors_of("{{#words}}{{/words}}") ==
          std::vector<std::string>{"1:1 there is no field 'words' here"});
    CHECK(errors_of("{{#parts}}{{#words}}{{{.}}}{{/words}}{{/parts}}") ==
          std::vector<std::string>{"1:21 '.' is a text: it can't be put in unescaped"});
    CHECK(errors_of("{{.}}") == std::vector<std::string>{"1:1 there is no field '.' here"});
    CHECK(errors_of("{{chart}}{{parts}}{{is_new}}") ==
          std::vector<std::string>{"1:1 'chart' is a drawing, not a text",
                                   "1:10 'parts' is no text", "1:19 'is_new' is no text"});
    CHECK(errors_of("{{#parts}}{{#first}}{{/parts}}") ==
          std::vector<std::string>{"1:1 this section is never closed",
                                   "1:21 the section 'first' is open here, not 'parts'"});
    CHECK(errors_of("é {{") == std::vector<std::string>{"1:3 this tag is never closed"});
    CHECK(errors_of("{{{title}}") == std::vector<std::string>{"1:1 this tag is never closed"});
    CHECK(errors_of("{{=a=}}") == std::vector<std::string>{"1:1 these are no delimiters"});
}

TEST_CASE("sections don't nest without end") {
    std::string deep;
    for (int i = 0; i < 40; ++i) {
        deep += "{{#is_new}}";
    }
    const auto errors = errors_of(deep);
    CHECK(std::count_if(errors.begin(), errors.end(), [](const std::string& error) {
              return error.find("sections are nested deeper than 32") != std::string::npos;
          }) > 0);
}

TEST_CASE("no start of a template does harm") {
    const std::string whole(embedded_template("report.html"));
    const auto fields = documented(report_shape());
    for (std::size_t length = 0; length < whole.size(); length += 7) {
        (void)MustacheTemplate::read("cut.html", whole.substr(0, length), Language::html, fields);
    }
    CHECK(MustacheTemplate::read("whole.html", whole, Language::html, fields));
}

TEST_CASE("the templates of the program are right") {
    CHECK(embedded_templates().size() >= 6);
    for (const EmbeddedTemplate& brought : embedded_templates()) {
        CAPTURE(std::string(brought.name));
        CHECK_FALSE(brought.text.empty());
    }
    CHECK_FALSE(
        fill_embedded("report.md", View(View::Object{}), documented(report_shape())).empty());
}

TEST_SUITE_END();
