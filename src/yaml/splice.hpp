// One change of a text, and the proof that it did what was meant.
#pragma once

#include <perfplan/yaml/document.hpp>
#include <perfplan/yaml/value.hpp>

#include <string>
#include <string_view>

namespace perfplan::yaml {

/// The bytes of `span` become `text`.
struct Splice {
    Span span;
    std::string text;
};

std::string spliced(const Splice& splice, std::string_view text);

/// Puts `lines`, which begin with a line ending, behind the line that ends at `pos`. A block scalar
/// that ends the file without a line ending gets the chomping under which its text stays the same.
Splice append_lines(const Document& document, std::size_t pos, std::string lines);

/// The document after `splice`, read again. If that does not hold `intended`, `refusal`.
Result<Document> commit(const Document& document, const Splice& splice, const Value& intended,
                        const Diagnostic& refusal);

/// The same document once more.
Result<Document> unchanged(const Document& document);

}  // namespace perfplan::yaml
