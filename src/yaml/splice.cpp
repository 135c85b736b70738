#include "splice.hpp"

#include "matching.hpp"
#include "place.hpp"
#include "text.hpp"

namespace perfplan::yaml {

std::string spliced(const Splice& splice, std::string_view text) {
    std::string result;
    result.reserve(text.size() + splice.text.size());
    result += text.substr(0, splice.span.begin);
    result += splice.text;
    result += text.substr(splice.span.end);
    return result;
}

Splice append_lines(const Document& document, std::size_t pos, std::string lines) {
    const std::string_view text = document.text();
    const Node scalar = pos == text.size() ? block_scalar_ending_at(document, pos) : Node{};
    if (!scalar || scalar.text().ends_with('\n')) {
        return {{pos, pos}, std::move(lines)};
    }
    // Behind `|` or `>`: the indentation stays, any chomping becomes `-`.
    const std::size_t begin = scalar.span().begin + 1;
    std::size_t end = begin;
    std::string header;
    while (!ends_word(text, end)) {
        if (text[end] != '+' && text[end] != '-') {
            header += text[end];
        }
        ++end;
    }
    return {{begin, pos}, header + "-" + std::string(text.substr(end, pos - end)) + lines};
}

Result<Document> commit(const Document& document, const Splice& splice, const Value& intended,
                        const Diagnostic& refusal) {
    auto edited =
        Document::read(document.name(), spliced(splice, document.text()), document.opinion());
    if (!edited) {
        Diagnostic unreadable = refusal;
        unreadable.hint = "the file could not be read then: " + edited.error().front().message;
        return fail(std::move(unreadable));
    }
    if (!match(edited->root(), intended, KeyOrder::matters)) {
        return fail(refusal);
    }
    return edited;
}

Result<Document> unchanged(const Document& document) {
    return Document::read(document.name(), document.text(), document.opinion());
}

}  // namespace perfplan::yaml
